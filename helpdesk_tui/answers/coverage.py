"""Coverage: the stretches of a window in which a request's channels attend, may attend, or do not."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from helpdesk_tui.board.board import Board, Channel, Request, State
from helpdesk_tui.board.clock import from_second


class Look(StrEnum):
    """How a stretch is attended."""

    LIVE = "live"
    MESSAGE = "message"
    """Nobody attends, and a channel of the route takes messages."""
    UNKNOWN = "unknown"
    NOBODY = "nobody"


class Stretch(NamedTuple):
    """A half-open stretch of time [start, end), in UTC, in which the same channels attend."""

    start: datetime
    end: datetime
    state: State
    """The best state of the route: open before unknown before closed."""
    look: Look
    channels: tuple[Channel, ...]
    """Those that attend, or else may attend; in route order."""

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


_Sweep = Iterator[tuple[int, int, Sequence[State]]]


def stretches(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Stretch, ...]:
    """The window [start, end) in stretches, each with the channels that attend in it."""
    route = [board.channels[key] for key in request.route]
    looks = {State.OPEN: Look.LIVE, State.UNKNOWN: Look.UNKNOWN, State.CLOSED: gap_look(board, request)}
    found: list[Stretch] = []
    for begin, stop, states in _sweep(board, [channel.hours for channel in route], start, end):
        best = _best(states)
        attend = () if best is State.CLOSED else (best,)
        channels = tuple(each for each, state in zip(route, states, strict=True) if state in attend)
        if found and (found[-1].state, found[-1].channels) == (best, channels):
            found[-1] = found[-1]._replace(end=from_second(stop))
        else:
            found.append(Stretch(from_second(begin), from_second(stop), best, looks[best], channels))
    return tuple(found)


def gap_look(board: Board, request: Request) -> Look:
    """How the request's gaps look: a channel of its route may take messages."""
    takes = any(board.channels[key].takes_messages for key in request.route)
    return Look.MESSAGE if takes else Look.NOBODY


def coverage(board: Board, request: Request, start: datetime, end: datetime) -> Coverage:
    """How `request` is covered in the window [start, end), which lies in the board's."""
    hours = [board.channels[key].hours for key in request.route]
    lengths = dict.fromkeys(State, 0)
    periods: dict[State, list[tuple[int, int]]] = {state: [] for state in State}
    last = None
    for begin, stop, states in _sweep(board, hours, start, end):
        best = _best(states)
        lengths[best] += stop - begin
        if best is last:
            periods[best][-1] = (periods[best][-1][0], stop)
        else:
            periods[best].append((begin, stop))
        last = best
    return Coverage(
        request,
        timedelta(seconds=lengths[State.OPEN]),
        timedelta(seconds=lengths[State.UNKNOWN]),
        timedelta(seconds=lengths[State.CLOSED]),
        _periods(periods[State.UNKNOWN]),
        _periods(periods[State.CLOSED]),
    )


def breaches(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Period, ...]:
    """The parts of [start, end) in which the request must be covered and no channel of its route is open."""
    if request.must_cover is None:
        return ()
    hours = [request.must_cover, *(board.channels[key].hours for key in request.route)]
    found: list[tuple[int, int]] = []
    for begin, stop, (required, *states) in _sweep(board, hours, start, end):
        if required is State.OPEN and State.OPEN not in states:
            if found and found[-1][1] == begin:
                found[-1] = (found[-1][0], stop)
            else:
                found.append((begin, stop))
    return _periods(found)


def _sweep(board: Board, hours: Sequence[str | None], start: datetime, end: datetime) -> _Sweep:
    """Yield [begin, stop) in seconds of the epoch with the state of each of the timetables in it."""
    first, last = int(start.timestamp()), int(end.timestamp())
    changes: list[tuple[int, int, State]] = []
    states = [State.UNKNOWN] * len(hours)
    for index, name in enumerate(hours):
        if name is not None:
            timetable = board.timetables[name]
            at = max(bisect_right(timetable.starts, first) - 1, 0)
            stop = bisect_right(timetable.starts, last - 1)
            states[index] = timetable.states[at]
            later = zip(timetable.starts[at + 1 : stop], timetable.states[at + 1 : stop], strict=True)
            changes += [(second, index, state) for second, state in later]
    changes.sort()
    begin = first
    for second, index, state in changes:
        if second > begin:
            yield begin, second, states
            begin = second
        states[index] = state
    if begin < last:
        yield begin, last, states


def _best(states: Sequence[State]) -> State:
    if State.OPEN in states:
        return State.OPEN
    return State.UNKNOWN if State.UNKNOWN in states else State.CLOSED


def _periods(found: list[tuple[int, int]]) -> tuple[Period, ...]:
    return tuple(Period(from_second(begin), from_second(stop)) for begin, stop in found)
