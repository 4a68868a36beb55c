"""Writes a book's file: the whole of it or nothing, never over a change of somebody else."""

import os
import shutil
import tempfile
from contextlib import suppress

from helpdesk_tui.book.file import BookFile, read
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import BookError, problem
from helpdesk_tui.book.read import read_book


class Changed(Exception):  # noqa: N818 (what happened, no mistake)
    """The file is not what was read: `theirs` is what it holds now."""

    def __init__(self, theirs: bytes) -> None:
        super().__init__(theirs)
        self.theirs = theirs


def save(path: str, content: bytes, *, read: bytes | None, meant: Book) -> None:
    """Write `content`, which must be the book `meant`, over the bytes `read`.

    A copy of those stands beside it then, `contacts.toml.bak`. Raises Changed, BookError and OSError.
    """
    if read_book(BookFile(path, content)) != meant:
        raise BookError(path, [problem("", "is not what was meant to be written")])
    real = os.path.realpath(path)
    if (now := _read(real)) != read:
        raise Changed(now)
    with suppress(FileNotFoundError):
        shutil.copy2(real, f"{real}.bak")
    handle, temporary = tempfile.mkstemp(prefix=".contacts-", dir=os.path.dirname(real))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(real, temporary)
        os.replace(temporary, real)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise


def _read(path: str) -> bytes:
    return read(path).content
