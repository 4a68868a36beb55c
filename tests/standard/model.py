"""The standard's rules written down again, minute by minute and with no package: what a timetable must say.

https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. A rule names days by its selectors, which hold together,
and says a state at its times of these days, also where they go on after midnight. Rules are read from the first to the last,
and what a later one says stands. One after `;` begins by taking back what the earlier ones say of the days that it names;
one after a comma does not, nor does one that is closed. A comment alone is unknown, and so is an open end.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

Held = tuple[str, str | None]
"""A state and a comment."""

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = 1440
_ONE = timedelta(days=1)


class Years(NamedTuple):
    """Years from the first to the last, every so many of them."""

    first: int
    last: int
    step: int = 1

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}" + _step(self.step)

    def holds(self, day: date) -> bool:
        return self.first <= day.year <= self.last and (day.year - self.first) % self.step == 0


class Months(NamedTuple):
    """Months from the first to the last, over the new year where that one comes before."""

    first: int
    last: int

    def __str__(self) -> str:
        return _range(MONTHS[self.first - 1], MONTHS[self.last - 1])

    def holds(self, day: date) -> bool:
        return _between(self.first, day.month, self.last)


class Dates(NamedTuple):
    """Days of every year, from one month and day to another."""

    first: tuple[int, int]
    last: tuple[int, int]

    def __str__(self) -> str:
        return _range(_month_day(*self.first), _month_day(*self.last))

    def holds(self, day: date) -> bool:
        return _between(self.first, (day.month, day.day), self.last)


class DatesOfYears(NamedTuple):
    """Days from one date to another."""

    first: date
    last: date

    def __str__(self) -> str:
        return _range(*(f"{day.year} {_month_day(day.month, day.day)}" for day in self))

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


class Weeks(NamedTuple):
    """Weeks of ISO 8601, every so many of them."""

    first: int
    last: int
    step: int = 1

    def __str__(self) -> str:
        return (
            f"{self.first:02}"
            if self.first == self.last
            else f"{self.first:02}-{self.last:02}" + _step(self.step)
        )

    def holds(self, day: date) -> bool:
        thursday = day + (3 - day.weekday()) * _ONE  # a week is of the year that its Thursday is of
        week = (thursday - date(thursday.year, 1, 1)).days // 7 + 1
        return self.first <= week <= self.last and (week - self.first) % self.step == 0


class Weekdays(NamedTuple):
    """Days of the week, over Sunday where the last comes before the first."""

    first: int
    last: int

    def __str__(self) -> str:
        return _range(WEEKDAYS[self.first], WEEKDAYS[self.last])

    def holds(self, day: date) -> bool:
        return _between(self.first, day.weekday(), self.last)


class OfMonth(NamedTuple):
    """A weekday of a month: its first, its second, or with -1 its last."""

    weekday: int
    number: int

    def __str__(self) -> str:
        return f"{WEEKDAYS[self.weekday]}[{self.number}]"

    def holds(self, day: date) -> bool:
        step = -7 * _ONE if self.number > 0 else 7 * _ONE
        same = sum((day + times * step).month == day.month for times in range(5))
        return day.weekday() == self.weekday and same == abs(self.number)


Selector = Years | Months | Dates | DatesOfYears | Weeks | Weekdays | OfMonth


class Time(NamedTuple):
    """Minutes after midnight, up to 48 hours; without an end it is open from its start on."""

    start: int
    end: int | None
    open_end: bool = False

    def __str__(self) -> str:
        end = "" if self.end is None else f"-{_clock(self.end)}"
        return f"{_clock(self.start)}{end}{'+' if self.open_end else ''}"

    def stretches(self, state: str) -> list[tuple[int, int, str]]:
        """The time's minutes [start, end) with their states: an open end may last as long as README says."""
        end = self.start if self.end is None else self.end
        found = [(self.start, end, state)] if self.end is not None else []
        if self.open_end:
            hours = 8 if end >= 22 * 60 else 10
            until = min(end + hours * 60, 2 * _DAY) if end >= 17 * 60 else _DAY
            found.append((end, until, "closed" if state == "closed" else "unknown"))
        return found


class Rule(NamedTuple):
    """A rule: its selectors, each kind with those of which one must hold, its times, and what it says."""

    years: tuple[Selector, ...] = ()
    dates: tuple[Selector, ...] = ()
    weeks: tuple[Selector, ...] = ()
    weekdays: tuple[Selector, ...] = ()
    times: tuple[Time, ...] = ()
    modifier: str = ""
    """As it is written: empty, or `open`, `off`, `closed` or `unknown`."""
    comment: str | None = None
    separator: str = ";"
    """What stands before it."""

    def __str__(self) -> str:
        weeks = f"week {_list(self.weeks)}" if self.weeks else ""
        days = [_list(self.years), _list(self.dates), weeks, _list(self.weekdays)]
        comment = "" if self.comment is None else f'"{self.comment}"'
        parts = [*days, _list(self.times), self.modifier, comment]
        return " ".join(part for part in parts if part) or "24/7"

    @property
    def state(self) -> str:
        """What it says at its times."""
        if self.modifier:
            return {"off": "closed"}.get(self.modifier, self.modifier)
        return "open" if self.comment is None else "unknown"

    def names(self, day: date, read_as: date | None = None) -> bool:
        """Whether the day is one of the rule's, its weekday that of `read_as` where that is given."""
        kinds = (self.years, self.dates, self.weeks)
        return all(not kind or any(each.holds(day) for each in kind) for kind in kinds) and (
            not self.weekdays or any(each.holds(read_as or day) for each in self.weekdays)
        )

    def stretches(self) -> list[tuple[int, int, str]]:
        """Its minutes [start, end) after the midnight of a day that it names, with their states."""
        return [each for time in self.times or (Time(0, _DAY),) for each in time.stretches(self.state)]


def text_of(rules: Sequence[Rule]) -> str:
    """The rules as an expression."""
    return "".join(f"{rule.separator} " * (number > 0) + str(rule) for number, rule in enumerate(rules))


def day_of(rules: Sequence[Rule], day: date, read_as: Mapping[date, date] | None = None) -> list[Held]:
    """What the rules say at each minute that the wall clock may show on a day.

    The weekday of a day in `read_as` is that of its other date.
    """
    read_as = read_as or {}
    minutes: list[Held] = [("closed", None)] * _DAY
    for number, rule in enumerate(rules):
        if number and rule.separator == ";" and rule.state != "closed" and rule.names(day, read_as.get(day)):
            minutes = [("closed", None)] * _DAY
        for date_of_rule, shift in ((day, 0), (day - _ONE, _DAY)):
            if rule.names(date_of_rule, read_as.get(date_of_rule)):
                for start, end, state in rule.stretches():
                    for minute in range(max(start - shift, 0), min(end - shift, _DAY)):
                        minutes[minute] = (state, rule.comment)
    return minutes


def with_holiday(minutes: Sequence[Held], name: str | None, on_holidays: str) -> list[Held]:
    """A day's minutes where it is a holiday of that name: it acts by calendar date."""
    if name is None or on_holidays == "open":
        return list(minutes)
    if on_holidays == "closed":
        return [("closed", name)] * len(minutes)
    if on_holidays.startswith("as "):
        return [(state, comment or (None if state == "unknown" else name)) for state, comment in minutes]
    return [("unknown", name) if state == "open" else (state, comment) for state, comment in minutes]


def _between(first: object, value: object, last: object) -> bool:
    """Whether a value comes from the first to the last on a circle."""
    return first <= value <= last if first <= last else value >= first or value <= last


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last}"


def _step(step: int) -> str:
    return f"/{step}" if step > 1 else ""


def _month_day(month: int, day: int) -> str:
    return f"{MONTHS[month - 1]} {day:02}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _list(parts: Sequence[object]) -> str:
    return ",".join(map(str, parts))
