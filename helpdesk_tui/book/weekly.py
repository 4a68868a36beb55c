"""Splits a weekly expression of the `opening_hours` standard into rules."""

import calendar
import re
from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

from opening_hours import OpeningHours, State

from helpdesk_tui.times.instants import DAY

MONTHS = list(calendar.month_abbr)
MONTH = f"(?:{'|'.join(MONTHS[1:])})"
"""A pattern of any month."""

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")

_COMMENT = re.compile(r'(\bopen\s*)?"([^"]*)"', re.IGNORECASE)
_SEPARATOR = re.compile(r"(; |, )")
_RULE = re.compile(
    r"(?P<days>.*?)(?:(?:^|(?<= ))(?P<times>\d\d:\d\d\S*))?"
    r'(?: ?(?P<state>closed|unknown))?(?: ?"(?P<comment>\d+)")?'
)
_TIME = re.compile(r"(\d\d):(\d\d)(?:-(\d\d):(\d\d))?(\+?)")
_OPEN_END_AT_MIDNIGHT = re.compile(r"24:00(?=\s*\+)")
_YEAR_WITHOUT_SPACE = re.compile(rf"(?<=\d{{4}})(?={MONTH})")
_MONTHS_BEFORE_A_WEEKDAY = re.compile(
    rf"^((?:\d[\d,/-]* )?(?:{MONTH}(?:-{MONTH})?,)+{MONTH}) (?=[A-Z][a-z]\[)"
)
_WEEKDAYS = rf"(?:{'|'.join(WEEKDAYS)})"
_WEEKDAY = rf"{_WEEKDAYS}(?:-{_WEEKDAYS})?(?:\[[\d,-]+\])?(?: [+-]\d+ days?)?"
_DAYS_AND_WEEKDAYS = re.compile(rf"(?P<days>|.*[^,:+-])(?:^|:? )(?P<weekdays>{_WEEKDAY}(?:,{_WEEKDAY})*)")
_DATE_BEFORE_A_MONTH = re.compile(
    rf"(?:\]|easter|{MONTH} \d+)(?:[+-]{_WEEKDAYS})?(?: [+-]\d+ days?)?[,-](?:\d{{4}} )?{MONTH}$"
)
"""`Mar Su[-1]-Oct` before `Su[-1]`: this weekday ends a range of dates."""
_OFFSET_OF_A_MONTH = re.compile(rf"{MONTH} {_WEEKDAYS}\[[\d,-]+\] [+-]")
"""`Dec Mo[-1] +1 day`: also a date, which may be in January."""
_STATES = {None: State.OPEN, "closed": State.CLOSED, "unknown": State.UNKNOWN}


class Time(NamedTuple):
    """A stretch [start, end) in minutes after the midnight at which the rule's day begins; up to 48 hours."""

    start: int
    end: int
    open_end: bool
    """Whether the book gives no end: `end` is then the latest possible one."""


class Rule(NamedTuple):
    """One rule: a state on some days at some times."""

    text: str
    """The rule as the package writes it, with `open` before its comment where the book has it."""
    days: str
    """The rule's selectors of years, dates, weeks and weekdays; empty for every day."""
    times: tuple[Time, ...]
    """Empty for the whole day."""
    state: State
    comment: str | None
    replaces: bool
    """Whether it replaces the earlier rules on its days, because it follows `;` and is not `off`."""

    @property
    def days_and_weekdays(self) -> tuple[str, str]:
        """The selectors of years, dates and weeks, and those of weekdays; each may be empty."""
        match = _DAYS_AND_WEEKDAYS.fullmatch(self.days)
        if match is None or _OFFSET_OF_A_MONTH.search(self.days):
            return self.days, ""
        if "[" in match["weekdays"] and _DATE_BEFORE_A_MONTH.search(match["days"]):
            return self.days, ""
        return match["days"], match["weekdays"]

    @property
    def spans(self) -> tuple[Time, ...]:
        """The rule's times, or the whole day."""
        return self.times or (Time(0, DAY, False),)


def rules(weekly: str) -> tuple[Rule, ...]:
    """The rules of an expression that `check_weekly` accepts, in order.

    The package's own evaluation of several rules is not used: it cuts the night of a rule after `;` at
    midnight (2.1.4), reads a comment alone as open, and gives an open end the end of the day.
    """
    # The package writes `open "x"` and `"x"` alike: only the expression itself has the difference.
    opened = [bool(each[1]) for each in _COMMENT.finditer(weekly)]
    comments = comments_of(weekly)
    parts = _SEPARATOR.split(_normal(numbered(weekly)))
    parsed = []
    for separator, part in zip(("", *parts[1::2]), parts[::2], strict=True):
        match = _RULE.fullmatch(part)
        assert match is not None  # every part may be days alone
        comment = None if match["comment"] is None else int(match["comment"])
        state = _STATES[match["state"]]
        if match["state"] is None and comment is not None and not opened[comment]:
            state = State.UNKNOWN
        text = re.sub(r"\bclosed\b", "off", part)
        if state is State.OPEN:
            text = text.replace('"', 'open "', 1)
        parsed.append(
            Rule(
                text=commented(text, comments),
                # Of Jan,Dec We[1] the package reads the whole of January, and does not with a colon.
                days=_MONTHS_BEFORE_A_WEEKDAY.sub(r"\1: ", match["days"].strip().removeprefix("24/7")),
                times=_times(match["times"] or ""),
                state=state,
                comment=None if comment is None else comments[comment],
                replaces=separator == "; " and state is not State.CLOSED,
            )
        )
    return tuple(parsed)


def comments_of(weekly: str) -> list[str]:
    """The comments of an expression in order, without quotes."""
    return [each[2] for each in _COMMENT.finditer(weekly)]


def numbered(weekly: str) -> str:
    """`weekly` with a number in place of each comment, so that a comment is never read as a rule."""
    numbers = count()
    return _COMMENT.sub(lambda each: f'{each[1] or ""}"{next(numbers)}"', weekly)


def commented(part: str, comments: Sequence[str]) -> str:
    """`part` of a numbered expression with its comments in place of their numbers."""
    return re.sub(r'"(\d+)"', lambda number: f'"{comments[int(number[1])]}"', part)


def _normal(weekly: str) -> str:
    """The expression as the package writes it, in forms that the package reads as it read `weekly`.

    By itself (2.1.4) it writes 20:00-24:00+ as 20:00+, and 2027 Mar as 2027Mar, which it reads as one day.
    """
    later = _OPEN_END_AT_MIDNIGHT.sub("24:01", weekly)
    normal = str(OpeningHours(later, auto_country=False, auto_timezone=False))
    if later != weekly:
        normal = normal.replace("24:01+", "24:00+")
    return _YEAR_WITHOUT_SPACE.sub(" ", normal)


def _times(text: str) -> tuple[Time, ...]:
    """The times of one rule; one with an open end ends by `_open_end`, but not after the next one starts."""
    times: list[Time] = []
    for hour, minute, last_hour, last_minute, plus in _TIME.findall(text):
        start = int(hour) * 60 + int(minute)
        if last_hour:
            end = int(last_hour) * 60 + int(last_minute)
            end += DAY if end <= start else 0
            times.append(Time(start, end, False))
            start = end
        if plus:
            times.append(Time(start, _open_end(start), True))
    return tuple(
        time._replace(end=min([time.end, *(each.start for each in times if each.start > time.start)]))
        if time.open_end
        else time
        for time in times
    )


def _open_end(start: int) -> int:
    """The latest end of a time without an end, as in opening_hours.js (3.15).

    It is eight hours after a start from 22:00 on, ten after one from 17:00 on, and else midnight.
    """
    if start >= 22 * 60:
        return min(start + 8 * 60, 2 * DAY)
    return start + 10 * 60 if start >= 17 * 60 else DAY
