"""Lines of text whose parts have roles: the prompt and the screen each give a role its own colour."""

from collections.abc import Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """A part of a line: its text, its role, and perhaps a link for the reader's terminal to open."""

    text: str
    role: str = "text"
    link: str | None = None


Line = Sequence[Piece]
