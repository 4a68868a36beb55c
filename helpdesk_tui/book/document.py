"""Writes changed entries into a book's TOML and leaves every other line as its owner wrote it."""

import codecs
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from tomlrt import AoT, Array, Table, TOMLError, loads

from helpdesk_tui.book.document_fields import dotted, is_spread, section, with_fields, without
from helpdesk_tui.book.entries import (
    BOOK,
    BY_KEY,
    BY_POSITION,
    TABLES,
    VALUE,
    Entry,
    Tables,
    entries_of,
    raw_of,
)
from helpdesk_tui.book.lines import lines_of
from helpdesk_tui.book.paragraphs import insert_paragraphs, remove_paragraphs


class UnwritableError(Exception):
    """The form of a file does not allow the change: its owner must make it in a text editor."""


def rewritten(content: bytes, tables: Tables, order: Mapping[str, Sequence[str]]) -> bytes:
    """The book `content` with these entries; comments and all other lines stay as they are.

    New fields are written in the order that `order` gives for each table. Raises UnwritableError.
    """
    bom = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text = content.decode("utf-8-sig")
    raw = tomllib.loads(text)
    before = entries_of(raw)
    try:
        for table, entries in tables.items():
            if entries != before[table]:
                text = _with_entries(text, table, before[table], entries, order.get(table, ()))
        if not _same(tomllib.loads(text), raw_of(raw, tables)):
            raise UnwritableError
    except (TOMLError, ValueError, LookupError, TypeError) as error:
        raise UnwritableError from error
    return bom + text.encode()


def _same(book: dict[str, Any], expected: dict[str, Any]) -> bool:
    """Whether two books have the same entries in the same order; an empty table does not count."""
    book = {name: value for name, value in book.items() if value or name not in TABLES}
    return book == expected and all(
        list(book.get(table, ())) == list(expected.get(table, ())) for table in BY_KEY if table != "holidays"
    )


def _with_entries(
    text: str, table: str, before: Sequence[Entry], entries: Sequence[Entry], order: Sequence[str]
) -> str:
    if table == BOOK:
        return with_fields(text, (BOOK,), before[0], entries[0], order)
    old = {entry.origin: entry for entry in before if entry.origin is not None}
    kept = {entry.origin for entry in entries}
    for origin in reversed(old):
        if origin not in kept:
            text = without(text, (table, origin))
    left = [origin for origin in old if origin in kept]
    now = {origin: index if table in BY_POSITION else origin for index, origin in enumerate(left)}
    for entry in entries:
        if entry.origin is not None and entry.fields != old[entry.origin].fields:
            text = with_fields(text, (table, now[entry.origin]), old[entry.origin], entry, order)
    if table in BY_KEY:
        text = _with_keys(text, table, {str(each.origin): each.key for each in entries if each.origin})
    for entry in entries:
        if entry.origin is None:
            text = _with_new(text, table, entry, order)
    if table == "holidays":
        return text
    if table in BY_KEY:
        return _in_order(text, table, [entry.key for entry in entries])
    added = iter(range(len(left), len(entries)))
    return _in_order(
        text, table, [next(added) if each.origin is None else now[each.origin] for each in entries]
    )


def _with_keys(text: str, table: str, keys: Mapping[str, str]) -> str:
    """`text` with new keys for entries, given by their old ones."""
    changed = {old: new for old, new in keys.items() if old != new}
    for old, new in changed.items():
        if new in keys:  # two entries exchange their keys: this one gets a key that none has for a moment
            text = _with_key(text, table, old, f" {old}")
    for old, new in changed.items():
        text = _with_key(text, table, f" {old}" if new in keys else old, new)
    return text


def _with_key(text: str, table: str, old: str, new: str) -> str:
    document = loads(text)
    entries = document[table]
    keys = list(entries)
    entries[new] = entries[old]
    for comments in (entries.comments, entries.leading_comments):
        if old in comments:
            comments[new] = comments[old]
    del entries[old]
    keys[keys.index(old)] = new
    entries.sort(key=keys.index)
    return document.render()


def _with_new(text: str, table: str, entry: Entry, order: Sequence[str]) -> str:
    document = loads(text)
    fields = {name: entry.fields[name] for name in sorted(entry.fields, key=[*order, *entry.fields].index)}
    if table in BY_POSITION:
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
    return document.render()


def _in_order(text: str, table: str, order: Sequence[str | int]) -> str:
    """`text` with the entries of a table in this order of keys or indexes, and with their paragraphs."""
    document = loads(text)
    entries = document.get(table, {})
    now: list[str | int] = [*range(len(entries))] if table in BY_POSITION else [*entries]
    if now == list(order):
        return text
    numbers = lines_of(text, [dotted((table, each)) for each in now])
    headed = all(not is_spread(entries[each]) for each in now) and len({*numbers, None}) > len(now)
    paragraphs: list[Sequence[str]] = []
    if headed:
        text, paragraphs = remove_paragraphs(text, [number or 1 for number in numbers])
        document = loads(text)
        entries = document[table]
    if isinstance(entries, AoT):
        ids = [id(entries[int(each)]) for each in order]
        entries.sort(key=lambda each: ids.index(id(each)))
    elif isinstance(entries, Array):
        entries[:] = [entries[int(each)] for each in order]
    else:
        entries.sort(key=order.index)
    text = document.render()
    if not headed:
        return text
    now = [*range(len(order))] if table in BY_POSITION else [*order]
    numbers = lines_of(text, [dotted((table, each)) for each in now])
    return insert_paragraphs(text, [number or 1 for number in numbers], paragraphs)
