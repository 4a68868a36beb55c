"""The board: every channel's spans over a window of days, with all that an answer needs."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from helpdesk_tui.board import calendar_file
from helpdesk_tui.board.clock import WallClock, from_second
from helpdesk_tui.languages import message

LOOK_AHEAD = timedelta(days=370)
"""How far after an instant the next change is searched for."""

NOBODY = message("nobody is on duty")
NOT_KNOWN = message("it is not known who is on duty")
NOT_PUBLISHED = message("hours not published")
NO_CONTACT = message("the book has no contact of who is on duty")
REASONS = {NOBODY, NOT_KNOWN, NOT_PUBLISHED, NO_CONTACT, *calendar_file.REASONS}
"""Comments that the board itself makes; they are translated where they are shown."""


class State(StrEnum):
    """Whether a channel is staffed, as in the `opening_hours` standard."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Span(NamedTuple):
    """A half-open stretch of time [start, end), in UTC, with one state and one comment."""

    start: datetime
    end: datetime
    state: State
    comment: str | None


class StateChange(NamedTuple):
    """A change of a timetable to this state and comment, at `start` in seconds of the epoch."""

    start: int
    state: State
    comment: str | None


class Timetable(NamedTuple):
    """The changes of a timetable over the board's window, in columns; the first is at the window's start."""

    starts: list[int]
    """Seconds of the epoch."""
    states: list[State]
    comments: list[str | None]

    def append(self, start: int, state: State, comment: str | None) -> None:
        """Add a change, unless the state and the comment are those of the change before it."""
        if not self.starts or state is not self.states[-1] or comment != self.comments[-1]:
            self.starts.append(start)
            self.states.append(state)
            self.comments.append(comment)

    def from_moment(self, second: int) -> Iterator[StateChange]:
        """Yield the change in force at `second` of the epoch, then every later one."""
        for index in range(max(bisect_right(self.starts, second) - 1, 0), len(self.starts)):
            yield StateChange(self.starts[index], self.states[index], self.comments[index])


class Person(NamedTuple):
    """Someone who takes turns."""

    id: str | None
    """None for someone whom only a calendar names."""
    name: str
    telephones: tuple[str, ...] = ()
    """At most one, in the three forms of a channel's telephones."""
    dials: tuple[str, ...] = ()
    dialled: tuple[str, ...] = ()
    email: str | None = None
    note: str | None = None


class Turn(NamedTuple):
    """Who is on duty from `start` on."""

    start: int
    """Second of the epoch."""
    person: str | None
    """Key of the board's people; None where nobody is on duty, or it is not known who."""
    known: bool
    """Whether it is known who is on duty."""
    reason: str | None
    """The reason of an override, or why it is not known who is on duty."""

    @property
    def holder(self) -> tuple[str | None, bool]:
        """Who is on duty, and whether that is known."""
        return self.person, self.known


class Roster(NamedTuple):
    """Who is on duty over the board's window; the first hand-over is at the window's start."""

    id: str
    name: str
    turns: list[Turn]

    def from_moment(self, second: int) -> Iterator[Turn]:
        """Yield the turn in force at `second` of the epoch, then every later one."""
        return islice(self.turns, max(bisect_right(self.turns, second, key=itemgetter(0)) - 1, 0), None)


class Channel(NamedTuple):
    """A way in for requests, or an escalation level's own contact details."""

    id: str
    name: str
    hours: str | None = None
    """Key of the board's timetables; None where hours are not published, and there is no roster."""
    telephones: tuple[str, ...] = ()
    """E.164, as `+573187174937`, in the order in which to call them."""
    dials: tuple[str, ...] = ()
    """The telephones as people in the book's country write them: `318 7174937`."""
    dialled: tuple[str, ...] = ()
    """The telephones as they are copied, only digits and a leading `+`: `3187174937`."""
    menu: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    email: str | None = None
    url: str | None = None
    note: str | None = None
    takes_messages: tuple[str, ...] = ()
    """Which of `telephone`, `email` and `url` accept a message while the channel is closed."""
    always: bool = False
    """Whether its rules say that it never closes; a window without a closure does not prove that."""
    on_duty: str | None = None
    """Key of the roster of those who answer it."""

    @property
    def published(self) -> str | None:
        """Its entry of [hours]; with a roster, the key of its timetable has more after a space."""
        return (self.hours or "").partition(" ")[0] or None

    @property
    def is_reached(self) -> bool:
        """Whether it has any contact details."""
        return bool(self.telephones or self.extensions or self.email or self.url)

    @property
    def telephone(self) -> str | None:
        """The number to call first."""
        return self.telephones[0] if self.telephones else None


class Route(NamedTuple):
    """A route in force while its hours are open, unless an earlier route of the request is."""

    hours: str
    """Key of the board's timetables."""
    channels: tuple[str, ...]
    """Ids of channels, in order of preference."""


class Request(NamedTuple):
    """What the agent picks."""

    id: str
    name: str
    key: str | None
    route: tuple[str, ...]
    """Ids of channels, in order of preference; in force while none of `routes` is."""
    aliases: tuple[str, ...] = ()
    must_cover: str | None = None
    """Key of the timetable during which a channel of the route must be open."""
    note: str | None = None
    routes: tuple[Route, ...] = ()

    @property
    def channels(self) -> tuple[str, ...]:
        """The ids of the channels of all of its routes, without repetition."""
        if not self.routes:
            return self.route
        return tuple(dict.fromkeys((*self.route, *(key for each in self.routes for key in each.channels))))


class Shift(NamedTuple):
    """A shift of the desk's staff, who work while its timetable is open."""

    name: str
    hours: str
    """Key of the board's timetables."""


class Level(NamedTuple):
    """An escalation level; its own contact details, if any, are its only channel, with the id `level-N`."""

    number: int
    name: str
    channels: tuple[Channel, ...]

    @property
    def own_channel(self) -> Channel | None:
        """The level's own contact details; None where it is reached by channels of the book."""
        return self.channels[0] if self.channels[0].id == f"level-{self.number}" else None


class Board(NamedTuple):
    """A contact book worked out over a window of time."""

    title: str
    organization: str | None
    language: str
    cities: Mapping[str, str]
    """The zone's city by language: `{"es": "Bogotá", "en": "Bogota"}`."""
    closing_soon: int
    """Minutes."""
    source: str | None
    verified: date | None
    channels: Mapping[str, Channel]
    requests: Mapping[str, Request]
    levels: tuple[Level, ...]
    shifts: tuple[Shift, ...]
    holidays: Mapping[date, str]
    """Names of public holidays by date, in the book's language, as in the comments of spans."""
    holiday_names: Mapping[str, Mapping[date, str]]
    """The names of public holidays in the other languages of the country's calendar."""
    around: date
    """The day, in the book's zone, around which the window was chosen."""
    start: datetime
    """The window's start, in UTC."""
    end: datetime
    clock: WallClock
    timetables: Mapping[str, Timetable]
    people: Mapping[str, Person] = {}
    rosters: Mapping[str, Roster] = {}
    calendars: Mapping[str, str] = {}
    """For each calendar file its digest, or why it was not read."""

    @property
    def timezone(self) -> str:
        """The IANA name of the book's zone."""
        return self.clock.zone

    def serves(self, at: datetime) -> bool:
        """Whether the window covers the day of the instant `at` and the whole look-ahead after it."""
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

    def changes(self, channel: Channel, second: int) -> Iterator[StateChange]:
        """Yield the channel's change in force at `second` of the epoch, then every later one.

        A channel whose hours are not published has one change, to unknown.
        """
        if channel.hours is None:
            return iter([StateChange(second, State.UNKNOWN, None)])
        return self.timetables[channel.hours].from_moment(second)

    def route(self, request: Request, second: int) -> tuple[str, ...]:
        """The channel ids of the request's route in force at `second` of the epoch.

        A route whose hours are unknown is not in force.
        """
        for route in request.routes:
            if next(self.timetables[route.hours].from_moment(second)).state is State.OPEN:
                return route.channels
        return request.route

    def spans(self, channel: Channel, start: datetime, end: datetime) -> list[Span]:
        """The channel's spans within [start, end)."""
        spans: list[Span] = []
        for change in self.changes(channel, int(start.timestamp())):
            begin = max(from_second(change.start), start)
            if begin >= end:
                break
            if spans:
                spans[-1] = spans[-1]._replace(end=begin)
            spans.append(Span(begin, end, change.state, change.comment))
        return spans
