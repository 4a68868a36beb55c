"""What touches a window, in full: periods that the window's edges would cut."""

from collections.abc import Callable
from datetime import datetime, timedelta

from helpdesk_tui.answers.coverage import Coverage, Period, Stretch, breaches, coverage, stretches
from helpdesk_tui.board.board import Board, Request

_BESIDE = timedelta(days=9)
"""How far beyond the edges a period is followed at first: holidays and a week's end are shorter."""


def whole_year(board: Board, request: Request) -> tuple[Stretch, ...]:
    """The request's stretches over all of the board's window."""
    return stretches(board, request, board.start, board.end)


def touching(board: Board, request: Request, start: datetime, end: datetime) -> Coverage:
    """How the request is covered in [start, end), with gaps and unknown periods that cross its edges in full.

    One that the board itself does not see the end of begins or ends with the board's window.
    """
    return coverage(board, request, start, end)._replace(
        gaps=_in_full(board, lambda *window: coverage(board, request, *window).gaps, start, end),
        unknowns=_in_full(board, lambda *window: coverage(board, request, *window).unknowns, start, end),
    )


def broken(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Period, ...]:
    """The breaches of the request's coverage rule that touch [start, end), in full."""
    return _in_full(board, lambda *window: breaches(board, request, *window), start, end)


_Find = Callable[[datetime, datetime], tuple[Period, ...]]


def _in_full(board: Board, find: _Find, start: datetime, end: datetime) -> tuple[Period, ...]:
    """The periods that `find` gives for [start, end), looked for further around where an edge cuts one."""
    for beside in (timedelta(), _BESIDE, board.end - board.start):
        begin, stop = max(start - beside, board.start), min(end + beside, board.end)
        found = tuple(each for each in find(begin, stop) if each.start < end and start < each.end)
        if not any(each.start == begin > board.start or each.end == stop < board.end for each in found):
            break
    return found
