"""The contacts of a book as the exports write them: channels and levels, with their hours in words."""

from collections.abc import Iterator
from typing import NamedTuple

from helpdesk_tui.board.board import Board, Channel
from helpdesk_tui.book.models import Book
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases


class Contact(NamedTuple):
    """A channel of the book, or an escalation level."""

    kind: str
    """`channel` or `level`."""
    id: str
    name: str
    channels: tuple[Channel, ...]
    """Itself; of a level without contact details of its own, the channels that reach it."""
    hours: str
    """Its hours as the book writes them; empty for a level that channels reach."""


class Contacts(NamedTuple):
    """A book, its board, and the phrases for what the exports say of it."""

    book: Book
    board: Board
    phrases: Phrases

    def all(self) -> Iterator[Contact]:
        """Yield every channel, then every level."""
        for id, channel in self.board.channels.items():
            yield Contact("channel", id, channel.name, (channel,), self._hours(channel))
        for level in self.board.levels:
            hours = self._hours(level.own_channel) if level.own_channel else ""
            yield Contact("level", f"level-{level.number}", level.name, level.channels, hours)

    def _hours(self, channel: Channel) -> str:
        """The channel's hours: `Mo-Fr 07:00-19:00; on holidays: closed`."""
        language = self.phrases.language
        if channel.published is None:
            return language.gettext("hours not published")
        hours = self.book.hours[channel.published]
        return language.translate(
            "{weekly}; on public holidays: {state}",
            weekly=hours.weekly,
            state=_on_holidays(language, hours.on_holidays),
        )


def _on_holidays(language: Language, state: str) -> str:
    _ = language.translate
    if state.startswith("as "):
        return _("as on {day}", day=state.removeprefix("as "))
    return {"open": _("as on any day"), "closed": _("closed"), "unknown": _("unconfirmed")}[state]
