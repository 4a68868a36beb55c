"""What feeds the screen: the book's board, the time, and word of any change in either."""

import os
from datetime import UTC, date, datetime
from time import time

from helpdesk_tui.board.board import Board
from helpdesk_tui.board.load import load
from helpdesk_tui.book.file import read
from helpdesk_tui.book.problems import BookError

FRESH = 3.0
"""Seconds in which a file may be written again without its time stamp telling."""

Stamp = tuple[int, int, int, int]


class Feed:
    """One book's file over time, at the running time or at a fixed one.

    `moment_override` without an offset is in the book's zone; `cache_folder` is where boards are
    kept, or None.
    """

    def __init__(self, path: str, moment_override: datetime | None, cache_folder: str | None) -> None:
        self.path = path
        self.error: BookError | None = None
        """What is wrong with the book as it stands on disk; the board is then of the last good one."""
        self._override = moment_override
        self._cache_folder = cache_folder
        self._board: Board | None = None
        self._content: bytes | None = None
        self._stamp: Stamp | None = None
        self._day: date | None = None

    @property
    def board(self) -> Board:
        """The last good board."""
        if self._board is None:
            self.load()
        assert self._board is not None
        return self._board

    def load(self) -> None:
        """Read the book and take its board, the kept one where it serves.

        Raises BookError where the book is bad and there is no earlier board to go on with.
        """
        self._stamp = self._look()
        self._content = None
        try:
            file = read(self.path)
            self._content = file.content
            board, at = load(file, self._moment, self._cache_folder, keep=self._override is None)
        except BookError as error:
            self.error = error
            if self._board is None:
                raise
            self._day = self._board.local(self.now()).date()
            return
        self.error = None
        self._board = board
        self._day = board.local(at).date()

    def poll(self) -> bool:
        """Whether the book must be loaded again: its file changed, or a new day began."""
        if self.board.local(self.now()).date() != self._day:
            return True
        stamp = self._look()
        if stamp == self._stamp and (stamp is None or time() - stamp[3] / 1e9 > FRESH):
            return False
        self._stamp = stamp
        try:
            return read(self.path).content != self._content
        except BookError as error:
            return self.error is None or error.problems != self.error.problems

    def now(self) -> datetime:
        """The instant that answers are for."""
        return datetime.now(UTC) if self._override is None else self._moment(self.board.timezone)

    def machine(self, at: datetime) -> datetime:
        """`at` in the zone of the machine that runs the screen."""
        return at.astimezone()

    def _moment(self, zone: str) -> datetime:
        if self._override is None:
            return datetime.now(UTC)
        if self._override.tzinfo is None:
            from zoneinfo import ZoneInfo  # a fixed time alone needs the zone's rules

            return self._override.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
        return self._override.astimezone(UTC)

    def _look(self) -> Stamp | None:
        try:
            status = os.stat(self.path)
        except OSError:
            return None
        return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns
