"""Telephone numbers in large solid digits, three lines tall, of half blocks."""

from itertools import zip_longest

_PIXELS = {
    "0": "### #.# #.# #.# ###",
    "1": "##. .#. .#. .#. ###",
    "2": "### ..# ### #.. ###",
    "3": "### ..# ### ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
    "(": ".# #. #. #. .#",
    ")": "#. .# .# .# #.",
    "+": "... .#. ### .#. ...",
    "-": ".. .. ## .. ..",
    ".": ". . . . #",
    "/": "..# ..# .#. #.. #..",
    " ": ". . . . .",
}
"""Five rows of pixels for each sign; a pixel is a column wide and half a line tall."""

_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}
"""The character for an upper and a lower pixel."""


def large_digits(number: str) -> list[str] | None:
    """`number` in three lines of equal width; None where it has a sign that cannot be drawn."""
    signs = [_PIXELS.get(sign) for sign in number]
    if None in signs:
        return None
    rows = [".".join(parts) for parts in zip(*(sign.split() for sign in signs if sign), strict=True)]
    return [
        "".join(_HALVES[upper + lower] for upper, lower in zip(above, below, strict=True))
        for above, below in zip_longest(rows[::2], rows[1::2], fillvalue="." * len(rows[0]))
    ]
