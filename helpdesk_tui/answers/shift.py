"""The shift sheet: what the people of a shift need to know about its hours."""

from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Coverage, coverage
from helpdesk_tui.answers.status import channel_status
from helpdesk_tui.board.board import Board, Channel, Shift, Span, State

_WEEK = timedelta(days=7)


class ShiftTimes(NamedTuple):
    """One shift, [start, end) in UTC; `name` is None where the calendar day is the shift."""

    name: str | None
    start: datetime
    end: datetime
    goes_on: bool = False
    """Whether the shift goes on after `end`: one of more than a week is shown day by day."""


class Change(NamedTuple):
    """A channel's change of state within a shift."""

    at: datetime
    channel: Channel
    state: State
    comment: str | None


class Exceptional(NamedTuple):
    """What is exceptional on a calendar day: a public holiday, or hours that the rules comment on."""

    day: date
    comment: str
    channels: tuple[Channel, ...]
    """The channels whose hours it affects; empty for a holiday that affects none."""


class ShiftSheet(NamedTuple):
    """What the people of a shift need to know."""

    times: ShiftTimes
    through: tuple[Channel, ...]
    """The channels that are open from its start to its end."""
    unknown: tuple[Channel, ...]
    """The channels that are never known to be open in it, and not always closed."""
    changes: tuple[Change, ...]
    coverages: tuple[Coverage, ...]
    """The coverage of every request within the shift."""
    holiday: date | None
    """The next public holiday, from the shift's first day on."""
    exceptions: tuple[Exceptional, ...]
    """Those of the seven days from the shift's first day on."""


def current(board: Board, at: datetime, shift: Shift | None = None) -> ShiftTimes | None:
    """The shift that is worked at `at`, else the next one; only `shift` counts where it is given.

    Without shifts in the book it is the calendar day. None where the book has shifts and none of them
    begins within the look-ahead.
    """
    if not board.shifts:
        start, end = board.day(board.local(at).date())
        return ShiftTimes(None, start, end)
    wanted = board.shifts if shift is None else (shift,)
    candidates = [times for each in wanted if (times := _times(board, each, at)) is not None]
    return min(candidates, key=lambda each: max(each.start, at), default=None)


def sheet(board: Board, times: ShiftTimes) -> ShiftSheet:
    """The sheet of a shift, which lies in the board's window."""
    through, unknown, changes = [], [], []
    for channel in board.channels.values():
        spans = _by_state(board.spans(channel, times.start, times.end))
        states = {span.state for span in spans}
        if states == {State.OPEN}:
            through.append(channel)
        elif State.OPEN not in states and State.UNKNOWN in states:
            unknown.append(channel)
        changes += [Change(span.start, channel, span.state, span.comment) for span in spans[1:]]
    first = board.local(times.start).date()
    return ShiftSheet(
        times,
        tuple(through),
        tuple(unknown),
        tuple(sorted(changes, key=lambda change: change.at)),
        tuple(coverage(board, request, times.start, times.end) for request in board.requests.values()),
        next((day for day in board.holidays if day >= first), None),
        tuple(_exceptions(board, first)),
    )


def _times(board: Board, shift: Shift, at: datetime) -> ShiftTimes | None:
    """The times of `shift` that hold `at`, else the next ones."""
    worked = Channel(shift.hours, shift.name, shift.hours)
    now, earliest = channel_status(board, worked, at), max(at - _WEEK, board.start)
    start = now.opens
    if now.state is State.OPEN:
        start = _by_state(board.spans(worked, earliest, at + timedelta(seconds=1)))[-1].start
    if start is None:
        return None
    end = channel_status(board, worked, max(at, start)).until
    if earliest < start and end is not None and end - start <= _WEEK:
        return ShiftTimes(shift.name, start, end)
    midnight, end_of_day = board.day(board.local(max(at, start)).date())
    last = end_of_day if end is None else min(end, end_of_day)
    return ShiftTimes(shift.name, max(start, midnight), last, goes_on=last != end)


def _exceptions(board: Board, first: date) -> list[Exceptional]:
    exceptions: list[Exceptional] = []
    for ahead in range(7):
        day = first + timedelta(days=ahead)
        affected: dict[str, list[Channel]] = {}
        if day in board.holidays:
            affected[board.holidays[day]] = []
        for channel in board.channels.values():
            for comment in {span.comment for span in board.spans(channel, *board.day(day)) if span.comment}:
                affected.setdefault(comment, []).append(channel)
        exceptions += [Exceptional(day, comment, tuple(channels)) for comment, channels in affected.items()]
    return exceptions


def _by_state(spans: list[Span]) -> list[Span]:
    """The spans, with neighbours of one state as one."""
    groups = (list(group) for _, group in groupby(spans, key=attrgetter("state")))
    return [group[0]._replace(end=group[-1].end) for group in groups]
