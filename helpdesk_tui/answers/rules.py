"""Coverage rules: the first breach that begins now or within a day."""

from datetime import datetime, timedelta
from typing import NamedTuple

from helpdesk_tui.answers.coverage import LONG_BREAK, Period, breaches, coverage
from helpdesk_tui.board.board import Board, Request

AHEAD = timedelta(days=1)
"""How far ahead a breach is searched for."""


class FirstBreach(NamedTuple):
    """The first breach of any request that must be covered."""

    request: Request
    period: Period
    open_end: bool
    """Whether the breach goes on after `period`, beyond the time that was searched."""
    unconfirmed: bool
    """Whether no part of `period` has all channels of the route in force closed."""
    more: int
    """How many other requests have a breach within the same day."""


def first_breach(board: Board, at: datetime) -> FirstBreach | None:
    """The first breach of a coverage rule within a day from the instant `at`, if there is one."""
    starts = {
        request.id: periods[0].start
        for request in board.requests.values()
        if (periods := breaches(board, request, at, at + AHEAD))
    }
    if not starts:
        return None
    first = min(starts, key=starts.__getitem__)
    start, request = starts[first], board.requests[first]
    end = min(start + LONG_BREAK, board.end)
    period = breaches(board, request, start, end)[0]
    unconfirmed = not coverage(board, request, *period).gaps
    return FirstBreach(request, period, period.end == end, unconfirmed, len(starts) - 1)
