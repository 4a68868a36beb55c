"""Where our reading and that of opening_hours.js differ, and which of both is right by the standard.

https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. The standard speaks of the wall clock and says nothing of
its changes. opening_hours.js is asked for one instant at a time, and looks at the local time of a JavaScript Date, as we look
at that of the zone: both read an hour that is repeated twice, and one that is skipped never. Where it counts from one day to
another, though, it takes a day for 24 hours.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tests.standard.answers import WINDOWS, Change, Window

Held = tuple[str, str | None]
"""A state and a comment."""

GUESSED = "Specified as open end. Closing time was guessed."
_DAY = 86400
_EASTER = {2027: date(2027, 3, 28), 2028: date(2028, 4, 16)}


class Disagreement(NamedTuple):
    """Minutes that follow one another in which both readings say one thing each, and not the same."""

    expression: str
    first: datetime
    """On the wall clock of the zone, as `last`, the last minute."""
    last: datetime
    ours: Held
    theirs: Held

    @property
    def minutes(self) -> int:
        """How many they are."""
        return round((self.last.timestamp() - self.first.timestamp()) / 60) + 1


class Reason(NamedTuple):
    """Why both differ in a kind of expression, at certain minutes."""

    name: str
    right: str
    why: str
    explains: Callable[[Disagreement], bool]
    differ: Mapping[str, int]
    """By zone, in how many expressions."""


def disagreements(
    expression: str, zone: str, window: Window, ours: Sequence[Change], theirs: Sequence[Change]
) -> Iterator[Disagreement]:
    """Yield where the changes of both readings differ within a window."""
    start, end = window.start(zone), window.days * 1440
    cuts = sorted({change[0] for change in (*ours, *theirs)} | {end})
    for first, after in pairwise(cuts):
        one, other = _held(ours, first), _held(theirs, first)
        if one != other:
            yield Disagreement(
                expression,
                datetime.fromtimestamp(start + first * 60, ZoneInfo(zone)),
                datetime.fromtimestamp(start + (after - 1) * 60, ZoneInfo(zone)),
                one,
                other,
            )


def _held(changes: Sequence[Change], minute: int) -> Held:
    _, state, comment = changes[bisect_right(changes, minute, key=itemgetter(0)) - 1]
    return state, comment


def _has_open_end(expression: str) -> bool:
    return re.search(r"\d:\d\d\+", expression) is not None


def _open_end_in_their_words(found: Disagreement) -> bool:
    return _has_open_end(found.expression) and (found.ours, found.theirs) == (
        ("unknown", None),
        ("unknown", GUESSED),
    )


def _open_end_closed(found: Disagreement) -> bool:
    ours = (("unknown", None), ("closed", None))
    return _has_open_end(found.expression) and found.ours in ours and found.theirs == ("closed", GUESSED)


def _day_before(at: datetime) -> date:
    """The day on which opening_hours.js looks for the night that goes on at `at`: 24 hours before."""
    return datetime.fromtimestamp(at.timestamp() - _DAY, at.tzinfo).date()


def _night_of_another_day(found: Disagreement) -> bool:
    ends = (found.first, found.last)
    return _crosses_midnight(found.expression) and all(
        _day_before(at) != at.date() - timedelta(1) for at in ends
    )


def _crosses_midnight(expression: str) -> bool:
    times = re.findall(r"(\d+):(\d\d)\s*-\s*(\d+):(\d\d)", expression)
    return _has_open_end(expression) or any(
        int(last) * 60 + int(minute) > 1440 or (int(last), int(minute)) <= (int(first), int(start))
        for first, start, last, minute in times
    )


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def _week_by_milliseconds(day: date, zone: tzinfo | None) -> int:
    """The week's number as opening_hours.js counts it: from instants, in days of 24 hours."""
    wall = datetime.fromtimestamp(_midnight(day, zone).timestamp(), zone).replace(tzinfo=None)
    thursday = (wall + timedelta(4 - day.isoweekday())).replace(tzinfo=zone)
    new_year = datetime(thursday.year, 1, 1, tzinfo=zone)
    return math.ceil(((thursday.timestamp() - new_year.timestamp()) / _DAY + 1) / 7)


def _days(found: Disagreement) -> list[date]:
    count = (found.last.date() - found.first.date()).days + 1
    return [found.first.date() + timedelta(number) for number in range(count)]


def _another_week(found: Disagreement) -> bool:
    """On days of which opening_hours.js takes another week's number, and in the nights from these."""
    zone = found.first.tzinfo

    def differs(day: date) -> bool:
        return _week_by_milliseconds(day, zone) != day.isocalendar().week

    nights = _crosses_midnight(found.expression)
    return "week" in found.expression.lower() and all(
        differs(day) or (nights and differs(_day_before(max(found.first, _midnight(day, zone)))))
        for day in _days(found)
    )


def _until_29_february(found: Disagreement) -> bool:
    """From the first day of `Feb 20-29` to the morning after its last."""
    first = re.search(r"feb\s+(\d+)-29", found.expression, re.IGNORECASE)
    return first is not None and all(
        date(day.year, 2, int(first[1])) <= day <= date(day.year, 3, 1) for day in _days(found)
    )


def _last_day_of_a_movable_range(found: Disagreement) -> bool:
    last = re.search(r"-\s*easter(?: ([+-]\d+) days?)?", found.expression, re.IGNORECASE)
    days = timedelta(int(last[1] or 0)) if last else None
    return days is not None and found.first.date() == found.last.date() == _EASTER[found.first.year] + days


REASONS = [
    Reason(
        "the words of an open end",
        "ours",
        "The standard says that an open end is unknown; the comment that opening_hours.js adds stands in no book.",
        _open_end_in_their_words,
        dict.fromkeys(WINDOWS, 267),
    ),
    Reason(
        "an open end with other times in its rule",
        "ours",
        "17:00-22:00+ is open until 22:00 and unknown from then on; opening_hours.js closes the open end after its first "
        "minute where other times stand in the rule, the times before it included (a workaround, as its source says).",
        _open_end_closed,
        dict.fromkeys(WINDOWS, 102),
    ),
    Reason(
        "nights after a change of the clock",
        "ours",
        "The hours after midnight belong to the day on which they began; opening_hours.js looks for that day 24 hours "
        "before, which is the day before it where the clock has skipped an hour.",
        _night_of_another_day,
        {"America/Havana": 381, "Australia/Lord_Howe": 380, "Europe/Madrid": 389},
    ),
    Reason(
        "weeks counted in milliseconds",
        "ours",
        "Weeks are those of ISO 8601; opening_hours.js divides milliseconds by those of 24 hours, and is a week ahead where "
        "the clock has changed since the new year.",
        _another_week,
        {"America/Havana": 13, "Australia/Lord_Howe": 51},
    ),
    Reason(
        "ranges until 29 February",
        "ours",
        "Feb 20-29 are these days; opening_hours.js takes a range that ends on 29 February for no day at all.",
        _until_29_february,
        {"America/Bogota": 30},
    ),
    Reason(
        "ranges until a movable day",
        "ours",
        "A range holds its last day too; opening_hours.js leaves out the last one of easter -3 days-easter +1 day.",
        _last_day_of_a_movable_range,
        {"Australia/Lord_Howe": 1, "Europe/Madrid": 1},
    ),
]
