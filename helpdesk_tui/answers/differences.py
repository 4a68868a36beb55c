"""The types of the differences between two books: answers, details, hours and holidays."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Period
from helpdesk_tui.board.board import Channel, Request, State


class ItemKind(StrEnum):
    """The kinds of items of a book."""

    BOOK = "book"
    CHANNEL = "channel"
    REQUEST = "request"
    LEVEL = "level"
    SHIFT = "shift"
    PERSON = "person"
    ROSTER = "roster"


class Fate(StrEnum):
    """How an item changed."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    """The item has another id; its fields may differ too."""
    CHANGED = "changed"


class BookItem(NamedTuple):
    """An entry of a book, or the book's own table."""

    kind: ItemKind
    id: str
    """A level's number; a shift's name."""
    name: str


Value = str | int | date | bool | tuple[str, ...] | None


class FieldChange(NamedTuple):
    """A field of an item before and after; None or () for an absent one."""

    name: str
    before: Value
    after: Value


class ItemChange(NamedTuple):
    """A change of an item; an added or removed item has all of its fields here."""

    item: BookItem
    """The item of the new book, or of the old one if it was removed."""
    fate: Fate
    former: str | None
    """The old id, if it changed."""
    fields: tuple[FieldChange, ...]


class Times(NamedTuple):
    """Periods that begin and end at the same time of day, listed by days of the week or by dates."""

    periods: tuple[Period, ...]
    weekdays: tuple[int, ...]
    """The days of the week on which they begin (0 is Monday); none if they are listed by dates."""
    days: tuple[date, ...]
    """The calendar days on which they begin."""
    without: tuple[date, ...]
    """The dates of these days of the week without such a period."""


class Answer(NamedTuple):
    """The contact of a request: a channel and its state, or nobody."""

    channel: Channel | None
    state: State


class AnswerChange(NamedTuple):
    """Requests whose answer changes at these times."""

    requests: tuple[Request, ...]
    before: Answer
    after: Answer
    times: Times


class Attendance(NamedTuple):
    """The state of a timetable, with the comment if only comments differ."""

    state: State
    comment: str | None


class HoursChange(NamedTuple):
    """Items whose timetable differs: hours of channels and levels, `must_cover` of requests, shifts."""

    items: tuple[BookItem, ...]
    before: Attendance
    after: Attendance
    times: Times


class HolidayChange(NamedTuple):
    """A date that is a holiday in one book only, or by another name."""

    day: date
    before: str | None
    after: str | None


class Diff(NamedTuple):
    """The differences between two books; those of answers and hours are within [start, end), in UTC."""

    start: datetime
    end: datetime
    answers: tuple[AnswerChange, ...]
    items: tuple[ItemChange, ...]
    hours: tuple[HoursChange, ...]
    holidays: tuple[HolidayChange, ...]
    reordered: tuple[ItemKind, ...]
    """The kinds of items whose order differs."""

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not (self.answers or self.items or self.hours or self.holidays or self.reordered)
