"""Builds a board from a book."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import get_timezone_location

from helpdesk_tui.board.board import Board, Channel, Level, Person, Request, Roster, Route, Shift, Timetable
from helpdesk_tui.board.calendar import DAYS_AFTER, name_of, public_holidays
from helpdesk_tui.board.calendar_turns import Calendars
from helpdesk_tui.board.clock import WallClock, wall_clock
from helpdesk_tui.board.dial import dial, dialled
from helpdesk_tui.board.duty_hours import duty_key, duty_timetable
from helpdesk_tui.board.hours import timetable
from helpdesk_tui.board.rosters import roster
from helpdesk_tui.book import models
from helpdesk_tui.book.tables import OWN_WAYS
from helpdesk_tui.languages import LANGUAGES

DAYS_BEFORE = 8


def build(book: models.Book, at: datetime, path: str | None = None) -> Board:
    """Work out `book` around the calendar day of the instant `at` in its zone.

    `path` is the path of the book's file, beside its calendars; without it they are not read.
    """
    header = book.book
    zone = ZoneInfo(header.timezone)
    day = at.astimezone(zone).date()
    # The window starts and ends at midnight in UTC, whatever the zone.
    midnight = datetime.combine(day, time(), UTC)
    start, end = midnight - timedelta(days=DAYS_BEFORE), midnight + timedelta(days=DAYS_AFTER)
    clock = wall_clock(header.timezone, start, end)
    years = range(day.year - 1, day.year + 3)
    names = {
        language: public_holidays(header.country, language, years, book.holidays)
        for language in LANGUAGES
        if language == header.language or name_of(language, header.country)
    }
    holidays = names.pop(header.language)
    calendars = Calendars(book, path, zone, start, end)
    rosters = {
        key: roster(key, each, calendars.turns[each.calendar] if each.calendar else (), zone, start, end)
        for key, each in book.rosters.items()
    }
    people = {key: _person(book, key, each) for key, each in book.people.items()} | calendars.people
    channels = {key: _channel(book, key, channel.name, channel) for key, channel in book.channels.items()}
    return Board(
        title=header.title,
        organization=header.organization,
        language=header.language,
        cities={
            language: get_timezone_location(zone, locale=Locale(language), return_city=True)
            for language in LANGUAGES
        },
        closing_soon=header.closing_soon,
        source=header.source,
        verified=header.verified,
        channels=channels,
        requests={
            key: Request(
                key,
                request.name,
                request.key,
                request.route,
                request.aliases,
                f"must_cover {key}" if request.must_cover else None,
                request.note,
                tuple(Route(each.hours, each.route) for each in request.routes),
            )
            for key, request in book.requests.items()
        },
        levels=tuple(
            _level(book, number, level, channels) for number, level in enumerate(book.escalation, start=1)
        ),
        shifts=tuple(Shift(shift.name, f"shift {shift.name}") for shift in book.shifts),
        holidays=holidays,
        holiday_names=names,
        around=day,
        start=start,
        end=end,
        clock=clock,
        timetables=_timetables(book, holidays, clock, rosters, people),
        people=people,
        rosters=rosters,
        calendars=calendars.digests,
    )


def _timetables(
    book: models.Book,
    holidays: Mapping[date, str],
    clock: WallClock,
    rosters: Mapping[str, Roster],
    people: Mapping[str, Person],
) -> dict[str, Timetable]:
    timetables = {
        name: timetable(hours.weekly, hours.on_holidays, holidays, clock)
        for name, hours in book.hours.items()
    }
    # Holidays do not affect these. Their keys hold a space, which no entry of [hours] can have.
    for key, request in book.requests.items():
        if request.must_cover:
            timetables[f"must_cover {key}"] = timetable(request.must_cover, "open", {}, clock)
    for shift in book.shifts:
        timetables[f"shift {shift.name}"] = timetable(shift.weekly, "open", {}, clock)
    for each in (*book.channels.values(), *book.escalation):
        hours_key = _hours_key(each)
        if each.on_duty and hours_key and hours_key not in timetables:
            hours = timetables[each.hours] if each.hours else None
            unreached = () if _has_contact(each) else _without_contact(people)
            timetables[hours_key] = duty_timetable(hours, rosters[each.on_duty], unreached)
    return timetables


def _hours_key(details: models.Details) -> str | None:
    """The key of the timetable of a channel or level."""
    if details.on_duty is None:
        return details.hours
    return duty_key(details.hours, details.on_duty, own_contact=_has_contact(details))


def _has_contact(details: models.Details) -> bool:
    return any(getattr(details, way) for way in OWN_WAYS)


def _without_contact(people: Mapping[str, Person]) -> frozenset[str]:
    """The keys of people without a contact, such as those whom only a calendar names."""
    return frozenset(key for key, each in people.items() if not (each.telephones or each.email))


def _channel(book: models.Book, key: str, name: str, details: models.Details) -> Channel:
    # Two spellings of a number are the same here.
    telephones = tuple(dict.fromkeys(each for each in (details.telephone, *details.telephones) if each))
    dials, copied = _dialled(book, telephones)
    return Channel(
        id=key,
        name=name,
        hours=_hours_key(details),
        telephones=telephones,
        dials=dials,
        dialled=copied,
        menu=details.menu,
        extensions=details.extensions,
        email=details.email,
        url=details.url,
        note=details.note,
        takes_messages=details.message_ways(),
        always=bool(details.hours and not details.on_duty and book.hours[details.hours].never_closes),
        on_duty=details.on_duty,
    )


def _person(book: models.Book, key: str, person: models.Person) -> Person:
    telephones = () if person.telephone is None else (person.telephone,)
    dials, copied = _dialled(book, telephones)
    return Person(key, person.name, telephones, dials, copied, person.email, person.note)


def _dialled(book: models.Book, telephones: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The telephones as people write them in the book's country, and as they are copied."""
    dials = tuple(dial(each, book.book.country) for each in telephones)
    international = book.book.copied_numbers == "international"
    return dials, telephones if international else tuple(map(dialled, dials))


def _level(book: models.Book, number: int, level: models.Level, channels: dict[str, Channel]) -> Level:
    if level.channels:
        return Level(number, level.name, tuple(channels[key] for key in level.channels))
    return Level(number, level.name, (_channel(book, f"level-{number}", level.name, level),))
