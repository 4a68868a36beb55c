"""A calendar day in cells of the wall clock, each with the worst look in it."""

from collections.abc import Iterable
from datetime import date, timedelta

from helpdesk_tui.answers.coverage import Look, Stretch
from helpdesk_tui.board.board import Board

WORST = (Look.NOBODY, Look.MESSAGE, Look.UNKNOWN, Look.LIVE)


def cells(board: Board, stretches: Iterable[Stretch], day: date, count: int) -> list[Look | None]:
    """The day in `count` cells (a divisor of 1440); None for an hour that the clock skips that day.

    An hour that the clock repeats is one cell for both.
    """
    size = 1440 // count
    found: list[Look | None] = [None] * count
    start, end = board.day(day)
    for stretch in stretches:
        at, stop = max(stretch.start, start), min(stretch.end, end)
        while at < stop:
            wall = board.local(at)
            minute = wall.hour * 60 + wall.minute
            cell = found[minute // size]
            if cell is None or WORST.index(stretch.look) < WORST.index(cell):
                found[minute // size] = stretch.look
            at += timedelta(minutes=size - minute % size)
    return found
