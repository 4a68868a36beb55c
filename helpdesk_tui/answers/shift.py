"""The shift sheet: what the people of a shift need to know about its hours."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Coverage, coverage
from helpdesk_tui.answers.next_changes import Changes, changes_after
from helpdesk_tui.answers.status import Status, channel_status, statuses
from helpdesk_tui.board.board import Board, Channel, Request, Shift, State

_WEEK = timedelta(days=7)


class ShiftTimes(NamedTuple):
    """The times of a shift, [start, end) in UTC; `name` is None if the shift is a calendar day."""

    name: str | None
    start: datetime
    end: datetime
    goes_on: bool = False
    """Whether the shift goes on after `end`: one longer than a week is shown day by day."""


class Exceptional(NamedTuple):
    """An exception on a calendar day: a public holiday, or hours with a comment."""

    day: date
    comment: str
    channels: tuple[Channel, ...]
    """The affected channels; empty for a holiday that affects none."""


class ShiftSheet(NamedTuple):
    """The sheet of a shift; each channel is in one of four groups."""

    times: ShiftTimes
    changes: tuple[Changes, ...]
    """The changes that are still to come within the shift."""
    past: int
    """How many changes within the shift are over."""
    through: tuple[Status, ...]
    """The channels that are open during the whole shift."""
    part: tuple[Status, ...]
    """The channels that are open during a part of the shift."""
    unknown: tuple[Status, ...]
    """The channels that are never open during the shift, and at times unknown."""
    closed: tuple[Status, ...]
    coverages: tuple[Coverage, ...]
    """The coverage of every request within the shift, without the gaps that are over."""
    holiday: date | None
    """The next public holiday, from the shift's first day on."""
    exceptions: tuple[Exceptional, ...]
    """The exceptions of the seven days from the shift's first day on."""


def current(board: Board, at: datetime, shift: Shift | None = None) -> ShiftTimes | None:
    """The shift at the instant `at`, else the next one; only `shift` counts if it is given.

    In a book without shifts it is the calendar day. None if no shift begins within the look-ahead.
    """
    return _earliest(board, at, shift, following=False)


def following(board: Board, at: datetime, shift: Shift | None = None) -> ShiftTimes | None:
    """The shift after the current one; otherwise as `current`."""
    times = current(board, at, shift)
    return times and _earliest(board, max(times.start, at), shift, following=True)


def sheet(board: Board, times: ShiftTimes, at: datetime) -> ShiftSheet:
    """The sheet of a shift, which lies in the board's window, without the changes and gaps before `at`."""
    since = max(times.start, at)
    changes = list(takewhile(lambda each: each.at < times.end, changes_after(board, times.start)))
    groups: dict[str, list[Status]] = {"through": [], "part": [], "unknown": [], "closed": []}
    for now in statuses(board, since):
        states = {span.state for span in board.spans(now.channel, times.start, times.end)}
        groups[_group(states)].append(now)
    first = board.local(times.start).date()
    return ShiftSheet(
        times,
        tuple(each for each in changes if each.at > since),
        sum(len(each.channels or each.requests) for each in changes if each.at <= since),
        tuple(groups["through"]),
        tuple(groups["part"]),
        tuple(groups["unknown"]),
        tuple(groups["closed"]),
        tuple(_coverage(board, request, times, since) for request in board.requests.values()),
        next((day for day in board.holidays if day >= first), None),
        tuple(_exceptions(board, first)),
    )


def _group(states: set[State]) -> str:
    """The group in the sheet of a channel with these states during the shift."""
    if State.OPEN in states:
        return "part" if len(states) > 1 else "through"
    return "unknown" if State.UNKNOWN in states else "closed"


def _coverage(board: Board, request: Request, times: ShiftTimes, since: datetime) -> Coverage:
    covered = coverage(board, request, times.start, times.end)
    return covered._replace(gaps=tuple(gap for gap in covered.gaps if gap.end > since))


def _earliest(board: Board, at: datetime, shift: Shift | None, *, following: bool) -> ShiftTimes | None:
    if not board.shifts:
        return ShiftTimes(None, *board.day(board.local(at).date() + timedelta(days=1 if following else 0)))
    wanted = board.shifts if shift is None else (shift,)
    candidates = [_next_times(board, each, at) if following else _times(board, each, at) for each in wanted]
    return min(
        (each for each in candidates if each is not None), key=lambda each: max(each.start, at), default=None
    )


def _next_times(board: Board, shift: Shift, at: datetime) -> ShiftTimes | None:
    """The first times of `shift` that begin after `at`."""
    times = _times(board, shift, at)
    return _times(board, shift, times.end) if times and times.start <= at else times


def _times(board: Board, shift: Shift, at: datetime) -> ShiftTimes | None:
    """The times of `shift` that contain `at`, else the next ones."""
    worked = Channel(shift.hours, shift.name, shift.hours)
    now, earliest = channel_status(board, worked, at), max(at - _WEEK, board.start)
    start = now.opens
    if now.state is State.OPEN:
        spans = reversed(board.spans(worked, earliest, at + timedelta(seconds=1)))
        start = min(span.start for span in takewhile(lambda span: span.state is State.OPEN, spans))
    if start is None:
        return None
    end = channel_status(board, worked, max(at, start)).until
    if earliest < start and end is not None and end - start <= _WEEK:
        return ShiftTimes(shift.name, start, end)
    midnight, end_of_day = board.day(board.local(max(at, start)).date())
    last = end_of_day if end is None else min(end, end_of_day)
    return ShiftTimes(shift.name, max(start, midnight), last, goes_on=last != end)


def _exceptions(board: Board, first: date) -> Iterator[Exceptional]:
    for ahead in range(7):
        day = first + timedelta(days=ahead)
        affected: dict[str, list[Channel]] = {}
        if day in board.holidays:
            affected[board.holidays[day]] = []
        for channel in board.channels.values():
            comments = (span.comment for span in board.spans(channel, *board.day(day)))
            for comment in filter(None, dict.fromkeys(comments)):
                affected.setdefault(comment, []).append(channel)
        yield from (Exceptional(day, comment, tuple(channels)) for comment, channels in affected.items())
