"""Text without characters that command a terminal."""

from collections.abc import Callable


def _written_out(character: str) -> str:
    return ascii(character)[1:-1]


def printable(text: str, escape: Callable[[str], str] = _written_out) -> str:
    """`text` with every character that does not print escaped: a bad book or a path may hold any."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else escape(character) for character in text)
