"""The changes of a book's entries as text, field by field."""

from collections.abc import Iterator, Mapping

from helpdesk_tui.book.entries import VALUE, Entry
from helpdesk_tui.phrases.fields import TABLES, entry_kind, field_label, table_title
from helpdesk_tui.phrases.language import Language

Tables = Mapping[str, tuple[Entry, ...]]


def format_edits(language: Language, before: Tables, after: Tables) -> Iterator[str]:
    """Yield a line for each entry that is added or removed, each changed field, and each new order."""
    _ = language.translate
    for table in TABLES:
        kind = entry_kind(language, table)
        old = {entry.origin: entry for entry in before[table]}
        kept = {entry.origin for entry in after[table]}
        for entry in before[table]:
            if entry.origin not in kept:
                yield _("Removed: {kind} {name}", kind=kind, name=entry_name(entry))
        for entry in after[table]:
            if entry.origin is None:
                yield _("Added: {kind} {name}", kind=kind, name=entry_name(entry))
            elif entry != old[entry.origin]:
                yield from _fields(language, table, old[entry.origin], entry)
        moved = [entry.origin for entry in after[table] if entry.origin is not None]
        if moved != [entry.origin for entry in before[table] if entry.origin in kept]:
            names = ", ".join(entry_name(entry) for entry in after[table])
            yield _("{table}, new order: {names}", table=table_title(language, table), names=names)


def entry_name(entry: Entry) -> str:
    """The name of an entry: its name, title or key."""
    if VALUE in entry.fields:
        return f"{entry.key} {entry.fields[VALUE] or ''}".strip()
    return str(entry.fields.get("name") or entry.fields.get("title") or entry.key)


def _fields(language: Language, table: str, old: Entry, new: Entry) -> Iterator[str]:
    for field in dict.fromkeys(("", *old.fields, *new.fields)):
        values = (each.fields.get(field) if field else each.key for each in (old, new))
        before, after = (_text(language, value) for value in values)
        if before != after:
            yield f"{entry_name(new)} · {field_label(language, table, field)}: {before} → {after}"


def _text(language: Language, value: object) -> str:
    if value is None or value == "":
        return language.translate("none")
    if isinstance(value, bool):
        return language.translate("yes") if value else language.translate("no")
    if isinstance(value, list):
        return ", ".join(_text(language, each) for each in value)
    if isinstance(value, Mapping):
        return "; ".join(_text(language, each) for each in value.values())
    return str(value)
