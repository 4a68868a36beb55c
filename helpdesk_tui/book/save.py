"""Saves a book safely: another's change is never overwritten, and a wrong book never written."""

import os

from helpdesk_tui.book import file
from helpdesk_tui.book.file import LARGEST, BookFile
from helpdesk_tui.book.lock import locked
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import BookError, problem
from helpdesk_tui.book.read import read_book
from helpdesk_tui.book.replace import draft, remove_drafts, sync_folder

BACKUP = ".bak"
"""The suffix of the backup, which holds the book as it was before the last save."""


class Changed(Exception):  # noqa: N818 (it is an answer, which a screen shows, more than an error)
    """Someone else changed the book on disk; `theirs` is its content, None if it was removed."""

    def __init__(self, theirs: bytes | None) -> None:
        super().__init__(theirs)
        self.theirs = theirs


class WrongContent(Exception):  # noqa: N818 (see Changed)
    """The content to save is not that of the expected book: a mistake of the program."""


def save(path: str, content: bytes, *, read: bytes | None, expected: Book) -> None:
    """Replace the book at `path` by `content`, and keep its old content in its backup.

    `read` is the content that was edited (None for a new file), `expected` the book that `content` must hold.
    Raises Changed, WrongContent, BookError for a bad book, and OSError; the book then stays as it was.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    with locked(folder):
        _check_unchanged(target, read)
        remove_drafts(target)
        remove_drafts(target + BACKUP)
        if read is not None:
            # A rename only needs permission for the folder: a file that this user may not write must stay.
            os.close(os.open(target, os.O_RDWR))
        with draft(target, content, like=target) as new:
            _check_expected(path, new.read(), expected)
            if read is None:
                _check_unchanged(target, read)
                new.replace()
            else:
                with draft(target + BACKUP, read, like=target) as backup:
                    _check_unchanged(target, read)
                    backup.replace()
                sync_folder(folder)
                new.replace()
        sync_folder(folder)


def _check_unchanged(target: str, read: bytes | None) -> None:
    theirs = file.read(target).content if os.path.lexists(target) else None
    if theirs != read:
        raise Changed(theirs)


def _check_expected(path: str, content: bytes, expected: Book) -> None:
    if len(content) > LARGEST:
        raise BookError(path, [problem("", "is larger than {limit} MiB", limit=LARGEST // 2**20)])
    if read_book(BookFile(path, content)) != expected:
        raise WrongContent(path)
