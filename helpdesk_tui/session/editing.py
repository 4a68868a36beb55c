"""Edits a book's file: its draft, whether it can be written, and saving it."""

import os
import shlex
import stat
from collections.abc import Mapping
from typing import NamedTuple

from helpdesk_tui.board.board import Board
from helpdesk_tui.book.document import UnwritableError
from helpdesk_tui.book.file import BookFile, packaged, read
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.book.save import Changed, WrongContent, save
from helpdesk_tui.languages import message
from helpdesk_tui.session.draft import Draft, draft_of
from helpdesk_tui.session.rebase import Rebased, rebased
from helpdesk_tui.session.review import BoardOf, Review, review

PACKAGED = message(
    "This book comes with the program and is not to be changed: copy it to {path} and change that"
)
READ_ONLY = message("This file cannot be written: permission denied")


class Conflict(NamedTuple):
    """Somebody else changed the file meanwhile."""

    mine: Review
    """The draft that was to be saved."""
    theirs: Draft
    """The book that they saved."""
    board: Board
    """The board of their book."""


class Gone(NamedTuple):
    """Somebody else removed the file meanwhile."""

    mine: Review
    """The draft that was to be saved."""


class Editing:
    """A book's file and its draft."""

    def __init__(self, path: str, board_of: BoardOf) -> None:
        self.path = path
        self.draft: Draft | None = None
        """None if the file holds no good book."""
        self.error: BookError | None = None
        self.locked: str | None = None
        """Why the file cannot be changed, a message of the catalogue; None if it can."""
        self._board_of = board_of
        self.read()

    @property
    def changed(self) -> bool:
        """Whether there are unsaved changes."""
        return self.draft is not None and self.draft.changed

    def read(self) -> None:
        """Read the file and begin a new draft."""
        try:
            self.draft, self.error = draft_of(read(self.path)), None
        except BookError as error:
            self.draft, self.error = None, error
        self.locked = reason_locked(self.path)

    def review(self) -> Review:
        """Build the book and the board of the draft, which is slow: a thread may do it.

        Raises BookError for a bad book, UnwritableError if the form of its file does not allow a change.
        """
        assert self.draft is not None
        return review(self.draft, self._board_of)

    def save(self, reviewed: Review, *, anew: bool = False) -> Conflict | Gone | None:
        """Save a reviewed draft; if somebody else changed the file, return that instead.

        With `anew` there must be no file. A thread may do it; call `read` after it was saved. Raises
        BookError, also for a bad book of somebody else, UnwritableError and OSError.
        """
        read = None if anew else reviewed.draft.file.content
        try:
            save(self.path, reviewed.content, read=read, expected=reviewed.book)
        except Changed as changed:
            if changed.theirs is None:
                return Gone(reviewed)
            theirs = BookFile(self.path, changed.theirs)
            return Conflict(reviewed, draft_of(theirs), self._board_of(theirs))
        except WrongContent as error:
            raise UnwritableError from error
        return None

    def rebase(self, conflict: Conflict) -> Rebased:
        """Continue with their book and my changes on top of it."""
        result = rebased(conflict.mine.draft, conflict.theirs)
        self.draft = result.draft
        return result


def reason_locked(path: str) -> str | None:
    """Why a book's file cannot be changed, a message of the catalogue; None if it can."""
    real = os.path.realpath(path)
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if real == os.path.realpath(packaged()) and os.path.dirname(real) == os.path.realpath(package):
        return PACKAGED
    try:
        mode = os.stat(real).st_mode
    except OSError:
        return None  # reading it reports why
    # The administrator may write any file: the mode shows what its owner wants.
    if not os.access(real, os.W_OK) or not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        return READ_ONLY
    return None


def text_editor(environ: Mapping[str, str]) -> list[str] | None:
    """The command of the reader's text editor, from $VISUAL or $EDITOR; None if neither is set."""
    for name in ("VISUAL", "EDITOR"):
        try:
            if command := shlex.split(environ.get(name, "")):
                return command
        except ValueError:  # an open quote
            continue
    return None
