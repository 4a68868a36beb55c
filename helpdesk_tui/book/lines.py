"""Finds the line of each key of a book, as tomllib does not: for a book that has problems."""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence

from helpdesk_tui.book.problems import LONGEST, Problem

_TOKEN = re.compile(
    r'''(?s)
    (?P<blank> [ \t\r]++ | \#[^\n]*+ )
    | (?P<text> """(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5} | \'\'\'(?:[^']|'{1,2}(?!'))*+'{3,5}
      | "(?:[^"\\\n]|\\.)*+" | '[^'\n]*+' )
    | (?P<mark> [\[\]{},=\n] )
    | (?P<bare> [^\s\[\]{},="'\#]++ )
    ''',
    re.VERBOSE,
)


def with_lines(text: str, problems: Sequence[Problem]) -> list[Problem]:
    """The problems of this TOML text, each with the line of its key, or of the table that lacks it."""
    lines = lines_of_keys(text)
    return [each._replace(line=_line_of(lines, each.key)) for each in problems]


def lines_of_keys(text: str) -> dict[str, int]:
    """The line of each key, table and list entry by its dotted path; entries are counted from 1.

    `text` is TOML that tomllib has read.
    """
    return _Reader().read(text)


def line_where_quotes_open(text: str) -> int | None:
    """The line of the first quotes that are never closed, or None."""
    place = 0
    for token in _TOKEN.finditer(text):
        if token.start() > place:
            break
        place = token.end()
    return None if place == len(text) else text.count("\n", 0, place) + 1


def _line_of(lines: dict[str, int], key: str) -> int | None:
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key)


class _Reader:
    """Reads TOML for its keys alone."""

    def __init__(self) -> None:
        self._lines: dict[str, int] = {}
        self._line = 1
        self._table = ""
        self._entries: Counter[str] = Counter()
        """How many entries each array of tables has by now."""
        self._open: list[_Open] = []
        """The lists and tables in braces that are not closed yet, from the outermost."""
        self._path = ""
        """The key of the value that is read."""
        self._start()

    def read(self, text: str) -> dict[str, int]:
        for token in _TOKEN.finditer(text):
            if token.lastgroup != "blank":
                if self._in_key:
                    self._read_key(token)
                else:
                    self._read_value(token[0])
                self._line += token[0].count("\n")
        return self._lines

    def _start(self) -> None:
        """Expect a key, or the header of a table."""
        self._in_key = True
        self._parts: list[str] = []
        self._brackets = 0

    def _read_key(self, token: re.Match[str]) -> None:
        text = token[0]
        if token.lastgroup == "text":
            self._parts.append(tomllib.loads(f"text = {text}")["text"])
        elif token.lastgroup == "bare":
            self._parts += filter(None, text.split("."))
        elif text == "[":
            self._brackets += 1
        elif text == "]":
            self._read_header()
        elif text == "=":
            table = self._open[-1].path if self._open else self._table
            for part in self._parts:
                table = self._add(table, part)
            self._path, self._in_key = table, False
        elif text == "}":
            self._close()

    def _read_header(self) -> None:
        table = ""
        for index, part in enumerate(self._parts, start=1):
            table = self._add(table, part)
            if self._brackets == 2 and index == len(self._parts):
                self._entries[table] += 1
            if table in self._entries:
                table = self._add(table, str(self._entries[table]))
        self._table, self._in_key = table, False

    def _read_value(self, text: str) -> None:
        inner = self._open[-1] if self._open else None
        if text == "\n":
            if inner is None:
                self._start()
        elif text in ("]", "}"):
            self._close()
        elif text == ",":
            if inner is not None and inner.is_list:
                inner.awaits_entry = True
            else:
                self._start()
        else:
            if inner is not None and inner.awaits_entry:
                inner.count += 1
                inner.awaits_entry = False
                self._path = self._add(inner.path, str(inner.count))
            if text in ("[", "{"):
                self._open.append(_Open(self._path, is_list=text == "["))
            if text == "{":
                self._start()

    def _close(self) -> None:
        if self._open:  # not of a header's second bracket
            self._open.pop()
        self._in_key = False

    def _add(self, table: str, part: str) -> str:
        # No problem names a longer one in full, and a list of thousands would repeat it.
        path = (f"{table}.{part}" if table else part)[: LONGEST + 1]
        if len(path) <= LONGEST:
            self._lines.setdefault(path, self._line)
        return path


class _Open:
    """A list or a table in braces that is not closed yet."""

    def __init__(self, path: str, *, is_list: bool) -> None:
        self.path = path
        self.is_list = is_list
        self.awaits_entry = is_list
        self.count = 0
