"""Repeats the changes of a draft on top of a book that somebody else changed meanwhile."""

from collections.abc import Mapping
from typing import NamedTuple

from helpdesk_tui.book.entries import BY_POSITION, Entry
from helpdesk_tui.session.draft import Draft, Step

Entries = tuple[Entry, ...]
Indexes = Mapping[object, int]
"""The index in their table of each entry of mine that is there, by its origin."""


class Rebased(NamedTuple):
    """Their book with my changes."""

    draft: Draft
    lost: tuple[tuple[str, Entry], ...]
    """My changed or deleted entries that cannot be repeated in their book, each with its table."""


def rebased(mine: Draft, theirs: Draft) -> Rebased:
    """Apply my changes to their book; of a field that both changed, mine wins."""
    tables, lost = dict(theirs.tables), []
    for table, entries in mine.tables.items():
        before = mine.steps[0].tables[table]
        if entries == before:
            continue
        indexes_of = _by_position if table in BY_POSITION else _by_key
        indexes = indexes_of(before, theirs.tables[table])
        tables[table] = _with_my_changes(before, entries, theirs.tables[table], indexes)
        lost += [(table, entry) for entry in _lost(before, entries, theirs.tables[table], indexes)]
    return Rebased(theirs._replace(steps=(*theirs.steps, Step(tables))), tuple(lost))


def _by_key(_before: Entries, theirs: Entries) -> Indexes:
    return {entry.origin: index for index, entry in enumerate(theirs)}


def _by_position(before: Entries, theirs: Entries) -> Indexes:
    """Levels and shifts have no key: an equal entry is the same, or else the only one of its name."""
    free = dict(enumerate(theirs))
    indexes: dict[object, int] = {}
    for entry in before:
        equal = next((index for index, other in free.items() if other.fields == entry.fields), None)
        if equal is not None:
            indexes[entry.origin] = equal
            del free[equal]
    old_names, names = [_name(entry) for entry in before], [_name(entry) for entry in theirs]
    for entry, name in zip(before, old_names, strict=True):
        if entry.origin not in indexes and old_names.count(name) == names.count(name) == 1:
            indexes[entry.origin] = names.index(name)
    return indexes


def _with_my_changes(before: Entries, mine: Entries, theirs: Entries, indexes: Indexes) -> Entries:
    """Their entries with mine changed, deleted, added and, if I changed the order, sorted as mine."""
    old = {entry.origin: entry for entry in before}
    positions = {entry.origin: position for position, entry in enumerate(mine)}
    # Each entry with its position among mine; their new entries follow mine.
    result: dict[int, tuple[int, Entry]] = {index: (len(mine), entry) for index, entry in enumerate(theirs)}
    for entry in before:
        if (index := indexes.get(entry.origin)) is None:
            continue
        if entry.origin in positions:
            position = positions[entry.origin]
            result[index] = (position, _with_changes(entry, mine[position], theirs[index]))
        else:
            del result[index]
    new = [(position, entry) for position, entry in enumerate(mine) if entry.origin is None]
    ranked = [*result.values(), *new]
    order = [entry.origin for entry in mine]
    if order != [*(each for each in old if each in positions), *(None for _ in new)]:
        ranked.sort(key=lambda each: each[0])
    return tuple(entry for _, entry in ranked)


def _lost(before: Entries, mine: Entries, theirs: Entries, indexes: Indexes) -> list[Entry]:
    """My changed entries that they do not have, and my deleted ones of which they may have kept one."""
    now = {entry.origin: entry for entry in mine}
    unmatched = {_name(entry) for index, entry in enumerate(theirs) if index not in indexes.values()}
    return [
        now.get(entry.origin, entry)
        for entry in before
        if entry.origin not in indexes
        and (now[entry.origin] != entry if entry.origin in now else _name(entry) in unmatched)
    ]


def _name(entry: Entry) -> object:
    return entry.fields.get("name")


def _with_changes(first: Entry, mine: Entry, theirs: Entry) -> Entry:
    """Their entry with the fields that differ between `first` and mine."""
    fields = {}
    for name in {**theirs.fields, **mine.fields}:
        changed = mine.fields.get(name) != first.fields.get(name)
        value = (mine if changed else theirs).fields.get(name)
        if value is not None:
            fields[name] = value
    return Entry(mine.key, fields, theirs.origin)
