"""Sets, adds and removes the fields of an entry in a book's TOML; every other line stays as it is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import getitem
from typing import Any, TypeGuard

from tomlrt import AoT, Array, Document, Table, TOMLError, dumps, loads

from helpdesk_tui.book.entries import VALUE, Entry
from helpdesk_tui.book.items import set_items
from helpdesk_tui.book.lines import lines_of
from helpdesk_tui.book.paragraphs import paragraph_above, restore_paragraph

Address = tuple[str | int, ...]
"""The keys and the indexes of arrays that lead to a value."""

_KEY_AND_EQUALS = re.compile(r"(\s*)([\w-]+)(\s*)=")


def with_fields(text: str, address: Address, old: Entry, entry: Entry, order: Sequence[str]) -> str:
    """`text` with the fields of an entry; new ones are placed by `order`."""
    if address[0] == "holidays":
        document = loads(text)
        document["holidays"][old.key] = entry.fields[VALUE]
        return document.render()
    for name in old.fields:
        if name not in entry.fields:
            text = without(text, (*address, name))
    for name, value in entry.fields.items():
        if name not in old.fields:
            text = _with_field(text, address, name, value, order)
        elif value != old.fields[name]:
            document = loads(text)
            _set(_at(document, address), name, value)
            text = document.render()
    return text


def _with_field(text: str, address: Address, name: str, value: object, order: Sequence[str]) -> str:
    """`text` with a new field, whose = is aligned with those of the others if they are in one column."""
    ranks = {each: rank for rank, each in enumerate(order)}
    document = loads(text)
    table = _at(document, address)
    names = list(table)
    before = [i for i, each in enumerate(names) if ranks.get(each, -1) < ranks.get(name, len(ranks))]
    names.insert(before[-1] + 1 if before else 0, name)
    if _are_tables(value) and not table.is_inline:
        table[name] = AoT(map(section, value))
    else:
        table[name] = value
    table.sort(key=names.index)
    text = document.render()
    if table.is_inline or is_spread(table):
        return text
    lines = text.split("\n")
    numbers = lines_of(text, [dotted((*address, each)) for each in names])
    matches = {
        each: _KEY_AND_EQUALS.match(lines[number - 1])
        for each, number in zip(names, numbers, strict=True)
        if number
    }
    columns = {match.end() for each, match in matches.items() if match and each != name}
    own, number = matches.get(name), numbers[names.index(name)]
    if own and number and len(columns) == 1 and len(matches) > 2:
        lines[number - 1] = f"{own[1]}{own[2]} ".ljust(columns.pop() - 1) + lines[number - 1][own.end() - 1 :]
    return "\n".join(lines)


def _set(table: Any, name: str | int, value: object) -> None:  # noqa: ANN401 (a table or an array)
    """Set a value; change only the differing parts of a list or a table."""
    now = table[name]
    if isinstance(now, list) and isinstance(value, list):
        if isinstance(now, AoT) and _are_tables(value):
            _set_tables(now, value)
        elif isinstance(now, Array) and not any(isinstance(each, dict) for each in (*now, *value)):
            set_items(now, value)
        else:
            table[name] = value
    elif isinstance(now, Table) and isinstance(value, dict):
        _set_fields(now, value)
    elif now != value:
        table[name] = value


def _set_fields(table: Table, fields: Mapping[str, object]) -> None:
    for name in [each for each in table if each not in fields]:
        del table[name]
    for name, value in fields.items():
        if name in table:
            _set(table, name, value)
        else:
            table[name] = value


def _set_tables(tables: AoT, value: Sequence[Mapping[str, object]]) -> None:
    """Make `tables` equal to `value`: keep and move equal tables, change others, then add or remove some."""
    left = list(tables)
    order: list[Table | None] = []
    for fields in value:
        same = next((each for each in left if each == fields), None)
        order.append(same)
        left = [each for each in left if each is not same]
    for index, fields in enumerate(value):
        if order[index] is None and left:
            changed = order[index] = left.pop(0)
            _set_fields(changed, fields)
        elif order[index] is None:
            order[index] = tables.add(section(fields))
    for removed in left:
        del tables[[each is removed for each in tables].index(True)]
    ids = list(map(id, order))
    tables.sort(key=lambda each: ids.index(id(each)))


def _are_tables(value: object) -> TypeGuard[Sequence[Mapping[str, object]]]:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def section(fields: Mapping[str, object]) -> Table:
    """A table of these fields with aligned =; arrays of tables follow the others."""
    arrays = {name: value for name, value in fields.items() if _are_tables(value)}
    lines = {
        name: dumps({name: value}).removeprefix(name) for name, value in fields.items() if name not in arrays
    }
    width = max(map(len, lines), default=0)
    text = "".join(name.ljust(width) + line for name, line in lines.items())
    table = loads("[new]\n" + text).table("new")
    for name, value in arrays.items():
        table[name] = AoT(map(section, value))
    return table


def without(text: str, address: Address) -> str:
    """`text` without a key or an entry and the comments right above it; the paragraph above these stays."""
    value, first = _at(loads(text), address), address
    if is_spread(value):
        *others, last = value
        for name in others:
            text = without(text, (*address, name))
        first = (*address, last)
    document = loads(text)
    (line,) = lines_of(text, [dotted(first)])
    above = paragraph_above(text, line)
    parent = _at(document, address[:-1])
    if len(parent) == 1 and len(address) == 2 and (isinstance(parent, AoT) or is_spread(parent)):
        # Without entries it would get a header, or a line at the top of the file.
        del document[str(address[0])]
    else:
        del parent[address[-1]]
    return restore_paragraph(document.render(), above)


def _at(document: Document, address: Address) -> Any:  # noqa: ANN401 (any value of TOML)
    return reduce(getitem, address, document)  # type: ignore[arg-type]


def dotted(address: Iterable[str | int]) -> str:
    """The address as a key of problems, with positions counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in address)


def is_spread(value: object) -> bool:
    """Whether a table has no header of its own: its fields or entries are written with dotted keys."""
    if not isinstance(value, Table) or value.is_inline:
        return False
    comments = value.header_leading_comments
    try:
        value.header_leading_comments = ("",)  # which only a header can have
    except TOMLError:
        return True
    value.header_leading_comments = comments
    return False
