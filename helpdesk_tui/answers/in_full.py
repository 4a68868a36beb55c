"""Coverage in full: periods that touch a window are not cut at its edges."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from helpdesk_tui.answers.coverage import Coverage, Gap, Period, Stretch, breaches, coverage, stretches
from helpdesk_tui.board.board import Board, Request

T = TypeVar("T", Period, Gap)

_BESIDE = timedelta(days=9)
"""How far a period is followed beyond the window at first: a weekend with holidays is shorter."""


def all_stretches(board: Board, request: Request) -> tuple[Stretch, ...]:
    """The request's stretches over the board's whole window."""
    return stretches(board, request, board.start, board.end)


def coverage_in_full(board: Board, request: Request, start: datetime, end: datetime) -> Coverage:
    """The request's coverage of [start, end), with the gaps and unknown periods that touch it in full.

    A period that goes on beyond the board's window ends with it.
    """
    return coverage(board, request, start, end)._replace(
        gaps=_in_full(board, lambda *window: coverage(board, request, *window).gaps, start, end),
        unknowns=_in_full(board, lambda *window: coverage(board, request, *window).unknowns, start, end),
    )


def breaches_in_full(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Period, ...]:
    """The breaches of the request's coverage rule that touch [start, end), in full."""
    return _in_full(board, lambda *window: breaches(board, request, *window), start, end)


def _in_full(
    board: Board, find: Callable[[datetime, datetime], tuple[T, ...]], start: datetime, end: datetime
) -> tuple[T, ...]:
    """The periods that `find` returns for [start, end), from a larger window where an edge cuts one."""
    for beside in (timedelta(), _BESIDE, board.end - board.start):
        begin, stop = max(start - beside, board.start), min(end + beside, board.end)
        periods = tuple(each for each in find(begin, stop) if each.start < end and start < each.end)
        if not any(each.start == begin > board.start or each.end == stop < board.end for each in periods):
            break
    return periods
