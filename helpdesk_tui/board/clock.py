"""The wall clock of the book's zone: the time that it shows at an instant, and when it shows a time."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from typing import NamedTuple

_STEP = 6 * 3600
"""Seconds between two probes of the offset; no zone changes it twice within six hours."""


class Offset(NamedTuple):
    """How many seconds the wall clock is ahead of UTC in [start, end), in seconds of the epoch."""

    start: int
    end: int
    seconds: int


class WallClock(NamedTuple):
    """The wall clock of a zone over a window of time.

    Its times are counted in *wall seconds*: seconds of the epoch, as if the clock showed UTC.
    """

    zone: str
    """Its IANA name."""
    offsets: tuple[Offset, ...]
    """They tile the window. Kept with a board, they save a look-up 2 ms, a fifth of a Python start."""

    def local(self, at: datetime) -> datetime:
        """`at` with the offset in force, also outside the window."""
        second = int(at.timestamp())
        for offset in self.offsets:
            if offset.start <= second < offset.end:
                return at.astimezone(timezone(timedelta(seconds=offset.seconds)))
        from zoneinfo import ZoneInfo

        return at.astimezone(ZoneInfo(self.zone))

    def midnight(self, day: date) -> datetime:
        """The first instant of a calendar day, in UTC; if the clock skips midnight, that of the skip."""
        wall = wall_midnight(day)
        for offset in self.offsets:
            second = max(wall - offset.seconds, offset.start)
            if second < offset.end:
                break
        return from_second(second)

    def wall_stretches(self, start: datetime, end: datetime) -> Iterator[tuple[int, int]]:
        """Yield the stretches [start, end) of wall seconds that the clock shows from `start` to `end`."""
        first, last = int(start.timestamp()), int(end.timestamp())
        for offset in self.offsets:
            begin, stop = max(first, offset.start), min(last, offset.end)
            if begin < stop:
                yield begin + offset.seconds, stop + offset.seconds

    def instants_showing(self, start: int, end: int) -> Iterator[tuple[datetime, datetime]]:
        """Yield the stretches of time, in UTC, in which the clock shows the wall seconds [start, end)."""
        for offset in self.offsets:
            begin, stop = max(start - offset.seconds, offset.start), min(end - offset.seconds, offset.end)
            if begin < stop:
                yield from_second(begin), from_second(stop)

    def skipped(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches [start, end) of wall seconds that the clock skips."""
        for before, after in pairwise(self.offsets):
            if before.seconds < after.seconds:
                yield after.start + before.seconds, after.start + after.seconds


def wall_clock(zone: str, start: datetime, end: datetime) -> WallClock:
    """The wall clock of the zone with this name, from `start` to `end`."""
    from zoneinfo import ZoneInfo

    info = ZoneInfo(zone)

    def ahead(second: int) -> int:
        shift = datetime.fromtimestamp(second, info).utcoffset()
        assert shift is not None
        return int(shift.total_seconds())

    first, last = int(start.timestamp()), int(end.timestamp())
    changes = [first]
    probes = [*range(first, last - 1, _STEP), last - 1]
    for (low, before), (high, after) in pairwise((each, ahead(each)) for each in probes):
        if before != after:
            changes.append(first_change(ahead, low, high))
    return WallClock(zone, tuple(Offset(*each, ahead(each[0])) for each in pairwise([*changes, last])))


def first_change(value: Callable[[int], object], low: int, high: int) -> int:
    """The first second after `low`, at most `high`, at which the value is not that at `low`."""
    return low + bisect_left(range(low, high), True, key=lambda second: value(second) != value(low))


def wall_midnight(day: date) -> int:
    """The wall second at which a calendar day starts."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def from_second(second: int) -> datetime:
    """The instant of a second of the epoch, in UTC."""
    return datetime.fromtimestamp(second, UTC)
