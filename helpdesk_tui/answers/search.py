"""Searches the book as people type; where nothing holds the words, finds names with similar ones."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from helpdesk_tui.answers.entries import NAMES, Entry, Field, Text, request_entries
from helpdesk_tui.board.board import Board
from helpdesk_tui.names import fold

_LONGEST = 200
"""Characters of a search."""

_SIMILAR = 70
"""How similar two words are, of 100, where one may be the other mistyped."""

_MOST = 8
"""Names that are proposed."""


class Found(NamedTuple):
    """What a search found, best first."""

    entries: tuple[Entry, ...]
    words: tuple[str, ...]
    """What was searched."""
    similar: bool
    """Whether nothing holds all the words; the entries have similar ones in their names."""

    def match(self, entry: Entry) -> Text:
        """The text of `entry` for which it was found."""
        whole = " ".join(self.words)
        if self.similar:
            from rapidfuzz.fuzz import token_set_ratio

            names = [each for each in entry.texts if each.field in NAMES]
            return max(names, key=lambda each: token_set_ratio(whole, each.searched))
        return max(
            entry.texts,
            key=lambda each: (
                f" {whole}\n" in each.searched,
                sum(f" {word}" in each.searched for word in self.words),
                sum(word in each.searched for word in self.words),
            ),
        )


class Index:
    """Entries to be searched."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)

    def search(self, text: str) -> Found:
        """What holds every word of `text`, or else what has similar words in its names.

        The case, the accents, and the spaces and signs of a number do not matter.
        """
        if len(text) > _LONGEST:
            return Found((), (), similar=False)
        words = _words(text)
        if found := self._holding(words):
            return Found(tuple(found), tuple(words), similar=False)
        found = self._similar(words)
        return Found(tuple(found), tuple(words), similar=bool(found))

    def _holding(self, words: list[str]) -> list[Entry]:
        needles = [_needle(word) for word in words]
        found: Iterable[Entry] = self.entries
        for needle in needles:
            found = [entry for entry in found if needle in entry.all]
        whole = " ".join(words)
        ranked: list[list[Entry]] = [[] for _ in range(_RANKS)]
        for entry in found:
            ranked[_rank(entry, needles, whole)].append(entry)
        return [entry for entries in ranked for entry in entries]

    def _similar(self, words: list[str]) -> list[Entry]:
        """The entries with a word like each of `words` in their names, most similar first.

        A number is not guessed: it is there, or it is not.
        """
        from rapidfuzz import fuzz, process  # most searches find what they name

        scores: list[dict[int, float]] = []
        for word in words:
            rows = [(word, 100.0, 0)]
            if not word.isdigit():
                rows = process.extract(word, self._words, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=100)
            best: dict[int, float] = {}
            for name, score, _ in reversed(rows):  # the most similar last: its score stays
                best.update(dict.fromkeys(self._vocabulary.get(name, ()), score))
            scores.append(best)
        found = set(scores[0]).intersection(*scores[1:])
        total = {number: sum(each[number] for each in scores) for number in sorted(found)}
        return [self.entries[number] for number in sorted(total, key=total.__getitem__, reverse=True)]

    @cached_property
    def _vocabulary(self) -> dict[str, list[int]]:
        """Each word of the names, with the numbers of the entries that have it."""
        vocabulary: dict[str, list[int]] = {}
        for number, entry in enumerate(self.entries):
            for word in set(entry.names.split()):
                vocabulary.setdefault(word, []).append(number)
        return vocabulary

    @cached_property
    def _words(self) -> list[str]:
        return [word for word in self._vocabulary if not word.isdigit()]


def nearest(board: Board, named: str) -> list[str]:
    """Names of requests that are like `named`, best first; the ids where none is."""
    found = Index(request_entries(board)).search(named)
    names = []
    for entry in found.entries[:_MOST] if found.words else ():
        match = found.match(entry)
        names.append(match.written if match.field in (Field.ID, Field.ALIAS) else entry.item.name)
    return names or list(board.requests)[:12]


_WHOLE, _BEGINS, _WORDS, _IN_NAMES, _IN_WAYS, _IN_NOTE, _IN_CHANNELS = range(7)
_RANKS = 7


def _rank(entry: Entry, needles: list[str], whole: str) -> int:
    """How well an entry that holds all of the needles does so; 0 is best."""
    names = entry.names
    if f"\n {whole}\n" in names or f" {whole}\n" in entry.ways:
        return _WHOLE
    if f"\n {whole}" in names:
        return _BEGINS
    if _holds(names, needles):
        return _WORDS if _holds(names, [f" {each.lstrip()}" for each in needles]) else _IN_NAMES
    if _holds(entry.names_and_ways, needles):
        return _IN_WAYS
    return _IN_NOTE if _holds(entry.all_but_channels, needles) else _IN_CHANNELS


def _holds(text: str, needles: list[str]) -> bool:
    for each in needles:  # noqa: SIM110 (all() takes twice as long, for each of thousands of entries)
        if each not in text:
            return False
    return True


def _needle(word: str) -> str:
    """What an entry must hold for a word: one or two digits only where a text, or a word of it, begins so."""
    return f" {word}" if word.isdigit() and len(word) < 3 else word


_EXTENSION = re.compile(r"\b(?:ext|extension|anexo|interno)\b\.? ?(\d+)", re.ASCII)
_NUMBER = re.compile(r"[+(]{0,2}\d[\d ().+/-]*", re.ASCII)


def _words(text: str) -> list[str]:
    """The words of a search; the digits of a number are one, an extension with its number is another."""
    plain = fold(text)
    extensions = [f"ext {digits}" for digits in _EXTENSION.findall(plain)]
    rest = _EXTENSION.sub(" ", plain).strip()
    if _NUMBER.fullmatch(rest):
        rest = re.sub(r"\D", "", rest).removeprefix("00")
    return [*rest.split(), *extensions]
