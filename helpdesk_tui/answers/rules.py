"""Coverage rules: the first one that is broken, or will be before long."""

from datetime import datetime, timedelta
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Period, breaches
from helpdesk_tui.board.board import Board, Request

AHEAD = timedelta(days=1)
"""How far ahead a breach is looked for."""

FOLLOWED = timedelta(days=9)
"""How far a breach is followed to its end: holidays and a week's end are shorter."""


class FirstBreach(NamedTuple):
    """A request that must be covered and is not, or will not be, before any other one."""

    request: Request
    period: Period
    open_end: bool
    """Whether the end of `period` is only as far as the breach was followed."""
    more: int
    """How many other requests must be covered and are not within the same day."""


def first_breach(board: Board, at: datetime) -> FirstBreach | None:
    """The first coverage rule that is broken at the instant `at`, or will be within a day."""
    starts = {
        request.id: periods[0].start
        for request in board.requests.values()
        if (periods := breaches(board, request, at, at + AHEAD))
    }
    if not starts:
        return None
    first = min(starts, key=starts.__getitem__)
    start, request = starts[first], board.requests[first]
    end = min(start + FOLLOWED, board.end)
    period = breaches(board, request, start, end)[0]
    return FirstBreach(request, period, period.end == end, len(starts) - 1)
