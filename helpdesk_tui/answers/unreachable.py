"""The times when no channel of a request's route is open, unconfirmed or accepts messages."""

from datetime import datetime

from helpdesk_tui.answers.coverage import Gap, Staffing, coverage
from helpdesk_tui.board.board import Board, Request


def unreachable(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Gap, ...]:
    """The parts of [start, end) in which the request reaches nobody; none for one with must_cover."""
    if request.must_cover is not None:
        return ()
    gaps = coverage(board, request, start, end).gaps
    return tuple(gap for gap in gaps if gap.staffing is Staffing.UNSTAFFED)
