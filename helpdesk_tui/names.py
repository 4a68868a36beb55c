"""Compares names without regard to case and accents, and finds similar ones."""

import unicodedata
from collections.abc import Iterable

_COMPARED = 20
"""How many names are compared letter by letter."""


def fold(text: str) -> str:
    """`text` without accents, case, and outer or repeated spaces, to be compared."""
    if text.isascii():
        return " ".join(text.casefold().split())
    lower = unicodedata.normalize("NFKD", text).casefold()  # the other way round, a ℡ would keep its capitals
    decomposed = unicodedata.normalize("NFKD", lower)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(bare.split())


def near(name: str, known: Iterable[str], most: int) -> list[str]:
    """The names of `known` that are similar to `name`, at most `most`, best first."""
    from difflib import SequenceMatcher, get_close_matches  # needed when a name is wrong, and slow to load
    from heapq import nlargest

    matcher = SequenceMatcher(b=name)

    def shared_letters(other: str) -> float:
        matcher.set_seq1(other)
        return matcher.quick_ratio()

    # Among thousands of long names, difflib alone would take a fifth of a second.
    return get_close_matches(name, nlargest(_COMPARED, known, key=shared_letters), most)
