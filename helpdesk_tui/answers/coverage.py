"""Coverage: the stretches of a window in which a request is staffed, may be staffed, or is not."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeVar

from helpdesk_tui.answers.status import best
from helpdesk_tui.board.board import Board, Channel, Request, State
from helpdesk_tui.board.clock import from_second

T = TypeVar("T")


class Staffing(StrEnum):
    """How a stretch of time is staffed."""

    STAFFED = "live"
    MESSAGES = "message"
    """No channel of the route is open, and one of them accepts messages."""
    UNKNOWN = "unknown"
    UNSTAFFED = "nobody"


class Stretch(NamedTuple):
    """A half-open stretch of time [start, end), in UTC, in which the same channels are open."""

    start: datetime
    end: datetime
    state: State
    """The best state of the route: open before unknown before closed."""
    staffing: Staffing
    channels: tuple[Channel, ...]
    """Those that are open, or else those that may be; in route order."""

    @property
    def length(self) -> timedelta:
        """How long it lasts."""
        return self.end - self.start


class Period(NamedTuple):
    """A half-open stretch of time [start, end), in UTC."""

    start: datetime
    end: datetime


class Coverage(NamedTuple):
    """How a request is covered in a window; the three lengths add up to it."""

    request: Request
    covered: timedelta
    unknown: timedelta
    gap: timedelta
    unknowns: tuple[Period, ...]
    gaps: tuple[Period, ...]


def stretches(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """The window [start, end) in stretches, each with the channels that staff it."""
    route = [board.channels[key] for key in request.route]
    staffing = {state: staffing_of(board, request, state) for state in State}

    def staffed_by(states: Sequence[State]) -> tuple[State, tuple[Channel, ...]]:
        state = best(states)
        if state is State.CLOSED:
            return state, ()
        return state, tuple(channel for channel, each in zip(route, states, strict=True) if each is state)

    periods = _periods(board, [channel.hours for channel in route], start, end, staffed_by)
    return tuple(Stretch(*period, state, staffing[state], channels) for period, (state, channels) in periods)


def staffing_of(board: Board, request: Request, state: State) -> Staffing:
    """How the request is staffed while `state` is the best state of its route."""
    if state is State.CLOSED:
        return gap_staffing(board, request)
    return Staffing.STAFFED if state is State.OPEN else Staffing.UNKNOWN


def gap_staffing(board: Board, request: Request) -> Staffing:
    """How the request's gaps are staffed: not at all, or by a channel that accepts messages."""
    writable = any(board.channels[key].takes_messages for key in request.route)
    return Staffing.MESSAGES if writable else Staffing.UNSTAFFED


def coverage(board: Board, request: Request, start: datetime, end: datetime) -> Coverage:
    """How `request` is covered in the window [start, end), which lies in the board's."""
    hours = [board.channels[key].hours for key in request.route]
    by_state: dict[State, list[Period]] = {state: [] for state in State}
    for period, state in _periods(board, hours, start, end, best):
        by_state[state].append(period)
    covered, unknown, gap = (
        sum((period.end - period.start for period in by_state[state]), timedelta())
        for state in (State.OPEN, State.UNKNOWN, State.CLOSED)
    )
    return Coverage(
        request, covered, unknown, gap, tuple(by_state[State.UNKNOWN]), tuple(by_state[State.CLOSED])
    )


def breaches(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Period, ...]:
    """The parts of [start, end) in which the request must be covered and no channel of its route is open."""
    if request.must_cover is None:
        return ()

    def broken(states: Sequence[State]) -> bool:
        required, *others = states
        return required is State.OPEN and State.OPEN not in others

    hours = [request.must_cover, *(board.channels[key].hours for key in request.route)]
    return tuple(period for period, is_broken in _periods(board, hours, start, end, broken) if is_broken)


def _periods(
    board: Board,
    hours: Sequence[str | None],
    start: datetime,
    end: datetime,
    judge: Callable[[Sequence[State]], T],
) -> Iterator[tuple[Period, T]]:
    """Yield [start, end) in periods, each with the result of `judge` for the timetables' states in it."""
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
    begin, result = first, judge(states)
    for second, together in groupby(sorted(changes), key=itemgetter(0)):
        for _, index, state in together:
            states[index] = state
        after = judge(states)
        if after != result:
            yield Period(from_second(begin), from_second(second)), result
            begin, result = second, after
    if begin < last:
        yield Period(from_second(begin), from_second(last)), result
