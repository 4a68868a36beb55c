"""Refuses a calendar whose recurrence rules would be slow to expand."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from math import gcd, prod
from typing import Any

from icalendar import Calendar

from helpdesk_tui.board.calendar_file import BROKEN, STRANGE_ZONE, TOO_OFTEN, UnreadCalendarError

_MOST_STEPS = 400_000
"""Limit of the steps of all rules of a calendar together; a million steps last about a second."""

_STEPS_A_DAY = {"YEARLY": 1.0, "MONTHLY": 1.0, "WEEKLY": 1.0, "DAILY": 1.0, "HOURLY": 24.0}
_STEPS_AN_EVENT = 20
_RARE_STEPS = {"YEARLY": 16_000, "MONTHLY": 96_000}
"""Steps until the year 9999 of a rule that may never match."""

_RARE = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYEASTER")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_OFTEN = re.compile(r"^[^:\r\n]*RULE[^:\r\n]*:[^\r\n]*FREQ=(SECONDLY|MINUTELY)", re.IGNORECASE | re.MULTILINE)
_ZONE = re.compile(r"^BEGIN:VTIMEZONE\s*$.*?^END:VTIMEZONE\s*$", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_ZONE_RULE = re.compile(r"^RRULE[^:\r\n]*:(?![^\r\n]*FREQ=YEARLY)", re.IGNORECASE | re.MULTILINE)
_MOST_ZONES = 100


def check_text(text: str) -> None:
    """Refuse a text that would be slow to parse. Raises UnreadCalendarError."""
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    if not re.match(r"\s*BEGIN:VCALENDAR\s", unfolded, re.IGNORECASE):
        raise UnreadCalendarError(BROKEN)
    if unfolded.upper().count("BEGIN:VTIMEZONE") > _MOST_ZONES:
        raise UnreadCalendarError(TOO_OFTEN)
    if _OFTEN.search(unfolded) or any(map(_ZONE_RULE.search, _ZONE.findall(unfolded))):
        raise UnreadCalendarError(TOO_OFTEN)


def check_rules(calendar: Calendar, start: datetime, end: datetime) -> None:
    """Refuse rules that would be slow to expand from `start` to `end`, and times in an unknown zone.

    Raises UnreadCalendarError.
    """
    steps = 0.0
    events: list[Any] = calendar.walk("VEVENT")
    for event in events:
        for key in ("DTSTART", "DTEND", "RECURRENCE-ID"):
            value = event.get(key)
            if value is not None and value.params.get("TZID") and getattr(value.dt, "tzinfo", None) is None:
                raise UnreadCalendarError(STRANGE_ZONE)
        steps += _STEPS_AN_EVENT * sum(len(each.dts) for each in _values(event, "RDATE"))
        if steps > _MOST_STEPS:
            raise UnreadCalendarError(TOO_OFTEN)
        for rule in _values(event, "RRULE"):
            steps += _steps(rule, event["DTSTART"].dt, start, end)
            if steps > _MOST_STEPS:
                raise UnreadCalendarError(TOO_OFTEN)


def _steps(rule: Mapping[str, Any], first: date, start: datetime, end: datetime) -> float:
    """About how many steps it costs to expand a rule whose first event is at `first`."""
    frequency = str(_first(rule, "FREQ", "")).upper()
    interval = max(int(_first(rule, "INTERVAL", 1)), 1)
    times_a_day = prod(max(len(_values(rule, key)), 1) for key in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    at = first if isinstance(first, datetime) else datetime.combine(first, time())
    days = max((end.astimezone(UTC).replace(tzinfo=None) - at.replace(tzinfo=None)).days, 1)
    instants = days * _STEPS_A_DAY.get(frequency, float(_MOST_STEPS)) * times_a_day
    events = (end - start).days * _STEPS_A_DAY.get(frequency, 1.0) * times_a_day
    if frequency == "WEEKLY":
        events *= max(len(_values(rule, "BYDAY")), 1) / 7 / interval
    if frequency in ("DAILY", "HOURLY"):
        instants /= interval
        events /= interval
    if _may_never_match(rule, frequency, interval, at):
        instants += _RARE_STEPS.get(frequency, _MOST_STEPS + 1)
    return instants + _STEPS_AN_EVENT * events


def _may_never_match(rule: Mapping[str, Any], frequency: str, interval: int, first: datetime) -> bool:
    """Whether the rule may have no next instant: the search for one may then go on to the year 9999."""
    weekdays = _values(rule, "BYDAY")
    if weekdays and frequency in ("DAILY", "HOURLY") and _WEEKDAYS[first.weekday()] not in weekdays:
        # Steps of seven days, say, meet one weekday alone.
        hours = interval if frequency == "HOURLY" else 24 * interval
        if gcd(hours, 7 * 24) > 24:
            return True
    limits = [key for key in _RARE if _values(rule, key)]
    if not limits:
        return False
    if limits == ["BYMONTH"]:
        return interval > 1 or frequency == "HOURLY"
    if limits == ["BYMONTHDAY"]:
        every_month = all(1 <= abs(int(day)) <= 28 for day in _values(rule, "BYMONTHDAY"))
        return not every_month or bool(_values(rule, "BYDAY"))
    return True


def _values(component: Mapping[str, Any], key: str) -> list[Any]:
    value = component.get(key, [])
    return value if isinstance(value, list) else [value]


def _first(rule: Mapping[str, Any], key: str, default: object) -> Any:  # noqa: ANN401 (what the package parsed)
    return next(iter(_values(rule, key)), default)
