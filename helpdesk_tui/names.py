"""Compares names without regard to case and accents, and finds similar ones."""

import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """`text` without accents, case, and outer or repeated spaces, to be compared."""
    if text.isascii():
        return " ".join(text.casefold().split())
    lower = unicodedata.normalize("NFKD", text).casefold()  # the other way round, a ℡ would keep its capitals
    decomposed = unicodedata.normalize("NFKD", lower)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(bare.split())


def nearest(name: str, known: Iterable[str], cutoff: int = 60) -> str | None:
    """The name of `known` that is most similar to `name`; None where none is, by `cutoff` of 100."""
    from rapidfuzz import fuzz, process  # only a name that is wrong needs it

    found = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=cutoff)
    return found[0] if found else None
