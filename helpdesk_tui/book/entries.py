"""The tables of a book as entries that can be changed; each knows its key or position in the file."""

from collections.abc import Mapping
from typing import Any, NamedTuple

BY_KEY = ("holidays", "hours", "channels", "requests", "people", "rosters")
"""Tables whose entries have a key."""

BY_POSITION = ("escalation", "shifts")
"""Arrays of tables; problems count their entries from 1."""

BOOK = "book"
"""The table that is a single entry."""

TABLES = (*BY_KEY, *BY_POSITION, BOOK)

NAMING = {
    "channels": ("route", "channels"),
    "hours": ("hours",),
    "people": ("members", "person"),
    "rosters": ("on_duty",),
}
"""The fields, at any depth, that name entries of a table."""

VALUE = "value"
"""The only field of an entry of [holidays], which is not a table in the file."""

Fields = Mapping[str, Any]

Raw = dict[str, Any]
"""A book, or a table of one, as tomllib parses it."""


class Entry(NamedTuple):
    """An entry of a table."""

    key: str
    """Empty in arrays of tables and for [book]."""
    fields: Fields
    origin: str | int | None = None
    """The key or the index of the entry in the file; None for a new one."""


Tables = Mapping[str, tuple[Entry, ...]]
"""The entries of each table of a book, by its name."""


def entries_of(raw: Raw) -> dict[str, tuple[Entry, ...]]:
    """The entries of a valid book."""
    tables: dict[str, tuple[Entry, ...]] = {}
    for table in BY_KEY:
        tables[table] = tuple(
            Entry(key, value if isinstance(value, dict) else {VALUE: value}, key)
            for key, value in raw.get(table, {}).items()
        )
    for table in BY_POSITION:
        tables[table] = tuple(Entry("", value, index) for index, value in enumerate(raw.get(table, ())))
    return {**tables, BOOK: (Entry("", raw[BOOK], BOOK),)}


def raw_of(raw: Raw, tables: Tables) -> Raw:
    """The book `raw` with the entries of `tables`; a table without entries is left out."""
    book = {name: value for name, value in raw.items() if name not in TABLES}
    for table, entries in tables.items():
        if not entries:
            continue
        if table == BOOK:
            book[table] = dict(entries[0].fields)
        elif table in BY_POSITION:
            book[table] = [dict(entry.fields) for entry in entries]
        elif table == "holidays":
            book[table] = {entry.key: entry.fields[VALUE] for entry in entries}
        else:
            book[table] = {entry.key: dict(entry.fields) for entry in entries}
    return book


def with_key(tables: Tables, table: str, index: int, key: str) -> dict[str, tuple[Entry, ...]]:
    """The tables with another key for an entry, also in the fields that name it."""
    old = tables[table][index].key
    changed = {
        name: tuple(_with_name(entry, table, old, key) for entry in entries)
        for name, entries in tables.items()
    }
    entries = list(changed[table])
    entries[index] = entries[index]._replace(key=key)
    changed[table] = tuple(entries)
    return changed


def _with_name(entry: Entry, table: str, old: str, key: str) -> Entry:
    fields = _renamed(entry.fields, table, old, key)
    return entry if fields == entry.fields else entry._replace(fields=fields)


def _renamed(value: Any, table: str, old: str, key: str, field: str = "") -> Any:  # noqa: ANN401
    """The value of a field, with `key` instead of `old` where the field names entries of `table`."""
    if isinstance(value, Mapping):
        return {name: _renamed(each, table, old, key, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_renamed(each, table, old, key, field) for each in value]
    return key if value == old and field in NAMING.get(table, ()) else value
