"""Coverage: the stretches of a window in which a request is staffed, may be staffed, or is not."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeVar

from helpdesk_tui.answers.routes import Routes
from helpdesk_tui.answers.status import best
from helpdesk_tui.board.board import LOOK_AHEAD, Board, Channel, Request, State
from helpdesk_tui.board.clock import from_second

T = TypeVar("T")

LONG_BREAK = timedelta(days=9)
"""Longer than a weekend with holidays: how far the end of a gap is first searched for."""


class Staffing(StrEnum):
    """How a stretch of time is staffed."""

    STAFFED = "live"
    MESSAGES = "message"
    """Every channel of the route in force is closed, and one of them accepts messages."""
    UNKNOWN = "unknown"
    UNSTAFFED = "nobody"


_STAFFING = {State.OPEN: Staffing.STAFFED, State.UNKNOWN: Staffing.UNKNOWN}
_STATES = {staffing: state for state, staffing in _STAFFING.items()}


class Stretch(NamedTuple):
    """A half-open stretch of time [start, end), in UTC, in which the same channels are open."""

    start: datetime
    end: datetime
    staffing: Staffing
    channels: tuple[Channel, ...]
    """The open channels, or else the unknown ones, in route order."""

    @property
    def state(self) -> State:
        """The best state of the route in force: open before unknown before closed."""
        return _STATES.get(self.staffing, State.CLOSED)


class Period(NamedTuple):
    """A half-open stretch of time [start, end), in UTC."""

    start: datetime
    end: datetime


class Gap(NamedTuple):
    """A stretch [start, end), in UTC, in which every channel of the route in force is closed."""

    start: datetime
    end: datetime
    staffing: Staffing

    @property
    def period(self) -> Period:
        """Its start and end."""
        return Period(self.start, self.end)


class Coverage(NamedTuple):
    """How a request is covered in a window; the three lengths add up to it."""

    request: Request
    covered: timedelta
    unknown: timedelta
    gap: timedelta
    unknowns: tuple[Period, ...]
    gaps: tuple[Gap, ...]


def stretches(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """The window [start, end) in stretches, each with the channels that staff it."""
    routes = Routes(board, request)

    def staffed_by(states: Sequence[State]) -> tuple[Staffing, tuple[Channel, ...]]:
        channels, states = routes.in_force(states)
        staffing = staffing_of(channels, states)
        state = _STATES.get(staffing)
        pairs = zip(channels, states, strict=True)
        return staffing, tuple(channel for channel, each in pairs if each is state)

    periods = _periods(board, routes.hours, start, end, staffed_by)
    return tuple(Stretch(*period, staffing, channels) for period, (staffing, channels) in periods)


def first_staffed(board: Board, request: Request, at: datetime) -> Stretch | None:
    """The first stretch from the instant `at` on with an open channel; None if not within the look-ahead."""
    for ahead in (LONG_BREAK, LOOK_AHEAD):
        for stretch in stretches(board, request, at, at + ahead + timedelta(seconds=1)):
            if stretch.state is State.OPEN:
                return stretch
    return None


def staffing_of(channels: Iterable[Channel], states: Sequence[State]) -> Staffing:
    """How a request is staffed while the channels of its route in force have these states."""
    state = best(states)
    return gap_staffing(channels) if state is State.CLOSED else _STAFFING[state]


def gap_staffing(channels: Iterable[Channel]) -> Staffing:
    """How a request is staffed while all of these channels are closed."""
    return Staffing.MESSAGES if any(each.takes_messages for each in channels) else Staffing.UNSTAFFED


def coverage(board: Board, request: Request, start: datetime, end: datetime) -> Coverage:
    """How `request` is covered in the window [start, end), which lies in the board's."""
    routes = Routes(board, request)
    periods = _periods(board, routes.hours, start, end, lambda states: staffing_of(*routes.in_force(states)))
    lengths = dict.fromkeys(State, timedelta())
    unknowns: list[Period] = []
    gaps: list[Gap] = []
    for period, staffing in periods:
        state = _STATES.get(staffing, State.CLOSED)
        lengths[state] += period.end - period.start
        if state is State.UNKNOWN:
            unknowns.append(period)
        elif state is State.CLOSED:
            gaps.append(Gap(*period, staffing))
    covered, unknown, gap = (lengths[state] for state in (State.OPEN, State.UNKNOWN, State.CLOSED))
    return Coverage(request, covered, unknown, gap, tuple(unknowns), tuple(gaps))


def breaches(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Period, ...]:
    """The parts of [start, end) in which the request must be covered and no channel of its route is open."""
    if request.must_cover is None:
        return ()
    routes = Routes(board, request)

    def broken(states: Sequence[State]) -> bool:
        required, *others = states
        return required is State.OPEN and State.OPEN not in routes.in_force(others)[1]

    hours = [request.must_cover, *routes.hours]
    return tuple(period for period, is_broken in _periods(board, hours, start, end, broken) if is_broken)


def unreachable(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Gap, ...]:
    """The parts of [start, end) in which nobody attends and no message is accepted; none with must_cover."""
    if request.must_cover is not None:
        return ()
    gaps = coverage(board, request, start, end).gaps
    return tuple(gap for gap in gaps if gap.staffing is Staffing.UNSTAFFED)


def _periods(
    board: Board,
    hours: Sequence[str | None],
    start: datetime,
    end: datetime,
    judge: Callable[[Sequence[State]], T],
) -> Iterator[tuple[Period, T]]:
    """Yield [start, end) in periods, each with the result of `judge` for the states of the timetables."""
    first, last = int(start.timestamp()), int(end.timestamp())
    states = [State.UNKNOWN] * len(hours)
    changes: list[tuple[int, int, State]] = []
    for index, name in enumerate(hours):
        if name is not None:
            table = board.timetables[name]
            now = max(bisect_right(table.starts, first) - 1, 0)
            later = slice(now + 1, bisect_left(table.starts, last))
            states[index] = table.states[now]
            pairs = zip(table.starts[later], table.states[later], strict=True)
            changes += [(second, index, state) for second, state in pairs]
    judged = cache(judge)  # the states of a few timetables are few
    begin, result = first, judged(tuple(states))
    for second, together in groupby(sorted(changes), key=itemgetter(0)):
        for _, index, state in together:
            states[index] = state
        after = judged(tuple(states))
        if after != result:
            yield Period(from_second(begin), from_second(second)), result
            begin, result = second, after
    if begin < last:
        yield Period(from_second(begin), from_second(last)), result
