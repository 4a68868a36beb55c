"""Searches the book while people type; if nothing contains the words, finds names with similar words."""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from helpdesk_tui.answers.entries import NAMES, Entry, Field, Text, request_entries
from helpdesk_tui.board.board import Board
from helpdesk_tui.names import fold

_LONGEST = 200
"""The most characters of a search."""

_SIMILAR = 70
"""The least similarity of two words, of 100, for one to be the other mistyped."""

_MOST = 8
"""The most names that are proposed."""


class Matches(NamedTuple):
    """The entries that match a search, best first."""

    entries: tuple[Entry, ...]
    words: tuple[str, ...]
    """The words of the search."""
    similar: bool
    """Whether the entries only have similar words in their names, because none contains all the words."""

    def match(self, entry: Entry) -> Text:
        """The text of `entry` that matches best."""
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

    def search(self, text: str) -> Matches:
        """The entries that contain every word of `text` or all of it, or else those with similar names.

        Case, accents, and the spaces and signs of a number do not matter.
        """
        if len(text) > _LONGEST:
            return Matches((), (), similar=False)
        words = _words(text)
        for wanted in (words, [fold(text)]):
            if entries := self._containing(wanted):
                return Matches(tuple(entries), tuple(wanted), similar=False)
        entries = self._similar(words) if words else []
        return Matches(tuple(entries), tuple(words), similar=bool(entries))

    def _containing(self, words: list[str]) -> list[Entry]:
        """The entries that contain all of `words`, best first."""
        needles = [_needle(word) for word in words]
        entries: Iterable[Entry] = self.entries
        for needle in needles:
            entries = [entry for entry in entries if needle in entry.all]
        whole = " ".join(words)
        return sorted(entries, key=lambda entry: _rank(entry, needles, whole))

    def _similar(self, words: list[str]) -> list[Entry]:
        """The entries with a word similar to each of `words` in their names, most similar first.

        A number must be the same.
        """
        from rapidfuzz import fuzz, process  # most searches match as they are

        scores: list[dict[int, float]] = []
        for word in words:
            rows = [(word, 100.0, 0)]
            if not word.isdigit():
                rows = process.extract(word, self._words, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=100)
            best: dict[int, float] = {}
            for name, score, _ in reversed(rows):  # the highest score comes last and stays
                best.update(dict.fromkeys(self._vocabulary.get(name, ()), score))
            scores.append(best)
        matching = set(scores[0]).intersection(*scores[1:])
        total = {number: sum(each[number] for each in scores) for number in sorted(matching)}
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


def similar_requests(board: Board, named: str) -> list[str]:
    """Names of requests that are similar to `named`, best first; ids of requests if none is."""
    matches = Index(request_entries(board)).search(named)
    names = []
    for entry in matches.entries[:_MOST] if matches.words else ():
        match = matches.match(entry)
        names.append(match.written if match.field in (Field.ID, Field.ALIAS) else entry.item.name)
    return names or list(board.requests)[:_MOST]


_WHOLE, _BEGINS, _WORDS, _IN_NAMES, _IN_WAYS, _IN_NOTE, _IN_CHANNELS = range(7)


def _rank(entry: Entry, needles: list[str], whole: str) -> int:
    """The rank of an entry that contains all needles; 0 is best."""
    names = entry.names
    if f"\n {whole}\n" in names or f" {whole}\n" in entry.ways:
        return _WHOLE
    if f"\n {whole}" in names:
        return _BEGINS
    if _contains(names, needles):
        return _WORDS if _contains(names, [f" {each.lstrip()}" for each in needles]) else _IN_NAMES
    if _contains(entry.names_and_ways, needles):
        return _IN_WAYS
    return _IN_NOTE if _contains(entry.all_but_channels, needles) else _IN_CHANNELS


def _contains(text: str, needles: list[str]) -> bool:
    for each in needles:  # noqa: SIM110 (all() takes twice as long, for each of thousands of entries)
        if each not in text:
            return False
    return True


def _needle(word: str) -> str:
    """The text that an entry must contain for a word; one or two digits must begin a word."""
    return f" {word}" if word.isdigit() and len(word) < 3 else word


_EXTENSION = re.compile(r"\b(?:ext|extension|anexo|interno)\b\.? ?(\d+)", re.ASCII)
_NUMBER = re.compile(r"[+(]{0,2}\d[\d ().+/-]*", re.ASCII)


def _words(text: str) -> list[str]:
    """The words of a search; the digits of a number are one word, and so is an extension with its number."""
    plain = fold(text)
    extensions = [f"ext {digits}" for digits in _EXTENSION.findall(plain)]
    rest = _EXTENSION.sub(" ", plain).strip()
    if _NUMBER.fullmatch(rest):
        rest = re.sub(r"\D", "", rest).removeprefix("00")
    return [*rest.split(), *extensions]
