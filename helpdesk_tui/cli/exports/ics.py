"""Calendars and events of the exports (RFC 5545)."""

from datetime import date, datetime
from hashlib import blake2b

from icalendar import Calendar, Event

from helpdesk_tui import __version__
from helpdesk_tui.board.board import Board


def new_calendar(board: Board, name: str) -> Calendar:
    """An empty calendar of this name in the zone of the book."""
    calendar = Calendar()
    calendar.add("prodid", f"-//helpdesk-tui//{__version__}//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", board.timezone)
    return calendar


def add_event(
    calendar: Calendar, key: str, stamp: datetime, summary: str, start: date | datetime, end: date | datetime
) -> Event:
    """Add an event whose UID depends on `key` alone, so that every export gives it the same one."""
    event = Event()
    event.add("uid", f"{blake2b(key.encode(), digest_size=16).hexdigest()}@helpdesk-tui")
    event.add("dtstamp", stamp)
    event.add("summary", summary)
    event.add("dtstart", start)
    event.add("dtend", end)
    calendar.add_component(event)
    return event
