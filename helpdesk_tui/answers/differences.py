"""The types of what differs between two books: answers, details, hours and holidays."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Period
from helpdesk_tui.board.board import Channel, Request, State


class Kind(StrEnum):
    """What an item of a book is."""

    BOOK = "book"
    CHANNEL = "channel"
    REQUEST = "request"
    LEVEL = "level"
    SHIFT = "shift"
    PERSON = "person"
    ROSTER = "roster"


class Fate(StrEnum):
    """What happened to an item."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    """It has another id; its fields may differ too."""
    CHANGED = "changed"


class Item(NamedTuple):
    """An entry of a book; the book's own table is one too."""

    kind: Kind
    id: str
    """A level's number; a shift's name."""
    name: str


Value = str | int | date | bool | tuple[str, ...] | None


class FieldChange(NamedTuple):
    """A field of an item before and after; None or () where it was or is absent."""

    name: str
    before: Value
    after: Value


class ItemChange(NamedTuple):
    """An item that differs: of an added or a removed one, all of its fields."""

    item: Item
    """As the new book has it, or the old one where it was removed."""
    fate: Fate
    former: str | None
    """The id in the old book, where it is another one."""
    fields: tuple[FieldChange, ...]


class Times(NamedTuple):
    """Periods that begin and end at one time of the day, told by days of the week or by dates."""

    periods: tuple[Period, ...]
    weekdays: tuple[int, ...]
    """The days of the week on which they begin (0 is Monday); none where they are told by dates."""
    days: tuple[date, ...]
    """The calendar days on which they begin."""
    without: tuple[date, ...]
    """The days of these days of the week that are left out."""


class Answer(NamedTuple):
    """Whom a request's answer names: a channel and its state, or nobody."""

    channel: Channel | None
    state: State


class AnswerChange(NamedTuple):
    """Requests whose answer changes at these times."""

    requests: tuple[Request, ...]
    before: Answer
    after: Answer
    times: Times


class Attendance(NamedTuple):
    """The state of a timetable, and the comment where that is what differs."""

    state: State
    comment: str | None


class HoursChange(NamedTuple):
    """Items whose timetable differs: hours of channels and levels, `must_cover` of requests, shifts."""

    items: tuple[Item, ...]
    before: Attendance
    after: Attendance
    times: Times


class HolidayChange(NamedTuple):
    """A date that is a holiday in one book only, or by another name."""

    day: date
    before: str | None
    after: str | None


class Diff(NamedTuple):
    """What differs between two books, and their answers within [start, end), in UTC."""

    start: datetime
    end: datetime
    answers: tuple[AnswerChange, ...]
    items: tuple[ItemChange, ...]
    hours: tuple[HoursChange, ...]
    holidays: tuple[HolidayChange, ...]
    reordered: tuple[Kind, ...]
    """Items that both books have, and that stand in another order."""

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.answers or self.items or self.hours or self.holidays or self.reordered)
