"""Who is on duty as a calendar (RFC 5545): an event for each duty of a roster, or for those of one person."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import blake2b
from itertools import pairwise
from typing import NamedTuple

from icalendar import Calendar, Event

from helpdesk_tui import __version__
from helpdesk_tui.board.board import Board, Roster
from helpdesk_tui.board.clock import from_second


class _Duty(NamedTuple):
    start: int
    end: int
    key: str
    """Of the board's people."""
    reason: str | None


def duty_calendar(
    board: Board,
    rosters: Sequence[Roster],
    start: datetime,
    end: datetime,
    stamp: datetime,
    person: str | None = None,
) -> bytes:
    """An event for each duty by the rosters that lasts for a time between `start` and `end`.

    Turns of one person in a row are one duty. `person` is a key of the board's people: the events are then
    those of that person alone. Where nobody is on duty, or it is not known who is, there is no event. `stamp`
    is the instant of the export. What is exported of one roster can be the calendar of a roster again; the
    events of several rosters name theirs.
    """
    result = Calendar()
    result.add("prodid", f"-//helpdesk-tui//{__version__}//")
    result.add("version", "2.0")
    name = f"{board.title}: {rosters[0].name}" if len(rosters) == 1 else board.title
    result.add("x-wr-calname", name)
    result.add("x-wr-timezone", board.timezone)
    for roster in rosters:
        about = "" if len(rosters) == 1 else f" · {roster.name}"
        for duty in _duties(roster, start, end):
            if person in (None, duty.key):
                summary = board.people[duty.key].name + about
                result.add_component(_event(roster, summary, duty, stamp))
    data: bytes = result.to_ical()
    return data


def _duties(roster: Roster, start: datetime, end: datetime) -> Iterator[_Duty]:
    """Yield the duties, whole: one that is under way at `start` from its own start within the board on."""
    last = int(end.timestamp())
    held: _Duty | None = None
    for turn, until in pairwise([*roster.turns, None]):
        assert turn is not None
        stop = until.start if until else last
        if held and (held.key, held.end, held.reason) == (turn.person, turn.start, turn.reason):
            held = held._replace(end=stop)
            continue
        if held and held.end > int(start.timestamp()):
            yield held
        held = (
            _Duty(turn.start, stop, turn.person, turn.reason) if turn.person and turn.start < last else None
        )
    if held and held.end > int(start.timestamp()):
        yield held


def _event(roster: Roster, summary: str, duty: _Duty, stamp: datetime) -> Event:
    """An event whose identity is the same in every export."""
    event = Event()
    name = blake2b(f"{roster.id} {duty.key} {duty.start}".encode(), digest_size=16).hexdigest()
    event.add("uid", f"{name}@helpdesk-tui")
    event.add("dtstamp", stamp)
    event.add("summary", summary)
    event.add("dtstart", from_second(duty.start))
    event.add("dtend", from_second(duty.end))
    if duty.reason:
        event.add("description", duty.reason)
    return event
