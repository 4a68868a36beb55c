"""Compares names without regard to case and accents, finds similar ones, and says what none may hold."""

import unicodedata
from collections.abc import Collection, Iterable
from itertools import chain, count
from typing import Protocol, TypeVar


class _Named(Protocol):
    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str: ...


_N = TypeVar("_N", bound=_Named)

CONTROLS = {"Cc", "Cs", "Zl", "Zp"}
"""The categories of characters that a terminal obeys instead of showing them."""
DIRECTIONS = {"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""The bidirectional classes of characters that turn the writing direction."""


def fold(text: str) -> str:
    """`text` without accents, case, and outer or repeated spaces, to be compared."""
    if text.isascii():
        return " ".join(text.casefold().split())
    lower = unicodedata.normalize("NFKD", text).casefold()  # the other way round, a ℡ would keep its capitals
    decomposed = unicodedata.normalize("NFKD", lower)
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return " ".join(bare.split())


def named(known: Iterable[_N], text: str) -> list[_N]:
    """Those with this id, else with this name; one that is written the same goes before a similar one."""
    known, folded = list(known), fold(text)
    return (
        [each for each in known if each.id == text]
        or [each for each in known if each.id and fold(each.id) == folded]
        or [each for each in known if each.name == text]
        or [each for each in known if fold(each.name) == folded]
    )


def free_key(name: str, taken: Collection[str], otherwise: str) -> str:
    """A key after `name`, or `otherwise`, that is not taken: `chat-online`, `chat-online-2`."""
    words = "".join(each if each.isascii() and each.isalnum() else " " for each in fold(name)).split()
    base = "-".join(words)[:50].strip("-") or otherwise
    keys = chain([base], (f"{base}-{number}" for number in count(2)))
    return next(key for key in keys if key not in taken)


def nearest(name: str, known: Iterable[str], cutoff: int = 60) -> str | None:
    """The name of `known` that is most similar to `name`; None where none is, by `cutoff` of 100."""
    from rapidfuzz import fuzz, process  # only a name that is wrong needs it

    match = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=cutoff)
    return match[0] if match else None
