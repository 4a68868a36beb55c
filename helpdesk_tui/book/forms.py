"""Checks weekly expressions and refuses the forms that would be answered wrongly."""

import calendar
import re
from collections.abc import Sequence

from opening_hours import OpeningHours, ParserError, State, validate  # type: ignore[attr-defined]
from pydantic_core import PydanticCustomError

from helpdesk_tui.book.meant import day_after_times, is_day_name, time_of_24_hours
from helpdesk_tui.book.refusal import bad
from helpdesk_tui.book.weekly import MONTH, MONTHS, Rule, commented, comments_of, numbered, rules

_ONE_YEAR = r"(?<!\d{4}[-,])\b\d{4}"
"""A year that is neither the end of a range of years nor one of several."""
_DATE = re.compile(rf"(?:({_ONE_YEAR}) )?\b({MONTH}) (\d+)")
_YEARS_AND_MONTHS = re.compile(rf"\b(\d{{4}})(?:-(\d{{4}}))? ({MONTH})(?: (\d+))?-({MONTH})(?: (\d+))?")
_YEAR_OF_ONE_DATE = re.compile(
    rf"{_ONE_YEAR} ?(?:{MONTH} (?:\d|[A-Z][a-z]\[)|easter)[^:]*?,(?=easter|{MONTH})"
)
_PLAIN_DATES = re.compile(
    rf"(\d{{4}}) ({MONTH} \d+)(?:-(\d{{4}} )?({MONTH} \d+))?,({MONTH} \d+(?:-{MONTH} \d+)?)(?![-\d]| [+-])"
)
_DATE_AND_WEEKDAY = re.compile(rf"{MONTH} \d+,{MONTH} [A-Z][a-z]\[.*?\]")
_STEP = re.compile(r"\b(\d+)-(\d+)/(\d+)")
_FOR_EVER = "9999"
_NOT_DAYS_ALONE = re.compile(r'\d:\d\d|"|24/7|\b(?:off|closed|open|unknown)\b', re.IGNORECASE)
_EVERY_DAY = ("", "Mo-Su")
_TIMES_OF_A_RULE = re.compile(r'(?:"|[a-z])\s*,\s*(\d+:\d\d[\d:+, -]*[\d+])', re.IGNORECASE)
_SPACED_TIMES = re.compile(r"\d+:\d\d(?:-\d+:\d\d)?\+?\s+,\s*\d[\d:+-]*")


def check_weekly(text: str) -> str:
    """Return `text`. Raises PydanticCustomError where it is not a weekly expression or of a refused form."""
    try:
        OpeningHours(text, auto_country=False, auto_timezone=False)
    except ParserError as error:
        raise _not_syntax(text, error) from error
    selectors = numbered(text)
    names = set(re.findall(r"[A-Za-z]+", selectors))
    if names & {"PH", "SH"}:
        raise bad("cannot hold PH or SH: holidays are set by on_holidays")
    if {name.lower() for name in names} & {"dawn", "sunrise", "sunset", "dusk"}:
        raise bad("cannot hold sunrise or sunset: a book has no place on the map")
    if "||" in selectors:
        raise bad("cannot hold ||: write the rule for those hours in full")
    if re.search(r'"\s*:', selectors):
        raise bad("cannot hold a comment before the days: write it after the times")
    if points := re.search(r"\d+:\d\d[^;,]*?/ ?[\d:]+", selectors):
        raise bad(
            "cannot hold points in time: {times}; write when it opens and when it closes", times=points[0]
        )
    _check_steps(selectors)
    _check_lists(selectors, comments_of(text))
    parsed = rules(text)
    for rule in parsed:
        _check_dates(rule)
        _check_weekdays(rule)
        _check_years(rule)
        _check_years_of_dates(rule)
    _check_days(parsed, selectors)
    return text


def _not_syntax(text: str, error: ParserError) -> PydanticCustomError:
    """The error for text that the package cannot read, with a correction where one is known."""
    match = re.search(r"--> \d+:(\d+)", str(error))
    column = match[1] if match else "?"
    if match and (day := day_after_times(text, int(column))):
        return bad(
            "is not opening_hours syntax, at character {place}; a ; is missing before {day}",
            place=column,
            day=day,
        )
    if match and is_day_name(text, int(column)):
        return bad(
            "is not opening_hours syntax, at character {place}; "
            "days in English: Mo Tu We Th Fr Sa Su; e.g. Mo-Fr 08:00-18:00",
            place=column,
        )
    if times := time_of_24_hours(numbered(text)):
        time, meant = times
        return bad(
            "is not opening_hours syntax, at character {place}; for {time} write {meant}",
            place=column,
            time=time,
            meant=meant,
        )
    return bad("is not opening_hours syntax, at character {place}; e.g. Mo-Fr 08:00-18:00", place=column)


def _check_steps(selectors: str) -> None:
    """Refuse a step longer than its range: the package reads each year or week of the range."""
    for match in _STEP.finditer(selectors):
        first, last, step = map(int, match.groups())
        if last - first < step:
            raise bad("has a step that is too long: {range}; write {meant}", range=match[0], meant=match[1])


def _check_lists(selectors: str, comments: Sequence[str]) -> None:
    """Refuse a space in a list: the package reads the parts before and after it as separate rules."""
    for rule in re.split(r";|\|\|", selectors):
        parts = [part.strip() for part in re.split(r",\s", rule)]
        days = [not _NOT_DAYS_ALONE.search(part) for part in parts[:-1]]
        if True not in days:
            continue
        first = days.index(True)
        last = [*days, False].index(False, first)
        listed = parts[first : last + 1]
        joined = ",".join(listed)
        meant = joined if validate(joined) else f"{parts[first]} 00:00-24:00, {parts[first + 1]}"
        raise bad(
            "has a space in a list: {list}; write {meant}",
            list=commented(", ".join(listed), comments),
            meant=commented(meant, comments),
        )
    if times := _SPACED_TIMES.search(selectors):
        meant = re.sub(r"\s", "", times[0])
        raise bad("has a space in a list: {list}; write {meant}", list=times[0], meant=meant)


def _check_dates(rule: Rule) -> None:
    """Refuse a date that is in no year, which the package reads as every day, or not in its own year."""
    for match in _DATE.finditer(rule.days):
        year, month, day = match.groups()
        if int(day) > calendar.monthrange(int(year or 2028), MONTHS.index(month))[1]:
            raise bad("holds a date that does not exist: {date}", date=match[0])


def _check_weekdays(rule: Rule) -> None:
    """Refuse a date and a weekday of a month in one list: the weekday may be meant for both."""
    match = _DATE_AND_WEEKDAY.search(rule.days)
    if match or not validate(rule.days or "24/7"):
        days = match[0] if match else rule.text
        raise bad("lists a date and a weekday of a month: {days}; write a rule for each", days=days)


def _check_years(rule: Rule) -> None:
    """Refuse years before months that continue into the next year.

    The writer means one winter; the standard reads the first and the last months of the year.
    """
    for match in _YEARS_AND_MONTHS.finditer(rule.days):
        first, last, start, day, end, last_day = match.groups()
        over = MONTHS.index(start) > MONTHS.index(end)
        if not over or last == _FOR_EVER or (day is not None and last is None):
            continue
        winters = []
        for year in range(int(first), int(last or int(first) + 1)):
            final = last_day or calendar.monthrange(year + 1, MONTHS.index(end))[1]
            winters.append(f"{year} {start} {day or 1}-{year + 1} {end} {final}")
        raise bad(
            "has a year before months that go into the next one: {days}; write {meant}",
            days=match[0],
            meant=",".join(winters),
        )


def _check_years_of_dates(rule: Rule) -> None:
    """Refuse a date with a year before one without: the package and opening_hours.js read it as yearly."""
    first_date = _YEAR_OF_ONE_DATE.search(rule.days)
    if first_date is None:
        return
    match = _PLAIN_DATES.match(rule.days, first_date.start())
    if match is None:
        raise bad(
            "has a year for the first date alone: {dates}; write a rule with its year for each",
            dates=rule.days,
        )
    year, first, last_year, last, following = match.groups()
    before = last or first
    year = int(last_year or year) + (bool(last) and not last_year and _key(last) < _key(first))
    meant = f"{match[0].removesuffix(following)}{year + (_key(following) < _key(before))} {following}"
    raise bad("has a year for the first date alone: {dates}; write {meant}", dates=match[0], meant=meant)


def _key(date: str) -> tuple[int, int]:
    """The month and day of `Dec 24`, or of a range that begins on it."""
    month, day = date.partition("-")[0].split()
    return MONTHS.index(month), int(day)


def _check_days(parsed: Sequence[Rule], selectors: str) -> None:
    """Refuse times without days that may belong to the days of an earlier rule alone.

    opening_hours.js adds times without days that follow `;` to the rule before them, if that rule names days.
    It adds `unknown` times to a rule of every day too.
    """
    for index, rule in enumerate(parsed[1:], start=1):
        added = rule.state is State.UNKNOWN or any(each.days for each in parsed[:index])
        if added and rule.replaces and rule.times and not rule.days:
            raise _without_days(rule, parsed[index - 1])
    times = _TIMES_OF_A_RULE.search(selectors)  # the package gives them Mo-Su
    if times and any(rule.days not in _EVERY_DAY for rule in parsed):
        raise bad("has times without days after a comma: {times}; write their days too", times=times[1])


def _without_days(rule: Rule, before: Rule) -> PydanticCustomError:
    """The error for times without days after `;`, with the form that adds them to open times before them."""
    if not (before.days and before.times and before.state is rule.state is State.OPEN):
        return bad("has times without days after ;: {rule}; write Mo-Su {rule}", rule=rule.text)
    meant = f"{before.text},{rule.text}"
    if before.comment or rule.comment:
        meant = f"{before.text}, {before.days} {rule.text}"
    return bad(
        "has times without days after ;: {rule}; to add them to the rule before, write {meant}",
        rule=rule.text,
        meant=meant,
    )
