"""Reads tables and lists of a book's raw TOML, of any types, and reports unknown names."""

from collections.abc import Iterator

from helpdesk_tui.book.entries import Raw
from helpdesk_tui.book.problems import Problem, finding
from helpdesk_tui.names import nearest

OWN_WAYS = ("telephone", "telephones", "extensions", "email", "url")
"""The fields that hold a way to reach someone; `on_duty` leads to those of others."""


def unknown(key: str, name: str, known: list[str]) -> Problem:
    """The problem of an unknown name, with the nearest known one."""
    if near := nearest(name, known):
        return finding("unknown-name", key, "{name} is not known; did you mean {near}?", name=name, near=near)
    if known:
        listed = ", ".join(known[:12])
        return finding(
            "unknown-name", key, "{name} is not known; known are: {known}", name=name, known=listed
        )
    return finding("unknown-name", key, "{name} is not known", name=name)


def table_of_tables(raw: Raw, name: str) -> Raw:
    """The tables in the table `name`, by key; other entries are left out."""
    table = raw.get(name)
    if not isinstance(table, dict):
        return {}
    return {key: entry for key, entry in table.items() if isinstance(entry, dict)}


def array_of_tables(raw: Raw, name: str) -> list[Raw]:
    """The array of tables `name`.

    An entry that is no table becomes a level with `channels`: it keeps its number, and `references` does not
    also report that it has no contact details.
    """
    value = raw.get(name)
    entries = value if isinstance(value, list) else []
    return [entry if isinstance(entry, dict) else {"channels": None} for entry in entries]


def details_of(raw: Raw) -> Iterator[tuple[str, Raw]]:
    """Yield the channels and the escalation levels, each with its key."""
    for id, channel in table_of_tables(raw, "channels").items():
        yield f"channels.{id}", channel
    for number, level in enumerate(array_of_tables(raw, "escalation"), start=1):
        yield f"escalation.{number}", level


def texts(value: object) -> list[str]:
    """The texts of a list."""
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
