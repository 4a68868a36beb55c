"""Times, dates and durations in words; each instant is already in the zone in which it is shown."""

from datetime import date, datetime, timedelta

from helpdesk_tui.phrases.language import Words


def clock(at: datetime) -> str:
    """The time of day: `07:05`."""
    return f"{at.hour:02}:{at.minute:02}"


def weekday(words: Words, day: date) -> str:
    """The short name of the day of the week: `mon`."""
    return words.weekdays[day.weekday()]


def month(words: Words, day: date) -> str:
    """The short name of the month: `nov`."""
    return words.months[day.month - 1]


def date_in_words(words: Words, day: date, *, year: bool = True) -> str:
    """The date: `mon 23 nov 2026`."""
    name = f"{weekday(words, day)} {day.day} {month(words, day)}"
    return f"{name} {day.year}" if year else name


def moment(words: Words, at: datetime, now: datetime) -> str:
    """`at` as people say it at `now`: `19:00`, `tomorrow 07:00`, `wed 07:00`, `mon 7 dec 07:00`."""
    if (at.date() - now.date()).days == 1:
        return words.translate("tomorrow {time}", time=clock(at))
    return moment_by_weekday(words, at, now)


def moment_by_weekday(words: Words, at: datetime, now: datetime) -> str:
    """`at` as people say it on another day, never as tomorrow: `19:00`, `tue 07:00`, `mon 7 dec 07:00`."""
    if 0 < (at.date() - now.date()).days < 7:
        return f"{weekday(words, at)} {clock(at)}"
    return moment_by_date(words, at, now)


def moment_by_date(words: Words, at: datetime, now: datetime) -> str:
    """`at` with its date, unless it is that of `now`: `19:00`, `tue 24 nov 07:00`."""
    if at.date() == now.date():
        return clock(at)
    return f"{date_in_words(words, at, year=at.year != now.year)} {clock(at)}"


def duration(words: Words, length: timedelta) -> str:
    """A length of time, the minutes rounded up: `2 h 35 min`, `3 days 4 h`."""
    minutes = -(-int(length.total_seconds()) // 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [
        words.plural("{count} day", "{count} days", days) if days else "",
        words.translate("{count} h", count=hours) if hours else "",
        words.translate("{count} min", count=minutes) if minutes and not days else "",
    ]
    return " ".join(part for part in parts if part) or words.translate("{count} min", count=0)
