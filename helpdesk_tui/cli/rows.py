"""Rows of text for every command: parts with dots between them, and no number or address cut."""

from collections.abc import Iterator

from helpdesk_tui.answers.status import Status
from helpdesk_tui.board.board import State
from helpdesk_tui.cli.output import Line, Piece, cells
from helpdesk_tui.phrases.phrases import Speaker

DOT = " · "

_STYLES = {State.OPEN: "green", State.CLOSED: "dim", State.UNKNOWN: "yellow"}


def row(columns: int | None, *parts: Piece, indent: str = "") -> Iterator[Line]:
    """The parts with dots between them, a new line begun before a part that would not fit.

    A part that is wider than the terminal loses its indent, so that most numbers and addresses stay whole.
    """
    line: list[Piece] = []
    used = 0
    for part in parts:
        width = cells(part.text)
        if line and columns is not None and used + len(DOT) + width > columns:
            yield tuple(line)
            line, used = [], 0
        before = DOT if line else indent
        if not line and columns is not None and len(indent) + width > columns:
            before = ""
        line += [Piece(before), part]
        used += len(before) + width
    yield tuple(line)


def state_piece(speaker: Speaker, contact: Status) -> Piece:
    """The state in a word, in its colour."""
    return Piece(speaker.state(contact), style(contact))


def style(contact: Status) -> str:
    """The colour of a contact's state, as a rich style."""
    return "yellow" if contact.closing_soon else _STYLES[contact.state]
