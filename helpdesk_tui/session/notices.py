"""What a whole minute has in common: the shift in force, and the first rule of coverage that is broken."""

from datetime import datetime
from typing import NamedTuple

from helpdesk_tui.answers.rules import FirstBreach, first_breach
from helpdesk_tui.answers.shift import ShiftTimes, current
from helpdesk_tui.board.board import Board

FEW = 50
"""Rules that are looked at before the first frame; more of them wait until it is shown."""


class Notices(NamedTuple):
    """What a minute has in common."""

    shift: ShiftTimes | None
    warned: FirstBreach | None


class NoticeCache:
    """Works the notices out once a minute and board: keys that are pressed within it wait for nothing."""

    def __init__(self) -> None:
        self._board: Board | None = None
        self._minute = 0
        self._notices = Notices(None, None)

    def at(self, board: Board, at: datetime, *, all_rules: bool = True) -> Notices:
        """The notices at `at`; without `all_rules`, many of them are not looked at."""
        if not all_rules and many_rules(board):
            return Notices(_shift(board, at), None)
        minute = int(at.timestamp()) // 60
        if board is not self._board or minute != self._minute:
            self._board, self._minute = board, minute
            self._notices = Notices(_shift(board, at), first_breach(board, at))
        return self._notices


def many_rules(board: Board) -> bool:
    """Whether so many requests have a rule that looking at them would be felt in the first frame."""
    return sum(request.must_cover is not None for request in board.requests.values()) > FEW


def _shift(board: Board, at: datetime) -> ShiftTimes | None:
    return current(board, at) if board.shifts else None
