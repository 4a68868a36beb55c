"""Builds a board from a book: the one place where rules become spans."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_timezone_location

from helpdesk_tui.board.board import Board, Channel, Level, Request, Shift
from helpdesk_tui.board.calendar import public_holidays, speaks
from helpdesk_tui.board.clock import wall_clock
from helpdesk_tui.board.dial import dial
from helpdesk_tui.board.hours import timetable
from helpdesk_tui.book.models import Book, Details, Hours
from helpdesk_tui.book.models import Level as BookLevel
from helpdesk_tui.languages import LANGUAGES

DAYS_BEFORE = 8
DAYS_AFTER = 402
"""An answer looks 370 days ahead of any instant of its day, coverage 400 days ahead of its day."""

_ALWAYS = {"24/7", "00:00-24:00", "Mo-Su 00:00-24:00"}


def build(book: Book, at: datetime) -> Board:
    """Work `book` out around the calendar day that the instant `at` falls on in its zone."""
    zone = ZoneInfo(book.book.timezone)
    day = at.astimezone(zone).date()
    start = _midnight(day - timedelta(days=DAYS_BEFORE))
    end = _midnight(day + timedelta(days=DAYS_AFTER))
    holidays = _holidays(book, day, book.book.language)
    clock = wall_clock(book.book.timezone, start, end)
    timetables = {
        name: timetable(hours.weekly, hours.on_holidays, holidays, clock)
        for name, hours in book.hours.items()
    }
    for name, weekly in _rules_of_its_own(book):
        timetables[name] = timetable(weekly, "open", {}, clock)
    channels = {key: _channel(key, channel.name, channel, book) for key, channel in book.channels.items()}
    return Board(
        title=book.book.title,
        organization=book.book.organization,
        language=book.book.language,
        cities={
            language: get_timezone_location(zone, locale=Locale(language), return_city=True)
            for language in LANGUAGES
        },
        closing_soon=book.book.closing_soon,
        source=book.book.source,
        verified=book.book.verified,
        channels=channels,
        requests={
            key: Request(
                key,
                request.name,
                request.key,
                request.route,
                request.aliases,
                _must_cover(key) if request.must_cover else None,
            )
            for key, request in book.requests.items()
        },
        levels=tuple(
            _level(number, level, channels, book) for number, level in enumerate(book.escalation, start=1)
        ),
        shifts=tuple(Shift(shift.name, _shift(number)) for number, shift in enumerate(book.shifts, start=1)),
        holidays=holidays,
        holiday_names={
            language: _holidays(book, day, language)
            for language in LANGUAGES
            if language != book.book.language and speaks(book.book.country, language)
        },
        around=day,
        start=start,
        end=end,
        clock=clock,
        timetables=timetables,
    )


def _holidays(book: Book, day: date, language: str) -> dict[date, str]:
    """The public holidays of the calendar years that the window around `day` may touch."""
    years = range(day.year - 1, day.year + 3)
    found = public_holidays(book.book.country, language, years, book.holidays)
    return {each: name for each, name in found.items() if each.year in years}


def _rules_of_its_own(book: Book) -> Iterator[tuple[str, str]]:
    """Yield the rules outside of [hours], on which holidays do not act, with their timetables' keys."""
    for key, request in book.requests.items():
        if request.must_cover:
            yield _must_cover(key), request.must_cover
    for number, shift in enumerate(book.shifts, start=1):
        yield _shift(number), shift.weekly


def _must_cover(request: str) -> str:
    """A key that no entry of [hours] has: theirs hold no space."""
    return f"must_cover {request}"


def _shift(number: int) -> str:
    return f"shift {number}"


def _channel(key: str, name: str, details: Details, book: Book) -> Channel:
    return Channel(
        id=key,
        name=name,
        hours=details.hours,
        telephone=details.telephone,
        dial=details.telephone and dial(details.telephone, book.book.country),
        menu=details.menu,
        extensions=details.extensions,
        email=details.email,
        url=details.url,
        note=details.note,
        takes_messages=details.message_ways(),
        always=details.hours is not None and _always(book.hours[details.hours]),
    )


def _always(hours: Hours) -> bool:
    """Whether the rules say so: a board without a closure may end before a dated one."""
    return hours.on_holidays == "open" and " ".join(hours.weekly.split()) in _ALWAYS


def _level(number: int, level: BookLevel, channels: dict[str, Channel], book: Book) -> Level:
    if level.channels:
        return Level(number, level.name, tuple(channels[key] for key in level.channels))
    return Level(number, level.name, (_channel(f"level-{number}", level.name, level, book),))


def _midnight(day: date) -> datetime:
    """UTC's midnight: the window's ends are round in UTC, whatever the zone."""
    return datetime.combine(day, time(), UTC)
