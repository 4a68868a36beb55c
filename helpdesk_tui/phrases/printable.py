"""Escapes characters that control a terminal."""

from collections.abc import Callable


def _ascii_escape(character: str) -> str:
    return ascii(character)[1:-1]


def printable(text: str, escape: Callable[[str], str] = _ascii_escape) -> str:
    """`text` with unprintable characters escaped: a bad book or a path may hold any."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else escape(character) for character in text)
