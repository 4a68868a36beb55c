"""How a contact is drawn: its state, and each way to reach it."""

from typing import NamedTuple

from rich.cells import cell_len

from helpdesk_tui.answers.status import Status
from helpdesk_tui.board.board import Channel, State
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.phrases import extensions, menu
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.widgets.digits import large_digits
from helpdesk_tui.tui.widgets.lines import Line, Piece
from helpdesk_tui.tui.widgets.text import wrap


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


def mark(contact: Status) -> tuple[str, str]:
    """The state's shape, and its role in the theme."""
    if contact.closing_soon:
        return "◐", "soon"
    return {State.OPEN: ("●", "open"), State.CLOSED: ("○", "closed"), State.UNKNOWN: ("?", "unknown")}[
        contact.state
    ]


def state(picture: Picture, contact: Status) -> Line:
    """The state as a shape and a word."""
    shape, role = mark(contact)
    return Piece(f"{shape} ", role), Piece(picture.speaker.state(contact), role)


def headline(way: Way, width: int, role: str, *, large: bool) -> list[Line]:
    """The way as the first thing to read: bold text, below the number in large digits where `large`."""
    drawn = large_digits(way.text) if large and way.telephone else None
    digits = drawn if drawn and len(drawn[0]) <= width else []
    return [*((Piece(row, role, way.link),) for row in digits), *_written(way, width, role)]


def _written(way: Way, width: int, role: str) -> list[Line]:
    """The way with what to press or to ask for: beside it where there is room, else below."""
    lines: list[Line] = [(Piece(line, role, way.link),) for line in wrap(way.text, width)]
    beside = "   ".join(way.beside).replace("\xa0", " ")
    if beside and cell_len(way.text) + 3 + cell_len(beside) <= width:
        return [(*lines[0], Piece("   "), Piece(beside, "strong"))]
    return lines + [(Piece(line, "strong"),) for part in way.beside for line in wrap(part, width)]
