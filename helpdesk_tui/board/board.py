"""The board: every channel's spans over a window of days, with all that an answer needs."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from helpdesk_tui.board.clock import WallClock, from_second

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


class Timetable(NamedTuple):
    """A named timetable worked out over the board's window: its changes, the first at the window's start."""

    starts: list[int]
    """Seconds of the epoch."""
    states: list[State]
    comments: list[str | None]

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


class Board(NamedTuple):
    """A contact book worked out from `start` to `end`, in UTC, around one day of its zone."""

    title: str
    organization: str | None
    language: str
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
    start: datetime
    end: datetime
    clock: WallClock
    timetables: Mapping[str, Timetable]

    @property
    def timezone(self) -> str:
        """The IANA name of the book's zone."""
        return self.clock.zone

    def serves(self, at: datetime) -> bool:
        """Whether an answer at the instant `at` can look back to its day's start and far enough ahead."""
        return self.start + timedelta(days=2) <= at <= self.end - LOOK_AHEAD

    def local(self, at: datetime) -> datetime:
        """`at` in the book's zone, with the offset in force there."""
        return self.clock.local(at)

    def day(self, day: date) -> tuple[datetime, datetime]:
        """The calendar day `day` of the book's zone as [start, end) in UTC: 23 to 25 hours."""
        return self.days(day, 1)

    def days(self, first: date, count: int) -> tuple[datetime, datetime]:
        """`count` calendar days of the book's zone from `first` on as [start, end) in UTC."""
        return self.clock.midnight(first), self.clock.midnight(first + timedelta(days=count))

    def changes(self, channel: Channel, second: int) -> Iterator[Change]:
        """Yield the channel's change in force at `second` of the epoch, then each later one.

        One to unknown where its hours are not published.
        """
        if channel.hours is None:
            return iter([Change(second, State.UNKNOWN, None)])
        return self.timetables[channel.hours].from_moment(second)

    def spans(self, channel: Channel, start: datetime, end: datetime) -> list[Span]:
        """The channel's spans within [start, end)."""
        found: list[Span] = []
        for change in self.changes(channel, int(start.timestamp())):
            begin = max(from_second(change.start), start)
            if begin >= end:
                break
            if found:
                found[-1] = found[-1]._replace(end=begin)
            found.append(Span(begin, end, change.state, change.comment))
        return found
