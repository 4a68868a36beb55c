"""The shift sheet: what a shift's people need to know of its hours."""

from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Coverage, coverage
from helpdesk_tui.board.board import LOOK_AHEAD, Board, Channel, Shift, Span, State


class ShiftTimes(NamedTuple):
    """One turn of a shift, [start, end) in UTC; `name` is None where the calendar day is the shift."""

    name: str | None
    start: datetime
    end: datetime


class Turn(NamedTuple):
    """A channel's change of state within a shift."""

    at: datetime
    channel: Channel
    state: State
    comment: str | None


class Exceptional(NamedTuple):
    """A calendar day that is not as its weekday is: a public holiday, or what the rules comment on."""

    day: date
    comment: str
    channels: tuple[Channel, ...]
    """Those whose hours it touches; empty for a holiday that touches none."""


class Sheet(NamedTuple):
    """What a shift's people need to know of it."""

    times: ShiftTimes
    through: tuple[Channel, ...]
    """Open from its start to its end."""
    unknown: tuple[Channel, ...]
    """Not known to be open at any time of it, and not closed all of it."""
    turns: tuple[Turn, ...]
    coverages: tuple[Coverage, ...]
    """Of every request, within the shift."""
    holiday: date | None
    """The next public holiday from the shift's first day on."""
    exceptions: tuple[Exceptional, ...]
    """Of the seven days from the shift's first day on."""


def current(board: Board, at: datetime, shift: Shift | None = None) -> ShiftTimes | None:
    """The shift in force at `at`, else the next one; of `shift` alone where it is given.

    None where the book has shifts and none begins within the look-ahead. Without shifts in the book
    it is the calendar day.
    """
    if not board.shifts:
        start, end = board.day(board.local(at).date())
        return ShiftTimes(None, start, end)
    wanted = board.shifts if shift is None else (shift,)
    turns = [turn for each in wanted if (turn := _turn(board, each, at)) is not None]
    return min(turns, key=lambda turn: max(turn.start, at), default=None)


def sheet(board: Board, times: ShiftTimes) -> Sheet:
    """The sheet of one turn of a shift, which lies in the board's window."""
    through, unknown, turns = [], [], []
    for channel in board.channels.values():
        spans = _by_state(board.spans(channel, times.start, times.end))
        states = {span.state for span in spans}
        if states == {State.OPEN}:
            through.append(channel)
        elif State.OPEN not in states and State.UNKNOWN in states:
            unknown.append(channel)
        turns += [Turn(span.start, channel, span.state, span.comment) for span in spans[1:]]
    first = board.local(times.start).date()
    return Sheet(
        times,
        tuple(through),
        tuple(unknown),
        tuple(sorted(turns, key=lambda turn: turn.at)),
        tuple(coverage(board, request, times.start, times.end) for request in board.requests.values()),
        next((day for day in board.holidays if day >= first), None),
        tuple(_exceptions(board, first)),
    )


def _turn(board: Board, shift: Shift, at: datetime) -> ShiftTimes | None:
    """The turn of `shift` that holds `at`, else the next one."""
    worked = Channel(shift.hours, shift.name, shift.hours)
    for span in _by_state(board.spans(worked, board.start, board.end)):
        if span.state is State.OPEN and span.end > at:
            if span.start > at + LOOK_AHEAD:
                return None
            endless = span.end == board.end
            start, end = board.day(board.local(at).date()) if endless else (span.start, span.end)
            return ShiftTimes(shift.name, start, end)
    return None


def _exceptions(board: Board, first: date) -> list[Exceptional]:
    found = []
    for ahead in range(7):
        day = first + timedelta(days=ahead)
        touched: dict[str, list[Channel]] = {}
        if day in board.holidays:
            touched[board.holidays[day]] = []
        for channel in board.channels.values():
            for comment in {span.comment for span in board.spans(channel, *board.day(day)) if span.comment}:
                touched.setdefault(comment, []).append(channel)
        found += [Exceptional(day, comment, tuple(channels)) for comment, channels in touched.items()]
    return found


def _by_state(spans: list[Span]) -> list[Span]:
    """Spans that differ by comment alone as one."""
    groups = (list(group) for _, group in groupby(spans, key=attrgetter("state")))
    return [group[0]._replace(end=group[-1].end) for group in groups]
