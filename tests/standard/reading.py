"""How a book and its board read the expressions, as changes that can be compared."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from json import dumps

from pydantic_core import PydanticCustomError

from helpdesk_tui.board.build import build
from helpdesk_tui.board.clock import from_second, wall_clock
from helpdesk_tui.board.hours import timetable
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.forms import check_weekly
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import BookError, Problem
from helpdesk_tui.book.read import MOST, read_book
from tests.standard.answers import WINDOWS, Change, Window, kept

_DAY = 86400
_MINUTE = timedelta(minutes=1)


def refused() -> dict[str, Problem]:
    """The expressions that a book refuses, with what it says."""
    problems = {}
    for part in _parts(kept().expressions):
        try:
            _book("UTC", part)
        except BookError as error:
            problems |= {part[int(each.key.split(".")[1][1:])]: each for each in error.problems}
    return problems


@cache
def taken() -> list[str]:
    """The expressions that a book takes."""
    return [each for each in kept().expressions if _is_taken(each)]


def _is_taken(expression: str) -> bool:
    try:
        check_weekly(expression)
    except PydanticCustomError:
        return False
    return True


def changes_of_timetables(zone: str, some: Sequence[str]) -> Iterator[tuple[str, list[list[Change]]]]:
    """Yield each of these expressions with its changes in each window, worked out for the window alone."""
    places = [_place(zone, each) for each in WINDOWS[zone]]
    clocks = [(place, wall_clock(zone, *map(from_second, place))) for place in places]
    hours = [each for part in _parts(some) for each in _book(zone, part).hours.values()]
    for expression, each_hours in zip(some, hours, strict=True):
        worked = [(place, timetable(each_hours.weekly, "open", {}, clock)) for place, clock in clocks]
        yield (
            expression,
            [
                [
                    ((start - place[0]) // 60, state.value, comment)
                    for start, state, comment in zip(each.starts, each.states, each.comments, strict=True)
                ]
                for place, each in worked
            ],
        )


def changes_of_a_board(zone: str, some: Sequence[str]) -> Iterator[tuple[str, list[list[Change]]]]:
    """Yield each of these expressions with its changes in each window, from the spans of a built board."""
    places = [
        tuple(datetime.fromtimestamp(each, UTC) for each in _place(zone, window)) for window in WINDOWS[zone]
    ]
    for part in _parts(some):
        board = build(_book(zone, part), places[0][0])
        for expression, channel in zip(part, board.channels.values(), strict=True):
            yield (
                expression,
                [
                    [
                        ((span.start - start) // _MINUTE, span.state.value, span.comment)
                        for span in board.spans(channel, start, end)
                    ]
                    for start, end in places
                ],
            )


def _place(zone: str, window: Window) -> tuple[int, int]:
    return window.start(zone), window.start(zone) + window.days * _DAY


def _parts(weekly: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the expressions in parts that one book may hold, and whose problems it reports all."""
    return (weekly[start : start + MOST] for start in range(0, len(weekly), MOST))


def _book(zone: str, weekly: Sequence[str]) -> Book:
    """A book of a zone with hours and a channel for each expression."""
    text = f"[book]\ntitle = 'Desk'\ntimezone = '{zone}'\n" + "".join(
        f"[hours.h{number}]\nweekly = {dumps(each, ensure_ascii=False)}\non_holidays = 'open'\n"
        f"[channels.c{number}]\nname = 'Desk'\nhours = 'h{number}'\nurl = 'https://example.com'\n"
        for number, each in enumerate(weekly)
    )
    return read_book(BookFile("contacts.toml", text.encode()))
