"""A time as someone types it in Spanish or English: `2026-12-08T10:00`, `sáb 14:00`, `mañana 8`, `sat 9`."""

import re
from datetime import date, datetime, time, timedelta

from helpdesk_tui.names import fold
from helpdesk_tui.times.instants import FIRST_YEAR, LAST_YEAR

_LONGEST = 60

_ISO = re.compile(r"\d{4}-")
"""How an ISO time begins here: `0801` or `20261208` are as well an hour or a slip of the hand."""

_WEEKDAYS = {
    name: day
    for day, names in enumerate(
        (
            "lun lunes mon monday",
            "mar martes tue tues tuesday",
            "mie miercoles wed weds wednesday",
            "jue jueves thu thur thurs thursday",
            "vie viernes fri friday",
            "sab sabado sat saturday",
            "dom domingo sun sunday",
        )
    )
    for name in names.split()
}
_DAYS = {
    "hoy": 0,
    "today": 0,
    "manana": 1,
    "tomorrow": 1,
    "pasado manana": 2,
    "day after tomorrow": 2,
    "ayer": -1,
    "yesterday": -1,
    "anteayer": -2,
    "antier": -2,
    "day before yesterday": -2,
}
_LEADS = re.compile(r"^(?:(?:el|este|esta|proximo|the|this|next|on) )+")
_TIME = re.compile(
    r"(?:^|(?<=\s))(?P<at>(?:a las?|at) )?(?P<hour>\d{1,2})(?:(?P<colon>[:h])(?P<minute>\d\d)| ?h)?"
    r"(?: ?(?P<half>[ap])\.? ?m\.?)?$"
)
_NOON = {"mediodia": time(12), "noon": time(12), "medianoche": time(0), "midnight": time(0)}
_DATE = re.compile(r"[a-z]|\d[-/]\d|\d\.\d+\.\d{4}")
_HOURS = re.compile(r"\b(?:horas?|hours?|h|minutos?|minutes?|min)\b")
_LENGTH = re.compile(r"\b(?:dias?|days?|semanas?|weeks?|mes(?:es)?|months?|anos?|years?)\b")
"""Units of a length of time from now."""


def time_typed(text: str, now_local: datetime) -> datetime | None:
    """The time that `text` names, on a clock that shows `now_local`; None where it names none.

    It has an offset where `text` has. That clock is what `tomorrow` or a bare hour are understood from.
    A day without an hour keeps that clock's; an ISO date is its midnight.
    """
    if len(text) > _LONGEST:
        return None
    now = now_local.replace(tzinfo=None, second=0, microsecond=0, fold=0)
    try:
        iso = _ISO.match(text.strip())
        named = datetime.fromisoformat(text.strip()) if iso else _wall(fold(text), now)
        if named is None or not FIRST_YEAR <= named.year <= LAST_YEAR:
            return None
        return named
    except (ValueError, OverflowError):
        return None


def _wall(text: str, now: datetime) -> datetime | None:
    """The time on the zone's clock."""
    text = " ".join(text.replace(",", " ").split())
    day, hour = _apart(text)
    if hour is None:
        return _elsewhen(day, now)
    if not day:
        return datetime.combine(now.date(), hour)
    found = _day(day, now, hour)
    return None if found is None else datetime.combine(found, hour)


def _apart(text: str) -> tuple[str, time | None]:
    """The day and the hour of `text`: the hour stands last, and a bare number is one after a day's word."""
    head, _, last = text.rpartition(" ")
    if last in _NOON:
        return _bare(head.removesuffix(" al").removesuffix(" at")), _NOON[last]
    found = _TIME.search(text)
    if found is None:
        return _bare(text), None
    day = _bare(text[: found.start()])
    told = found["colon"] or found["at"] or found["half"] or found[0].endswith("h")
    if not told and day and day not in _DAYS and (day not in _WEEKDAYS or day == "mar"):
        return _bare(text), None  # `8 dic 10` is no hour, and `mar 3` is a Tuesday's or a day of March
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    return day, time(hour, minute)


def _bare(text: str) -> str:
    return _LEADS.sub("", text.strip())


def _day(text: str, now: datetime, hour: time) -> date | None:
    """The calendar day that `text` names; a day of the week is the next one on which `hour` is to come."""
    if text in _DAYS:
        return now.date() + timedelta(days=_DAYS[text])
    if text in _WEEKDAYS:
        ahead = (_WEEKDAYS[text] - now.weekday()) % 7
        if not ahead and hour <= now.time():
            ahead = 7
        return now.date() + timedelta(days=ahead)
    found = _read(text, now)
    return None if found is None else found[0].date()


def _elsewhen(text: str, now: datetime) -> datetime | None:
    """A day without an hour, or a length of time from now."""
    if text in _DAYS or text in _WEEKDAYS:
        day = _day(text, now, now.time())
        return None if day is None else datetime.combine(day, now.time())
    found = _read(text, now)
    if found is None:
        return None
    at, period = found
    if period == "time":
        return at if _HOURS.search(text) else None
    return datetime.combine(at.date(), now.time())


def _read(text: str, now: datetime) -> tuple[datetime, str] | None:
    """What dateparser makes of `text`, where that is one day: it guesses at much that names none."""
    words = set(text.split())
    if not re.search(r"\d", text) or words & _DAYS.keys() or text.startswith("mar "):
        return None
    # From the day before, so that today's own date is not next year's.
    base = now if _HOURS.search(text) or _LENGTH.search(text) else now - timedelta(days=1)
    from dateparser.date import DateDataParser  # takes a quarter of a second, and only what is typed needs it

    parser = DateDataParser(
        languages=["es", "en"],
        settings={
            "RELATIVE_BASE": base,
            "PREFER_DATES_FROM": "future",
            "DATE_ORDER": "DMY",
            "RETURN_TIME_AS_PERIOD": True,
            "PARSERS": ["relative-time", "absolute-time"],
        },
    )
    found = parser.get_date_data(re.sub(r"\bset(?=\b|iembre)", "sep", text))
    at, period = found.date_obj, found.period
    if at is None or at.tzinfo is not None or period not in ("time", "day", "week"):
        return None
    if period == "day" and not _DATE.search(text):
        return None  # a lone number
    told = {_WEEKDAYS[word] for word in words - {"mar"} if word in _WEEKDAYS}
    if told and told != {at.weekday()}:
        return None  # Tuesday the 13th, where the 13th is a Friday
    return at.replace(second=0, microsecond=0), period
