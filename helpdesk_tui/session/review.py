"""What a draft would become: the file's bytes, its book and its board, before anything is written."""

from datetime import datetime
from typing import NamedTuple

from helpdesk_tui.board.board import Board
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.read import read_book
from helpdesk_tui.session.boards import Load
from helpdesk_tui.session.draft import Draft


class Review(NamedTuple):
    """A draft worked out."""

    draft: Draft
    content: bytes
    meant: Book
    before: Board
    board: Board


def review(draft: Draft, at: datetime, load: Load) -> Review:
    """Work the draft out around the instant `at`, which takes a while.

    Raises BookError where the book would be wrong, UnwritableError where its file cannot hold it.
    """
    content = draft.content()
    file = BookFile(draft.file.path, content)
    meant = read_book(file)
    before = load(draft.file, at, None, keep=False)
    return Review(draft, content, meant, before, load(file, at, None, keep=False))
