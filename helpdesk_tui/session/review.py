"""Builds the content, the book and the board of a draft before it is saved."""

from collections.abc import Callable
from typing import NamedTuple

from helpdesk_tui.board.board import Board
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.read import read_book
from helpdesk_tui.session.draft import Draft

BoardOf = Callable[[BookFile], Board]
"""Builds the board of a file around the instant that is shown, which is slow."""


class Review(NamedTuple):
    """A draft with its content and its book, and the boards before and after it."""

    draft: Draft
    content: bytes
    book: Book
    before: Board
    board: Board


def review(draft: Draft, board_of: BoardOf) -> Review:
    """Build the content, the book and the boards of a draft.

    Raises BookError for a bad book, UnwritableError if the form of its file does not allow a change.
    """
    file = BookFile(draft.file.path, draft.content())
    return Review(draft, file.content, read_book(file), board_of(draft.file), board_of(file))
