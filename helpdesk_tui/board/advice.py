"""Findings on a book's hours: what is allowed in them, but may be a mistake."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from opening_hours import OpeningHours, State

from helpdesk_tui.board.calendar import DAYS_AFTER, last_year_of
from helpdesk_tui.board.rule_advice import rule_advice, year_of
from helpdesk_tui.board.wall import Stretch
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import Problem, finding


def hours_advice(book: Book, day: date) -> Iterator[Problem]:
    """Yield the findings on the weekly expressions of `book` on the calendar day `day`."""
    yield from _end_of_holidays(book, day)
    findings = cache(lambda weekly: [*rule_advice(year_of(weekly, day)), *_warnings(weekly)])
    for key, weekly in _expressions(book):
        yield from (each._replace(key=key) for each in findings(weekly))
    yield from _overlaps(book, day)


def _warnings(weekly: str) -> Iterator[Problem]:
    """Yield the warnings of `opening_hours`, which are in English."""
    for warning in OpeningHours(weekly, auto_country=False, auto_timezone=False).warnings:
        yield finding("parser-warning", "", "its reader warns: {warning}", warning=warning)


def _end_of_holidays(book: Book, day: date) -> Iterator[Problem]:
    """Yield a finding if the country's calendar ends within the days of a board."""
    country = book.book.country
    if country and (last := last_year_of(country)) < (day + timedelta(days=DAYS_AFTER)).year:
        yield finding(
            "holidays-end", "book.country", "has a calendar of holidays that ends with {year}", year=last
        )


def _expressions(book: Book) -> Iterator[tuple[str, str]]:
    """Yield the key of each weekly expression of the book, and the expression."""
    for name, hours in book.hours.items():
        yield f"hours.{name}.weekly", hours.weekly
    for name, request in book.requests.items():
        if request.must_cover:
            yield f"requests.{name}.must_cover", request.must_cover
    for number, shift in enumerate(book.shifts, start=1):
        yield f"shifts.{number}.weekly", shift.weekly


def _overlaps(book: Book, day: date) -> Iterator[Problem]:
    """Yield a finding for each two shifts that overlap."""
    years = [
        [(at, _open_minutes(stretches)) for at, stretches in year_of(shift.weekly, day).days]
        for shift in book.shifts
    ]
    for (one, ours), (other, theirs) in combinations(enumerate(years), 2):
        for (at, mine), (_, yours) in zip(ours, theirs, strict=True):
            if both := mine & yours:
                minute = (both & -both).bit_length() - 1
                yield finding(
                    "overlapping-shifts",
                    f"shifts.{other + 1}.weekly",
                    "overlaps with {shift} on {day} at {time}",
                    shift=book.shifts[one].name,
                    day=at,
                    time=f"{minute // 60:02}:{minute % 60:02}",
                )
                break


def _open_minutes(stretches: Sequence[Stretch]) -> int:
    """The open minutes of a day, one bit each: a hundred shifts make 5,000 pairs to compare."""
    return sum((1 << each.end) - (1 << each.start) for each in stretches if each.state is State.OPEN)
