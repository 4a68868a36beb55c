"""The board of a book, worked out in a process of its own: what that loads ends with it."""

from datetime import datetime
from pathlib import PurePath
from typing import Protocol

from helpdesk_tui.board.board import Board
from helpdesk_tui.board.load import load
from helpdesk_tui.book.file import BookFile

_MODULE = "helpdesk_tui.session.boards"
_FOLDER = str(PurePath(__file__).parents[2])
"""Where the package is found, whatever folder the program was started in."""


class Load(Protocol):
    """What gives the board of a book's file."""

    def __call__(self, file: BookFile, at: datetime, folder: str | None, *, keep: bool) -> Board:
        """The board of `file` around the instant `at`; `folder` is where boards are kept, or None.

        Unless `keep`, nothing is written there. Raises BookError where the book is bad.
        """


def load_here(file: BookFile, at: datetime, folder: str | None, *, keep: bool) -> Board:
    """The board, kept or else worked out in this process."""
    board, _ = load(file, lambda zone: at, folder, keep=keep)
    return board


load_apart = load_here
