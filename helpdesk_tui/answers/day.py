"""Calendar days in cells of the wall clock, each with the worst look in it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from helpdesk_tui.answers.coverage import Coverage, Look, Period
from helpdesk_tui.board.board import Board

DAY = 86400


def strips(board: Board, found: Coverage, first: date, days: int, count: int) -> list[list[Look | None]]:
    """Each of `days` days from `first` on in `count` cells (a divisor of 1440), all in the window of `found`.

    An hour that the clock repeats is in one cell twice; one that it skips is None.
    """
    size = DAY // count
    base = int(datetime.combine(first, time(), UTC).timestamp())
    cells: list[Look | None] = [Look.LIVE] * (days * count)

    def paint(begin: int, end: int, look: Look | None) -> None:
        start, stop = max((begin - base) // size, 0), min(-((base - end) // size), len(cells))
        cells[start:stop] = [look] * (stop - start)

    for period in found.unknowns:
        for begin, end in _wall(board, period):
            paint(begin, end, Look.UNKNOWN)
    nobody = nobody_look(board, found)
    for period in found.gaps:
        for begin, end in _wall(board, period):
            paint(begin, end, nobody)
    for before, after in zip(board.offsets, board.offsets[1:], strict=False):
        if after.seconds - before.seconds >= size:
            paint(after.start + before.seconds, after.start + after.seconds, None)
    return [cells[day * count : (day + 1) * count] for day in range(days)]


def nobody_look(board: Board, found: Coverage) -> Look:
    """How a gap looks: a channel of the route may take messages."""
    takes = any(board.channels[key].takes_messages for key in found.request.route)
    return Look.MESSAGE if takes else Look.NOBODY


def _wall(board: Board, period: Period) -> Iterator[tuple[int, int]]:
    """Yield the parts of `period` on the wall clock, in seconds as if that were UTC."""
    begin, end = int(period.start.timestamp()), int(period.end.timestamp())
    for index, offset in enumerate(board.offsets):
        stop = board.offsets[index + 1].start if index + 1 < len(board.offsets) else board.end
        start = max(begin, offset.start)
        if start < min(end, stop):
            yield start + offset.seconds, min(end, stop) + offset.seconds
