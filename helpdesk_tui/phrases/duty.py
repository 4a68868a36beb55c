"""The turns of a roster as text, and the marks of its days."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from helpdesk_tui.answers.duty_plan import DutyDay, DutySpan
from helpdesk_tui.phrases.coverage import format_day
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_time

HOLE, NOT_KNOWN = "!", "?"
"""The marks of a day with a time in which nobody is on duty, and of a day that is not known."""


class DutyRow(NamedTuple):
    """A turn as text."""

    start: str
    """`wed 25 nov 08:00`."""
    end: str
    name: str
    """The person on duty; `nobody` or `not known` where there is none."""
    role: str
    reason: str


def duty_rows(phrases: Phrases, spans: Sequence[DutySpan]) -> Iterator[DutyRow]:
    """Yield each turn as text."""
    _ = phrases.language.gettext
    for span in spans:
        name, role = (_("nobody"), "alert") if span.known else (_("not known"), "unknown")
        if span.person is not None:
            name, role = span.person.name, "text"
        reason = phrases.translate_comment(span.reason, phrases.now.date()) or ""
        times = (phrases.board.local(at) for at in (span.start, span.end))
        start, end = (f"{format_day(phrases, each)} {format_time(each)}" for each in times)
        yield DutyRow(start, end, name, role, reason)


def day_mark(day: DutyDay) -> str:
    """The mark of a day: the first letter of the person who is on duty longest in it."""
    if day.has_hole:
        return HOLE
    return day.people[0].name[:1].lower() if day.is_known and day.people else NOT_KNOWN
