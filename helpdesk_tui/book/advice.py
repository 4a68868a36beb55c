"""Findings on old facts and unused entries of a book."""

from collections.abc import Iterator
from datetime import date

from helpdesk_tui.book.contact_advice import contact_advice, contacts_of
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import Problem, finding
from helpdesk_tui.languages import message
from helpdesk_tui.names import fold


def advice(book: Book, day: date) -> Iterator[Problem]:
    """Yield the findings on `book` on the day `day`."""
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
    undated = None in dates.values()
    dates |= {
        f"escalation.{number}": level.verified
        for number, level in enumerate(book.escalation, start=1)
        if level.channels
    }
    if undated and book.book.verified is None:
        yield finding(
            "unverified-facts",
            "book.verified",
            "is missing: nobody says when these facts were last checked",
        )
    for key, verified in {"book": book.book.verified, **dates}.items():
        if verified is not None and (day - verified).days > book.book.verify_every:
            yield finding(
                "stale-facts",
                f"{key}.verified",
                "was {days} days ago: check the facts again",
                days=(day - verified).days,
            )


def _unused(book: Book) -> Iterator[Problem]:
    details = (*book.channels.values(), *book.escalation)
    hours = {each.hours for each in details}
    hours |= {route.hours for request in book.requests.values() for route in request.routes}
    channels = {
        key for request in book.requests.values() for route in request.all_routes().values() for key in route
    }
    channels |= {key for level in book.escalation for key in level.channels}
    rosters = {each.on_duty for each in details}
    people = {name for roster in book.rosters.values() for each in roster.turns for name in each.members}
    people |= {each.person for roster in book.rosters.values() for each in roster.overrides}
    if any(roster.calendar for roster in book.rosters.values()):
        people |= book.people.keys()  # the events of a calendar name people
    for kind, table, used, problem in (
        ("unused-hours", "hours", hours, message("is used by no channel, no level and no route")),
        ("unused-channel", "channels", channels, message("is on the route of no request")),
        ("unused-duty", "rosters", rosters, message("is the on_duty of no channel and no level")),
        ("unused-duty", "people", people, message("takes no turn of any roster")),
    ):
        for key in getattr(book, table):
            if key not in used:
                yield finding(kind, f"{table}.{key}", problem)


def _routes(book: Book) -> Iterator[Problem]:
    """Yield routes whose hours are unconfirmed on holidays: they are not in force then."""
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
    """Yield aliases that repeat another name of their request."""
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
