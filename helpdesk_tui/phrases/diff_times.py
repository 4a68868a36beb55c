"""Formats the times of a change: by days of the week and hours, or by dates."""

from datetime import date, datetime

from helpdesk_tui.answers.coverage import Period
from helpdesk_tui.answers.differences import Diff, Times
from helpdesk_tui.phrases.holes import format_weekdays
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_date, format_time

_NAMED = 3
"""The most dates that are named; the others are counted."""


def format_times(phrases: Phrases, diff: Diff, times: Times) -> str:
    """`mon–thu 19:00 to 07:00`, `sat 12:00 to 13:00, except sat 1 may`, `fri 24 dec 12:00 to 19:00`."""
    _ = phrases.language.translate
    period = times.periods[0]
    if times.weekdays:
        text = _weekly(phrases, times)
        return text + _(", except {days}", days=_dates(phrases, times.without)) if times.without else text
    if len(times.periods) > 1 and _days_long(phrases, period) > 1:
        named = ", ".join(_single(phrases, each) for each in times.periods[:_NAMED])
        return _and_more(phrases, named, len(times.periods))
    if len(times.periods) > 1:
        return _("{hours} on {days}", hours=_hours(phrases, period), days=_dates(phrases, times.days))
    if period.start <= diff.start and period.end >= diff.end:
        return _("all hours")
    if period.end >= diff.end:
        return _("from {time} on", time=_moment(phrases, phrases.board.local(period.start)))
    if period.start < diff.start:
        return _("until {time}", time=_moment(phrases, phrases.board.local(period.end)))
    return _single(phrases, period)


def _weekly(phrases: Phrases, times: Times) -> str:
    """The days of the week with their hours, each on its own where they end more than a day later."""
    period, names = times.periods[0], phrases.language.weekdays
    ahead = _days_long(phrases, period)
    if ahead <= 1 and len(times.weekdays) > 1:
        every = phrases.language.gettext("every day")
        days = every if len(times.weekdays) == 7 else format_weekdays(phrases.language, times.weekdays)
        return f"{days} {_hours(phrases, period)}"
    # The night of a single day of the week names the day of its end.
    return ", ".join(
        f"{names[weekday]} {_hours(phrases, period, names[(weekday + ahead) % 7])}"
        for weekday in times.weekdays
    )


def _single(phrases: Phrases, period: Period) -> str:
    first, last = (_date(phrases, phrases.board.local(at)) for at in period)
    return f"{first} {_hours(phrases, period, last)}"


def _hours(phrases: Phrases, period: Period, last: str = "") -> str:
    """`19:00 to 07:00`, or with the name of the `last` day `19:00 to tue 07:00` where that is another one."""
    start, end = (format_time(phrases.board.local(at)) for at in period)
    ahead = _days_long(phrases, period)
    if ahead == 0 or (ahead == 1 and end == "00:00"):
        end = "24:00" if end == "00:00" else end
    elif last:
        end = f"{last} {end}"
    return phrases.language.translate("{start} to {end}", start=start, end=end)


def _days_long(phrases: Phrases, period: Period) -> int:
    first, last = (phrases.board.local(at).date() for at in period)
    return (last - first).days


def _dates(phrases: Phrases, days: tuple[date, ...]) -> str:
    return _and_more(phrases, ", ".join(_date(phrases, day) for day in days[:_NAMED]), len(days))


def _and_more(phrases: Phrases, named: str, count: int) -> str:
    if count <= _NAMED:
        return named
    return phrases.language.translate("{days} and {count} more", days=named, count=count - _NAMED)


def _moment(phrases: Phrases, at: datetime) -> str:
    return f"{_date(phrases, at)} {format_time(at)}"


def _date(phrases: Phrases, day: date) -> str:
    return format_date(phrases.language, day, year=day.year != phrases.now.year)
