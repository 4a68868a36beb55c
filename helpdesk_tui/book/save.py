"""Saves a book: nothing is lost, and neither a mistake nor another's change is written over it."""

import os

from helpdesk_tui.book import file
from helpdesk_tui.book.file import LARGEST, BookFile
from helpdesk_tui.book.lock import locked
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import BookError, problem
from helpdesk_tui.book.read import read_book
from helpdesk_tui.book.replace import draft, remove_drafts, sync_folder

BACKUP = ".bak"
"""What the name of the backup ends with: it holds the book as it was before the last save."""


class Changed(Exception):  # noqa: N818 (it is an answer, which a screen shows, more than an error)
    """The book on disk is not the one that was edited; `theirs` is what it holds, None where it is gone."""

    def __init__(self, theirs: bytes | None) -> None:
        super().__init__(theirs)
        self.theirs = theirs


class NotMeant(Exception):  # noqa: N818 (see Changed)
    """The text to save reads as another book than the one that was meant: a mistake of the program."""


def save(path: str, content: bytes, *, read: bytes | None, meant: Book) -> None:
    """Replace the book at `path` by `content`, and keep what it held in its backup.

    `read` is what the edited book was read from (None: there was no file), `meant` what `content` must read
    as. Raises Changed, NotMeant, BookError for a book that is wrong, and OSError where the system refuses;
    after any of them the book is as it was.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    with locked(folder):
        _check_unchanged(target, read)
        remove_drafts(target)
        remove_drafts(target + BACKUP)
        if read is not None:
            # A rename needs leave of the folder alone: a file that this user may not write stays as it is.
            os.close(os.open(target, os.O_RDWR))
        with draft(target, content, like=target) as new:
            _check_meant(path, new.read(), meant)
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


def _check_meant(path: str, content: bytes, meant: Book) -> None:
    if len(content) > LARGEST:
        raise BookError(path, [problem("", "is larger than {limit} MiB", limit=LARGEST // 2**20)])
    if read_book(BookFile(path, content)) != meant:
        raise NotMeant(path)
