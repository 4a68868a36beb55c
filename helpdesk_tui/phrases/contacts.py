"""The state of a contact and the ways to reach it, for the prompt and the screen."""

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
    """The text to copy: a number as it is dialled, the first extension, an address, a link."""
    link: str
    """The link of a click on it; empty for an extension without a number."""
    telephone: bool = False
    then: tuple[str, ...] = ()
    """The texts to copy after that, in turn: the menu keys, then each extension."""
    menu: str = ""
    """The keys of the voice menu: `option 2 → 5`."""
    extensions: str = ""
    """The extensions: `ext. 1104, 1108, 1102`."""

    @property
    def beside(self) -> tuple[str, ...]:
        """The menu keys and the extensions, where there are any."""
        return tuple(filter(None, (self.menu, self.extensions)))

    @property
    def to_copy(self) -> tuple[str, ...]:
        """The texts to copy, in turn."""
        return (self.copied, *self.then) if self.copied else ()

    @property
    def in_full(self) -> str:
        """The way with its menu keys and extensions: `(601) 7442727 option 2 → 5`."""
        return " ".join([self.text, *self.beside])


NO_WAY = Way("—", "", "")
"""The way of a channel that has no contact details, as nobody or nobody known is on duty."""


def ways(language: Language, channel: Channel) -> tuple[Way, ...]:
    """The ways to reach the channel, the number to call first; `NO_WAY` where there is none."""
    _ = language.translate
    result = []
    extensions = ", ".join(channel.extensions)
    extensions = _("ext. {extensions}", extensions=extensions) if extensions else ""
    menu = _("option {keys}", keys=" → ".join(channel.menu)) if channel.menu else ""
    # To a telephone a comma is a pause.
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
    """The state as a shape of one cell with a space after it, and as text."""
    shape, role = _SHAPES[contact.state], str(contact.state)
    if contact.closing_soon:
        shape, role = "◐", "soon"
    return Piece(f"{shape} ", role), Piece(phrases.state(contact), role)
