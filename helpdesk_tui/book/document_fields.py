"""The fields of one entry of a book's file: set, added and removed, every other line as it was."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeGuard

from tomlrt import AoT, Array, Document, Table, TOMLError, dumps, loads

from helpdesk_tui.book.entries import VALUE, Entry
from helpdesk_tui.book.items import set_items
from helpdesk_tui.book.lines import lines_of
from helpdesk_tui.book.paragraphs import paragraph_above, put_back

Address = tuple[str | int, ...]
"""The keys on the way to a value; a place in an array is counted from 0."""

_KEY_AND_EQUALS = re.compile(r"(\s*)([\w-]+)(\s*)=")


def with_fields(text: str, address: Address, old: Entry, entry: Entry, order: Sequence[str]) -> str:
    """`text` with the fields of an entry; a new one stands where `order` has it."""
    if address[0] == "holidays":
        return edited(text, lambda document: document["holidays"].update({old.key: entry.fields[VALUE]}))
    for name in old.fields:
        if name not in entry.fields:
            text = without(text, (*address, name))
    for name, value in entry.fields.items():
        if name not in old.fields:
            text = _with_field(text, address, name, value, order)
        elif value != old.fields[name]:
            document = loads(text)
            _set(at(document, address), name, value)
            text = document.render()
    return text


def _with_field(text: str, address: Address, name: str, value: object, order: Sequence[str]) -> str:
    """`text` with a new field, its = below those of the others where they stand in one column."""
    ranks = {each: rank for rank, each in enumerate(order)}
    document = loads(text)
    table = at(document, address)
    names = list(table)
    before = [i for i, each in enumerate(names) if ranks.get(each, -1) < ranks.get(name, len(ranks))]
    names.insert(before[-1] + 1 if before else 0, name)
    if _are_tables(value) and not table.is_inline:
        table[name] = AoT()
        _set_tables(table[name], value)
    else:
        table[name] = value
    table.sort(key=names.index)
    text = document.render()
    if table.is_inline or is_spread(table):
        return text
    lines = text.split("\n")
    numbers = lines_of(text, [dotted((*address, each)) for each in names])
    found = {
        each: _KEY_AND_EQUALS.match(lines[number - 1])
        for each, number in zip(names, numbers, strict=True)
        if number
    }
    columns = {match.end() for each, match in found.items() if match and each != name}
    own, number = found.get(name), numbers[names.index(name)]
    if own and number and len(columns) == 1 and len(found) > 2:
        lines[number - 1] = f"{own[1]}{own[2]} ".ljust(columns.pop() - 1) + lines[number - 1][own.end() - 1 :]
    return "\n".join(lines)


def _set(table: Any, name: str | int, value: object) -> None:  # noqa: ANN401 (a table or an array)
    """Set a value, within it only what differs."""
    now = table[name]
    if isinstance(now, list) and isinstance(value, list):
        if isinstance(now, AoT) and _are_tables(value):
            _set_tables(now, value)
        elif isinstance(now, Array) and not any(isinstance(each, dict) for each in (*now, *value)):
            set_items(now, value)
        else:
            table[name] = value
    elif isinstance(now, Table) and isinstance(value, dict):
        for each in [each for each in now if each not in value]:
            del now[each]
        for each, inner in value.items():
            if each in now:
                _set(now, each, inner)
            else:
                now[each] = inner
    elif now != value:
        table[name] = value


def _set_tables(now: AoT, value: Sequence[Mapping[str, object]]) -> None:
    """Make `now` what is meant: tables that stay as they are move to their place, others change in turn."""
    left = list(now)
    order: list[Table | None] = []
    for meant in value:
        same = next((each for each in left if each == meant), None)
        order.append(same)
        left = [each for each in left if each is not same]
    for place, meant in enumerate(value):
        if order[place] is None and left:
            table = order[place] = left.pop(0)
            for name in [name for name in table if name not in meant]:
                del table[name]
            for name, inner in meant.items():
                if name in table:
                    _set(table, name, inner)
                else:
                    table[name] = inner
        elif order[place] is None:
            now.add(section(meant))
            order[place] = now[-1]
    for gone in left:
        del now[next(place for place, each in enumerate(now) if each is gone)]
    now.sort(key=lambda each: next(place for place, one in enumerate(order) if one is each))


def _are_tables(value: object) -> TypeGuard[Sequence[Mapping[str, object]]]:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def section(fields: Mapping[str, object]) -> Table:
    """A table of these fields, their = in one column."""
    width = max(map(len, fields), default=0)
    lines = [dumps({name: value}).removeprefix(name) for name, value in fields.items()]
    text = "".join(name.ljust(width) + line for name, line in zip(fields, lines, strict=True))
    return loads("[new]\n" + text).table("new")


def without(text: str, address: Address) -> str:
    """`text` without a key or an entry, and the comments right above it; paragraphs further up stay."""
    value, first = at(loads(text), address), address
    if is_spread(value):
        *others, last = value
        for name in others:
            text = without(text, (*address, name))
        first = (*address, last)
    document = loads(text)
    (line,) = lines_of(text, [dotted(first)])
    above = paragraph_above(text, line)
    parent = at(document, address[:-1])
    if len(parent) == 1 and len(address) == 2 and is_spread(parent):
        del document[str(address[0])]  # a table without entries would get a header
    else:
        del parent[address[-1]]
    return put_back(document.render(), above)


def edited(text: str, change: Callable[[Document], object]) -> str:
    """`text` after a change to its document."""
    document = loads(text)
    change(document)
    return document.render()


def at(document: Document, address: Address) -> Any:  # noqa: ANN401 (any value of TOML)
    """The value at an address."""
    node: Any = document
    for key in address:
        node = node[key]
    return node


def dotted(address: Iterable[str | int]) -> str:
    """The address as problems name it, where places are counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in address)


def is_spread(value: object) -> bool:
    """Whether a table has no header of its own: its fields or entries have its key before theirs."""
    if not isinstance(value, Table) or value.is_inline:
        return False
    comments = value.header_leading_comments
    try:
        value.header_leading_comments = ("",)  # which only a header can have
    except TOMLError:
        return True
    value.header_leading_comments = comments
    return False
