"""The screen in ASCII, for a terminal whose locale is not UTF-8."""

from functools import lru_cache

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from helpdesk_tui.phrases.ascii import is_address, likeness

_OWN = {"…": "~", "·": "."}
"""Signs of the screen alone: an ellipsis in one cell, and a gap that does not look like messages."""


class Ascii(LineFilter):
    """Draws every character in ASCII, in as many cells."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in ASCII."""
        return [Segment(plain(text), style, control) for text, style, control in segments]


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`text` in ASCII, in as many cells: without accents, and a question mark for what has no likeness."""
    if text.isascii():
        return text
    return " ".join(map(_plain_word, text.split(" ")))


def _plain_word(word: str) -> str:
    graphemes, _ = split_graphemes(word)
    address = is_address(word)
    return "".join(_sign(word[begin:end], width, address) for begin, end, width in graphemes)


def _sign(character: str, width: int, address: bool) -> str:
    if character.isascii():
        return character
    sign = _OWN.get(character) or likeness(character)
    return sign if not address and cell_len(sign) == width else "?" * width
