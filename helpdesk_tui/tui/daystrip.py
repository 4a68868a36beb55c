"""A day as a strip of cells: pure functions from spans to states."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from helpdesk_tui.board.board import Board, Span, State

DAY = timedelta(days=1)

GLYPHS = {State.OPEN: "▆", State.UNKNOWN: "░", State.CLOSED: "·"}

NOW = "┃"


def instants(board: Board, day: date, cells: int) -> tuple[datetime, ...]:
    """The instant in the middle of each cell by the clock on the wall.

    On a day of 23 or 25 hours the cells still stand under their hours.
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    start = board.midnight(day)
    found = []
    for cell in range(cells):
        wanted = DAY * (2 * cell + 1) / (2 * cells)
        at = start + wanted
        wall = board.local(at).replace(tzinfo=UTC) - midnight
        found.append(max(at + wanted - wall, start))
    return tuple(found)


def states(spans: Sequence[Span], moments: Sequence[datetime]) -> list[State]:
    """The state at each of the moments, which are in order, from the spans that hold them."""
    found = []
    index = 0
    for moment in moments:
        while index + 1 < len(spans) and spans[index].end <= moment:
            index += 1
        found.append(spans[index].state)
    return found


def now_cell(minute: timedelta, cells: int) -> int:
    """The cell that this much of the day by the clock on the wall falls in."""
    return min(int(minute * cells / DAY), cells - 1)


def scale(cells: int) -> str:
    """The hours over a strip: `0     6     12    18`."""
    quarter = cells // 4
    return "".join(str(hour).ljust(quarter) for hour in (0, 6, 12, 18))
