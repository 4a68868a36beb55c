"""Reads a length of time from now: `+2h`, `-30m`, `en 3 días`, `hace 2 semanas`, `2 hours ago`."""

import re
from collections.abc import Mapping
from datetime import timedelta


def _units(length: timedelta, names: str) -> dict[str, timedelta]:
    return dict.fromkeys(names.split(), length)


CLOCK_UNITS = _units(timedelta(minutes=1), "m min mins minuto minutos minute minutes") | _units(
    timedelta(hours=1), "h hora horas hour hours"
)
DAY_UNITS = _units(timedelta(days=1), "d dia dias day days") | _units(
    timedelta(weeks=1), "w semana semanas week weeks"
)

_LATER = re.compile(r"(?:\+ ?|(?:en|in|dentro de) )(.+)")
_EARLIER = re.compile(r"(?:- ?|hace )(.+)|(.+) (?:ago|atras)")
_AMOUNT = re.compile(r"(?:(\d{1,5}) ?|(?:una?|an?) )([a-z]+)(?: (?:y |and )?|(?=\d)|$)", re.ASCII)
"""One of the amounts that a length is the sum of: `2 h 30 min`, `1 hora y 30 minutos`."""


def length_from_now(text: str, units: Mapping[str, timedelta]) -> timedelta | None:
    """How far from now `text`, folded, is; None where it is no length in these units alone."""
    if found := _LATER.fullmatch(text):
        return _sum(found[1], units)
    if found := _EARLIER.fullmatch(text):
        total = _sum(found[1] or found[2], units)
        return None if total is None else -total
    return None


def _sum(amounts: str, units: Mapping[str, timedelta]) -> timedelta | None:
    total, start = timedelta(), 0
    while start < len(amounts):
        found = _AMOUNT.match(amounts, start)
        if found is None or found[2] not in units:
            return None
        total += int(found[1] or 1) * units[found[2]]
        start = found.end()
    return total
