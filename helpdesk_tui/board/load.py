"""Loads the board of a book's file: a kept one if it can be used, else a new one, which is then kept."""

from collections.abc import Callable
from datetime import datetime

from helpdesk_tui.board import kept
from helpdesk_tui.board.board import Board
from helpdesk_tui.book.file import BookFile


def load(
    file: BookFile, moment: Callable[[str], datetime], folder: str | None, *, keep: bool = True
) -> tuple[Board, datetime]:
    """The board of `file` around an instant, and the instant, which `moment` returns for the zone's name.

    `folder` is where boards are kept, or None; without `keep` nothing is written there. Raises BookError if
    the book is bad, and whatever `moment` raises.
    """
    if folder is not None:
        board = kept.read_board(folder, file.path, file.content, moment)
        if board is not None:
            return board, moment(board.timezone)
    from contextlib import suppress

    from helpdesk_tui.board.build import build
    from helpdesk_tui.book.read import read_book

    book = read_book(file)
    at = moment(book.book.timezone)
    board = build(book, at, file.path)
    if folder is not None and keep:
        with suppress(OSError):  # without a kept board the next answer is only slower
            kept.write(folder, file.path, kept.bytes_of(board, file.content))
    return board, at
