"""Search over the whole book: requests, channels and escalation levels."""

from collections.abc import Sequence

from helpdesk_tui.answers.entries import entries
from helpdesk_tui.answers.escalation import step
from helpdesk_tui.answers.search import Index
from helpdesk_tui.answers.status import Status, channel_status
from helpdesk_tui.answers.who import who
from helpdesk_tui.board.board import Channel, Level, Request
from helpdesk_tui.phrases.contacts import state_pieces, ways
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.search import format_match, kind_of
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.screens.finder import Finder
from helpdesk_tui.tui.widgets.answer_card import answer_card
from helpdesk_tui.tui.widgets.contacts import beside_lines, number_role, way_piece
from helpdesk_tui.tui.widgets.lines import BLANK, length
from helpdesk_tui.tui.widgets.text import cut, paragraph, wrap

_KIND = 16
"""Columns of the kind of a result."""


class Search(Finder):
    """Finds anything in the book; a request is picked, a level or a channel shown."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture)
        self._board = picture.board
        self._index = Index(entries(picture.board))
        self._matches = self._index.search("")

    def title_of(self, picture: Picture) -> str:
        """The title of the panel."""
        return picture.translate("Search")

    def hint(self) -> str:
        """The hint in the empty field."""
        return self.picture.translate("Name, number, address, note…")

    def find(self, text: str) -> int:
        """Find what holds every word of `text`, or else what has similar words."""
        if self.picture.board is not self._board:
            self._board = self.picture.board
            self._index = Index(entries(self._board))
        self._matches = self._index.search(text)
        return len(self._matches.entries)

    def row(self, index: int, width: int) -> Line:
        """The kind of the result, its name, and the text that matched."""
        language, matches = self.picture.language, self._matches
        entry = matches.entries[index]
        kind = Piece(f" {kind_of(language, entry.item)}".ljust(_KIND), "dim")
        name = Piece(cut(entry.item.name, width - _KIND))
        match = format_match(language, matches.match(entry)) if matches.words else None
        if matches.similar:
            match = self.picture.translate("similar name")
        room = width - length([kind, name]) - 2
        return (kind, name, Piece(f"  {cut(match, room)}" if match and room > 0 else "", "dim"))

    def details(self, index: int, width: int) -> Sequence[Line]:
        """A request's answer, or a channel or a level with every way to reach it."""
        picture, result = self.picture, self._matches.entries[index].item
        if isinstance(result, Request):
            answer = who(picture.board, result, picture.at)
            return answer_card(picture._replace(answer=answer), width)
        if isinstance(result, Level):
            contacts = step(picture.board, result, picture.at).contacts
            return [line for each in contacts for line in _channel(picture, each, width)]
        return _channel(picture, channel_status(picture.board, result, picture.at), width)

    def choose(self, index: int) -> None:
        """Pick the request, or show the level or the channel."""
        result = self._matches.entries[index].item
        self.action_close()
        if isinstance(result, Channel):
            self.services.action_channels(result.id)
        elif isinstance(result, Level):
            self.services.action_escalate(str(result.number))
        else:
            self.services.pick(result.id)


def _channel(picture: Picture, now: Status, width: int) -> list[Line]:
    channel = now.channel
    status = state_pieces(picture.phrases, now)
    about = f" · {channel.name} · {picture.phrases.when(now)}"
    lines: list[Line] = [(*status, Piece(cut(about, width - length(status))))]
    for way in ways(picture.language, channel):
        lines += [(way_piece(line, number_role(now), way),) for line in wrap(way.text, width)]
        lines += beside_lines(way, width)
    if channel.note:
        lines += paragraph(channel.note, width, "dim")
    return [*lines, BLANK]
