"""One book's file over time: its board around now or another time, and whether it must be read again."""

import os
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from time import time
from typing import NamedTuple

from helpdesk_tui.board.board import Board
from helpdesk_tui.board.calendar_file import digests, path_of
from helpdesk_tui.book.file import BookFile, read
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.session.boards import Load, load_apart

FRESH = 3.0
"""Seconds in which a file may be written again with the same time stamp."""

Stamp = tuple[int, int, int, int]

Clock = Callable[[], datetime]
"""Gives the running time, an instant in UTC."""


def running_time() -> datetime:
    """The time of the machine's clock."""
    return datetime.now(UTC)


class Boards(NamedTuple):
    """A book and the boards that are worked out of it."""

    file: BookFile
    today: Board
    """Around the running time; kept while another time is shown, so that the way back is short."""
    board: Board
    """Around the instant that is shown."""
    other_time: datetime | None
    """The other time that is shown, in UTC; None while the clock runs."""


class Fetched(NamedTuple):
    """What reading the book's file again brought."""

    boards: Boards
    wanted: datetime | None
    content: bytes | None
    stamp: Stamp | None
    error: BookError | None


class Feed:
    """One book's file at the running time, or at another one that the reader chose.

    `cache_folder` is where boards are kept, or None. `zone` is that of the machine, None for what its
    system says. `load` gives the board of a file. Raises BookError where the book is bad from the start.
    """

    def __init__(
        self,
        path: str,
        cache_folder: str | None,
        *,
        clock: Clock = running_time,
        zone: tzinfo | None = None,
        load: Load = load_apart,
    ) -> None:
        self.path = path
        self.clock = clock
        self.error: BookError | None = None
        """What is wrong with the book as it stands on disk; the board is then of the last good one."""
        self._zone = zone
        self._load = load
        self._cache_folder = cache_folder
        self._wanted: datetime | None = None
        self._stamp = self._read_stamp()
        self._calendar_stamps: tuple[Stamp | None, ...] = ()
        file = read(path)
        self._content: bytes | None = file.content
        self.boards = self._work_out(file, None, None)

    @property
    def board(self) -> Board:
        """The board around the instant that answers are for."""
        return self.boards.board

    @property
    def other_time(self) -> datetime | None:
        """The other time that is shown; None while the clock runs."""
        return self.boards.other_time

    @property
    def ready(self) -> bool:
        """Whether the board reaches the instant that answers are for; the clock may have jumped."""
        return self.board.serves(self.now())

    def now(self) -> datetime:
        """The instant that answers are for."""
        return self.other_time or self.clock()

    def wanted(self) -> datetime:
        """The instant that answers are for, or will be when its board is worked out."""
        return self._wanted or self.now()

    def here(self, at: datetime) -> datetime:
        """`at` in the zone of the machine that runs the screen."""
        return at.astimezone(self._zone)

    def go_to(self, at: datetime | None) -> bool:
        """Show the instant `at`, or now where it is None; False where its board is not at hand.

        All stays as it is then until `fetch` and `accept` bring it.
        """
        self._wanted = at
        for board in (self.boards.today, self.boards.board):
            if board.serves(at or self.clock()):
                today = self.boards.today if at else board
                self.boards = self.boards._replace(today=today, board=board, other_time=at)
                return True
        return False

    def board_of(self, file: BookFile) -> Board:
        """The board of any file around the instant that answers are for; it takes a while, and is not kept.

        Raises BookError.
        """
        return self._load(file, self.now(), self._cache_folder, keep=False)

    def must_fetch(self) -> bool:
        """Whether the book must be read again: its file changed, or a new day began."""
        if self.other_time is None and self._is_stale(self.boards.today):
            return True
        if self._other_calendars():
            return True
        stamp = self._read_stamp()
        if stamp == self._stamp and (stamp is None or time() - stamp[3] / 1e9 > FRESH):
            return False
        self._stamp = stamp
        try:
            return read(self.path).content != self._content
        except BookError as error:
            return self.error is None or error.problems != self.error.problems

    def fetch(self) -> Fetched:
        """Read the book and work it out; nothing else changes, so that a thread may do it."""
        stamp, wanted, last = self._read_stamp(), self._wanted, self.boards
        content = None
        try:
            file = read(self.path)
            content = file.content
            boards = self._work_out(file, last if last.file.content == content else None, wanted)
        except BookError as error:
            return Fetched(self._work_out(last.file, last, wanted), wanted, content, stamp, error)
        return Fetched(boards, wanted, content, stamp, None)

    def accept(self, fetched: Fetched) -> bool:
        """Show what was fetched; False where another instant is wanted by now."""
        self.boards, self.error = fetched.boards, fetched.error
        self._stamp, self._content = fetched.stamp, fetched.content
        return fetched.wanted == self._wanted or self.go_to(self._wanted)

    def _work_out(self, file: BookFile, last: Boards | None, wanted: datetime | None) -> Boards:
        """The boards of `file`, those of `last` where they serve."""
        if last and any(_differs(file.path, each) for each in (last.today, last.board)):
            last = None  # a board of the same book may be of other calendars
        today = last.today if last else None
        if today is None or self._is_stale(today):
            today = self._load(file, self.clock(), self._cache_folder, keep=True)
        if wanted is None:
            return Boards(file, today, today, None)
        for board in (today, last.board if last else today):
            if board.serves(wanted):
                return Boards(file, today, board, wanted)
        return Boards(file, today, self._load(file, wanted, self._cache_folder, keep=False), wanted)

    def _other_calendars(self) -> bool:
        """Whether a calendar of the book changed, appeared or vanished."""
        path, boards = self.boards.file.path, self.boards
        stamps = tuple(stamp_of(path_of(path, each)) for each in boards.board.calendars)
        fresh = any(stamp and time() - stamp[3] / 1e9 <= FRESH for stamp in stamps)
        if stamps == self._calendar_stamps and not fresh:
            return False
        self._calendar_stamps = stamps
        return any(_differs(path, each) for each in (boards.today, boards.board))

    def _is_stale(self, today: Board) -> bool:
        """Whether a board around today is of another day by now."""
        return today.local(self.clock()).date() != today.around

    def _read_stamp(self) -> Stamp | None:
        return stamp_of(self.path)


def stamp_of(path: str) -> Stamp | None:
    """What tells whether a file was written again; None where there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _differs(path: str, board: Board) -> bool:
    """Whether the calendars of the book at `path` are not those that the board was made from."""
    return dict(board.calendars) != digests(path, board.calendars)
