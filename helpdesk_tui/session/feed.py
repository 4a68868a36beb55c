"""Reads a book's file again when it changes, and keeps its board around now or another time."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from time import time
from typing import NamedTuple

from helpdesk_tui.board.board import Board
from helpdesk_tui.board.calendar_file import digests, path_of
from helpdesk_tui.book.file import BookFile, read
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.session.boards import Load, load_in_subprocess

FRESH = 3.0
"""Seconds in which a file may be written again without a new time stamp."""

Stamp = tuple[int, int, int, int]
"""The device, inode, size and time of a file."""

Clock = Callable[[], datetime]
"""Gives the running time, an instant in UTC."""


def running_time() -> datetime:
    """The time of the machine's clock."""
    return datetime.now(UTC)


class Boards(NamedTuple):
    """A book and its boards."""

    file: BookFile
    today: Board
    """Around the running time; kept while another time is shown, so that the return is quick."""
    board: Board
    """Around the instant that is shown."""
    other_time: datetime | None
    """The other time that is shown, in UTC; None while the clock runs."""


class Fetched(NamedTuple):
    """The result of reading the book's file again."""

    boards: Boards
    wanted: datetime | None
    content: bytes | None
    stamp: Stamp | None
    error: BookError | None


class Feed:
    """The boards of a book's file at the running time, or at another time that the reader chose.

    `cache_folder` is that of kept boards, or None. `zone` is the machine's, None for that of its system.
    `load` gives the board of a file. Raises BookError if the book is bad from the start.
    """

    def __init__(
        self,
        path: str,
        cache_folder: str | None,
        *,
        clock: Clock = running_time,
        zone: tzinfo | None = None,
        load: Load = load_in_subprocess,
    ) -> None:
        self.path = path
        self.clock = clock
        self.error: BookError | None = None
        """The problems of the book on disk; the board is then that of the last good book."""
        self._zone = zone
        self._load = load
        self._cache_folder = cache_folder
        self._wanted: datetime | None = None
        self._stamp = stamp_of(path)
        self._calendar_stamps: tuple[Stamp | None, ...] = ()
        file = read(path)
        self._content: bytes | None = file.content
        self.boards = self._build(file, None, None)

    @property
    def board(self) -> Board:
        """The board around the instant that is shown."""
        return self.boards.board

    @property
    def other_time(self) -> datetime | None:
        """The other time that is shown; None while the clock runs."""
        return self.boards.other_time

    @property
    def ready(self) -> bool:
        """Whether the board covers the instant that is shown; the clock may have jumped."""
        return self.board.serves(self.now())

    def now(self) -> datetime:
        """The instant that is shown."""
        return self.other_time or self.clock()

    @property
    def wants_other_time(self) -> bool:
        """Whether another time is shown, or will be once its board is built."""
        return self._wanted is not None

    def wanted(self) -> datetime:
        """The instant that is shown, or will be once its board is built."""
        return self._wanted or self.now()

    def machine_time(self, at: datetime) -> datetime:
        """`at` in the machine's zone."""
        return at.astimezone(self._zone)

    def go_to(self, at: datetime | None) -> bool:
        """Show the instant `at`, or now if it is None; False if its board must be built first.

        Nothing changes then until `fetch` and `accept` are called.
        """
        self._wanted = at
        for board in (self.boards.today, self.boards.board):
            if board.serves(at or self.clock()):
                today = self.boards.today if at else board
                self.boards = self.boards._replace(today=today, board=board, other_time=at)
                return True
        return False

    def board_of(self, file: BookFile) -> Board:
        """Build the board of any file around the instant that is shown; this is slow. Raises BookError."""
        return self._load(file, self.now(), self._cache_folder, keep=False)

    def must_fetch(self) -> bool:
        """Whether the book must be read again: its file changed, or a new day began."""
        if (self.other_time is None and self._is_stale(self.boards.today)) or self._calendars_changed():
            return True
        stamp = stamp_of(self.path)
        if stamp == self._stamp and not _is_fresh(stamp):
            return False
        self._stamp = stamp
        try:
            return read(self.path).content != self._content
        except BookError as error:
            return self.error is None or error.problems != self.error.problems

    def fetch(self) -> Fetched:
        """Read the book and build its boards without any other change, so that a thread may do it."""
        stamp, wanted, last = stamp_of(self.path), self._wanted, self.boards
        content = None
        try:
            file = read(self.path)
            content = file.content
            boards = self._build(file, last if last.file.content == content else None, wanted)
        except BookError as error:
            return Fetched(self._build(last.file, last, wanted), wanted, content, stamp, error)
        return Fetched(boards, wanted, content, stamp, None)

    def accept(self, fetched: Fetched) -> bool:
        """Show what was fetched; False if another instant is wanted by now."""
        self.boards, self.error = fetched.boards, fetched.error
        self._stamp, self._content = fetched.stamp, fetched.content
        return fetched.wanted == self._wanted or self.go_to(self._wanted)

    def _build(self, file: BookFile, last: Boards | None, wanted: datetime | None) -> Boards:
        """The boards of `file`, those of `last` where they cover the instants."""
        if last and any(_differs(file.path, each) for each in (last.today, last.board)):
            last = None  # the calendars changed, the book did not
        today = last.today if last else None
        if today is None or self._is_stale(today):
            today = self._load(file, self.clock(), self._cache_folder, keep=True)
        if wanted is None:
            return Boards(file, today, today, None)
        for board in (today, last.board if last else today):
            if board.serves(wanted):
                return Boards(file, today, board, wanted)
        return Boards(file, today, self._load(file, wanted, self._cache_folder, keep=False), wanted)

    def _calendars_changed(self) -> bool:
        """Whether a calendar of the book changed, appeared or vanished."""
        path, boards = self.boards.file.path, self.boards
        stamps = tuple(stamp_of(path_of(path, each)) for each in boards.board.calendars)
        if stamps == self._calendar_stamps and not any(map(_is_fresh, stamps)):
            return False
        self._calendar_stamps = stamps
        return any(_differs(path, each) for each in (boards.today, boards.board))

    def _is_stale(self, today: Board) -> bool:
        """Whether another day began since `today` was built."""
        return today.local(self.clock()).date() != today.around


def stamp_of(path: str) -> Stamp | None:
    """The stamp of a file, which changes when it is written; None if there is no such file."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _is_fresh(stamp: Stamp | None) -> bool:
    return stamp is not None and time() - stamp[3] / 1e9 <= FRESH


def _differs(path: str, board: Board) -> bool:
    """Whether the calendars of the book at `path` changed since the board was built."""
    return dict(board.calendars) != digests(path, board.calendars)
