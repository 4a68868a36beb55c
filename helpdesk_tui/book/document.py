"""A book's TOML as its owner wrote it, with its entries changed and every other line as it was."""

import codecs
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from tomlrt import AoT, Array, Document, Table, TOMLError, loads

from helpdesk_tui.book.document_fields import dotted, edited, is_spread, section, with_fields, without
from helpdesk_tui.book.entries import BOOK, BY_KEY, BY_PLACE, TABLES, VALUE, Entry, Tables, entries_of, raw_of
from helpdesk_tui.book.lines import lines_of
from helpdesk_tui.book.paragraphs import put_in, take_out


class UnwritableError(Exception):
    """A change that does not fit into the form of a file: its owner must do it in an editor of text."""


def rewritten(content: bytes, tables: Tables, order: Mapping[str, Sequence[str]]) -> bytes:
    """The book `content` with these entries; comments and lines that do not change stay as they are.

    `order` gives the fields of each table in the order in which new ones are written. Raises
    UnwritableError.
    """
    bom = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = content.decode("utf-8-sig")
    raw = tomllib.loads(text)
    before, meant = entries_of(raw), raw_of(raw, tables)
    try:
        for table, entries in tables.items():
            if entries != before[table]:
                text = _with_entries(text, table, before[table], entries, order.get(table, ()))
        if not _same(tomllib.loads(text), meant):
            raise UnwritableError
    except (TOMLError, ValueError, LookupError, TypeError) as error:
        raise UnwritableError from error
    return bom + text.encode()


def _same(found: dict[str, Any], meant: dict[str, Any]) -> bool:
    """Whether two books are the same, the order of their entries included; an empty table says nothing."""
    found = {name: value for name, value in found.items() if value or name not in TABLES}
    return found == meant and all(
        list(found.get(table, ())) == list(meant.get(table, ())) for table in BY_KEY if table != "holidays"
    )


def _with_entries(
    text: str, table: str, before: Sequence[Entry], entries: Sequence[Entry], order: Sequence[str]
) -> str:
    if table == BOOK:
        return with_fields(text, (BOOK,), before[0], entries[0], order)
    kept = {entry.was for entry in entries}
    for entry in reversed(before):
        if entry.was not in kept:
            text = without(text, (table, _was(entry)))
    left = [entry for entry in before if entry.was in kept]
    now: dict[str | int | None, str | int] = {
        entry.was: place if table in BY_PLACE else _was(entry) for place, entry in enumerate(left)
    }
    old = {entry.was: entry for entry in left}
    for entry in entries:
        if entry.was is not None and entry.fields != old[entry.was].fields:
            text = with_fields(text, (table, now[entry.was]), old[entry.was], entry, order)
    if table in BY_KEY:
        text = _with_keys(text, table, [(str(entry.was), entry.key) for entry in entries if entry.was])
    for entry in entries:
        if entry.was is None:
            text = _with_new(text, table, entry, order)
    if table == "holidays":
        return text
    if table in BY_KEY:
        return _in_order(text, table, [entry.key for entry in entries])
    added = iter(range(len(left), len(entries)))
    return _in_order(text, table, [next(added) if each.was is None else now[each.was] for each in entries])


def _was(entry: Entry) -> str | int:
    assert entry.was is not None
    return entry.was


def _with_keys(text: str, table: str, keys: Sequence[tuple[str, str]]) -> str:
    """`text` with new keys for entries, given as old and new ones."""
    changed = {old: new for old, new in keys if old != new}
    if not changed:
        return text
    taken = {old for old, _ in keys}
    for old, new in changed.items():
        if new in taken:  # two that change places: by way of a third
            text = _with_key(text, table, old, f"-{old}")
    for old, new in changed.items():
        text = _with_key(text, table, f"-{old}" if new in taken else old, new)
    return text


def _with_key(text: str, table: str, old: str, new: str) -> str:
    def change(document: Document) -> None:
        entries = document[table]
        keys = list(entries)
        entries[new] = entries[old]
        for comments in (entries.comments, entries.leading_comments):
            if old in comments:
                comments[new] = comments[old]
        del entries[old]
        keys[keys.index(old)] = new
        entries.sort(key=keys.index)

    return edited(text, change)


def _with_new(text: str, table: str, entry: Entry, order: Sequence[str]) -> str:
    fields = {name: entry.fields[name] for name in sorted(entry.fields, key=[*order, *entry.fields].index)}

    def change(document: Document) -> None:
        if table in BY_PLACE:
            if isinstance(array := document.setdefault(table, AoT()), AoT):
                array.add(section(fields))
            else:
                array.append(fields)
        elif table == "holidays":
            document.ensure_table(table)[entry.key] = fields[VALUE]
        elif (entries := document.get(table)) and not all(map(entries.has_header, entries)):
            entries[entry.key] = Table.inline(fields)  # headers could only follow the others
        else:
            document.install((table, entry.key), section(fields))
            # The library writes it at the end of the file; sorted to the top and back it is among the others.
            entries = document.table(table)
            keys = list(entries)
            entries.sort(key=lambda key: key != entry.key)
            entries.sort(key=keys.index)

    return edited(text, change)


def _in_order(text: str, table: str, order: Sequence[str | int]) -> str:
    """`text` with the entries of a table in this order of keys or places; paragraphs above them stay."""
    document = loads(text)
    entries = document.get(table, {})
    now: list[str | int] = [*range(len(entries))] if table in BY_PLACE else [*entries]
    if now == list(order):
        return text
    numbers = lines_of(text, [dotted((table, each)) for each in now])
    headed = all(not is_spread(entries[each]) for each in now) and len({*numbers, None}) > len(now)
    paragraphs: list[Sequence[str]] = []
    if headed:
        text, paragraphs = take_out(text, [number or 1 for number in numbers])
        document = loads(text)
        entries = document[table]
    if isinstance(entries, AoT):
        tables = [entries[int(each)] for each in order]
        entries.sort(key=lambda each: next(place for place, one in enumerate(tables) if one is each))
    elif isinstance(entries, Array):
        entries[:] = [entries[int(each)] for each in order]
    else:
        entries.sort(key=order.index)
    text = document.render()
    if not headed:
        return text
    now = [*range(len(order))] if table in BY_PLACE else [*order]
    return put_in(
        text, [number or 1 for number in lines_of(text, [dotted((table, each)) for each in now])], paragraphs
    )
