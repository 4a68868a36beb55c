"""Reads who takes over a duty until when, and writes it as an override into a draft."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from helpdesk_tui.board.board import Board, Person
from helpdesk_tui.names import fold, named, nearest
from helpdesk_tui.session.draft import Draft
from helpdesk_tui.times.days import Holidays
from helpdesk_tui.times.instants import instant_of
from helpdesk_tui.times.typed import read_time

_UNTIL = re.compile(r"(?P<who>.*)\b(?:hasta|until|till)\b\s*(?:las?\b)?\s*(?P<time>.*)", re.IGNORECASE)


class UnknownPersonError(ValueError):
    """The text names no person of the book; `near` is the nearest name."""

    def __init__(self, name: str, near: str | None) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


class SeveralPeopleError(ValueError):
    """The text may mean several people of the book, who have these `ids`."""

    def __init__(self, name: str, ids: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.ids = ids


class PastError(ValueError):
    """The end of the duty is past."""


class Takeover(NamedTuple):
    """A duty that a person takes over now."""

    person: Person
    until: datetime
    """On the wall clock of the book's zone, without an offset."""


def read_takeover(text: str, board: Board, now: datetime, holidays: Holidays) -> Takeover:
    """The takeover in a text as `Luis hasta las 18:00`; `now` has the zone's offset.

    Raises UnknownPersonError, SeveralPeopleError, TypedTimeError and PastError.
    """
    match = _UNTIL.fullmatch(text.strip())
    who, time = (match["who"], match["time"]) if match else ("", "")
    # A person may be called Till.
    person = _person(board.people.values(), who.strip() or text.strip())
    at = instant_of(read_time(time, now, holidays), board.timezone)
    until = board.local(at).replace(tzinfo=None)
    # In an hour that the clock repeats, a time of the book is the first one.
    if instant_of(until, board.timezone) <= now:
        raise PastError
    return Takeover(person, until)


def with_takeover(draft: Draft, roster: str, takeover: Takeover, now: datetime) -> Draft:
    """The draft with the takeover as an override of the roster from `now` on, on the book's wall clock.

    Other overrides lose the time that it covers, since two must not overlap.
    """
    entries = draft.tables["rosters"]
    index = [entry.key for entry in entries].index(roster)
    start = now.replace(tzinfo=None, second=0, microsecond=0)
    kept = [
        part
        for each in entries[index].fields.get("overrides", ())
        for part in _outside(each, start, takeover.until)
    ]
    new = {"person": takeover.person.id, "from": start, "until": takeover.until}
    return draft.with_field("rosters", index, "overrides", [*kept, new])


def _outside(override: Mapping[str, Any], start: datetime, until: datetime) -> Iterable[dict[str, Any]]:
    """Yield the parts of an override that are outside [start, until)."""
    begin, end = (datetime.fromisoformat(str(override[name])) for name in ("from", "until"))
    if end <= start or until <= begin:
        yield {**override}
        return
    if begin < start:
        yield {**override, "until": start}
    if until < end:
        yield {**override, "from": until}


def _person(people: Iterable[Person], name: str) -> Person:
    """The person of this id or name, or the only one whose id or name begins with it."""
    known = {each.id: each for each in people if each.id}
    texts = {id: (fold(id), fold(each.name)) for id, each in known.items()}
    begun = [known[id] for id, both in texts.items() if any(text.startswith(fold(name)) for text in both)]
    matching = named(known.values(), name) or (begun if fold(name) else [])
    if not matching:
        raise UnknownPersonError(
            name, nearest(fold(name), [text for both in texts.values() for text in both])
        )
    if len(matching) > 1:
        raise SeveralPeopleError(name, [str(each.id) for each in matching])
    return matching[0]
