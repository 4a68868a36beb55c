"""What is wrong with text that is not TOML, in messages of the language catalogue."""

import re

from helpdesk_tui.book.problems import Problem, problem
from helpdesk_tui.languages import message

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")
_END = " (at end of document)"

_UNCLOSED_TEXT = message("a text in quotes is not closed")
_TWICE = message("the key or table stands there twice")
_COMPLETE = message("the table is complete already and takes no more keys")
_BRACKET = message("the name of the table lacks its closing bracket")
_ESCAPE = message("what follows a backslash in a text is wrong; a backslash itself is written \\\\")

# How each message of tomllib begins (Python 3.11 to 3.14), and ours for it.
_REASONS = (
    ("Invalid statement", message("the line is neither a key with its value nor a table in brackets")),
    ("Expected newline or end of document", message("more follows where the line must end")),
    ("Found invalid character '\\n'", _UNCLOSED_TEXT),
    ("Illegal character '\\n'", _UNCLOSED_TEXT),
    ("Found invalid character", message("a control character stands there")),
    ("Illegal character", message("a control character stands there")),
    ("Cannot declare", _TWICE),
    ("Cannot overwrite a value", _TWICE),
    ("Duplicate inline table key", _TWICE),
    ("Cannot mutate immutable namespace", _COMPLETE),
    ("Cannot redefine namespace", _COMPLETE),
    ("Expected ']' at the end", _BRACKET),
    ("Expected ']]' at the end", _BRACKET),
    ("Expected '=' after a key", message("the key lacks its =")),
    ("Expected", _UNCLOSED_TEXT),
    ("Unterminated string", _UNCLOSED_TEXT),
    ("Invalid initial character for a key part", message("a key is missing, or needs quotes")),
    ("Unclosed array", message("the list lacks a comma or its closing bracket")),
    ("Unclosed inline table", message("the table in braces lacks a comma or its closing brace")),
    ("Unescaped '\\'", _ESCAPE),
    ("Invalid hex value", _ESCAPE),
    ("Escaped character is not a Unicode scalar value", _ESCAPE),
    ("Invalid date or datetime", message("the date or time does not exist")),
    ("Invalid value", message("the value is missing, or is a text without quotes")),
)


def broken(error: Exception) -> Problem:
    """What tomllib's error tells of, with its place."""
    if isinstance(error, RecursionError):
        return problem("", "is nested too deeply")
    text = str(error)
    if text.startswith("Exceeds the limit"):
        return problem("", "is not TOML: a number in it is too long")
    reason = next((ours for theirs, ours in _REASONS if text.startswith(theirs)), None)
    place = _PLACE.search(text)
    if place is not None:
        line, column = place.groups()
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
