"""Compares names without regard to case and accents."""

import unicodedata


def fold(text: str) -> str:
    """`text` without accents, case, and outer or repeated spaces, to be compared."""
    lower = unicodedata.normalize("NFKD", text).casefold()  # the other way round, a ℡ would keep its capitals
    decomposed = unicodedata.normalize("NFKD", lower)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(bare.split())
