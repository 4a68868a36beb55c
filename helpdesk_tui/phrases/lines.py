"""Lines of text in pieces with roles; the prompt and the screen each draw a role in their own way."""

from collections.abc import Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """A piece of a line: its text, its role, the link that it opens, and what a click on it does."""

    text: str
    role: str = "text"
    link: str | None = None
    click: tuple[str, str] | None = None
    """An action of the screen's app, with its argument."""


Line = Sequence[Piece]
