"""Turns of a roster in words, and the marks of its days."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from helpdesk_tui.answers.duty_plan import DutyDay, DutySpan
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_date, format_time

HOLE, NOT_KNOWN = "!", "?"
"""The marks of a day in which nobody is on duty for a time, and of one of which that is not known."""


class DutyRow(NamedTuple):
    """A turn in words."""

    start: str
    """`wed 25 nov 08:00`."""
    end: str
    name: str
    """Who is on duty, or that nobody is."""
    role: str
    reason: str


def on_duty_name(language: Language, span: DutySpan) -> str:
    """Who is on duty, or that nobody is, or that it is not known."""
    if span.person is not None:
        return span.person.name
    return language.gettext("nobody") if span.known else language.gettext("not known")


def duty_rows(phrases: Phrases, spans: Sequence[DutySpan]) -> Iterator[DutyRow]:
    """Yield each turn in words."""
    for span in spans:
        role = "text" if span.person is not None else "alert" if span.known else "unknown"
        reason = phrases.translate_comment(span.reason, phrases.now.date()) or ""
        start, end = (_moment(phrases, each) for each in (span.start, span.end))
        yield DutyRow(start, end, on_duty_name(phrases.language, span), role, reason)


def _moment(phrases: Phrases, at: datetime) -> str:
    local = phrases.board.local(at)
    return f"{format_date(phrases.language, local, year=False)} {format_time(local)}"


def day_mark(day: DutyDay) -> str:
    """The mark of a day: the first letter of who is on duty for the longest time of it."""
    if day.has_hole:
        return HOLE
    return day.people[0].name[:1].lower() if day.is_known and day.people else NOT_KNOWN
