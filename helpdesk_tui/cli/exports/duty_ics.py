"""Turns as a calendar (RFC 5545): an event for each turn, for the calendar of a team or of one person."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from icalendar import Calendar, Event

from helpdesk_tui import __version__
from helpdesk_tui.answers.duty_plan import DutySpan
from helpdesk_tui.board.board import Roster
from helpdesk_tui.cli.window import Window


def calendar(window: Window, plans: Iterable[tuple[Roster, Sequence[DutySpan]]]) -> bytes:
    """An event for each turn of the window; where nobody is on duty, or it is not known who, there is none.

    Of one roster the summary is the person's name alone, so that the calendar can be a roster's own.
    """
    board = window.question.board
    plans = list(plans)
    result = Calendar()
    result.add("prodid", f"-//helpdesk-tui//{__version__}//")
    result.add("version", "2.0")
    result.add("x-wr-calname", plans[0][0].name if len(plans) == 1 else board.title)
    result.add("x-wr-timezone", board.timezone)
    for roster, spans in plans:
        for span in spans:
            if span.person is None:
                continue
            key = f"{board.title} {roster.id} {span.person.id or span.person.name} {span.start.isoformat()}"
            event = Event()
            event.add("uid", f"{blake2b(key.encode(), digest_size=16).hexdigest()}@helpdesk-tui")
            event.add("dtstamp", window.question.at)
            name = span.person.name
            event.add("summary", name if len(plans) == 1 else f"{name} · {roster.name}")
            event.add("dtstart", span.start)
            event.add("dtend", span.end)
            if span.reason:
                event.add("description", span.reason)
            result.add_component(event)
    data: bytes = result.to_ical()
    return data
