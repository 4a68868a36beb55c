"""Finds the person named by the summary of a calendar's event."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from helpdesk_tui.names import CONTROLS, DIRECTIONS, fold

LONGEST = 200
"""The most characters of a name."""

_RANK = re.compile(r"\[L([0-9])\]")
_ON_CALL = re.compile(r"on[- ]call\s*(?:-|–|—|:)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+[-–—]\s+")


class Named(NamedTuple):
    """The person named by an event."""

    id: str | None
    """Id of the person in the book; None if the book does not have them."""
    name: str
    """Empty if the event has no name: it is not known who is on duty then."""


class Names:
    """The people of a book by the names that a calendar may use: id, name or e-mail address.

    Case and accents do not matter. A name that two people share names neither.
    """

    def __init__(self, people: Iterable[tuple[str, str, str | None]]) -> None:
        """`people` holds the id, the name and the e-mail address of each."""
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
        """The person named by a summary without its rank: `Ana`, or `On Call - Ana - Schedule`."""
        if person := self._person(text):
            return person
        lead = _ON_CALL.match(text)
        if lead is None:
            return Named(None, text)
        rest = text[lead.end() :]
        # The names of schedules and of people may contain dashes too.
        for end in (len(rest), *(each.start() for each in reversed(list(_BETWEEN.finditer(rest))))):
            if person := self._person(rest[:end]):
                return person
        return Named(None, _BETWEEN.split(rest, maxsplit=1)[0])

    def _person(self, text: str) -> Named | None:
        id = self._ids.get(fold(text))
        return None if id is None else Named(id, self._names[id])


def rank_and_name(summary: str) -> tuple[int, str]:
    """The rank of an event, from `[L1]` to `[L9]` before its name, and its summary without it.

    Control characters become spaces; those that change the writing direction are left out.
    """
    shown = "".join(
        " " if unicodedata.category(each) in CONTROLS else each
        for each in summary
        if unicodedata.bidirectional(each) not in DIRECTIONS
    )
    text = " ".join(shown.split())
    rank = 0
    if match := _RANK.match(text):
        rank, text = int(match[1]), text[match.end() :].strip()
    return rank, text[:LONGEST].strip()
