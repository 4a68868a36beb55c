"""Search over the whole book: requests, channels and escalation levels."""

from collections.abc import Sequence

from rich.cells import cell_len

from helpdesk_tui.answers.contact import Contact, contact
from helpdesk_tui.answers.escalation import step
from helpdesk_tui.answers.find import entries, search
from helpdesk_tui.answers.who import who
from helpdesk_tui.board.board import Channel, Level, Request
from helpdesk_tui.tui.card import card
from helpdesk_tui.tui.contacts import state, ways
from helpdesk_tui.tui.finder import Finder
from helpdesk_tui.tui.lines import BLANK, Line, Piece
from helpdesk_tui.tui.text import cut, wrap
from helpdesk_tui.tui.view import View


class Search(Finder):
    """Finds anything in the book; a request is picked, a level opened, a channel copied."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._board = view.board
        self._entries = entries(view.board)
        self._found: list[Request | Channel | Level] = []

    def titles(self) -> tuple[str, str]:
        """The sheet's title, and the hint where something is typed."""
        return self.view.gettext("Search"), self.view.gettext("Name, number, address, note…")

    def find(self, text: str) -> int:
        """Everything that holds every word of `text`."""
        if self.view.board is not self._board:
            self._board = self.view.board
            self._entries = entries(self._board)
        self._found = search(self._entries, text)
        return len(self._found)

    def row(self, index: int, width: int) -> Line:
        """What kind of thing it is, and its name."""
        found = self._found[index]
        kind, lead = _kind(self.view, found), 16
        return (
            Piece(f" {kind.ljust(lead - 1)}", "dim"),
            Piece(cut(found.name, width - lead), "text"),
        )

    def details(self, index: int, width: int) -> Sequence[Line]:
        """A request's answer, a channel or a level with every way to reach it."""
        view, found = self.view, self._found[index]
        if isinstance(found, Request):
            return card(view._replace(answer=who(view.board, found, view.at)), width)
        if isinstance(found, Level):
            contacts = step(view.board, found, view.at).contacts
            return [line for each in contacts for line in _channel(view, each, width)]
        return _channel(view, contact(view.board, found, view.at), width)

    def take(self, index: int) -> None:
        """Pick the request, open the level, or copy the channel's first way."""
        from helpdesk_tui.tui.app import desk

        found, app = self._found[index], desk(self)
        if isinstance(found, Channel):
            app.send(ways(self.view.words, found)[0].copied)
            return
        self.action_close()
        if isinstance(found, Request):
            app.choose(found.id)
        else:
            app.open_ladder(found.number)


def _kind(view: View, found: Request | Channel | Level) -> str:
    if isinstance(found, Request):
        return view.gettext("Request")
    if isinstance(found, Level):
        return view.gettext("Level {number}").format(number=found.number)
    return view.gettext("Channel")


def _channel(view: View, now: Contact, width: int) -> list[Line]:
    channel = now.channel
    shape, word = state(view, now)
    about = f" · {channel.name} · {view.speaker.when(now)}"
    lines: list[Line] = [(shape, word, Piece(cut(about, width - cell_len(shape.text + word.text))))]
    for way in ways(view.words, channel):
        lines += [(Piece(line, "number", way.link),) for line in wrap(way.text, width)]
        lines += [(Piece(line, "strong"),) for part in way.beside for line in wrap(part, width)]
    if channel.note:
        lines += [(Piece(line, "dim"),) for line in wrap(channel.note, width)]
    return [*lines, BLANK]
