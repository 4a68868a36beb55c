"""Guesses corrections of refused hours, zones and countries."""

import re
from collections.abc import Iterable

from helpdesk_tui.book.weekly import WEEKDAYS
from helpdesk_tui.languages import LANGUAGES
from helpdesk_tui.names import fold, nearest

_TIME_OF_12_HOURS = re.compile(
    r"\b(0?[1-9]|1[0-2])(?:[:.]([0-5]\d))?\s*([ap])(?:\.\s?m\.|m\b)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_NEXT_RULE = re.compile(rf"\d:\d\d\+? +({'|'.join(WEEKDAYS)})\S* +(?:\d|off|closed|unknown)")


def is_day_name(weekly: str, column: int) -> bool:
    """Whether the word at this column, from 1, is another name of a day or short for it: Lu, Lun, Monday."""
    from babel.dates import get_day_names  # only hours that are wrong need it

    word = next((each[0] for each in _WORD.finditer(weekly) if each.start() < column <= each.end()), "")
    if word in WEEKDAYS:
        return False
    names = {fold(name) for language in LANGUAGES for name in get_day_names(locale=language).values()}
    days = {name[:length] for name in names for length in (1, 2, 3, len(name))}
    return bool({fold(word), fold(word).removesuffix("s")} & days)


def day_after_times(weekly: str, column: int) -> str | None:
    """The day at this column, from 1, if a rule begins there without a `;`: 08:00-18:00 Sa 08:00-10:00."""
    return next((each[1] for each in _NEXT_RULE.finditer(weekly) if each.start(1) == column - 1), None)


def time_of_24_hours(weekly: str) -> tuple[str, str] | None:
    """The first time with am or pm, as written and in 24 hours: 8:00 am, 08:00."""
    match = _TIME_OF_12_HOURS.search(weekly)
    if match is None:
        return None
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
    return match[0], f"{hour:02}:{match[2] or '00'}"


def zone_meant(text: str, zones: Iterable[str]) -> str | None:
    """The zone of a city (Madrid), or else the zone with the most similar name."""
    known = sorted(zones, key=lambda zone: (zone.count("/"), zone))
    city = fold(text).replace(" ", "_")
    named = (zone for zone in known if "/" in zone and zone.rpartition("/")[2].casefold() == city)
    return next(named, None) or nearest(text, known, 75)


def country_meant(text: str) -> str | None:
    """The country or subdivision for another code (co, COL, UK), or for a subdivision's name (ES-Madrid)."""
    import holidays

    code, _, given = text.upper().partition("-")
    if code not in holidays.list_supported_countries():
        return None
    code = str(holidays.country_holidays(code).country)
    if not given:
        return code
    names = getattr(holidays, code).get_subdivision_aliases()
    if given in names:
        return f"{code}-{given}"
    begun = {key for key, aliases in names.items() for each in aliases if fold(each).startswith(fold(given))}
    return f"{code}-{begun.pop()}" if len(begun) == 1 else None
