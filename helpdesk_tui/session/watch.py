"""Notices when a channel's state changes, or soon will."""

from bisect import bisect_right
from datetime import datetime
from time import perf_counter
from typing import NamedTuple

from helpdesk_tui.board.board import Board, State, Timetable
from helpdesk_tui.book.file import BookFile

SPENT = 0.005
"""Seconds of a tick that may go into timetables that were not looked at yet."""


class Seen(NamedTuple):
    """How a timetable stood when it was last looked at."""

    state: State
    soon: bool
    """Whether it is about to close."""


class Watch:
    """Compares every timetable with how it stood before.

    Channels share timetables, and looking into one is a bisect: a thousand take a millisecond or two
    once a minute. Decoding a kept one takes a fifth of a millisecond, and a thousand of them would be
    felt: that is spread over the ticks after the first frame, and until its turn comes nothing is told
    of a channel. What is compared is the state as it is and as it was last seen: after a machine slept
    a channel's changes are one, or none where it stands as it did.
    """

    def __init__(self) -> None:
        self._file: BookFile | None = None
        self._board: Board | None = None
        self._minute = 0
        self._seen: dict[str, Seen] = {}
        self._known: list[str] = []
        self._unknown: list[str] = []

    def changed(self, file: BookFile, board: Board, at: datetime) -> set[str]:
        """The timetables that changed since the last turn: never because the book did, nor at the start."""
        if board is not self._board:
            if self._file is None or file.content != self._file.content:
                self._seen = {}
            self._file, self._board = file, board
            used = {channel.hours for channel in board.channels.values() if channel.hours is not None}
            self._known, self._unknown = [], list(used)
        second = int(at.timestamp())
        changed: set[str] = set()
        if second // 60 != self._minute:
            self._minute = second // 60
            changed.update(name for name in self._known if self._compare(board, name, second))
        if self._unknown:
            until = perf_counter() + SPENT
            while self._unknown and perf_counter() < until:
                name = self._unknown.pop()
                if self._compare(board, name, second):
                    changed.add(name)
                self._known.append(name)
        return changed

    def _compare(self, board: Board, name: str, second: int) -> bool:
        now = _stand(board.timetables[name], second, board.closing_soon * 60)
        before = self._seen.get(name)
        self._seen[name] = now
        return before is not None and (before.state is not now.state or now.soon > before.soon)


def _stand(timetable: Timetable, second: int, soon: int) -> Seen:
    """How a timetable stands, without making an answer of it."""
    starts, states = timetable.starts, timetable.states
    index = max(bisect_right(starts, second) - 1, 0)
    state = states[index]
    if state is State.OPEN:
        for later in range(index + 1, len(starts)):
            if starts[later] - second > soon:
                break
            if states[later] is not State.OPEN:
                return Seen(state, True)
    return Seen(state, False)
