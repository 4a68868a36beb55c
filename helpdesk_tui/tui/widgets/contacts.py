"""How each way to reach a contact is drawn."""

from rich.cells import cell_len

from helpdesk_tui.phrases.contacts import Way
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.tui.widgets.digits import large_digits
from helpdesk_tui.tui.widgets.text import wrap


def headline(way: Way, width: int, role: str, *, large: bool) -> list[Line]:
    """The way as the first thing to read: bold text, below the number in large digits where `large`."""
    drawn = large_digits(way.text) if large and way.telephone else None
    digits = drawn if drawn and len(drawn[0]) <= width else []
    return [*((Piece(row, role, way.link),) for row in digits), *_written(way, width, role)]


def beside_lines(way: Way, width: int) -> list[Line]:
    """What to press and to ask for, in lines of their own; the keys of a menu stay together."""
    together = (part.replace(" → ", "\xa0→\xa0") for part in way.beside)
    return [(Piece(line, "strong"),) for part in together for line in wrap(part, width)]


def _written(way: Way, width: int, role: str) -> list[Line]:
    """The way with what to press or to ask for: beside it where there is room, else below."""
    lines: list[Line] = [(Piece(line, role, way.link),) for line in wrap(way.text, width)]
    beside = "   ".join(way.beside)
    if beside and cell_len(way.text) + 3 + cell_len(beside) <= width:
        return [(*lines[0], Piece("   "), Piece(beside, "strong"))]
    return lines + beside_lines(way, width)
