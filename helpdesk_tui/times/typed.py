"""Reads times and days as someone types them: `2026-12-08T10:00`, `sáb 14:00`, `tomorrow 8`, `+2h`.

A text is a day, an hour, both, tonight, or a length of time from now. It is read in every possible way and
refused unless all of them give the same time.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from helpdesk_tui.names import fold
from helpdesk_tui.times.days import TWO_MEANINGS, Holidays, days
from helpdesk_tui.times.hours import clocks
from helpdesk_tui.times.instants import FIRST_YEAR, LAST_YEAR
from helpdesk_tui.times.lengths import CLOCK_UNITS, DAY_UNITS, length_from_now

NOW = ("ahora", "now")
"""Names of the present, folded."""

EVENING = timedelta(hours=20)
"""The hour of tonight where none is typed."""

_NIGHT = timedelta(hours=18)
"""When a night begins."""

_TONIGHT = re.compile(r"\b(?:esta noche|tonight)\b")

_LONGEST = 60
"""Characters of a text; nobody needs more for a time."""

_YEAR_FIRST = re.compile(r"(?<!\S)(\d{4})([/.-])(\d{1,2})\2(\d{1,2})\b", re.ASCII)
_ISO = re.compile(r"(?:\d{4}-\d\d-\d\d|\d{4}-?W\d\d(?:-?\d)?)(?:[Tt ]|$)|\d{8}T", re.ASCII)
"""The beginning of an ISO time; a lone `20261208` is none, as it may be a slip of the hand."""

_Date = TypeVar("_Date", bound=date)


class TypedTimeError(ValueError):
    """The text is refused, for one of the four reasons below."""


class NoTimeError(TypedTimeError):
    """The text names no time."""


class NoDayError(TypedTimeError):
    """The text names no day, or also an hour."""


class BeyondYearsError(TypedTimeError):
    """The text names a time outside the years that can be asked about."""


class SeveralReadingsError(TypedTimeError):
    """The text can mean each of these `readings`."""

    def __init__(self, readings: tuple[date, ...]) -> None:
        super().__init__()
        self.readings = readings


def read_time(text: str, now: datetime, holidays: Holidays = tuple) -> datetime:
    """The time that `text` names on a clock that shows `now`, which has an offset.

    The result has an offset where `text` has one or names a length in hours or minutes. A day without an hour
    keeps the hour of `now`; an ISO date is its midnight, and tonight is the evening or later.
    Raises TypedTimeError.
    """
    now = now.replace(second=0, microsecond=0)
    written, plain = _cleaned(text)
    if plain in NOW:
        return now
    if (at := _iso_time(written)) is not None:
        return _only([at], NoTimeError)
    if (length := length_from_now(plain, CLOCK_UNITS)) is not None:
        return _only([now.astimezone(UTC) + length], NoTimeError)
    return _only(_times(plain, now.replace(tzinfo=None, fold=0), holidays), NoTimeError)


def names_no_hour(text: str, now: datetime, holidays: Holidays = tuple) -> bool:
    """Whether `text` names a day without an hour, or tonight, so that `read_time` chooses the hour."""
    if _TONIGHT.fullmatch(_cleaned(text)[1]):
        return True
    try:
        read_day(text, now, holidays)
    except TypedTimeError:
        return False
    return True


def read_day(text: str, now: datetime, holidays: Holidays = tuple) -> date:
    """The calendar day that `text` names, without an hour, on a clock that shows `now`.

    Raises TypedTimeError.
    """
    now = now.replace(tzinfo=None, fold=0)
    _, plain = _cleaned(text)
    return _only(days(plain, now, _since_midnight(now), holidays), NoDayError)


def _cleaned(text: str) -> tuple[str, str]:
    """`text` with any date that begins with its year in ISO 8601; and the same folded without punctuation."""
    if len(text) > _LONGEST:
        return "", ""
    written = _YEAR_FIRST.sub(_iso_date, text.strip())
    plain = re.sub(r"(?<=[a-z])\.", "", fold(written).replace(",", " "))
    plain = re.sub(r"\b([ap]) m\b", r"\1m", plain)
    return written, " ".join(plain.split())


def _iso_date(match: re.Match[str]) -> str:
    return f"{match[1]}-{match[3]:0>2}-{match[4]:0>2}"


def _iso_time(text: str) -> datetime | None:
    with suppress(ValueError):
        if _ISO.match(text):
            return datetime.fromisoformat(text)
    return None


def _times(text: str, now: datetime, holidays: Holidays) -> Iterator[datetime]:
    """Yield every time that `text` can mean: a day, an hour, or both in either order."""
    if _TONIGHT.search(text):
        hours = _hours_of_tonight(_TONIGHT.sub("", text, count=1).strip(), now)
        yield from _combined("today", hours, now, holidays)
        return
    yield from _combined(text, (_since_midnight(now),), now, holidays)
    yield from _combined("today", clocks(text, bare=True), now, holidays)
    if length_from_now(text, CLOCK_UNITS | DAY_UNITS) is not None:
        return  # the hours beside the days could also be those of the clock
    words = text.split()
    for cut in range(1, len(words)):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        yield from _combined(head, clocks(tail, bare=head not in TWO_MEANINGS), now, holidays)
        yield from _combined(tail, clocks(head, bare=False), now, holidays)


def _hours_of_tonight(hour: str, now: datetime) -> tuple[timedelta, ...]:
    """The times since midnight that `hour` means tonight: 9 is 21:00, as is 21. Without one, the evening."""
    if not hour:
        return (max(EVENING, _since_midnight(now)),)
    named = clocks(f"{hour} de la noche", bare=True) or clocks(hour, bare=True)
    return tuple(each for each in named if each >= _NIGHT)


def _combined(day: str, choices: tuple[timedelta, ...], now: datetime, holidays: Holidays) -> list[datetime]:
    """Every time that `day` can mean at one of these times since its midnight.

    Where there is a choice, as of a day's two midnights, one that is over counts only if none is to come.
    """
    times = [
        datetime.combine(each, time()) + clock
        for clock in choices
        for each in days(day, now, clock, holidays)
    ]
    to_come = [each for each in times if each > now]
    return to_come if len(choices) > 1 and to_come else times


def _since_midnight(now: datetime) -> timedelta:
    return timedelta(hours=now.hour, minutes=now.minute)


def _only(readings: Iterable[_Date], refused: type[TypedTimeError]) -> _Date:
    """The only reading. Raises `refused` where there is none, else the TypedTimeError that says why not."""
    try:
        different = tuple(dict.fromkeys(readings))
    except OverflowError as error:  # weeks from now may lead beyond the calendar
        raise BeyondYearsError from error
    if not different:
        raise refused
    possible = tuple(each for each in different if FIRST_YEAR <= each.year <= LAST_YEAR)
    if not possible:
        raise BeyondYearsError
    if len(possible) > 1:
        raise SeveralReadingsError(possible)
    return possible[0]
