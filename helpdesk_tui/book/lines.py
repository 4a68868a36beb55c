"""Finds the lines of a book's keys, which tomllib does not give."""

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from tomlrt import AoT, Document, Table, TOMLError, loads

from helpdesk_tui.book.problems import Problem


def with_lines(text: str, problems: Sequence[Problem]) -> list[Problem]:
    """The problems of a TOML text, each with the line of its key, or of the table that lacks the key."""
    lines = lines_of(text, [each.key for each in problems])
    return [each._replace(line=line) for each, line in zip(problems, lines, strict=True)]


def lines_of(text: str, keys: Sequence[str]) -> list[int | None]:
    """The line, from 1, of each dotted key or of the innermost table around it that has a line.

    Entries of an array of tables are counted from 1 (`escalation.2.name`). A key inside a value has the line
    of that value. The line is None if it is unknown.
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
    for table, name in reversed(list(_path(document, key))):
        try:
            if name is None:
                table.header_leading_comments += (comment,)
            else:
                above = table.leading_comments.get(name, ())
                table.leading_comments[name] = (*above, comment)
        except (KeyError, TOMLError):  # a table that has no line of its own
            continue
        return


def _path(document: Document, key: str) -> Iterator[tuple[Document | Table, str | None]]:
    """Yield the tables around a key, outermost first, with the next key in each, or None for its header."""
    node: object = document
    while key:
        if isinstance(node, AoT):
            number, _, key = key.partition(".")
            node = node[int(number) - 1]
        elif isinstance(node, Document) or _is_section(node):
            # A quoted key can hold dots: the longest match is the key.
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
    """The line below each of the comments, in the text without these comments."""
    lines: list[int | None] = [None] * count
    line = 1
    for each in text.split("\n"):
        before, separator, index = each.partition(mark)
        if separator and not before.strip():
            lines[int(index)] = line
        else:
            line += 1
    return lines
