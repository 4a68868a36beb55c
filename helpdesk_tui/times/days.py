"""Reads calendar days as someone types them: `mañana`, `sáb`, `8 dic`, `13/4`, `2026-12-08`, `en 3 días`."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from helpdesk_tui.times.lengths import DAY_UNITS, length_from_now

Holidays = Callable[[], Iterable[date]]
"""Gives the public holidays; it is called only where the text names one."""


def _numbered(first: int, *names: str) -> dict[str, int]:
    """The number of each name, from `first` on; `|` parts names with the same number."""
    return {name: number for number, group in enumerate(names, first) for name in group.split("|")}


_NEAR = _numbered(
    -2,
    "anteayer|antier|antes de ayer|day before yesterday|the day before yesterday",
    "ayer|yesterday",
    "hoy|today",
    "manana|tomorrow",
    "pasado manana|day after tomorrow|the day after tomorrow",
)
_WEEKDAYS = _numbered(
    0,
    "lun|lunes|mon|monday",
    "mar|martes|tue|tues|tuesday",
    "mie|miercoles|wed|weds|wednesday",
    "jue|jueves|thu|thur|thurs|thursday",
    "vie|viernes|fri|friday",
    "sab|sabado|sat|saturday",
    "dom|domingo|sun|sunday",
)
_MONTHS = _numbered(
    1,
    "ene|enero|jan|january",
    "feb|febrero|february",
    "mar|marzo|march",
    "abr|abril|apr|april",
    "may|mayo",
    "jun|junio|june",
    "jul|julio|july",
    "ago|agosto|aug|august",
    "sep|sept|set|septiembre|setiembre|september",
    "oct|octubre|october",
    "nov|noviembre|november",
    "dic|diciembre|dec|december",
)
_HOLIDAY = {"festivo", "dia festivo", "feriado", "dia feriado", "holiday", "public holiday"}
TWO_MEANINGS = _WEEKDAYS.keys() & _MONTHS.keys()
"""`mar`: before a bare number it can be a Tuesday or March."""

_ARTICLES = re.compile(r"(?:(?:el|del|este|proximo|the|this|next|on) )+")
_NEXT = {"next", "proximo"}
_ANY_MONTH = "|".join(_MONTHS)
_CLEAR_MONTH = "|".join(_MONTHS.keys() - TWO_MEANINGS)
_YEAR = r"(?:[ /-](?:del? |of )?(?P<year>\d{4}|\d\d))?"
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|o)?[ /-]?(?:de |of )?(?P<month>{_ANY_MONTH}){_YEAR}", re.ASCII
)
_MONTH_DAY = re.compile(
    rf"(?P<month>{_CLEAR_MONTH})[ /-](?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}", re.ASCII
)
_NUMBERS = re.compile(r"(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}))?", re.ASCII)
_ISO = re.compile(r"\d{4}-", re.ASCII)


def days(text: str, now: datetime, clock: timedelta, holidays: Holidays) -> Iterator[date]:
    """Yield every day that `text`, folded, can mean on a clock that shows `now`.

    A weekday or a holiday is today only if `clock` (the time since midnight) is later than `now`, and `text`
    does not say "next"; otherwise it is the next one. A date without a year is the next one, today included.
    """
    today = now.date()
    if text in _NEAR:
        yield today + timedelta(days=_NEAR[text])
        return
    if (length := length_from_now(text, DAY_UNITS)) is not None:
        yield today + length
        return
    to_come = datetime.combine(today, time()) + clock > now
    may_be_today = to_come and _NEXT.isdisjoint(text.split())
    text = _without_article(text)
    first, _, rest = text.partition(" ")
    weekday = _WEEKDAYS.get(first)
    if text in _HOLIDAY:
        yield from sorted(day for day in holidays() if day > today or (day == today and may_be_today))[:1]
    elif weekday is None:
        yield from _dates(text, today)
    elif rest:
        yield from (day for day in _dates(_without_article(rest), today) if day.weekday() == weekday)
    else:
        ahead = (weekday - today.weekday()) % 7
        yield today + timedelta(days=ahead if ahead or may_be_today else 7)


def _without_article(text: str) -> str:
    article = _ARTICLES.match(text)
    return text[article.end() :] if article else text


def _dates(text: str, today: date) -> Iterator[date]:
    if _ISO.match(text):
        with suppress(ValueError):
            yield date.fromisoformat(text.upper())
    elif match := _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text):
        yield from _date(match["year"], _MONTHS[match["month"]], int(match["day"]), today)
    elif match := _NUMBERS.fullmatch(text):
        first, mark, second, year = match.groups()
        if mark == "." and year is None and len(second) == 1:
            return  # a decimal number
        yield from _date(year, int(second), int(first), today)
        if mark != ".":  # only Americans write the month first, and never with dots
            yield from _date(year, int(first), int(second), today)


def _date(year: str | None, month: int, day: int, today: date) -> Iterator[date]:
    """Yield the date if it exists; without a year the next one, which for 29 February is years away."""
    if year is not None:
        with suppress(ValueError):
            yield date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        return
    for each in range(today.year, today.year + 9):
        with suppress(ValueError):
            if (next_date := date(each, month, day)) >= today:
                yield next_date
                return
