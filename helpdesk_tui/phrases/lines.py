"""Lines of text in pieces with roles, for which the prompt and the screen have styles."""

from collections.abc import Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """A piece of a line: its text, its role, its link, and the action of a click."""

    text: str
    role: str = "text"
    link: str | None = None
    click: tuple[str, str] | None = None
    """The action of the app that a click runs, with its argument."""


Line = Sequence[Piece]
