"""Coverage as a calendar (RFC 5545): gaps, unconfirmed stretches and public holidays as events."""

from datetime import timedelta

from helpdesk_tui.answers.coverage import Period, Staffing
from helpdesk_tui.board.board import Request
from helpdesk_tui.cli.exports.ics import add_event, new_calendar
from helpdesk_tui.cli.window import Window
from helpdesk_tui.phrases.coverage import periods_not_staffed, request_names, staffing_name


def calendar(window: Window) -> bytes:
    """An event for each gap and unconfirmed stretch of the window, and for each public holiday.

    Requests with the same stretch share its event.
    """
    question, phrases = window.question, window.question.phrases
    title, at = question.board.title, question.at
    result = new_calendar(question.board, title)
    for (period, staffing), requests in sorted(_shared(window).items()):
        key = " ".join([title, *(request.id for request in requests), staffing, period.start.isoformat()])
        summary = f"{request_names(requests)}: {staffing_name(phrases, staffing)}"
        add_event(result, key, at, summary, *period)
    for day in window.dates():
        if holiday := phrases.holiday(day):
            key, end = f"{title} {day.isoformat()}", day + timedelta(days=1)
            add_event(result, key, at, holiday, day, end).add("transp", "TRANSPARENT")
    data: bytes = result.to_ical()
    return data


def _shared(window: Window) -> dict[tuple[Period, Staffing], list[Request]]:
    """The gaps and unconfirmed stretches of the window, each with the requests that share it."""
    shared: dict[tuple[Period, Staffing], list[Request]] = {}
    for each in window.coverages():
        for stretch in periods_not_staffed(each):
            shared.setdefault(stretch, []).append(each.request)
    return shared
