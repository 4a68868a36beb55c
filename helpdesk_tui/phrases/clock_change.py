"""Remarks on a time or a day that the clock of the book's zone skips or repeats."""

from datetime import date, datetime

from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.times import clock
from helpdesk_tui.times.instants import Repeated, clock_change


def odd_time(speaker: Speaker, time: datetime) -> str | None:
    """The remark on a time that the clock skips or repeats: which instant the answer is for.

    None for any other time, and for one with an offset, which is one instant.
    """
    change = clock_change(time, speaker.board.timezone)
    if change is None:
        return None
    _ = speaker.words.translate
    asked = {"time": clock(time), "date": time.date().isoformat(), "city": speaker.city()}
    if isinstance(change, Repeated):
        other = change.second.isoformat(timespec="minutes")
        text = _("{time} occurs twice on {date} in {city}: this is for the first; for the second use {other}")
        return text.format(**asked, other=other)
    answered = clock(change.answered)
    if change.answered.date() != time.date():
        answered = f"{change.answered.date().isoformat()} {answered}"
    text = _("{time} does not exist on {date} in {city}: the clock skips it; this is for {answered}")
    return text.format(**asked, answered=answered)


def odd_date(speaker: Speaker, day: date) -> str | None:
    """The remark on a day that the clock skips as a whole; None for any other day."""
    start, end = speaker.board.day(day)
    if start < end:
        return None
    text = speaker.words.gettext("{date} does not exist in {city}: the clock skips it")
    return text.format(date=day.isoformat(), city=speaker.city())
