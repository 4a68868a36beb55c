"""Formats times, dates and durations; each instant is already in the zone in which it is shown."""

from datetime import date, datetime, timedelta

from helpdesk_tui.phrases.language import Language


def format_time(at: datetime) -> str:
    """The time of day: `07:05`."""
    return f"{at.hour:02}:{at.minute:02}"


def weekday_name(language: Language, day: date) -> str:
    """The short name of the day of the week: `mon`."""
    return language.weekdays[day.weekday()]


def format_date(language: Language, day: date, *, year: bool = True) -> str:
    """The date: `mon 23 nov 2026`."""
    name = f"{weekday_name(language, day)} {day.day} {language.months[day.month - 1]}"
    return f"{name} {day.year}" if year else name


def format_moment(language: Language, at: datetime, now: datetime) -> str:
    """`at` as people say it at `now`: `19:00`, `tomorrow 07:00`, `wed 07:00`, `mon 7 dec 07:00`."""
    if (at.date() - now.date()).days == 1:
        return language.translate("tomorrow {time}", time=format_time(at))
    return format_moment_by_weekday(language, at, now)


def format_moment_by_weekday(language: Language, at: datetime, now: datetime) -> str:
    """`at` as people say it on another day, never as tomorrow: `19:00`, `tue 07:00`, `mon 7 dec 07:00`."""
    if 0 < (at.date() - now.date()).days < 7:
        return f"{weekday_name(language, at)} {format_time(at)}"
    return format_moment_by_date(language, at, now)


def format_moment_by_date(language: Language, at: datetime, now: datetime) -> str:
    """`at` with its date, unless it is that of `now`: `19:00`, `tue 24 nov 07:00`."""
    if at.date() == now.date():
        return format_time(at)
    return f"{format_date(language, at, year=at.year != now.year)} {format_time(at)}"


def format_duration(language: Language, length: timedelta) -> str:
    """A length of time: `2 h 35 min`, `3 days 4 h`.

    Minutes are rounded up; a length of a day or more is given without them.
    """
    minutes = -(-int(length.total_seconds()) // 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [
        language.plural("{count} day", "{count} days", days) if days else "",
        language.translate("{count} h", count=hours) if hours else "",
        language.translate("{count} min", count=minutes) if minutes and not days else "",
    ]
    return " ".join(filter(None, parts)) or language.translate("{count} min", count=0)
