"""The type of a kind of finding, and its severities."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """The severity of a finding."""

    ERROR = "error"
    """The book cannot be used, or breaks a rule of its own; it cannot be silenced."""
    WARNING = "warning"
    """An agent may get a wrong answer or none."""
    NOTE = "note"
    """The answers are right; something in the book is superfluous, or may be forgotten."""


class Kind(NamedTuple):
    """A kind of finding; its texts are messages of the catalogue."""

    code: str
    """Never used again for another kind."""
    name: str
    severity: Severity
    means: str
    matters: str
    mend: str
