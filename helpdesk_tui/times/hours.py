"""Reads times of day as someone types them: `14:00`, `8`, `2 pm`, `a las 8 de la noche`, `mediodía`."""

import re
from datetime import timedelta

_PARTS_OF_THE_DAY = {
    "am": (0, 11),
    "pm": (12, 23),
    "de la madrugada": (0, 6),
    "de la manana": (1, 11),
    "de la tarde": (12, 20),
    "de la noche": (18, 23),
    "in the morning": (0, 11),
    "in the afternoon": (12, 18),
    "in the evening": (16, 23),
    "at night": (18, 23),
}
"""The first and the last hour, of 24, of each part of the day."""

_CLOCK = re.compile(
    r"(?P<at>a las? |at )?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?(?P<h> ?h)?"
    rf"(?: ?(?P<part>{'|'.join(_PARTS_OF_THE_DAY)}))?",
    re.ASCII,
)
_NOON = re.compile(r"(?:al? |a las |at )?(?:mediodia|noon|12(?::00)? ?m)")
_MIDNIGHT = re.compile(r"(?:a |a la |at )?(?:medianoche|midnight)")


def clocks(text: str, *, bare: bool) -> tuple[timedelta, ...]:
    """Every time since midnight that `text`, folded, can mean.

    A number alone is an hour only where `bare` allows it. Midnight is both the start and the end of a day.
    """
    if _NOON.fullmatch(text):
        return (timedelta(hours=12),)
    if _MIDNIGHT.fullmatch(text):
        return timedelta(), timedelta(days=1)
    match = _CLOCK.fullmatch(text)
    if match is None or not (bare or any(match[name] for name in ("at", "minute", "h", "part"))):
        return ()
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["part"]:
        first, last = _PARTS_OF_THE_DAY[match["part"]]
        twelve, hour = hour, hour % 12 + (12 if first >= 12 else 0)
        if not (1 <= twelve <= 12 and first <= hour <= last):
            return ()
    return (timedelta(hours=hour, minutes=minute),) if hour < 24 and minute < 60 else ()
