"""Finds the person of a book whom the summary of a calendar's event names."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from helpdesk_tui.names import fold

LONGEST = 200
"""Characters of a name that is not in the book."""

_RANK = re.compile(r"\[L([0-9])\]")
_ON_CALL = re.compile(r"on[- ]call\s*(?:-|–|—|:)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+[-–—]\s+")
_DIRECTIONS = {"LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_UNSEEN = {"Cc", "Cs", "Zl", "Zp"}


class Named(NamedTuple):
    """Whom an event names: a person of the book, or else a name that stands as it is."""

    id: str | None
    """Id of a person of the book."""
    name: str
    """Empty where the event does not say who it is: it is not known who is on duty then."""


class Names:
    """The people of a book by what a calendar may call them: their id, name or e-mail address.

    Case and accents do not matter. A name that two people share names neither.
    """

    def __init__(self, people: Iterable[tuple[str, str, str | None]]) -> None:
        """`people` are the id, the name and the e-mail address of each."""
        rows = list(people)
        self._ids: dict[str, str | None] = {}
        self._names = {id: name for id, name, _ in rows}
        for column in (0, 1, 2):
            earlier = set(self._ids)
            for row in rows:
                key = fold(row[column] or "")
                if key and key not in earlier:
                    same = self._ids.setdefault(key, row[0]) == row[0]
                    self._ids[key] = row[0] if same else None

    def named(self, text: str) -> Named:
        """Whom a summary without its rank names: `Ana`, or `On Call - Ana - Schedule`."""
        if found := self._person(text):
            return found
        lead = _ON_CALL.match(text)
        if lead is None:
            return Named(None, text)
        rest = text[lead.end() :]
        # The name of a schedule may hold a dash as well, and so may that of a person.
        for end in (len(rest), *(each.start() for each in reversed(list(_BETWEEN.finditer(rest))))):
            if found := self._person(rest[:end]):
                return found
        return Named(None, _BETWEEN.split(rest, maxsplit=1)[0])

    def _person(self, text: str) -> Named | None:
        id = self._ids.get(fold(text))
        return None if id is None else Named(id, self._names[id])


def rank_and_name(summary: str) -> tuple[int, str]:
    """The rank of an event, which `[L1]` to `[L9]` before the name says, and its summary without it.

    Control characters become spaces; those that turn the writing direction are left out.
    """
    shown = "".join(
        " " if unicodedata.category(each) in _UNSEEN else each
        for each in summary
        if unicodedata.bidirectional(each) not in _DIRECTIONS
    )
    text = " ".join(shown.split())
    rank = 0
    if found := _RANK.match(text):
        rank, text = int(found[1]), text[found.end() :].strip()
    return rank, text[:LONGEST].strip()
