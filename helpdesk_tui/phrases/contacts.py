"""How a contact is shown, at the prompt and on the screen: its state and the ways to reach it."""

from typing import NamedTuple

from helpdesk_tui.answers.status import Status
from helpdesk_tui.board.board import Channel, State
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Piece
from helpdesk_tui.phrases.phrases import Phrases

_SHAPES = {State.OPEN: "●", State.CLOSED: "○", State.UNKNOWN: "?"}


class Way(NamedTuple):
    """One way to reach a channel."""

    text: str
    """As people write it: `(601) 7442727`."""
    copied: str
    """What the copy command sends: a number as it is dialled, the first extension, an address, a link."""
    link: str
    """Where a click on it leads; empty for an extension alone."""
    telephone: bool = False
    then: tuple[str, ...] = ()
    """What is sent after that, in turn: the keys of the menu, then each extension."""
    menu: str = ""
    """What to press at the voice menu: `option 2 → 5`."""
    extensions: str = ""
    """The extensions to ask for: `ext. 1104, 1108, 1102`."""

    @property
    def beside(self) -> tuple[str, ...]:
        """What to press and which extension to ask for, where the book names any."""
        return tuple(part for part in (self.menu, self.extensions) if part)

    @property
    def to_copy(self) -> tuple[str, ...]:
        """What the copy command sends, in turn."""
        return (self.copied, *self.then) if self.copied else ()

    @property
    def in_full(self) -> str:
        """The way with what to press and to ask for: `(601) 7442727 option 2 → 5`."""
        return " ".join([self.text, *self.beside])


NO_WAY = Way("—", "", "")
"""Stands for the contact of a channel that has none while nobody, or nobody known, is on duty."""


def ways(language: Language, channel: Channel) -> tuple[Way, ...]:
    """Every way to reach the channel, the number to call first; `NO_WAY` alone where there is none."""
    _ = language.gettext
    result = []
    extensions = ", ".join(channel.extensions)
    extensions = _("ext. {extensions}").format(extensions=extensions) if extensions else ""
    menu = _("option {keys}").format(keys=" → ".join(channel.menu)) if channel.menu else ""
    # A telephone takes a comma as a pause.
    then = (*filter(None, [",".join(channel.menu)]), *channel.extensions)
    for telephone, dial, copied in zip(channel.telephones, channel.dials, channel.dialled, strict=True):
        result.append(Way(dial, copied, f"tel:{telephone}", True, then, menu, extensions))
    if extensions and not channel.telephones:
        result.append(Way(extensions, channel.extensions[0], "", then=channel.extensions[1:]))
    if channel.email:
        result.append(Way(channel.email, channel.email, f"mailto:{channel.email}"))
    if channel.url:
        result.append(Way(channel.url, channel.url, channel.url))
    return tuple(result) or (NO_WAY,)


def state_pieces(phrases: Phrases, contact: Status) -> tuple[Piece, Piece]:
    """The state as a shape, one cell wide with a space after it, and as a word."""
    shape, role = _SHAPES[contact.state], str(contact.state)
    if contact.closing_soon:
        shape, role = "◐", "soon"
    return Piece(f"{shape} ", role), Piece(phrases.state(contact), role)
