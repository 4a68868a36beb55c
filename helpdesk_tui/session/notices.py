"""The notices of a minute: the shift in force, the first broken rule, and the next changes."""

from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from helpdesk_tui.answers.next_changes import Changes, changes_after
from helpdesk_tui.board.board import Board

if TYPE_CHECKING:
    from helpdesk_tui.answers.rules import FirstBreach
    from helpdesk_tui.answers.shift import ShiftTimes

FEW = 50
"""The most rules or timetables that are read before the first frame; more of them wait for it."""

_CHANGES = 20
"""The next changes that fit on a screen."""


class Notices(NamedTuple):
    """The shift in force, the first broken rule and the next changes."""

    shift: "ShiftTimes | None"
    first_breach: "FirstBreach | None"
    changes: tuple[Changes, ...] = ()


class NoticeCache:
    """Builds the notices once for a minute and a board, so that keys pressed in that minute do not wait."""

    def __init__(self) -> None:
        self._key: tuple[Board, int, bool] | None = None
        self._notices = Notices(None, None)

    def at(self, board: Board, at: datetime, *, all_rules: bool = True, all_read: bool = True) -> Notices:
        """The notices at `at`.

        Without `all_rules` a book with more than FEW rules gets the shift alone; without `all_read` one with
        more than FEW timetables gets no changes.
        """
        if not all_rules and many_rules(board):
            return Notices(_shift(board, at), None)
        with_changes = all_read or len(board.timetables) <= FEW
        key = (board, int(at.timestamp()) // 60, with_changes)
        if self._key is None or key[1:] != self._key[1:] or board is not self._key[0]:
            changes = tuple(islice(changes_after(board, at), _CHANGES)) if with_changes else ()
            self._key, self._notices = key, Notices(_shift(board, at), _first_breach(board, at), changes)
        return self._notices


def many_rules(board: Board) -> bool:
    """Whether so many requests have a rule that checking them would delay the first frame."""
    return sum(request.must_cover is not None for request in board.requests.values()) > FEW


def _shift(board: Board, at: datetime) -> "ShiftTimes | None":
    if not board.shifts:
        return None
    from helpdesk_tui.answers.shift import current  # a book without shifts shows its first frame without it

    return current(board, at)


def _first_breach(board: Board, at: datetime) -> "FirstBreach | None":
    if not any(request.must_cover for request in board.requests.values()):
        return None
    from helpdesk_tui.answers.rules import first_breach  # only a book with rules needs it

    return first_breach(board, at)
