"""A weekly expression of the `opening_hours` standard as its rules, and the forms of it that are refused."""

import calendar
import re
from collections.abc import Sequence
from typing import NamedTuple

from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]

from helpdesk_tui.book.refusal import bad
from helpdesk_tui.times.instants import DAY

_COMMENT = re.compile(r'(\bopen\s*)?"([^"]*)"', re.IGNORECASE)
_SEPARATOR = re.compile(r"(; |, )")
_RULE = re.compile(
    r"(?P<days>.*?)(?:(?:^|(?<= ))(?P<times>\d\d:\d\d\S*))?"
    r'(?: ?(?P<state>closed|unknown))?(?: ?"(?P<comment>\d+)")?'
)
_TIME = re.compile(r"(\d\d):(\d\d)(?:-(\d\d):(\d\d))?(\+?)")
_MONTH_DAY = re.compile(r"(?<![A-Za-z])(" + "|".join(calendar.month_abbr[1:]) + r") ?(\d{1,2})(?![\d:])")
_NOT_DAYS_ALONE = re.compile(r'\d:\d\d|"|24/7|\b(?:off|closed|open|unknown)\b', re.IGNORECASE)
_STATES = {None: State.OPEN, "closed": State.CLOSED, "unknown": State.UNKNOWN}


class Time(NamedTuple):
    """A stretch [start, end) in minutes after the midnight that begins the rule's day; up to 48 hours."""

    start: int
    end: int
    open_end: bool
    """Whether the book does not say when it ends: `end` is then how long it may last."""


class Rule(NamedTuple):
    """One rule: on the days that it names, at these times, this state."""

    text: str
    """The rule as the package writes it."""
    days: str
    """The rule's selectors of years, dates, weeks and weekdays; empty for every day."""
    times: tuple[Time, ...]
    """Empty for the whole day."""
    state: State
    comment: str | None
    replaces: bool
    """Whether it replaces the earlier rules on its days: it stands after `;` and is not `off`."""

    @property
    def spans(self) -> tuple[Time, ...]:
        """The rule's times, the whole day where it has none."""
        return self.times or (Time(0, DAY, False),)


def check_weekly(text: str) -> str:
    """`text` itself. Raises PydanticCustomError where it is no weekly expression, or of a refused form."""
    try:
        normal = str(OpeningHours(text, auto_country=False, auto_timezone=False))
    except ParserError as error:
        place = re.search(r"--> \d+:(\d+)", str(error))
        raise bad(
            "is not opening_hours syntax, at character {place}", place=place[1] if place else "?"
        ) from error
    selectors = _COMMENT.sub('""', text)
    words = set(re.findall(r"[A-Za-z]+", selectors))
    if words & {"PH", "SH"}:
        raise bad("cannot hold PH or SH: holidays are set by on_holidays")
    if {word.lower() for word in words} & {"dawn", "sunrise", "sunset", "dusk"}:
        raise bad("cannot hold sunrise or sunset: a book has no place on the map")
    if "||" in selectors:
        raise bad("cannot hold ||: write the rule for those hours in full")
    if re.search(r'""\s*:', selectors):
        raise bad("cannot hold a comment before the days: write it after the times")
    if points := re.search(r"\d+:\d\d[^;,]*?/ ?[\d:]+", selectors):
        raise bad(
            "cannot hold points in time: {times}; write when it opens and when it closes", times=points[0]
        )
    for month, day in _MONTH_DAY.findall(_COMMENT.sub("", normal)):
        # The package takes an impossible date for every day.
        if int(day) > calendar.monthrange(2028, list(calendar.month_abbr).index(month))[1]:
            raise bad("holds a date that does not exist: {date}", date=f"{month} {day}")
    _check_lists(selectors)
    _check_days(rules(text))
    return text


def rules(weekly: str) -> tuple[Rule, ...]:
    """The rules of an expression that `check_weekly` takes, in its order.

    The package's own reading of several rules is not used: it cuts the night of a rule after `;` at
    midnight (2.1.4), takes a comment alone for open, and gives an open end the end of the day.
    """
    # The package writes `open "x"` and `"x"` alike: only the expression itself tells them apart.
    opened = [bool(each[1]) for each in _COMMENT.finditer(weekly)]
    normal = str(OpeningHours(weekly, auto_country=False, auto_timezone=False))
    comments = [each[2] for each in _COMMENT.finditer(normal)]
    numbers = iter(range(len(comments)))
    parts = _SEPARATOR.split(_COMMENT.sub(lambda _: f'"{next(numbers)}"', normal))
    found = []
    for separator, part in zip(("", *parts[1::2]), parts[::2], strict=True):
        match = _RULE.fullmatch(part)
        assert match is not None  # every part may be days alone
        comment = None if match["comment"] is None else int(match["comment"])
        state = _STATES[match["state"]]
        if match["state"] is None and comment is not None and not opened[comment]:
            state = State.UNKNOWN
        found.append(
            Rule(
                text=_text(part, comments),
                days=match["days"].strip().removeprefix("24/7"),
                times=_times(match["times"] or ""),
                state=state,
                comment=None if comment is None else comments[comment],
                replaces=separator == "; " and state is not State.CLOSED,
            )
        )
    return tuple(found)


def _text(part: str, comments: Sequence[str]) -> str:
    """A rule with its comment, and `off` as people write it."""
    text = re.sub(r"\bclosed\b", "off", part)
    return re.sub(r'"(\d+)"', lambda number: f'"{comments[int(number[1])]}"', text)


def _times(text: str) -> tuple[Time, ...]:
    """The times of one rule; an open end lasts until the next of them, as `_open_end` says at the most."""
    found: list[Time] = []
    for hour, minute, last_hour, last_minute, plus in _TIME.findall(text):
        start = int(hour) * 60 + int(minute)
        if last_hour:
            end = int(last_hour) * 60 + int(last_minute)
            end += DAY if end <= start else 0
            found.append(Time(start, end, False))
            start = end
        if plus:
            found.append(Time(start, _open_end(start), True))
    return tuple(
        time._replace(end=min([time.end, *(each.start for each in found if each.start > time.start)]))
        if time.open_end
        else time
        for time in found
    )


def _open_end(start: int) -> int:
    """How long a time without an end may last, as opening_hours.js (3.15) supposes.

    From 22:00 eight hours, from 17:00 ten, and before that until midnight.
    """
    if start >= 22 * 60:
        return min(start + 8 * 60, 2 * DAY)
    return start + 10 * 60 if start >= 17 * 60 else DAY


def _check_lists(selectors: str) -> None:
    """Refuse a list of days with a space in it: the package takes each part for a rule, open all day."""
    for rule in re.split(r";|\|\|", selectors):
        parts = [part.strip() for part in re.split(r",\s", rule)]
        alone = [not _NOT_DAYS_ALONE.search(part) for part in parts[:-1]]
        if True not in alone:
            continue
        first = alone.index(True)
        last = next((i for i in range(first, len(alone)) if not alone[i]), len(alone))
        listed = parts[first : last + 1]
        joined = ",".join(listed)
        meant = joined if _is_syntax(joined) else f"{parts[first]} 00:00-24:00, {parts[first + 1]}"
        raise bad("has a space in a list: {list}; write {meant}", list=", ".join(listed), meant=meant)


def _check_days(found: Sequence[Rule]) -> None:
    """Refuse times without days after `;` where an earlier rule names days.

    The package lets them replace that rule on every day, opening_hours.js adds them to it.
    """
    for index, rule in enumerate(found):
        if rule.replaces and rule.times and not rule.days and any(each.days for each in found[:index]):
            raise bad("has times without days after ;: {rule}; write Mo-Su {rule}", rule=rule.text)


def _is_syntax(weekly: str) -> bool:
    try:
        OpeningHours(weekly, auto_country=False, auto_timezone=False)
    except ParserError:
        return False
    return True
