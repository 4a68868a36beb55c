"""The rows of the coverage screen's strips, and the description of a cell."""

from collections.abc import Sequence
from datetime import date

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

Cells = Sequence[Staffing | None]
"""The staffing of each cell of a day; None for one that the clock skips."""


class StripCache:
    """The coverage of requests of one board, worked out when a line of theirs is first shown."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._results: dict[tuple[str, date, int, int], tuple[Coverage, Sequence[Cells]]] = {}

    def strips(
        self, request: Request, first: date, days: int, count: int
    ) -> tuple[Coverage, Sequence[Cells]]:
        """The coverage of `days` days from `first` on, and each of them in `count` cells."""
        key = (request.id, first, days, count)
        if key not in self._results:
            covered = coverage(self._board, request, *self._board.days(first, days))
            self._results[key] = covered, strips(self._board, covered, first, days, count)
        return self._results[key]


def request_row(picture: Picture, cache: StripCache, request: Request, day: date, count: int) -> Row:
    """A request's day, with how long it is staffed in each way."""
    covered, (cells,) = cache.strips(request, day, 1, count)
    sums = [
        Piece(f"{MARKS[staffing]} {format_hours(picture.phrases, length)}", ROLES[staffing])
        for staffing, length in staffing_lengths(covered)
    ]
    return Row(request.name, cells, sums)


def day_row(picture: Picture, day: date, cells: Cells) -> Row:
    """A day of one request, with the day's holidays."""
    holiday = picture.phrases.holiday(day)
    return Row(
        format_day(picture.phrases, day), cells, note=holiday or "", role="soon" if holiday else "text"
    )


def describe_cell(
    picture: Picture, request: Request, day: date, cell: int, cells: Cells, *, dated: bool
) -> str:
    """The description of a cell: `10:00–10:30 · staffed · Telefónico`; `dated` with its day and holidays."""
    parts = ["–".join(_clock(start_of(each, len(cells))) for each in (cell, cell + 1))]
    if dated:
        parts[0] = f"{format_day(picture.phrases, day)} {parts[0]}"
    staffing = cells[cell]
    if staffing is None:
        return " · ".join([*parts, picture.translate("The clock skips this hour")])
    parts.append(staffing_name(picture.phrases, staffing))
    if dated and (holiday := picture.phrases.holiday(day)):
        parts.append(holiday)
    board = picture.board
    match = stretch_in_cell(
        board, stretches(board, request, *board.day(day)), day, cell, len(cells), staffing
    )
    if match and match[0].channels:
        parts.append(", ".join(channel.name for channel in match[0].channels))
    return " · ".join(parts)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
