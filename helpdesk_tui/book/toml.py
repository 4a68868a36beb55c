"""What is wrong with text that is not TOML, in messages of the catalogue."""

import re

from helpdesk_tui.book.problems import Problem, problem
from helpdesk_tui.languages import message

_DOTS = 100
"""Of a line; keys of a book have two or three."""

_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)$")
_END = " (at end of document)"

# How messages of tomllib begin (Python 3.11 to 3.14), and our message for them; the first one that fits.
_REASONS: tuple[tuple[str | tuple[str, ...], str], ...] = (
    ("Invalid statement", message("the line is neither a key with its value nor a table in brackets")),
    ("Expected newline or end of document", message("more follows where the line must end")),
    (
        ("Cannot declare", "Cannot overwrite a value", "Duplicate inline table key"),
        message("the key or table stands there twice"),
    ),
    (
        ("Cannot mutate immutable namespace", "Cannot redefine namespace"),
        message("the table is complete already and takes no more keys"),
    ),
    ("Expected ']", message("the name of the table lacks its closing bracket")),
    ("Expected '=' after a key", message("the key lacks its =")),
    (
        ("Expected", "Unterminated string", "Found invalid character '\\n'", "Illegal character '\\n'"),
        message("a text in quotes is not closed"),
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
    """The problem that a line has more dots than a key may have: tomllib would read it for minutes."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > _DOTS and not line.startswith("#"):
            return problem("", "has more than {limit} dots in line {line}", limit=_DOTS, line=number)
    return None


def broken(error: Exception) -> Problem:
    """The problem that tomllib's error reports, with its line and column."""
    if isinstance(error, RecursionError):
        return problem("", "is nested too deeply")
    text = str(error)
    if text.startswith("Exceeds the limit"):
        return problem("", "is not TOML: a number in it is too long")
    reason = next((ours for theirs, ours in _REASONS if text.startswith(theirs)), None)
    if position := _POSITION.search(text):
        line, column = position.groups()
        if reason is None:
            return problem("", "is not TOML at line {line}, column {column}", line=line, column=column)
        return problem(
            "",
            "is not TOML at line {line}, column {column}: {reason}",
            line=line,
            column=column,
            reason=reason,
        )
    if reason is not None and text.endswith(_END):
        return problem("", "is not TOML at its end: {reason}", reason=reason)
    return problem("", "is not TOML")
