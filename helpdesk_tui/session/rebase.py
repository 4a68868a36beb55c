"""Repeats the changes of a draft on top of a book that somebody else changed meanwhile."""

from typing import NamedTuple

from helpdesk_tui.book.entries import BY_POSITION, Entry
from helpdesk_tui.session.draft import Draft, Step


class Rebased(NamedTuple):
    """Their book with my changes."""

    draft: Draft
    lost: tuple[tuple[str, Entry], ...]
    """My changed entries that their book no longer has, each with its table."""


def rebased(mine: Draft, theirs: Draft) -> Rebased:
    """Apply my changes to their book; of a field that both changed, mine wins.

    Levels and shifts have no key: entries of the same name are matched.
    """
    tables, lost = dict(theirs.tables), []
    for table, entries in mine.tables.items():
        before = mine.steps[0].tables[table]
        if entries == before:
            continue
        old = {entry.origin: entry for entry in before}
        kept = {entry.origin for entry in entries}
        gone = {_identity(table, entry) for entry in before if entry.origin not in kept}
        result = [entry for entry in theirs.tables[table] if _identity(table, entry) not in gone]
        now = {_identity(table, entry): entry for entry in result}
        for entry in entries:
            if entry.origin is None:
                result.append(entry)
            elif entry != (first := old[entry.origin]):
                other = now.get(_identity(table, first))
                if other is None:
                    lost.append((table, entry))
                else:
                    result[result.index(other)] = _with_changes(first, entry, other)
        moved = [entry.origin for entry in entries if entry.origin is not None]
        if moved != [entry.origin for entry in before if entry.origin in kept]:
            # I changed the order: their new entries follow mine.
            order = [None if each.origin is None else _identity(table, old[each.origin]) for each in entries]
            result.sort(key=lambda each: _rank(order, _identity(table, each)))
        tables[table] = tuple(result)
    return Rebased(theirs._replace(steps=(*theirs.steps, Step(tables))), tuple(lost))


def _identity(table: str, entry: Entry) -> object:
    """The key or the name by which an entry is matched in both books."""
    return entry.fields.get("name") if table in BY_POSITION else entry.origin


def _with_changes(first: Entry, mine: Entry, theirs: Entry) -> Entry:
    """Their entry with the fields that differ between `first` and mine."""
    fields = {}
    for name in {**theirs.fields, **mine.fields}:
        changed = mine.fields.get(name) != first.fields.get(name)
        value = (mine if changed else theirs).fields.get(name)
        if value is not None:
            fields[name] = value
    return Entry(mine.key, fields, theirs.origin)


def _rank(order: list[object], identity: object) -> int:
    return order.index(identity) if identity in order else len(order)
