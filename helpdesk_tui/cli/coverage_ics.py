"""Coverage as a calendar (RFC 5545): gaps and public holidays as events."""

from datetime import timedelta
from hashlib import blake2b

from icalendar import Calendar, Event

from helpdesk_tui import __version__
from helpdesk_tui.answers.coverage import Look
from helpdesk_tui.cli.window import Window
from helpdesk_tui.words.coverage import look


def calendar(window: Window) -> bytes:
    """One event for each gap of each request, and one for each holiday of the window."""
    made = Calendar()
    made.add("prodid", f"-//helpdesk-tui//{__version__}//")
    made.add("version", "2.0")
    made.add("x-wr-calname", window.board.title)
    made.add("x-wr-timezone", window.board.timezone)
    nobody = look(window.speaker, Look.NOBODY)
    for found in window.coverages():
        for gap in found.gaps:
            key = f"{found.request.id} {gap.start.isoformat()}"
            event = _event(window, key, f"{found.request.name}: {nobody}")
            event.add("dtstart", gap.start)
            event.add("dtend", gap.end)
            made.add_component(event)
    for day in window.dates():
        if day in window.board.holidays:
            event = _event(window, day.isoformat(), window.board.holidays[day])
            event.add("dtstart", day)
            event.add("dtend", day + timedelta(days=1))
            event.add("transp", "TRANSPARENT")
            made.add_component(event)
    data: bytes = made.to_ical()
    return data


def _event(window: Window, key: str, summary: str) -> Event:
    """An event that keeps its identity from one export to the next."""
    event = Event()
    name = blake2b(f"{window.board.title} {key}".encode(), digest_size=16).hexdigest()
    event.add("uid", f"{name}@helpdesk-tui")
    event.add("dtstamp", window.at)
    event.add("summary", summary)
    return event
