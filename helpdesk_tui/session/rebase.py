"""The changes of a draft repeated on top of a book that somebody else changed meanwhile."""

from typing import NamedTuple

from helpdesk_tui.book.entries import BY_POSITION, Entry
from helpdesk_tui.session.draft import Draft, Step


class Rebased(NamedTuple):
    """A draft of their book with my changes."""

    draft: Draft
    lost: tuple[tuple[str, Entry], ...]
    """My changed entries that are not in their book any more, each with its table."""


def rebased(mine: Draft, theirs: Draft) -> Rebased:
    """My changes on top of their book: of a field that both changed mine holds, everything else is theirs.

    Levels and shifts have no key: an entry of theirs is taken for the one of the same name.
    """
    tables, lost = dict(theirs.tables), []
    for table, entries in mine.tables.items():
        before = mine.steps[0].tables[table]
        if entries == before:
            continue
        old = {entry.origin: entry for entry in before}
        now = {_identity(table, entry): entry for entry in theirs.tables[table]}
        result = list(theirs.tables[table])
        kept = {entry.origin for entry in entries}
        gone = {_identity(table, entry) for entry in before if entry.origin not in kept}
        result = [entry for entry in result if _identity(table, entry) not in gone]
        for entry in entries:
            if entry.origin is None:
                result.append(entry)
            elif entry != (first := old[entry.origin]):
                other = now.get(_identity(table, first))
                if other is None:
                    lost.append((table, entry))
                else:
                    result[result.index(other)] = _with_changes(first, entry, other)
        if [each.origin for each in entries if each.origin is not None] != [
            each.origin for each in before if each.origin in kept
        ]:
            # I changed the order: theirs follow mine, those that I do not have at the end.
            mine_order = [
                _identity(table, old[each.origin]) if each.origin is not None else None for each in entries
            ]
            result.sort(key=lambda each: _rank(mine_order, table, each))
        tables[table] = tuple(result)
    return Rebased(theirs._replace(steps=(*theirs.steps, Step(tables))), tuple(lost))


def _identity(table: str, entry: Entry) -> object:
    """What an entry is known by in both books: its key there, or its name."""
    return entry.fields.get("name") if table in BY_POSITION else entry.origin


def _with_changes(first: Entry, mine: Entry, theirs: Entry) -> Entry:
    names = [*theirs.fields, *(name for name in mine.fields if name not in theirs.fields)]
    fields = {}
    for name in names:
        changed = mine.fields.get(name) != first.fields.get(name)
        value = mine.fields.get(name) if changed else theirs.fields.get(name)
        if value is not None:
            fields[name] = value
    return Entry(mine.key, fields, theirs.origin)


def _rank(order: list[object], table: str, entry: Entry) -> int:
    identity = _identity(table, entry)
    return order.index(identity) if identity in order else len(order)
