"""What the coverage screen shows of days: the lines of its strips, and a cell in words."""

from collections.abc import Sequence
from datetime import date, timedelta

from helpdesk_tui.answers.coverage import Coverage, Staffing, coverage, stretches
from helpdesk_tui.answers.day import start_of, stretch_in_cell, strips
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.phrases.coverage import (
    MARKS,
    ROLES,
    format_day,
    format_hours,
    staffing_lengths,
    staffing_name,
)
from helpdesk_tui.phrases.lines import Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.widgets.strips import Row

Looks = Sequence[Staffing | None]

_MOST = 2000


class Worked:
    """How requests of one board are covered, worked out when it is seen first."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._found: dict[tuple[str, date, int], Coverage] = {}
        self._looks: dict[tuple[str, date, int, int], Sequence[Looks]] = {}

    def coverage(self, request: Request, first: date, days: int) -> Coverage:
        """How the request is covered on `days` days from `first` on."""
        key = (request.id, first, days)
        if key not in self._found:
            if len(self._found) >= _MOST:
                self._found.clear()
                self._looks.clear()
            self._found[key] = coverage(self._board, request, *self._board.days(first, days))
        return self._found[key]

    def looks(self, request: Request, first: date, days: int, cells: int) -> Sequence[Looks]:
        """The cells of each of these days."""
        found = self.coverage(request, first, days)
        key = (request.id, first, days, cells)
        if key not in self._looks:
            self._looks[key] = strips(self._board, found, first, days, cells)
        return self._looks[key]


def request_row(
    picture: Picture, worked: Worked, request: Request, day: date, cells: int, now: int | None
) -> Row:
    """A request's day, with how long it looks each way."""
    found = worked.coverage(request, day, 1)
    (looks,) = worked.looks(request, day, 1, cells)
    sums = [
        Piece(f"{MARKS[staffing]} {format_hours(picture.phrases, length)}", ROLES[staffing])
        for staffing, length in staffing_lengths(picture.board, found)
    ]
    return Row(request.name, looks, now, sums)


def day_row(picture: Picture, day: date, looks: Looks, now: int | None) -> Row:
    """A day of one request, with the day's holidays."""
    holiday = picture.phrases.holiday(day)
    return Row(day_name(picture, day), looks, now, (), holiday or "", "soon" if holiday else "text")


def cell_in_words(
    picture: Picture, worked: Worked, request: Request, day: date, cell: int, cells: int, *, dated: bool
) -> str:
    """Who attends in a cell: `10:00–10:30 · attended · Telefónico`; `dated` with its day and holidays."""
    (looks,) = worked.looks(request, day, 1, cells)
    look = looks[cell]
    parts = ["–".join(_clock(start_of(each, cells)) for each in (cell, cell + 1))]
    if dated:
        parts[0] = f"{day_name(picture, day)} {parts[0]}"
    if look is None:
        return " · ".join([*parts, picture.gettext("The clock skips this hour")])
    parts.append(staffing_name(picture.phrases, look))
    if dated and (holiday := picture.phrases.holiday(day)):
        parts.append(holiday)
    given = stretch_in_cell(
        picture.board, stretches(picture.board, request, *picture.board.day(day)), day, cell, cells, look
    )
    if given and given[0].channels:
        parts.append(", ".join(channel.name for channel in given[0].channels))
    return " · ".join(parts)


def minute_of(picture: Picture) -> int:
    """The minute of the picture's day by the clock on the wall."""
    return picture.time_of_day // timedelta(minutes=1)


def day_name(picture: Picture, day: date) -> str:
    """The day of the week and the date: `mon 23 nov`."""
    return format_day(picture.phrases, day)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
