"""Remarks on a book: what is allowed in it and deserves a second look."""

from collections.abc import Iterator
from datetime import date, timedelta

from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import Problem, problem

STALE = timedelta(days=180)


def advice(book: Book, day: date) -> Iterator[Problem]:
    """Yield the remarks on `book` on the calendar day `day`."""
    if book.book.verified is None:
        yield problem("book.verified", "is missing: nobody says when these facts were last checked")
    elif day - book.book.verified > STALE:
        yield problem(
            "book.verified",
            "was {days} days ago: check the facts again",
            days=(day - book.book.verified).days,
        )
    for holiday in book.holidays:
        if isinstance(holiday, date) and holiday < day:
            yield problem(
                f"holidays.{holiday}", "is over: it acts on no day from {day} on", day=day.isoformat()
            )
    yield from _links(book)
    yield from _unused(book)


def _links(book: Book) -> Iterator[Problem]:
    links = {f"channels.{key}.url": channel.url for key, channel in book.channels.items()}
    links |= {f"escalation.{number}.url": level.url for number, level in enumerate(book.escalation, start=1)}
    for key, url in links.items():
        if url is not None and url.startswith("http:"):
            yield problem(key, "is http, not https: what is sent there can be read on the way")


def _unused(book: Book) -> Iterator[Problem]:
    routes = [route for request in book.requests.values() for route in request.routes]
    used = {each.hours for each in (*book.channels.values(), *book.escalation)}
    used |= {route.hours for route in routes}
    for name in book.hours:
        if name not in used:
            yield problem(f"hours.{name}", "is used by no channel, no level and no route")
    reached = {key for request in book.requests.values() for key in request.route}
    reached |= {key for route in routes for key in route.route}
    reached |= {key for level in book.escalation for key in level.channels}
    for key in book.channels:
        if key not in reached:
            yield problem(f"channels.{key}", "is on the route of no request")
