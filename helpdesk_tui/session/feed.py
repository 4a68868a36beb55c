"""What feeds the screen: the book's board, the time, and word of any change in either."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from functools import partial
from time import time
from typing import NamedTuple

from helpdesk_tui.board.board import Board
from helpdesk_tui.board.load import Load, load
from helpdesk_tui.book.file import BookFile, read
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.times.instants import instant_of

FRESH = 3.0
"""Seconds in which a file may be written again without its time stamp telling."""

Stamp = tuple[int, int, int, int]


class Boards(NamedTuple):
    """A book and what is worked out of it."""

    file: BookFile
    live: Board | None
    """Around today; kept while another time is shown, so that the way back is short."""
    board: Board
    """Around the instant that is shown."""
    other: datetime | None
    """The other time that is shown, in UTC; None while the clock runs."""


class Fetched(NamedTuple):
    """What a look at the book's file brought."""

    boards: Boards
    wanted: datetime | None
    content: bytes | None
    stamp: Stamp | None
    error: BookError | None


Clock = Callable[[], datetime]
"""Gives the running time, an instant in UTC."""


def running_time() -> datetime:
    """The time of the machine's clock."""
    return datetime.now(UTC)


class Feed:
    """One book's file over time: at the running time, or at another one that the reader chose.

    `other_time` is such a one from the start on; without an offset it is in the book's zone.
    `cache_folder` is where boards are kept, or None; `load` works a board out as `board.load.load` does.
    `zone` is that of the machine, None for what its system says.
    """

    def __init__(
        self,
        path: str,
        other_time: datetime | None,
        cache_folder: str | None,
        *,
        clock: Clock = running_time,
        zone: tzinfo | None = None,
        load: Load = load,
    ) -> None:
        self.path = path
        self.clock = clock
        self._zone = zone
        self._load_board = load
        self.error: BookError | None = None
        """What is wrong with the book as it stands on disk; the board is then of the last good one."""
        self._wanted = other_time
        self._cache_folder = cache_folder
        self._boards: Boards | None = None
        self._content: bytes | None = None
        self._stamp: Stamp | None = None

    @property
    def boards(self) -> Boards:
        """The last good book, worked out."""
        if self._boards is None:
            self.load()
        assert self._boards is not None
        return self._boards

    @property
    def board(self) -> Board:
        """The board around the instant that answers are for."""
        return self.boards.board

    @property
    def other(self) -> datetime | None:
        """The other time that is shown; None while the clock runs."""
        return self.boards.other

    def load(self) -> None:
        """Read the book and take its board, the kept one where it serves.

        Raises BookError where the book is bad and there is no earlier board to go on with.
        """
        self.take(self.fetch())

    def fetch(self) -> Fetched:
        """Read the book and work it out; nothing else changes, so that a thread may do it.

        Raises BookError where the book is bad and there is no earlier board to go on with.
        """
        stamp, wanted, last = self._look(), self._wanted, self._boards
        content = None
        try:
            file = read(self.path)
            content = file.content
            same = last if last is not None and last.file.content == content else None
            boards = self._work_out(file, same, wanted)
        except BookError as error:
            if last is None:
                self.error = error
                raise
            return Fetched(self._work_out(last.file, last, wanted), wanted, content, stamp, error)
        return Fetched(boards, wanted, content, stamp, None)

    def take(self, fetched: Fetched) -> bool:
        """Show what was fetched; whether it is of the instant that is wanted by now."""
        self.error, self._stamp, self._content = fetched.error, fetched.stamp, fetched.content
        first = self._boards is None
        self._boards = fetched.boards
        if first or fetched.wanted == self._wanted:
            self._wanted = fetched.boards.other
            return True
        return self.go(self._wanted)

    def go(self, at: datetime | None) -> bool:
        """Show the instant `at`, or now where it is None; whether its board is at hand.

        Where it is not, all stays as it is until `fetch` and `take` bring it.
        """
        self._wanted = at
        live, instant = self.boards.live, self.clock() if at is None else at
        for board in (live, self.boards.board):
            if board is not None and board.serves(instant):
                self._boards = self.boards._replace(board=board, other=at, live=board if at is None else live)
                return True
        return False

    def poll(self) -> bool:
        """Whether the book must be loaded again: its file changed, or a new day began."""
        live = self.boards.live
        if self.other is None and live is not None and self._stale(live):
            return True
        stamp = self._look()
        if stamp == self._stamp and (stamp is None or time() - stamp[3] / 1e9 > FRESH):
            return False
        self._stamp = stamp
        try:
            return read(self.path).content != self._content
        except BookError as error:
            return self.error is None or error.problems != self.error.problems

    def ready(self) -> bool:
        """Whether the board reaches the instant that answers are for; the clock may have jumped."""
        return self.board.serves(self.now())

    def now(self) -> datetime:
        """The instant that answers are for."""
        return self.clock() if self.other is None else self.other

    def wanted(self) -> datetime:
        """The instant that answers are for, or will be when its board is worked out."""
        return self.now() if self._wanted is None else self._wanted

    def here(self, at: datetime) -> datetime:
        """`at` in the zone of the machine that runs the screen."""
        return at.astimezone(self._zone)

    def _work_out(self, file: BookFile, last: Boards | None, wanted: datetime | None) -> Boards:
        """The boards of `file`, those of `last` where they serve."""
        live = last.live if last else None
        # Another time from the start on needs no board of today's until the reader asks for it.
        needed = wanted is None or (self._boards is not None and self._boards.live is not None)
        if needed and (live is None or self._stale(live)):
            live, _ = self._load_board(file, lambda zone: self.clock(), self._cache_folder)
        if wanted is None:
            assert live is not None
            return Boards(file, live, live, None)
        if live is not None and wanted.tzinfo is not None and live.serves(wanted):
            return Boards(file, live, live, wanted)
        if last is not None and last.board.serves(wanted):
            return Boards(file, live, last.board, wanted)
        board, at = self._load_board(file, partial(instant_of, wanted), self._cache_folder, keep=False)
        return Boards(file, live, board, at)

    def _stale(self, live: Board) -> bool:
        """Whether a board around today is of another day by now."""
        return live.local(self.clock()).date() != live.around

    def _look(self) -> Stamp | None:
        try:
            status = os.stat(self.path)
        except OSError:
            return None
        return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
