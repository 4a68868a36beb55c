"""A book's file while it is edited: its draft, and whether it can be written."""

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
    """The draft as it was to be saved."""
    theirs: Draft
    """The book that they saved."""
    board: Board
    """The board of that."""


class Gone(NamedTuple):
    """Somebody else took the file away meanwhile."""

    mine: Review
    """The draft as it was to be saved."""


class Editing:
    """A book's file as its reader edits it."""

    def __init__(self, path: str, board_of: BoardOf) -> None:
        self.path = path
        self.draft: Draft | None = None
        """None where the file holds no good book."""
        self.error: BookError | None = None
        self.locked: str | None = None
        """Why the file cannot be changed, a message of the catalogue."""
        self._board_of = board_of
        self.read()

    @property
    def changed(self) -> bool:
        """Whether anything is not saved."""
        return self.draft is not None and self.draft.changed

    def read(self) -> None:
        """Begin again with what the file holds."""
        try:
            self.draft, self.error = draft_of(read(self.path)), None
        except BookError as error:
            self.draft, self.error = None, error
        self.locked = lock_of(self.path)

    def review(self) -> Review:
        """Work out what the draft would become, which takes a while: a thread may do it.

        Raises BookError where the book would be wrong, UnwritableError where its file cannot hold it.
        """
        assert self.draft is not None
        return review(self.draft, self._board_of)

    def save(self, reviewed: Review, *, anew: bool = False) -> Conflict | Gone | None:
        """Save what was reviewed; somebody else's change of the file is never overwritten, but returned.

        `anew`: where there is no file. A thread may do it; `read` must follow where it is saved. Raises
        BookError, where theirs is wrong too, UnwritableError and OSError.
        """
        read = None if anew else reviewed.draft.file.content
        try:
            save(self.path, reviewed.content, read=read, expected=reviewed.meant)
        except Changed as changed:
            if changed.theirs is None:
                return Gone(reviewed)
            theirs = BookFile(self.path, changed.theirs)
            return Conflict(reviewed, draft_of(theirs), self._board_of(theirs))
        except WrongContent as error:
            raise UnwritableError from error
        return None

    def take_theirs(self, conflict: Conflict) -> None:
        """Go on with the book that somebody else saved."""
        self.draft = conflict.theirs

    def repeat_mine(self, conflict: Conflict) -> Rebased:
        """Go on with that book and my changes on top of it."""
        result = rebased(conflict.mine.draft, conflict.theirs)
        self.draft = result.draft
        return result


def lock_of(path: str) -> str | None:
    """Why a book's file is not to be changed, a message of the catalogue; None where it may be."""
    real = os.path.realpath(path)
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if real == os.path.realpath(packaged()) and os.path.dirname(real) == os.path.realpath(package):
        return PACKAGED
    try:
        mode = os.stat(real).st_mode
    except OSError:
        return None  # reading it says why
    # The administrator may write any file: what its owner meant is what counts.
    if not os.access(real, os.W_OK) or not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        return READ_ONLY
    return None


def text_editor(environ: Mapping[str, str]) -> list[str] | None:
    """The command of the reader's own editor, from $VISUAL or $EDITOR; None where neither names one."""
    for name in ("VISUAL", "EDITOR"):
        try:
            if command := shlex.split(environ.get(name, "")):
                return command
        except ValueError:  # an open quote
            continue
    return None
