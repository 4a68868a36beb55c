"""The channels: a line each, with its state, its day and when it changes."""

from typing import NamedTuple

from rich.cells import cell_len

from helpdesk_tui.answers.contact import contact
from helpdesk_tui.answers.day import channel_strip
from helpdesk_tui.board.board import Channel, State
from helpdesk_tui.phrases.contacts import state
from helpdesk_tui.session.picture import View
from helpdesk_tui.tui.widgets.day_strip import GLYPHS, NOW, now_cell, scale
from helpdesk_tui.tui.widgets.lines import BLANK, Line, Lines, Piece
from helpdesk_tui.tui.widgets.text import cut, fit

_WIDEST_NAME = 24
_SHORT_WHEN = 16
_FULL_WHEN = 26
_BAR = {State.OPEN: "bar-open", State.UNKNOWN: "bar-unknown", State.CLOSED: "bar-closed"}


class Columns(NamedTuple):
    """How many cells each column takes; none for a column that is left out."""

    name: int
    word: int
    strip: int
    when: int


def columns(width: int, name: int, word: int) -> Columns:
    """Share `width` among the columns, for the widest name and state word."""
    room = width - 2 - word - 2
    name = min(name, _WIDEST_NAME, max(room, 1))
    room -= name
    for strip, when in ((48, _FULL_WHEN), (24, _SHORT_WHEN)):
        if room >= strip + 1 + when:
            return Columns(name, word, strip, room - strip - 1)
    return Columns(name, word, 0, room if room >= _SHORT_WHEN else 0)


class Channels(Lines):
    """Every channel of the book, worked out as it is seen: a thousand scroll as five do."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: View | None = None
        self._channels: tuple[Channel, ...] = ()
        self._names = 0
        self._words = 0

    def show(self, view: View) -> None:
        """Show the channels as they stand in `view`; within a minute they stand as they did."""
        if self._view is not None and (view.board is self._view.board and view.stamp == self._view.stamp):
            return
        if self._view is None or view.board is not self._view.board:
            self._channels = tuple(view.board.channels.values())
            self._names = max(cell_len(channel.name) for channel in self._channels)
            self._words = max(cell_len(word) for word in view.speaker.states())
        self._view = view
        self.take_up()

    def count(self, width: int) -> int:
        """A line a channel, under the hours where the strips are shown."""
        return len(self._channels) + self._heading(width)

    def line(self, index: int, width: int) -> Line:
        """The hours, or a channel."""
        view = self._view
        if view is None:
            return BLANK
        shares = columns(width, self._names, self._words)
        if self._heading(width):
            if index == 0:
                return (Piece(" " * (2 + shares.name + shares.word + 2) + scale(shares.strip), "dim"),)
            index -= 1
        return self._channel(view, self._channels[index], shares)

    def _heading(self, width: int) -> bool:
        return bool(columns(width, self._names, self._words).strip)

    def _channel(self, view: View, channel: Channel, shares: Columns) -> Line:
        now = contact(view.board, channel, view.at)
        shape, word = state(view.speaker, now)
        line = [
            shape,
            Piece(f"{fit(channel.name, shares.name)} "),
            Piece(f"{fit(word.text, shares.word)} ", word.role),
        ]
        if shares.strip:
            line += self._strip(view, channel, shares.strip)
        if shares.when:
            line.append(Piece(" "))
            when = view.speaker.when(now, brief=shares.when < _FULL_WHEN)
            line.append(Piece(cut(when, shares.when), "dim"))
        return line

    def _strip(self, view: View, channel: Channel, cells: int) -> list[Piece]:
        found = channel_strip(view.board, channel, view.speaker.now.date(), cells)
        now = now_cell(view.minute, cells)
        pieces: list[Piece] = []
        for cell, each in enumerate(found):
            glyph, role = (" ", "text") if each is None else (GLYPHS[each], _BAR[each])
            if cell == now:
                glyph, role = NOW, "now"
            if pieces and pieces[-1].role == role:
                pieces[-1] = Piece(pieces[-1].text + glyph, role)
            else:
                pieces.append(Piece(glyph, role))
        return pieces
