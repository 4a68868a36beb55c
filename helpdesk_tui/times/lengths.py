"""Reads lengths of time from now: `+2h`, `-30m`, `en 3 días`, `hace 2 semanas`, `2 hours ago`."""

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
"""One amount of a length, which is the sum of several: `2 h 30 min`, `1 hora y 30 minutos`."""


def length_from_now(text: str, units: Mapping[str, timedelta]) -> timedelta | None:
    """The length that `text`, folded, names; None where it is no length in these units alone."""
    if match := _LATER.fullmatch(text):
        return _sum(match[1], units)
    if match := _EARLIER.fullmatch(text):
        total = _sum(match[1] or match[2], units)
        return None if total is None else -total
    return None


def _sum(amounts: str, units: Mapping[str, timedelta]) -> timedelta | None:
    total, start = timedelta(), 0
    while start < len(amounts):
        match = _AMOUNT.match(amounts, start)
        if match is None or match[2] not in units:
            return None
        total += int(match[1] or 1) * units[match[2]]
        start = match.end()
    return total
