"""Who is on duty as a calendar (RFC 5545): an event for each duty of a roster, or for those of one person."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from helpdesk_tui.board.board import Board, Roster
from helpdesk_tui.board.clock import from_second
from helpdesk_tui.cli.exports.ics import add_event, new_calendar


class _Duty(NamedTuple):
    start: int
    end: int
    key: str
    """The key of the person in the board's people."""
    reason: str | None


def duty_calendar(
    board: Board,
    rosters: Sequence[Roster],
    start: datetime,
    end: datetime,
    stamp: datetime,
    person: str | None = None,
) -> bytes:
    """An event for each duty of the rosters that overlaps [start, end), or for those of one person.

    Successive turns of one person are one duty. `person` is a key of the board's people. Where nobody is on
    duty, or it is not known who is, there is no event. `stamp` is the instant of the export. The calendar of
    one roster can be read as a roster's calendar again; the events of several rosters name their roster.
    """
    single = len(rosters) == 1
    result = new_calendar(board, f"{board.title}: {rosters[0].name}" if single else board.title)
    for roster in rosters:
        for duty in _duties(roster, start, end):
            if person in (None, duty.key):
                summary = board.people[duty.key].name + ("" if single else f" · {roster.name}")
                key = f"{board.title} {roster.id} {duty.key} {duty.start}"
                begins, ends = from_second(duty.start), from_second(duty.end)
                event = add_event(result, key, stamp, summary, begins, ends)
                if duty.reason:
                    event.add("description", duty.reason)
    data: bytes = result.to_ical()
    return data


def _duties(roster: Roster, start: datetime, end: datetime) -> Iterator[_Duty]:
    """Yield the duties, each whole: one that is under way at `start` begins where it does on the board."""
    first, last = int(start.timestamp()), int(end.timestamp())
    runs = [next(turns) for _, turns in groupby(roster.turns, key=lambda turn: turn[1:])]
    ends = [*(turn.start for turn in runs[1:]), last]
    for turn, stop in zip(runs, ends, strict=True):
        if turn.person and turn.start < last and stop > first:
            yield _Duty(turn.start, stop, turn.person, turn.reason)
