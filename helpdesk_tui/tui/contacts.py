"""How a contact is drawn: its state, and each way to reach it."""

from typing import NamedTuple

from rich.cells import cell_len
from textual.renderables.digits import DIGITS, DIGITS3X3_BOLD

from helpdesk_tui.answers.contact import Contact, Standing
from helpdesk_tui.board.board import Channel, State
from helpdesk_tui.tui.lines import Line, Piece
from helpdesk_tui.tui.text import wrap
from helpdesk_tui.tui.view import View
from helpdesk_tui.words.catalogue import Words
from helpdesk_tui.words.sentences import extensions, menu

_INKED = {" ": slice(2), "(": slice(2), ")": slice(1, 3)}
"""Signs of Textual's digits that do without one of their three cells: at 40 columns every cell counts."""


class Way(NamedTuple):
    """One way to reach a channel."""

    text: str
    """As people write it."""
    beside: tuple[str, ...]
    """What to press or to ask for, once the number answers."""
    copied: str
    """As a program takes it: E.164, an address, a link."""
    link: str
    telephone: bool


def ways(words: Words, channel: Channel) -> tuple[Way, ...]:
    """The ways to reach a channel, the number to call first."""
    found = []
    if channel.telephone and channel.dial:
        pressed = (menu(words, channel) or "").replace(" → ", "\xa0→\xa0")  # the keys stay together
        beside = tuple(part for part in (pressed, extensions(words, channel)) if part)
        found.append(Way(channel.dial, beside, channel.telephone, f"tel:{channel.telephone}", True))
    if channel.email:
        found.append(Way(channel.email, (), channel.email, f"mailto:{channel.email}", False))
    if channel.url:
        found.append(Way(channel.url, (), channel.url, channel.url, False))
    return tuple(found)


def mark(contact: Contact | Standing) -> tuple[str, str]:
    """The state's shape, and its role in the theme."""
    if contact.closing_soon:
        return "◐", "soon"
    return {State.OPEN: ("●", "open"), State.CLOSED: ("○", "closed"), State.UNKNOWN: ("?", "unknown")}[
        contact.state
    ]


def state(view: View, contact: Contact | Standing) -> Line:
    """The state as a shape and a word."""
    shape, role = mark(contact)
    return Piece(f"{shape} ", role), Piece(view.speaker.state(contact), role)


def large(way: Way, width: int, role: str = "number") -> list[Line]:
    """The way as large as the width takes: a number three lines tall; else bold, on lines of its own."""
    rows = _tall(way.text) if way.telephone else None
    if rows is None or len(rows[0]) > width:
        lines: list[Line] = [(Piece(line, role, way.link),) for line in wrap(way.text, width)]
        return lines + [(Piece(line, "strong"),) for part in way.beside for line in wrap(part, width)]
    tall: list[list[Piece]] = [[Piece(row, role, way.link)] for row in rows]
    room = width - len(rows[0]) - 3
    side = [line for part in way.beside for line in wrap(part, max(room, 1))]
    if len(side) > len(tall) or any(cell_len(word) > room for part in way.beside for word in part.split(" ")):
        return [*tall, *((Piece(line, "strong"),) for part in way.beside for line in wrap(part, width))]
    for row, part in zip(tall[1:] if len(side) == 1 else tall, side, strict=False):
        row += [Piece("   "), Piece(part, "strong")]
    return [*tall]


def _tall(number: str) -> list[str] | None:
    """A number in Textual's three-line digits; None where it has a sign that they lack."""
    if not all(character in DIGITS for character in number):
        return None
    rows = ["", "", ""]
    for character in number:
        for row in range(3):
            sign = DIGITS3X3_BOLD[DIGITS.index(character) * 3 + row].ljust(3)
            rows[row] += sign[_INKED.get(character, slice(3))]
    return rows
