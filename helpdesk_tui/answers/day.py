"""Calendar days in cells of the wall clock, each with the worst state in it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from helpdesk_tui.answers.coverage import Coverage, Gap, Period, Staffing, Stretch
from helpdesk_tui.board.board import LOOK_AHEAD, Board, Channel, Span, State
from helpdesk_tui.board.clock import wall_midnight
from helpdesk_tui.times.instants import DAY

T = TypeVar("T")


def scale(cells: int, step: int = 6) -> str:
    """The scale over a strip of this many cells, every `step` hours: `0     6     12    18`."""
    return "".join(str(hour).ljust(step * cells // 24) for hour in range(0, 24, step))


def cell_of(minute: int, cells: int) -> int:
    """The cell of a minute of the wall clock."""
    return minute * cells // DAY


def start_of(cell: int, cells: int) -> int:
    """The minute of the wall clock at which a cell begins."""
    return cell * DAY // cells


def reach(board: Board) -> tuple[date, date]:
    """The first and the last day for which the board can compute coverage."""
    return board.local(board.start).date() + timedelta(days=1), board.around + LOOK_AHEAD


def within(board: Board, day: date) -> date:
    """`day`, or the nearest one within the board's reach."""
    first, last = reach(board)
    return min(max(day, first), last)


def strips(
    board: Board, covered: Coverage, first: date, days: int, count: int
) -> list[list[Staffing | None]]:
    """Each of `days` days from `first` on in `count` cells (a divisor of 1440), from their coverage.

    A cell holds both occurrences of an hour that the clock repeats; a cell that the clock skips is None.
    """
    worse: list[tuple[Staffing, Iterable[Period | Gap]]] = [(Staffing.UNKNOWN, covered.unknowns)]
    for staffing in (Staffing.MESSAGES, Staffing.UNSTAFFED):
        worse.append((staffing, [gap for gap in covered.gaps if gap.staffing is staffing]))
    cells = _cells(board, first, days * count, count, Staffing.STAFFED, worse)
    return [cells[day * count : (day + 1) * count] for day in range(days)]


def channel_strip(board: Board, channel: Channel, day: date, count: int) -> list[State | None]:
    """The day in `count` cells with the channel's worst state; a cell that the clock skips is None."""
    spans = board.spans(channel, *board.day(day))
    worse = [
        (state, [span for span in spans if span.state is state]) for state in (State.UNKNOWN, State.CLOSED)
    ]
    return _cells(board, day, count, count, State.OPEN, worse)


def stretch_in_cell(
    board: Board, stretches: Sequence[Stretch], day: date, cell: int, count: int, staffing: Staffing
) -> tuple[Stretch, datetime] | None:
    """The first of `stretches` in a day's cell with this staffing, and its first instant in the cell.

    None if the clock skips the cell.
    """
    size = DAY * 60 // count
    wall = wall_midnight(day) + cell * size
    for begin, end in board.clock.instants_showing(wall, wall + size):
        for stretch in stretches:
            at = max(stretch.start, begin)
            if stretch.staffing is staffing and at < min(stretch.end, end):
                return stretch, at
    return None


def _cells(
    board: Board,
    first: date,
    cells: int,
    count: int,
    best: T,
    worse: Iterable[tuple[T, Iterable[Period | Gap | Span]]],
) -> list[T | None]:
    """`cells` cells from the day `first` on, `count` a day, with the last value of `worse` in each cell.

    Any other cell is `best`; one that the clock skips is None.
    """
    size = DAY * 60 // count
    base = wall_midnight(first)
    values: list[T | None] = [best] * cells

    def fill(start: int, stop: int, value: T | None) -> None:
        start, stop = max(start, 0), min(stop, cells)
        if start < stop:
            values[start:stop] = [value] * (stop - start)

    for value, periods in worse:
        for period in periods:
            for start, end in board.clock.wall_stretches(period.start, period.end):
                fill((start - base) // size, -((base - end) // size), value)
    for start, end in board.clock.skipped():
        fill(-((base - start) // size), (end - base) // size, None)
    return values
