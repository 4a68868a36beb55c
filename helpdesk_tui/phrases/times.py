"""Times, dates and durations in words; every instant given is already in the zone it is shown in."""

from datetime import date, datetime, timedelta
from functools import cache

from helpdesk_tui.phrases.language import Words


def clock(at: datetime) -> str:
    """The hour: `07:05`."""
    return f"{at.hour:02}:{at.minute:02}"


def weekday(words: Words, day: date) -> str:
    """The short name of the day of the week: `mon`."""
    return _weekdays(words)[day.weekday()]


def month(words: Words, day: date) -> str:
    """The short name of the month: `nov`."""
    return _months(words)[day.month - 1]


@cache
def _weekdays(words: Words) -> tuple[str, ...]:
    return (
        words.pgettext("weekday", "mon"),
        words.pgettext("weekday", "tue"),
        words.pgettext("weekday", "wed"),
        words.pgettext("weekday", "thu"),
        words.pgettext("weekday", "fri"),
        words.pgettext("weekday", "sat"),
        words.pgettext("weekday", "sun"),
    )


@cache
def _months(words: Words) -> tuple[str, ...]:
    return (
        words.pgettext("month", "jan"),
        words.pgettext("month", "feb"),
        words.pgettext("month", "mar"),
        words.pgettext("month", "apr"),
        words.pgettext("month", "may"),
        words.pgettext("month", "jun"),
        words.pgettext("month", "jul"),
        words.pgettext("month", "aug"),
        words.pgettext("month", "sep"),
        words.pgettext("month", "oct"),
        words.pgettext("month", "nov"),
        words.pgettext("month", "dec"),
    )


def date_in_words(words: Words, day: date, *, year: bool = True) -> str:
    """The date: `mon 23 nov 2026`."""
    name = f"{weekday(words, day)} {day.day} {month(words, day)}"
    return f"{name} {day.year}" if year else name


def moment(words: Words, at: datetime, now: datetime) -> str:
    """`at` as someone says it at `now`: `19:00`, `tomorrow 07:00`, `mon 07:00`, `mon 7 dec 07:00`."""
    days = (at.date() - now.date()).days
    if days == 0:
        return clock(at)
    if days == 1:
        return words.gettext("tomorrow {time}").format(time=clock(at))
    if 1 < days < 7:
        return f"{weekday(words, at)} {clock(at)}"
    return f"{date_in_words(words, at, year=at.year != now.year)} {clock(at)}"


def duration(words: Words, length: timedelta) -> str:
    """A length of time, the minutes rounded up: `2 h 35 min`, `3 days 4 h`."""
    minutes = -(-int(length.total_seconds()) // 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [
        words.ngettext("{count} day", "{count} days", days).format(count=days) if days else "",
        words.gettext("{count} h").format(count=hours) if hours else "",
        words.gettext("{count} min").format(count=minutes) if minutes and not days else "",
    ]
    return " ".join(part for part in parts if part) or words.gettext("{count} min").format(count=0)
