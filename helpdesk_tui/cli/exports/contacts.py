"""The contacts of a book for the exports: channels and levels, with their hours as text."""

from collections.abc import Iterator
from typing import NamedTuple

from helpdesk_tui.board.board import Channel
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
    """The channel itself; for a level without contact details of its own, the channels that reach it."""
    own: Channel | None
    """The channel itself, or the level's own contact details; None for a level that channels reach."""
    hours: str
    """The hours as text; empty for a level that channels reach."""


class Contacts(NamedTuple):
    """A book, and the phrases of its board."""

    book: Book
    phrases: Phrases

    def all(self) -> Iterator[Contact]:
        """Yield every channel, then every level."""
        for id, channel in self.phrases.board.channels.items():
            yield Contact("channel", id, channel.name, (channel,), channel, self._hours(channel))
        for level in self.phrases.board.levels:
            own = level.own_channel
            hours = self._hours(own) if own else ""
            yield Contact("level", f"level-{level.number}", level.name, level.channels, own, hours)

    def _hours(self, channel: Channel) -> str:
        """The channel's hours: `Mo-Fr 07:00-19:00; on holidays: closed`."""
        language = self.phrases.language
        if channel.published is None:
            return language.gettext("hours not published")
        hours = self.book.hours[channel.published]
        state = _on_holidays(language, hours.on_holidays)
        return language.translate("{weekly}; on public holidays: {state}", weekly=hours.weekly, state=state)


def _on_holidays(language: Language, state: str) -> str:
    _ = language.translate
    if state.startswith("as "):
        return _("as on {day}", day=state.removeprefix("as "))
    return {"open": _("as on any day"), "closed": _("closed"), "unknown": _("unconfirmed")}[state]
