"""Finds and reads the book's file, in every look-up, with the standard library alone.

Paths are joined with os.path: pathlib would cost a look-up 3 ms, a quarter of a Python start.
"""

import os
import stat
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from helpdesk_tui.book.problems import BookError, Problem, finding

LARGEST = 1024 * 1024
"""Bytes of a book; one of a thousand channels has a third of it."""

NAME = "contacts.toml"


class BookFile(NamedTuple):
    """The path and the bytes of a book's file."""

    path: str
    content: bytes


def find(chosen: str | None, environ: Mapping[str, str]) -> str:
    """The path of the book to use.

    In order: `chosen` (`--book`), `$HELPDESK_TUI_BOOK`, `./contacts.toml`, the user's and then the
    site's configuration folders (XDG Base Directory), the book inside the package.
    """
    if chosen is not None:
        return chosen
    if named := environ.get("HELPDESK_TUI_BOOK"):
        return named
    for path in _default_paths(environ):
        if os.path.lexists(path):  # a link to nowhere is a mistake: it must be reported, not skipped
            return path
    return packaged()


def packaged() -> str:
    """The default book: inside the installed package, or beside it in a source tree."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, NAME)
    return inside if os.path.exists(inside) else os.path.join(os.path.dirname(package), NAME)


def cache_folder(environ: Mapping[str, str]) -> str | None:
    """The user's cache folder for this program (XDG Base Directory), or None without a home."""
    base = _absolute(environ.get("XDG_CACHE_HOME")) or _home(environ, ".cache")
    return os.path.join(base, "helpdesk-tui") if base else None


def read(path: str) -> BookFile:
    """Read the book's bytes without ever waiting for a pipe or a device.

    Raises BookError for a file that is missing, unreadable, not regular or too large.
    """
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise BookError(path, [finding("unreadable-book", "", "is not a regular file")])
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        raise BookError(path, [_unreadable(error)]) from error
    if len(content) > LARGEST:
        raise BookError(
            path, [finding("unreadable-book", "", "is larger than {limit} MiB", limit=LARGEST // 2**20)]
        )
    return BookFile(path, content)


def _unreadable(error: OSError | ValueError) -> Problem:
    """The problem of a file that could not be opened or read; a ValueError is that of an impossible path."""
    if isinstance(error, FileNotFoundError):
        return finding("unreadable-book", "", "there is no such file")
    if isinstance(error, IsADirectoryError):
        return finding("unreadable-book", "", "is a folder, not a file")
    if isinstance(error, ValueError):
        return finding("unreadable-book", "", "is not a path")
    from helpdesk_tui.book.system import reason  # a look-up that succeeds does not need it

    if message := reason(error):
        return finding("unreadable-book", "", "cannot be read: {reason}", reason=message)
    return finding(
        "unreadable-book", "", "cannot be read: the system gives the error {number}", number=error.errno
    )


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _default_paths(environ: Mapping[str, str]) -> Iterator[str]:
    """Yield the paths at which a book is searched, in order."""
    yield NAME
    user = _absolute(environ.get("XDG_CONFIG_HOME")) or _home(environ, ".config")
    sites = environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    for folder in (user, *map(_absolute, sites.split(os.pathsep))):
        if folder:
            yield os.path.join(folder, "helpdesk-tui", NAME)


def _absolute(path: str | None) -> str | None:
    """`path` if it is absolute, else None: the XDG specification ignores relative ones."""
    return path if path and os.path.isabs(path) else None


def _home(environ: Mapping[str, str], folder: str) -> str | None:
    home = environ.get("HOME") or os.path.expanduser("~")
    return os.path.join(home, folder) if os.path.isabs(home) else None
