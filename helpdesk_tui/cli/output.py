"""Writes answers to standard output and remarks to standard error; the exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from helpdesk_tui.phrases.ascii import SIGNS, encodable, speaks_utf8
from helpdesk_tui.phrases.lines import Line
from helpdesk_tui.phrases.printable import printable

DONE = 0
"""The exit code of a command that did what was asked; for `who`, a channel is open."""

UNSTAFFED = 1
"""`who`: no channel is known to be open; `coverage`, `check`: a request that must be covered is not; `check`:
a calendar cannot be read, or with `--strict` a warning."""

DIFFERS = 1
"""`diff`: the books differ."""

NOT_FOUND = 1
"""`find`: there is no hit."""

WRONG = 2
"""The book or the arguments are wrong, or the answer cannot be written."""

INTERRUPTED = 130
"""Ctrl+c ended the program: 128 and the number of the signal, as in shells."""

_STYLES = {
    "strong": "bold",
    "key": "cyan",
    "dim": "dim",
    "open": "green",
    "soon": "yellow",
    "closed": "dim",
    "unknown": "yellow",
    "alert": "bold red",
    "bar-live": "green",
    "bar-message": "cyan",
    "bar-unknown": "yellow",
    "hole": "red",
}
"""The style of each role, for rich."""


class OutputError(Exception):
    """Standard output cannot be written, as on a full disk."""

    def __init__(self, cause: OSError) -> None:
        super().__init__(cause)
        self.cause = cause


def write(lines: Iterable[Line]) -> None:
    """Write lines to standard output: in colour and wrapped at its width on a terminal, else plain."""
    if on_terminal():
        write_data(_in_colour(lines))
    else:
        write_data("".join("".join(_encodable(piece.text) for piece in line) + "\n" for line in lines))


def write_text(text: str) -> None:
    """Write text as it is, such as JSON."""
    write_data(_encodable(text) + "\n")


def write_data(content: str | bytes) -> None:
    """Write the content of a file: encoded text, or text that standard output can encode."""
    if sys.stdout is None:
        return
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except OSError as error:
        # At its end Python flushes again, and would report the error again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # the reader needs no more
            raise OutputError(error) from error


def remark(text: str) -> None:
    """Write a line to standard error, where it is open."""
    if sys.stderr is None:
        return
    from contextlib import suppress  # most answers have no remarks

    with suppress(OSError):  # a full disk or a closed pipe: the exit code remains
        sys.stderr.write(encodable(printable(text), _encoding(sys.stderr)) + "\n")


def on_terminal() -> bool:
    """Whether standard output is a terminal; closed, it is None."""
    return sys.stdout is not None and sys.stdout.isatty()


def can_ask() -> bool:
    """Whether a question can be asked: all three streams are terminals."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def can_write(text: str) -> bool:
    """Whether standard output can write `text` as it stands."""
    return _encodable(text) == text


def columns() -> int | None:
    """The width of the output: `$COLUMNS`, else that of the terminal; None where there is no limit."""
    width = os.environ.get("COLUMNS", "")
    if width.isdecimal() and len(width) < 10 and int(width) > 0:
        return int(width)
    if not on_terminal():
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except OSError:
        return None


def cells(text: str) -> int:
    """The number of cells that `text` fills on a terminal."""
    if all(character < "\u0300" or character in SIGNS for character in text):
        return len(text)
    from rich.cells import cell_len  # most books never need it, and it would slow every look-up

    return cell_len(text)


def _in_colour(lines: Iterable[Line]) -> str:
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    drawn = StringIO()
    console = Console(
        file=drawn, force_terminal=True, width=columns(), highlight=False, markup=False, emoji=False
    )
    for line in lines:
        text = Text.assemble(*((_encodable(piece.text), _STYLES.get(piece.role, "")) for piece in line))
        # Lines break between words only: half an address is no address.
        console.print(text, overflow="ignore", crop=False)
    return drawn.getvalue()


def _encodable(text: str) -> str:
    """`text` as standard output can write it."""
    return text if sys.stdout is None else encodable(text, _encoding(sys.stdout))


def _encoding(stream: TextIO) -> str:
    """The encoding that `stream` is read in."""
    # Python writes UTF-8 in the locale C too, whose terminals and pipes expect ASCII.
    return "ascii" if sys.flags.utf8_mode and not speaks_utf8() else stream.encoding
