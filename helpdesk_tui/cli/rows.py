"""Rows of text for every command: parts with dots between them, and no number or address cut."""

from collections.abc import Iterator

from helpdesk_tui.board.board import Channel
from helpdesk_tui.cli.output import cells
from helpdesk_tui.phrases.contacts import ways
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Speaker

DOT = " · "


def row(columns: int | None, *parts: Piece, indent: str = "") -> Iterator[Line]:
    """Yield the parts with dots between them; a part that does not fit begins a new line.

    A part that is wider than the terminal loses its indent, so that most numbers and addresses stay whole.
    """
    line: list[Piece] = []
    used = 0
    for part in parts:
        width = cells(part.text)
        if line and columns is not None and used + len(DOT) + width > columns:
            yield line
            line, used = [], 0
        before = DOT if line else indent
        if not line and columns is not None and len(indent) + width > columns:
            before = ""
        line += [Piece(before), part]
        used += len(before) + width
    yield line


def way_rows(
    speaker: Speaker, channel: Channel, columns: int | None, *about: Piece, indent: str = ""
) -> Iterator[Line]:
    """Yield a row for each way to reach the channel, with `about` after it."""
    for way in ways(speaker.words, channel):
        yield from row(columns, Piece(way.in_full, "strong"), *about, indent=indent)
