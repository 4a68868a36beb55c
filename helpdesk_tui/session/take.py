"""Taking a duty: who, until when, and the override that says so in a draft of the book."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from helpdesk_tui.board.board import Board, Person
from helpdesk_tui.names import fold, nearest
from helpdesk_tui.session.draft import Draft
from helpdesk_tui.times.days import Holidays
from helpdesk_tui.times.instants import instant_of
from helpdesk_tui.times.typed import read_time

_UNTIL = re.compile(r"(?P<who>.*?)\s*\b(?:hasta|until|till)\b\s*(?:las?\b)?\s*(?P<time>.*)", re.IGNORECASE)


class UnknownPersonError(ValueError):
    """What was typed names no person of the book; `near` is the name that is nearest to it."""

    def __init__(self, name: str, near: str | None) -> None:
        super().__init__(name)
        self.name = name
        self.near = near


class PastError(ValueError):
    """The time until which someone takes the duty is over."""


class Taken(NamedTuple):
    """A duty that someone takes from now on."""

    person: Person
    until: datetime
    """On the wall clock of the book's zone, without an offset."""


def read_taken(text: str, board: Board, now: datetime, holidays: Holidays) -> Taken:
    """Who takes the duty, and until when, from `Luis hasta las 18:00`; `now` has the zone's offset.

    Raises UnknownPersonError, TypedTimeError and PastError.
    """
    found = _UNTIL.fullmatch(text.strip())
    who, time = (found["who"], found["time"]) if found else (text.strip(), "")
    person = _person(board.people.values(), who)
    at = instant_of(read_time(time, now, holidays), board.timezone)
    until = board.local(at).replace(tzinfo=None)
    # Of an hour that the clock repeats, the book's time is the first.
    if instant_of(until, board.timezone) <= now:
        raise PastError
    return Taken(person, until)


def with_taken(draft: Draft, roster: str, taken: Taken, now: datetime) -> Draft:
    """The draft in which `taken` overrides the roster from the minute of `now`, on its wall clock, on.

    Overrides of the same time make room: two that overlap are an error of the book.
    """
    entries = draft.tables["rosters"]
    index = next(place for place, entry in enumerate(entries) if entry.key == roster)
    start = now.replace(tzinfo=None, second=0, microsecond=0)
    kept = [
        part
        for each in entries[index].fields.get("overrides", ())
        for part in _outside(each, start, taken.until)
    ]
    new = {"person": taken.person.id, "from": start, "until": taken.until}
    return draft.with_field("rosters", index, "overrides", [*kept, new])


def _outside(override: Mapping[str, Any], start: datetime, until: datetime) -> Iterable[dict[str, Any]]:
    """What an override leaves outside of [start, until)."""
    begin, end = (datetime.fromisoformat(str(override[name])) for name in ("from", "until"))
    if end <= start or until <= begin:
        yield {**override}
        return
    if begin < start:
        yield {**override, "until": start}
    if until < end:
        yield {**override, "from": until}


def _person(people: Iterable[Person], name: str) -> Person:
    named = {fold(text): each for each in people if each.id for text in (each.name, each.id)}
    if (person := named.get(fold(name))) is not None:
        return person
    begun = {each.id: each for text, each in named.items() if fold(name) and text.startswith(fold(name))}
    if len(begun) == 1:
        return next(iter(begun.values()))
    raise UnknownPersonError(name, nearest(fold(name), list(named)))
