"""What a draft would become: the file's bytes and its book, before anything is written."""

from typing import NamedTuple

from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.read import read_book
from helpdesk_tui.session.draft import Draft


class Review(NamedTuple):
    """A draft worked out."""

    draft: Draft
    content: bytes
    meant: Book


def review(draft: Draft) -> Review:
    """Work the draft out, which takes a while.

    Raises BookError where the book would be wrong, UnwritableError where its file cannot hold it.
    """
    content = draft.content()
    return Review(draft, content, read_book(BookFile(draft.file.path, content)))
