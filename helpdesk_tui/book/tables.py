"""Reads the raw TOML of a book, whatever it holds: its tables and lists, and the nearest known name."""

from typing import Any

from helpdesk_tui.book.problems import Problem, finding
from helpdesk_tui.names import nearest

Table = dict[str, Any]


def unknown(key: str, name: str, known: list[str]) -> Problem:
    """The problem that `name` is not known, with the nearest one that is."""
    if near := nearest(name, known):
        return finding("unknown-name", key, "{name} is not known; did you mean {near}?", name=name, near=near)
    if known:
        return finding(
            "unknown-name",
            key,
            "{name} is not known; known are: {known}",
            name=name,
            known=", ".join(known[:12]),
        )
    return finding("unknown-name", key, "{name} is not known", name=name)


def table_of_tables(raw: Table, name: str) -> Table:
    """The table of tables `name`, without the entries that are not tables."""
    table = raw.get(name)
    if not isinstance(table, dict):
        return {}
    return {key: entry for key, entry in table.items() if isinstance(entry, dict)}


def array_of_tables(value: object) -> list[Table]:
    """An array of tables; an entry that is not one counts, so that the others keep their number."""
    entries = value if isinstance(value, list) else []
    return [entry if isinstance(entry, dict) else {"channels": None} for entry in entries]


def texts(value: object) -> list[str]:
    """The texts of a list."""
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
