"""The board: every channel's spans over a window of days, with all that an answer needs."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import NamedTuple

LOOK_AHEAD = timedelta(days=370)
"""How far ahead of an instant an answer looks for the next change."""


class State(StrEnum):
    """Whether a channel attends, as in the `opening_hours` standard."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Span(NamedTuple):
    """A half-open stretch of time [start, end), in UTC, with one state and one comment."""

    start: datetime
    end: datetime
    state: State
    comment: str | None


class Change(NamedTuple):
    """The second of the epoch at which a timetable takes a state and a comment."""

    start: int
    state: State
    comment: str | None


class Timetable:
    """A named timetable worked out over the board's window: its changes, the first at the window's start."""

    __slots__ = ("comments", "starts", "states")

    def __init__(self, starts: list[int], states: list[State], comments: list[str | None]) -> None:
        self.starts, self.states, self.comments = starts, states, comments

    def from_moment(self, second: int) -> Iterator[Change]:
        """Yield the change in force at `second` of the epoch, then each later one."""
        for index in range(max(bisect_right(self.starts, second) - 1, 0), len(self.starts)):
            yield Change(self.starts[index], self.states[index], self.comments[index])


class Channel(NamedTuple):
    """A way in for requests, or an escalation level's own contact details."""

    id: str
    name: str
    hours: str | None = None
    """Key of the board's timetables; None where hours are not published."""
    telephone: str | None = None
    """E.164: `+573187174937`."""
    dial: str | None = None
    """The telephone as people of the book's country write it: `318 7174937`."""
    menu: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    email: str | None = None
    url: str | None = None
    note: str | None = None
    takes_messages: tuple[str, ...] = ()
    """By which of `telephone`, `email` and `url` it accepts a message while closed."""
    always: bool = False
    """Whether its rules are open at every hour of every day, and not only in the board's window."""


class Request(NamedTuple):
    """What the agent picks, with its channels' ids in order of preference."""

    id: str
    name: str
    key: str | None
    route: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    must_cover: str | None = None
    """Key of the board's timetables: while that one is open, a channel of the route must be."""


class Shift(NamedTuple):
    """A stretch of work of the desk's people, in force while its timetable is open."""

    name: str
    hours: str
    """Key of the board's timetables."""


class Level(NamedTuple):
    """A step of the escalation ladder; one channel with the id `level-N` where it has its own details."""

    number: int
    name: str
    channels: tuple[Channel, ...]


class Offset(NamedTuple):
    """From this second of the epoch on, the book's zone is this many seconds ahead of UTC."""

    start: int
    seconds: int


class Board(NamedTuple):
    """A contact book worked out from `start` to `end` (seconds of the epoch), around one day of its zone."""

    title: str
    organization: str | None
    language: str
    timezone: str
    cities: Mapping[str, str]
    """The zone's city by language: `{"es": "Bogotá", "en": "Bogotá"}`."""
    closing_soon: int
    """Minutes."""
    source: str | None
    verified: date | None
    channels: Mapping[str, Channel]
    requests: Mapping[str, Request]
    levels: tuple[Level, ...]
    shifts: tuple[Shift, ...]
    holidays: Mapping[date, str]
    """Public holidays by date, named in the book's language as the spans' comments name them."""
    holiday_names: Mapping[str, Mapping[date, str]]
    """The same in the other languages that the country's calendar is written in."""
    around: date
    start: int
    end: int
    offsets: tuple[Offset, ...]
    timetables: Mapping[str, Timetable]

    def serves(self, at: datetime) -> bool:
        """Whether an answer at the instant `at` can look back to its day's start and far enough ahead."""
        second = int(at.timestamp())
        return self.start + 2 * 86400 <= second and second + LOOK_AHEAD.total_seconds() <= self.end

    def local(self, at: datetime) -> datetime:
        """`at` in the book's zone, with the offset in force there; `at` must lie in the window."""
        second = int(at.timestamp())
        offset = self.offsets[0].seconds
        for change in self.offsets:
            if change.start > second:
                break
            offset = change.seconds
        return at.astimezone(timezone(timedelta(seconds=offset)))

    def midnight(self, day: date) -> datetime:
        """The first instant of the calendar day `day` in the book's zone, in UTC."""
        wall = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
        for index, change in enumerate(self.offsets):
            last = index + 1 == len(self.offsets)
            # Where the clock skips midnight, the day starts at the skip.
            if last or max(wall - change.seconds, change.start) < self.offsets[index + 1].start:
                return from_second(max(wall - change.seconds, change.start))
        raise ValueError("a board has at least one offset")

    def day(self, day: date) -> tuple[datetime, datetime]:
        """The calendar day `day` of the book's zone as [start, end) in UTC: 23 to 25 hours."""
        return self.days(day, 1)

    def days(self, first: date, count: int) -> tuple[datetime, datetime]:
        """`count` calendar days of the book's zone from `first` on as [start, end) in UTC."""
        return self.midnight(first), self.midnight(first + timedelta(days=count))

    def spans(self, channel: Channel, start: datetime, end: datetime) -> list[Span]:
        """The channel's spans within [start, end); one unknown span where its hours are not published."""
        if channel.hours is None:
            return [Span(start, end, State.UNKNOWN, None)]
        found: list[Span] = []
        for change in self.timetables[channel.hours].from_moment(int(start.timestamp())):
            begin = max(from_second(change.start), start)
            if begin >= end:
                break
            if found:
                found[-1] = found[-1]._replace(end=begin)
            found.append(Span(begin, end, change.state, change.comment))
        return found


def from_second(second: int) -> datetime:
    """The instant of a second of the epoch, in UTC."""
    return datetime.fromtimestamp(second, UTC)
