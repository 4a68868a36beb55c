"""Lines of text in pieces with roles; the prompt and the screen each draw a role in their own way."""

from collections.abc import Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """A piece of a line: its text, its role, and the link that it opens, if any."""

    text: str
    role: str = "text"
    link: str | None = None


Line = Sequence[Piece]
