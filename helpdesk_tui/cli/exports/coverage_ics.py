"""Coverage as a calendar (RFC 5545): gaps, unconfirmed stretches and public holidays as events."""

from datetime import timedelta
from hashlib import blake2b

from icalendar import Calendar, Event

from helpdesk_tui import __version__
from helpdesk_tui.answers.coverage import Period, Staffing, gap_staffing
from helpdesk_tui.board.board import Request
from helpdesk_tui.cli.window import Window
from helpdesk_tui.phrases.coverage import look, names


def calendar(window: Window) -> bytes:
    """One event for each gap and each unconfirmed stretch, and one for each holiday of the window.

    Requests with the same gap share its event.
    """
    made = Calendar()
    made.add("prodid", f"-//helpdesk-tui//{__version__}//")
    made.add("version", "2.0")
    made.add("x-wr-calname", window.board.title)
    made.add("x-wr-timezone", window.board.timezone)
    for (period, shown), requests in sorted(_shared(window).items()):
        key = " ".join([*(request.id for request in requests), shown, period.start.isoformat()])
        event = _event(window, key, f"{names(requests)}: {look(window.speaker, shown)}")
        event.add("dtstart", period.start)
        event.add("dtend", period.end)
        made.add_component(event)
    for day in window.dates():
        if holiday := window.speaker.holiday(day):
            event = _event(window, day.isoformat(), holiday)
            event.add("dtstart", day)
            event.add("dtend", day + timedelta(days=1))
            event.add("transp", "TRANSPARENT")
            made.add_component(event)
    data: bytes = made.to_ical()
    return data


def _shared(window: Window) -> dict[tuple[Period, Staffing], list[Request]]:
    """The window's gaps and unconfirmed stretches by how they look, with the requests that share each."""
    found: dict[tuple[Period, Staffing], list[Request]] = {}
    for covered in window.coverages():
        request = covered.request
        for gap in covered.gaps:
            found.setdefault((gap, gap_staffing(window.board, request)), []).append(request)
        for unknown in covered.unknowns:
            found.setdefault((unknown, Staffing.UNKNOWN), []).append(request)
    return found


def _event(window: Window, key: str, summary: str) -> Event:
    """An event that keeps its identity from one export to the next."""
    event = Event()
    name = blake2b(f"{window.board.title} {key}".encode(), digest_size=16).hexdigest()
    event.add("uid", f"{name}@helpdesk-tui")
    event.add("dtstamp", window.at)
    event.add("summary", summary)
    return event
