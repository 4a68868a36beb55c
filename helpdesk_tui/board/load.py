"""The board of a book's file: the kept one where it serves, else one built anew and kept."""

from collections.abc import Callable
from datetime import datetime

from helpdesk_tui.board import kept
from helpdesk_tui.board.board import Board
from helpdesk_tui.book.file import BookFile


def load(
    file: BookFile, moment: Callable[[str], datetime], folder: str | None, *, keep: bool = True
) -> tuple[Board, datetime]:
    """The board of `file` around the instant that `moment` gives for its zone's name, and that instant.

    `folder` is where boards are kept, or None; with `keep` false nothing is written there. Raises
    BookError where the book is bad, and what `moment` raises.
    """
    if folder is not None:
        board = kept.take(folder, file.path, file.content, moment)
        if board is not None:
            return board, moment(board.timezone)
    from contextlib import suppress

    from helpdesk_tui.board.build import build
    from helpdesk_tui.book.read import read_book

    book = read_book(file)
    at = moment(book.book.timezone)
    board = build(book, at)
    if folder is not None and keep:
        with suppress(OSError):  # a full disk or a folder that takes no file costs time, not the answer
            kept.keep(folder, file.path, file.content, board)
    return board, at
