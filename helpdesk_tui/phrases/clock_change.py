"""Remarks on a time or a day that the clock of the book's zone skips or repeats."""

from datetime import UTC, date, datetime

from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_time


def clock_change_remark(phrases: Phrases, time: datetime) -> str | None:
    """The remark that names the instant for a time that the clock skips or repeats; None for any other time.

    A time with an offset is one instant, whatever the clock does.
    """
    if time.tzinfo is not None:
        return None
    from zoneinfo import ZoneInfo  # a look-up for now does without it

    first, second = (time.replace(tzinfo=ZoneInfo(phrases.board.timezone), fold=fold) for fold in (0, 1))
    before, after = first.utcoffset(), second.utcoffset()
    if before is None or after is None or before == after:
        return None
    _ = phrases.language.translate
    values = {"time": format_time(time), "date": time.date().isoformat(), "city": phrases.city()}
    if before > after:
        other = second.isoformat(timespec="minutes")
        text = _("{time} occurs twice on {date} in {city}: this is for the first; for the second use {other}")
        return text.format(**values, other=other)
    instant = first.astimezone(UTC).astimezone(first.tzinfo)
    answered = format_time(instant)
    if instant.date() != time.date():
        answered = f"{instant.date().isoformat()} {answered}"
    text = _("{time} does not exist on {date} in {city}: the clock skips it; this is for {answered}")
    return text.format(**values, answered=answered)


def skipped_day_remark(phrases: Phrases, day: date) -> str | None:
    """The remark on a day that the clock skips; None for any other day."""
    start, end = phrases.board.day(day)
    if start < end:
        return None
    _ = phrases.language.translate
    return _("{date} does not exist in {city}: the clock skips it", date=day.isoformat(), city=phrases.city())
