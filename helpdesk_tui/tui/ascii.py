"""The screen in ASCII, for a terminal whose locale is not UTF-8."""

import locale
from functools import lru_cache
from unicodedata import normalize

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_SIGNS = {
    "●": "*", "◐": "!", "○": "o", "▸": ">", "▾": "v", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "▆": "#", "░": "?", "▂": "=", "·": ".", "…": "~", "×": "x", "—": "-", "–": "-", "•": ".",
    "¿": "?", "¡": "!",
    "─": "-", "━": "-", "═": "=", "╺": "-", "╸": "-", "╶": "-", "╴": "-", "╌": "-",
    "│": "|", "┃": "|", "║": "|", "╹": "|", "╻": "|", "╷": "|", "╵": "|", "▏": "|", "▎": "|", "▌": "|",
    "█": "#", "▇": "#", "▁": "_", "▔": "-", "‘": "'", "’": "'", "“": '"', "”": '"',
}  # fmt: skip
_BOX = range(0x2500, 0x2580)


def speaks_utf8() -> bool:
    """Whether the terminal's locale is UTF-8, whatever Python itself was told."""
    return locale.getencoding().lower().replace("-", "") == "utf8"


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
    # Without its accents an address would be someone else's.
    address = "@" in word or "://" in word
    spans, _ = split_graphemes(word)
    return "".join(_likeness(word[begin:end], width, address) for begin, end, width in spans)


def _likeness(character: str, width: int, address: bool) -> str:
    if character.isascii():
        return character
    if address:
        return "?" * width
    sign = _SIGNS.get(character)
    if sign is None and len(character) == 1 and ord(character) in _BOX:
        sign = "+"
    if sign is None:
        sign = "".join(each for each in normalize("NFKD", character) if each.isascii())
    return sign if sign and cell_len(sign) == width else "?" * width
