"""Findings on a book's facts and on what is used: what is allowed in it and deserves a second look."""

from collections.abc import Iterator
from datetime import date

from helpdesk_tui.book.contact_advice import contact_advice, contacts_of
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import Problem, finding
from helpdesk_tui.names import fold


def advice(book: Book, day: date) -> Iterator[Problem]:
    """Yield the findings on `book` on the calendar day `day`."""
    yield from _facts(book, day)
    for holiday in book.holidays:
        if isinstance(holiday, date) and holiday < day:
            yield finding(
                "past-holiday",
                f"holidays.{holiday}",
                "is over: it acts on no day from {day} on",
                day=day.isoformat(),
            )
    yield from contact_advice(book)
    yield from _unused(book)
    yield from _routes(book)
    yield from _aliases(book)


def _facts(book: Book, day: date) -> Iterator[Problem]:
    dates = {key: details.verified for key, details in contacts_of(book).items()}
    dates |= {
        f"escalation.{number}": level.verified
        for number, level in enumerate(book.escalation, start=1)
        if level.channels and level.verified
    }
    if None in dates.values() or book.book.verified is not None:
        dates = {"book": book.book.verified, **dates}
    if None in dates.values() and book.book.verified is None:
        yield finding(
            "unverified-facts",
            "book.verified",
            "is missing: nobody says when these facts were last checked",
        )
    for key, verified in dates.items():
        if verified is not None and (day - verified).days > book.book.verify_every:
            yield finding(
                "stale-facts",
                f"{key}.verified",
                "was {days} days ago: check the facts again",
                days=(day - verified).days,
            )


def _unused(book: Book) -> Iterator[Problem]:
    used = {each.hours for each in (*book.channels.values(), *book.escalation)}
    used |= {route.hours for request in book.requests.values() for route in request.routes}
    for name in book.hours:
        if name not in used:
            yield finding("unused-hours", f"hours.{name}", "is used by no channel, no level and no route")
    routes = (route for request in book.requests.values() for route in request.all_routes().values())
    reached = {key for route in routes for key in route}
    reached |= {key for level in book.escalation for key in level.channels}
    for key in book.channels:
        if key not in reached:
            yield finding("unused-channel", f"channels.{key}", "is on the route of no request")
    rosters = {each.on_duty for each in (*book.channels.values(), *book.escalation)}
    for key in book.rosters:
        if key not in rosters:
            yield finding("unused-duty", f"rosters.{key}", "is the on_duty of no channel and no level")
    calendars = any(roster.calendar for roster in book.rosters.values())  # their events name people
    members = {name for roster in book.rosters.values() for each in roster.turns for name in each.members}
    members |= {each.person for roster in book.rosters.values() for each in roster.overrides}
    for key in book.people:
        if key not in members and not calendars:
            yield finding("unused-duty", f"people.{key}", "takes no turn of any roster")


def _routes(book: Book) -> Iterator[Problem]:
    """Yield routes whose hours do not say what holds on a holiday: they are not in force then."""
    if book.book.country is None and not book.holidays:
        return
    for id, request in book.requests.items():
        for number, route in enumerate(request.routes, start=1):
            if book.hours[route.hours].on_holidays == "unknown":
                yield finding(
                    "route-off-on-holidays",
                    f"requests.{id}.routes.{number}.hours",
                    "on public holidays {hours} is unconfirmed, so this route is not in force then",
                    hours=route.hours,
                )


def _aliases(book: Book) -> Iterator[Problem]:
    """Yield aliases that name their request as it is named already."""
    for id, request in book.requests.items():
        names = {fold(id), fold(request.name), request.key}
        for alias in request.aliases:
            if fold(alias) in names:
                yield finding(
                    "useless-alias",
                    f"requests.{id}.aliases",
                    "{alias} names it already, whatever the case and accents",
                    alias=alias,
                )
            names.add(fold(alias))
