"""The board: every channel's spans over a window of days, with all that an answer needs."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
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
"""Comments that the board makes itself: they are translated where they are shown."""


class State(StrEnum):
    """Whether a channel is staffed, as the `opening_hours` standard says it."""

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
    """From this second of the epoch on, a timetable has this state and this comment."""

    start: int
    state: State
    comment: str | None


class Timetable(NamedTuple):
    """The changes of a timetable over the board's window; the first one is at the window's start."""

    starts: list[int]
    """Seconds of the epoch."""
    states: list[State]
    comments: list[str | None]

    def from_moment(self, second: int) -> Iterator[StateChange]:
        """Yield the change in force at `second` of the epoch, then every later one."""
        for index in range(max(bisect_right(self.starts, second) - 1, 0), len(self.starts)):
            yield StateChange(self.starts[index], self.states[index], self.comments[index])


class Person(NamedTuple):
    """Someone who takes turns."""

    id: str | None
    """None: known by a calendar alone."""
    name: str
    telephones: tuple[str, ...] = ()
    """At most one, as a channel has it; so too the next two."""
    dials: tuple[str, ...] = ()
    dialled: tuple[str, ...] = ()
    email: str | None = None
    note: str | None = None


class Turn(NamedTuple):
    """From this second of the epoch on, this person is on duty."""

    start: int
    person: str | None
    """Key of the board's people; None: nobody, or not known."""
    known: bool
    """Whether it is known who is on duty."""
    reason: str | None
    """That of an override; or why it is not known."""


class Roster(NamedTuple):
    """Who is on duty over the board's window; the first hand-over is at the window's start."""

    id: str
    name: str
    starts: list[int]
    """Seconds of the epoch."""
    people: list[str | None]
    known: list[bool]
    reasons: list[str | None]

    def from_moment(self, second: int) -> Iterator[Turn]:
        """Yield the turn in force at `second` of the epoch, then every later one."""
        for index in range(max(bisect_right(self.starts, second) - 1, 0), len(self.starts)):
            yield Turn(self.starts[index], self.people[index], self.known[index], self.reasons[index])


class Channel(NamedTuple):
    """A way in for requests, or an escalation level's own contact details."""

    id: str
    name: str
    hours: str | None = None
    """Key of the board's timetables; None where hours are not published, and nobody takes turns."""
    telephones: tuple[str, ...] = ()
    """E.164: `+573187174937`; the one to call first before the others."""
    dials: tuple[str, ...] = ()
    """The telephones as people of the book's country write them: `318 7174937`."""
    dialled: tuple[str, ...] = ()
    """The telephones as they are copied, digits alone but for a leading `+`: `3187174937`."""
    menu: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    email: str | None = None
    url: str | None = None
    note: str | None = None
    takes_messages: tuple[str, ...] = ()
    """Which of `telephone`, `email` and `url` accept a message while it is closed."""
    always: bool = False
    """Whether its rules say that it never closes: that the window holds no closure does not prove it."""
    on_duty: str | None = None
    """Key of the board's rosters: who answers it."""

    @property
    def published(self) -> str | None:
        """Its entry of [hours]: its timetable's key goes on after a space where it has a roster."""
        return (self.hours or "").partition(" ")[0] or None

    @property
    def is_reached(self) -> bool:
        """Whether it has a contact, of its own or that of who is on duty."""
        return bool(self.telephones or self.extensions or self.email or self.url)

    @property
    def telephone(self) -> str | None:
        """The number to call first."""
        return self.telephones[0] if self.telephones else None

    @property
    def dial(self) -> str | None:
        """That number as people of the book's country write it."""
        return self.dials[0] if self.dials else None


class Route(NamedTuple):
    """A request's route at some hours: in force while they are open, and no earlier one is."""

    hours: str
    """Key of the board's timetables."""
    channels: tuple[str, ...]
    """Their ids, in order of preference."""


class Request(NamedTuple):
    """What the agent picks, with its channels' ids in order of preference."""

    id: str
    name: str
    key: str | None
    route: tuple[str, ...]
    """In force while none of `routes` is."""
    aliases: tuple[str, ...] = ()
    must_cover: str | None = None
    """Key of the board's timetables: while that timetable is open, a channel of the route must be open."""
    note: str | None = None
    routes: tuple[Route, ...] = ()

    @property
    def channels(self) -> tuple[str, ...]:
        """The ids of the channels of all its routes, each once."""
        if not self.routes:
            return self.route
        return tuple(dict.fromkeys((*self.route, *(key for each in self.routes for key in each.channels))))


class Shift(NamedTuple):
    """A shift of the desk's staff, worked while its timetable is open."""

    name: str
    hours: str
    """Key of the board's timetables."""


class Level(NamedTuple):
    """An escalation level; where it has contact details of its own, its one channel has the id `level-N`."""

    number: int
    name: str
    channels: tuple[Channel, ...]


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
    """Names of public holidays by date, in the book's language: the spans' comments have them too."""
    holiday_names: Mapping[str, Mapping[date, str]]
    """The same names by language, for the other languages of the country's calendar."""
    around: date
    """The day of the zone that the window is worked out around."""
    start: datetime
    """The window's start, in UTC."""
    end: datetime
    clock: WallClock
    timetables: Mapping[str, Timetable]
    people: Mapping[str, Person] = {}
    rosters: Mapping[str, Roster] = {}
    calendars: Mapping[str, str] = {}
    """The digest of each calendar file that it was made from; why it was not read, where it was not."""

    @property
    def timezone(self) -> str:
        """The IANA name of the book's zone."""
        return self.clock.zone

    def serves(self, at: datetime) -> bool:
        """Whether the window holds the day of the instant `at` and all of the look-ahead after it."""
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

        Where its hours are not published that is one change, to unknown.
        """
        if channel.hours is None:
            return iter([StateChange(second, State.UNKNOWN, None)])
        return self.timetables[channel.hours].from_moment(second)

    def route(self, request: Request, second: int) -> tuple[str, ...]:
        """The ids of the channels of the request's route that is in force at `second` of the epoch.

        Hours that are unknown are not open.
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
