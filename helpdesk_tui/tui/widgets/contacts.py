"""The lines of a way to reach a contact."""

from rich.cells import cell_len

from helpdesk_tui.answers.status import Status
from helpdesk_tui.board.board import State
from helpdesk_tui.phrases.contacts import Way
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.tui.widgets.digits import large_digits
from helpdesk_tui.tui.widgets.text import paragraph, wrap


def number_role(contact: Status) -> str:
    """The role of a number or an address; only those of open channels are bright."""
    return {State.OPEN: "number", State.UNKNOWN: "unknown", State.CLOSED: "dim"}[contact.state]


def way_piece(text: str, role: str, way: Way) -> Piece:
    """Text of a way: it opens the way's link, and a click copies it."""
    return Piece(text, role, way.link, ("copy_text", way.copied)) if way.copied else Piece(text, role)


def headline(way: Way, width: int, role: str, *, large: bool) -> list[Line]:
    """The way as the first thing to read: bold text, below the number in large digits where `large`."""
    drawn = large_digits(way.text) if large and way.telephone else None
    digits = drawn if drawn and len(drawn[0]) <= width else []
    drawing = (Piece(row, role, click=("copy_text", way.copied)) for row in digits)
    return [*((row,) for row in drawing), *_written(way, width, role)]


def beside_lines(way: Way, width: int) -> list[Line]:
    """What to press and to ask for, in lines of their own; the keys of a menu stay together."""
    together = (part.replace(" → ", "\xa0→\xa0") for part in way.beside)
    return [line for part in together for line in paragraph(part, width, "strong")]


def _written(way: Way, width: int, role: str) -> list[Line]:
    """The way with what to press or to ask for: beside it where there is room, else below."""
    lines: list[Line] = [(way_piece(line, role, way),) for line in wrap(way.text, width)]
    beside = "   ".join(way.beside)
    if beside and cell_len(way.text) + 3 + cell_len(beside) <= width:
        return [(*lines[0], Piece("   "), Piece(beside, "strong"))]
    return lines + beside_lines(way, width)
