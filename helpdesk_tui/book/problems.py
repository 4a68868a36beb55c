"""The problems of a book, and the error that holds all of them."""

from typing import NamedTuple

LONGEST = 500
"""Characters of a key or a value in a problem: a name in a bad book may have a million."""


class Problem(NamedTuple):
    """A problem of a book.

    `key` is a dotted path, empty for the whole file. `message` is an English message of the catalogue whose
    `{names}` are filled from `values`; the value of `{reason}` is a message of the catalogue too. `line` is
    the line in the file, from 1, or None if it is unknown. `kind` is the name of a kind of finding.
    """

    key: str
    message: str
    values: tuple[tuple[str, str], ...] = ()
    line: int | None = None
    kind: str = "invalid-value"


class BookError(Exception):
    """The book cannot be used because of these problems."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        super().__init__(path, problems)
        self.path = path
        self.problems = problems


def problem(key: str, message: str, **values: object) -> Problem:
    """Make a problem, with every value as text; a long key or value is cut."""
    return Problem(_cut(key), message, tuple((name, _cut(str(value))) for name, value in values.items()))


def finding(kind: str, key: str, message: str, **values: object) -> Problem:
    """Make a problem of this kind, with every value as text."""
    return problem(key, message, **values)._replace(kind=kind)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
