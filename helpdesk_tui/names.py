"""Compares names without regard to case and accents."""

import unicodedata


def fold(text: str) -> str:
    """`text` in the form for comparing: without accents, case, and outer or repeated spaces."""
    plain = unicodedata.normalize("NFKD", text).casefold()  # the other way round, a ℡ would keep its capitals
    apart = unicodedata.normalize("NFKD", plain)
    bare = "".join(character for character in apart if not unicodedata.combining(character))
    return " ".join(bare.split())
