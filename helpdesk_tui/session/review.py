"""What a draft would become: the file's bytes, its book and its board, before anything is written."""

from collections.abc import Callable
from typing import NamedTuple

from helpdesk_tui.board.board import Board
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.read import read_book
from helpdesk_tui.session.draft import Draft

BoardOf = Callable[[BookFile], Board]
"""Gives the board of a file around the running time, which takes a while."""


class Review(NamedTuple):
    """A draft worked out."""

    draft: Draft
    content: bytes
    meant: Book
    before: Board
    board: Board

    @property
    def keys(self) -> dict[str, str]:
        """The keys in the file of the entries that have another one now, by that."""
        tables = (self.draft.tables["channels"], self.draft.tables["requests"])
        return {
            entry.key: str(entry.origin)
            for entries in tables
            for entry in entries
            if entry.origin is not None
        }


def review(draft: Draft, board_of: BoardOf) -> Review:
    """Work the draft out.

    Raises BookError where the book would be wrong, UnwritableError where its file cannot hold it.
    """
    file = BookFile(draft.file.path, draft.content())
    return Review(draft, file.content, read_book(file), board_of(draft.file), board_of(file))
