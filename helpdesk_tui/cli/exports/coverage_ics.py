"""Coverage as a calendar (RFC 5545): gaps, unconfirmed stretches and public holidays as events."""

from datetime import date, datetime, timedelta
from hashlib import blake2b

from icalendar import Calendar, Event

from helpdesk_tui import __version__
from helpdesk_tui.answers.coverage import Period, Staffing
from helpdesk_tui.board.board import Request
from helpdesk_tui.cli.window import Window
from helpdesk_tui.phrases.coverage import periods_not_staffed, request_names, staffing_name


def calendar(window: Window) -> bytes:
    """An event for each gap and unconfirmed stretch of the window, and for each public holiday.

    Requests with the same stretch share its event.
    """
    board, phrases = window.question.board, window.question.phrases
    result = Calendar()
    result.add("prodid", f"-//helpdesk-tui//{__version__}//")
    result.add("version", "2.0")
    result.add("x-wr-calname", board.title)
    result.add("x-wr-timezone", board.timezone)
    for (period, staffing), requests in sorted(_shared(window).items()):
        key = " ".join([*(request.id for request in requests), staffing, period.start.isoformat()])
        summary = f"{request_names(requests)}: {staffing_name(phrases, staffing)}"
        result.add_component(_event(window, key, summary, *period))
    for day in window.dates():
        if holiday := phrases.holiday(day):
            event = _event(window, day.isoformat(), holiday, day, day + timedelta(days=1))
            event.add("transp", "TRANSPARENT")
            result.add_component(event)
    data: bytes = result.to_ical()
    return data


def _shared(window: Window) -> dict[tuple[Period, Staffing], list[Request]]:
    """The gaps and unconfirmed stretches of the window, each with the requests that share it."""
    shared: dict[tuple[Period, Staffing], list[Request]] = {}
    for each in window.coverages():
        for stretch in periods_not_staffed(each):
            shared.setdefault(stretch, []).append(each.request)
    return shared


def _event(window: Window, key: str, summary: str, start: date | datetime, end: date | datetime) -> Event:
    """An event whose identity is the same in every export."""
    event = Event()
    name = blake2b(f"{window.question.board.title} {key}".encode(), digest_size=16).hexdigest()
    event.add("uid", f"{name}@helpdesk-tui")
    event.add("dtstamp", window.question.at)
    event.add("summary", summary)
    event.add("dtstart", start)
    event.add("dtend", end)
    return event
