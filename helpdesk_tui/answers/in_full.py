"""Coverage with whole periods: those that touch a window are not cut at its edges."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from helpdesk_tui.answers.coverage import (
    LONG_BREAK,
    Coverage,
    Gap,
    Period,
    Stretch,
    breaches,
    coverage,
    stretches,
)
from helpdesk_tui.board.board import Board, Request

T = TypeVar("T", Period, Gap)


def all_stretches(board: Board, request: Request) -> tuple[Stretch, ...]:
    """The request's stretches over the board's whole window."""
    return stretches(board, request, board.start, board.end)


def coverage_in_full(board: Board, request: Request, start: datetime, end: datetime) -> Coverage:
    """The request's coverage of [start, end), with the whole gaps and unknown periods that touch it.

    A period that goes on beyond the board's window ends with it.
    """
    return coverage(board, request, start, end)._replace(
        gaps=_in_full(board, start, end, lambda *window: coverage(board, request, *window).gaps),
        unknowns=_in_full(board, start, end, lambda *window: coverage(board, request, *window).unknowns),
    )


def breaches_in_full(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Period, ...]:
    """The whole breaches of the request's coverage rule that touch [start, end)."""
    return _in_full(board, start, end, lambda *window: breaches(board, request, *window))


def _in_full(
    board: Board, start: datetime, end: datetime, periods_of: Callable[[datetime, datetime], tuple[T, ...]]
) -> tuple[T, ...]:
    """The result of `periods_of` for [start, end), or for a larger window if an edge cuts a period."""
    for beside in (timedelta(), LONG_BREAK, board.end - board.start):
        begin, stop = max(start - beside, board.start), min(end + beside, board.end)
        periods = tuple(each for each in periods_of(begin, stop) if each.start < end and start < each.end)
        if not any(each.start == begin > board.start or each.end == stop < board.end for each in periods):
            break
    return periods
