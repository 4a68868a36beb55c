"""What leaves the program: standard output is data and nothing else, standard error the rest."""

import os
import sys
from collections.abc import Iterable
from unicodedata import combining, normalize

from helpdesk_tui.records import Record

DONE = 0
NOBODY = 1
WRONG = 2

_SHAPES = str.maketrans({"●": "*", "◐": "!", "○": "o", "◌": "?", "→": ">", "·": "-", "…": "...", "—": "-"})


class Piece(Record):
    """A piece of a line; `style` is a rich style that a terminal shows and plain text leaves out."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]


def write(lines: Iterable[Line]) -> None:
    """Write lines to standard output: in colour and wrapped at its width on a terminal, else plain."""
    if sys.stdout.isatty():
        _write_in_colour(lines)
    else:
        _send("".join("".join(piece.text for piece in line) + "\n" for line in lines))


def write_text(text: str) -> None:
    """Write data that is already text, as JSON is."""
    _send(text + "\n")


def remark(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(_encodable(printable(text), sys.stderr.encoding) + "\n")


def printable(text: str) -> str:
    """`text` with what a terminal would obey written out: the words of a bad book may hold anything."""
    return "".join(character if character.isprintable() else ascii(character)[1:-1] for character in text)


def columns() -> int | None:
    """The width to keep to: `$COLUMNS`, else the terminal's; None where nothing limits it."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named) > 0:
        return int(named)
    if not sys.stdout.isatty():
        return None
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except OSError:
        return None


def cells(text: str) -> int:
    """How many cells a terminal takes for `text`."""
    if max(text.translate(_SHAPES), default="") < "\u0300":
        return len(text)
    from rich.cells import cell_len  # most books never need it, and it would slow every look-up

    return cell_len(text)


def _write_in_colour(lines: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(width=columns(), highlight=False, markup=False, emoji=False)
    for line in lines:
        text = Text.assemble(*((_encodable(piece.text, sys.stdout.encoding), piece.style) for piece in line))
        console.print(text, soft_wrap=False)


def _send(text: str) -> None:
    try:
        sys.stdout.write(_encodable(text, sys.stdout.encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has what it wanted; Python must not complain of the rest at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _encodable(text: str, encoding: str) -> str:
    """`text` as an output that is not UTF-8 can write it."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        apart = normalize("NFKD", text.translate(_SHAPES))
        bare = "".join(character for character in apart if not combining(character))
        return bare.encode(encoding, "replace").decode(encoding)
    return text
