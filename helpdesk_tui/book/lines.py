"""Finds the lines of a book's keys, as tomllib does not."""

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from tomlrt import AoT, Document, Table, TOMLError, loads

from helpdesk_tui.book.problems import Problem


def with_lines(text: str, problems: Sequence[Problem]) -> list[Problem]:
    """The problems of this TOML text, each with the line of its key, or of the table that lacks it."""
    lines = lines_of(text, [each.key for each in problems])
    return [each._replace(line=line) for each, line in zip(problems, lines, strict=True)]


def lines_of(text: str, keys: Sequence[str]) -> list[int | None]:
    """The line of each of these dotted keys, from 1, or of the innermost table around it that has one.

    Entries of an array of tables are counted from 1 (`escalation.2.name`). A key inside a value has the line
    of that value. None where no line can be told.
    """
    try:
        document = loads(text)
    except (TOMLError, RecursionError):
        return [None] * len(keys)
    # The library keeps no positions: a comment above each key, in the rendered text, shows where it is.
    mark = "key"
    while mark in text:
        mark += "!"
    for index, key in enumerate(keys):
        _set_comment(document, key, f"{mark} {index}")
    return _lines_of_comments(document.render(), f"# {mark} ", len(keys))


def _set_comment(document: Document, key: str, comment: str) -> None:
    """Set a comment above this key, or above the innermost key or table around it that can have one."""
    for table, name in reversed(list(_way(document, key))):
        try:
            if name is None:
                table.header_leading_comments += (comment,)
            else:
                above = table.leading_comments.get(name, ())
                table.leading_comments[name] = (*above, comment)
        except (KeyError, TOMLError):  # a table that has no line of its own
            continue
        return


def _way(document: Document, key: str) -> Iterator[tuple[Document | Table, str | None]]:
    """The tables on the way to a key, outermost first, each with the name of the next key; None: itself."""
    node: object = document
    while key:
        if isinstance(node, AoT):
            number, _, key = key.partition(".")
            node = node[int(number) - 1]
        elif isinstance(node, Document) or _is_section(node):
            # A quoted key can hold dots: the longest that fits is meant.
            name = max((each for each in node if f"{key}.".startswith(f"{each}.")), key=len, default=None)
            if name is None:
                return
            yield node, name
            node, key = node[name], key[len(name) + 1 :]
        else:
            return
        if _is_section(node):
            yield node, None


def _is_section(value: object) -> TypeGuard[Table]:
    return isinstance(value, Table) and not value.is_inline


def _lines_of_comments(text: str, mark: str, count: int) -> list[int | None]:
    """The line below each of the comments, not counting the comments themselves."""
    lines: list[int | None] = [None] * count
    line = 1
    for each in text.split("\n"):
        before, found, index = each.partition(mark)
        if found and not before.strip():
            lines[int(index)] = line
        else:
            line += 1
    return lines
