"""Describes errors of TOML syntax in messages of the catalogue."""

import re
import tomllib

from helpdesk_tui.book.problems import Problem, finding
from helpdesk_tui.languages import message

_DOTS = 100
"""The most dots of a line; keys of a book have two or three."""

_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)$")

_TABLE_OF_AN_ARRAY = re.compile(
    r"\s*\[\s*(escalation|shifts|requests\.[\w-]+\.routes|rosters\.[\w-]+\.(?:turns|overrides))\s*\]"
)
_WITHOUT_SECONDS = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?![:\d])")
_LEADING_ZERO = re.compile(r"(?<![\w.:+-])(0)\d+(?![\w.:-])")
_CURLY_QUOTE = re.compile("[“”„‘’‚«»]")

DOUBLE_BRACKETS = message("is a list of tables: each one begins with [[{name}]], in double brackets")
TWICE = message("the key or table stands there twice")
_NOT_CLOSED = message("a text in quotes is not closed")
_STRAIGHT_QUOTES = message('quotes must be straight: "…", not “…”')

# The beginnings of messages of tomllib (Python 3.11 to 3.14), each with our message; the first match counts.
_REASONS: tuple[tuple[str | tuple[str, ...], str], ...] = (
    ("Invalid statement", message("the line is neither a key with its value nor a table in brackets")),
    ("Expected newline or end of document", message("more follows where the line must end")),
    (("Cannot declare", "Cannot overwrite a value", "Duplicate inline table key"), TWICE),
    (
        ("Cannot mutate immutable namespace", "Cannot redefine namespace"),
        message("the table is complete already and takes no more keys"),
    ),
    ("Expected ']", message("the name of the table lacks its closing bracket")),
    ("Expected '=' after a key", message("the key lacks its =")),
    (
        ("Expected", "Unterminated string", "Found invalid character '\\n'", "Illegal character '\\n'"),
        _NOT_CLOSED,
    ),
    (("Found invalid character", "Illegal character"), message("a control character stands there")),
    ("Invalid initial character for a key part", message("a key is missing, or needs quotes")),
    ("Unclosed array", message("the list lacks a comma or its closing bracket")),
    ("Unclosed inline table", message("the table in braces lacks a comma or its closing brace")),
    (
        ("Unescaped '\\'", "Invalid hex value", "Escaped character is not a Unicode scalar value"),
        message("what follows a backslash in a text is wrong; a backslash itself is written \\\\"),
    ),
    ("Invalid date or datetime", message("the date or time does not exist")),
    ("Invalid value", message("the value is missing, or is a text without quotes")),
)


def too_many_dots(text: str) -> Problem | None:
    """The problem of a line with more dots than a key may have: tomllib would need minutes to read it."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _DOTS and not line.lstrip(" \t").startswith("#"):
            problem = finding("not-toml", "", "has more than {limit} dots in a line", limit=_DOTS)
            return problem._replace(line=number)
    return None


def broken(error: Exception, text: str) -> Problem:
    """The problem, with its line, for an error of tomllib."""
    if isinstance(error, RecursionError):
        return finding("not-toml", "", "is nested too deeply")
    theirs = str(error)
    if theirs.startswith("Exceeds the limit"):
        return finding("not-toml", "", "is not TOML: a number in it is too long")
    reason = next((ours for beginning, ours in _REASONS if theirs.startswith(beginning)), None)
    if position := _POSITION.search(theirs):
        number, column = map(int, position.groups())
        line = text.split("\n")[number - 1]
        return _at(line, column, reason)._replace(line=number)
    if theirs.endswith(" (at end of document)"):
        return _at_end(text, reason)
    return finding("not-toml", "", "is not TOML")


def _at(line: str, column: int, reason: str | None) -> Problem:
    """The problem at a column of a line, counted from 1."""
    if reason == TWICE and (array := _TABLE_OF_AN_ARRAY.match(line)):
        return finding("not-toml", "", DOUBLE_BRACKETS, name=array[1])
    for time in _WITHOUT_SECONDS.finditer(line):
        if column - time.end(1) in (1, 2):
            return finding(
                "not-toml",
                "",
                "is not TOML at column {column}: a time has seconds: {meant}",
                column=column,
                meant=f"{time[1]}T{time[2]}:00",
            )
    for number in _LEADING_ZERO.finditer(line):
        if number.end(1) == column - 1:
            return finding(
                "not-toml",
                "",
                "is not TOML at column {column}: a number that begins with 0 is written in quotes: {meant}",
                column=column - 1,
                meant=f'"{number[0]}"',
            )
    if _CURLY_QUOTE.match(line, column - 1) or (reason == _NOT_CLOSED and _CURLY_QUOTE.search(line)):
        reason = _STRAIGHT_QUOTES
    if reason is None:
        return finding("not-toml", "", "is not TOML at column {column}", column=column)
    return finding("not-toml", "", "is not TOML at column {column}: {reason}", column=column, reason=reason)


def _at_end(text: str, reason: str | None) -> Problem:
    """The problem of a text that ends too early, or of quotes of several lines, at their opening line."""
    quotes = max(text.rfind('"""'), text.rfind("'''"), 0)
    end = quotes if _is_complete(f'{text[:quotes]}""') else len(text.rstrip())
    number = text.count("\n", 0, end) + 1
    if reason == _NOT_CLOSED and _CURLY_QUOTE.search(text.split("\n")[number - 1]):
        reason = _STRAIGHT_QUOTES
    if reason is None:
        return finding("not-toml", "", "is not TOML")._replace(line=number)
    return finding("not-toml", "", "is not TOML at its end: {reason}", reason=reason)._replace(line=number)


def _is_complete(text: str) -> bool:
    try:
        tomllib.loads(text)
    except ValueError:
        return False
    return True
