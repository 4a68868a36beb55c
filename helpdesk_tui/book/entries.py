"""The tables of a book as entries that can be changed; each knows where it stands in the file."""

from collections.abc import Mapping
from typing import Any, NamedTuple

BY_KEY = ("holidays", "hours", "channels", "requests", "people", "rosters")
"""Tables whose entries have a key."""

BY_PLACE = ("escalation", "shifts")
"""Arrays of tables, whose entries are counted from 1."""

BOOK = "book"
"""The table that is one entry itself."""

TABLES = (*BY_KEY, *BY_PLACE, BOOK)

NAMING = {
    "channels": ("route", "channels"),
    "hours": ("hours",),
    "people": ("members", "person"),
    "rosters": ("on_duty",),
}
"""Fields that name entries of a table, at any depth."""

VALUE = "value"
"""The one field of an entry of [holidays], which is no table."""

Fields = Mapping[str, Any]

Raw = dict[str, Any]
"""A book as TOML is parsed."""


class Entry(NamedTuple):
    """An entry of a table as it is meant."""

    key: str
    """Its key; empty where the table goes by place, and for [book]."""
    fields: Fields
    was: str | int | None = None
    """Its key or place, from 0, in the file; None where it is new."""


Tables = Mapping[str, tuple[Entry, ...]]
"""Every table of a book that has entries, by its name."""


def entries_of(raw: Raw) -> dict[str, tuple[Entry, ...]]:
    """The entries of a valid book."""
    tables: dict[str, tuple[Entry, ...]] = {}
    for table in BY_KEY:
        tables[table] = tuple(
            Entry(key, value if isinstance(value, dict) else {VALUE: value}, key)
            for key, value in raw.get(table, {}).items()
        )
    for table in BY_PLACE:
        tables[table] = tuple(Entry("", value, place) for place, value in enumerate(raw.get(table, ())))
    return {**tables, BOOK: (Entry("", raw[BOOK], BOOK),)}


def raw_of(raw: Raw, tables: Tables) -> Raw:
    """The book `raw` with these entries in place of its own; a table without entries is left out."""
    meant = {name: value for name, value in raw.items() if name not in TABLES}
    for table, entries in tables.items():
        if not entries:
            continue
        if table == BOOK:
            meant[table] = dict(entries[0].fields)
        elif table in BY_PLACE:
            meant[table] = [dict(entry.fields) for entry in entries]
        elif table == "holidays":
            meant[table] = {entry.key: entry.fields[VALUE] for entry in entries}
        else:
            meant[table] = {entry.key: dict(entry.fields) for entry in entries}
    return meant


def with_key(tables: Tables, table: str, index: int, key: str) -> dict[str, tuple[Entry, ...]]:
    """The tables with another key for an entry, in all that names it as well."""
    old = tables[table][index].key
    changed = {
        name: tuple(
            entry._replace(fields=_renamed(entry.fields, table, old, key))
            if _names(entry, table, old)
            else entry
            for entry in entries
        )
        for name, entries in tables.items()
    }
    entries = list(changed[table])
    entries[index] = entries[index]._replace(key=key)
    changed[table] = tuple(entries)
    return changed


def _names(entry: Entry, table: str, key: str) -> bool:
    return bool(_renamed(entry.fields, table, key, "") != entry.fields)


def _renamed(value: Any, table: str, old: str, key: str, field: str = "") -> Any:  # noqa: ANN401
    """The value of a field with `key` for every `old`, where the field names entries of `table`."""
    if isinstance(value, Mapping):
        return {name: _renamed(each, table, old, key, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_renamed(each, table, old, key, field) for each in value]
    return key if value == old and field in NAMING.get(table, ()) else value
