"""Strips of coverage: a line a request or a day, a cell half an hour or an hour, one cell marked."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.events import Click
from textual.message import Message

from helpdesk_tui.answers.coverage import Look
from helpdesk_tui.phrases import coverage as say
from helpdesk_tui.session.picture import View
from helpdesk_tui.tui.widgets.day_strip import NOW
from helpdesk_tui.tui.widgets.lines import Line, Menu, Piece
from helpdesk_tui.tui.widgets.text import cut, fit

DAY = 1440
"""Minutes that the clock on the wall shows in a day."""

_LEAD = 2
_WIDEST_NAME = 30
_SHORTEST = 8
_ROOMY = 20
"""Columns of a name from which a cell is half an hour."""


class Shares(NamedTuple):
    """How many columns each part of a line takes."""

    name: int
    cells: int
    tail: int

    @property
    def strip(self) -> int:
        """Where the strip begins."""
        return _LEAD + self.name + 1


class Row(NamedTuple):
    """A line: whose it is, its cells, and what stands after them; the role is that of its words."""

    name: str
    looks: Sequence[Look | None]
    """None for a cell that the clock skips."""
    now: int | None
    """The minute of the clock, on the line of today."""
    sums: Sequence[Piece] = ()
    """Lengths after the strip, as many as fit."""
    note: str = ""
    role: str = "text"


def shares(width: int, name: int) -> Shares:
    """Share `width` among the parts, for the widest name; a column is left to a scrollbar."""
    room = width - 1 - _LEAD - 1
    cells = 48 if room - 48 >= min(_ROOMY, name) else 24
    name = max(min(name, _WIDEST_NAME, room - cells), 1)
    return Shares(name, cells, max(room - cells - name - 2, 0))


def scale(found: Shares, minute: int) -> Line:
    """The hours over the strips, with a mark over the cell that is marked."""
    step = 6 if found.cells == 24 else 3
    hours = "".join(str(hour).ljust(step * found.cells // 24) for hour in range(0, 24, step))
    cell = cell_of(minute, found.cells)
    return (
        Piece(" " * found.strip),
        Piece(hours[:cell], "dim"),
        Piece("▾", "key"),
        Piece(hours[cell + 1 :], "dim"),
    )


def legend(view: View, width: int) -> Sequence[Line]:
    """The four looks, and now or the time that was chosen."""
    items = [(Piece(mark, say.ROLES[look]), say.look(view.speaker, look)) for look, mark in say.MARKS.items()]
    items.append((Piece(NOW, "now"), view.gettext("chosen time") if view.other else view.gettext("now")))
    lines: list[list[Piece]] = [[]]
    used = 0
    for mark, meaning in items:
        length = 4 + cell_len(meaning)
        if used + length > width and lines[-1]:
            lines.append([])
            used = 0
        lines[-1] += [Piece("  "), mark, Piece(f" {meaning}", "dim")]
        used += length
    return lines


def cell_of(minute: int, cells: int) -> int:
    """The cell that a minute of the clock falls in."""
    return minute * cells // DAY


class Strips(Menu):
    """Lines of which one is chosen, and in it a cell."""

    class Touched(Message):
        """The mouse picked a cell; `minute` is None beside the strip."""

        def __init__(self, index: int, minute: int | None) -> None:
            super().__init__()
            self.index = index
            self.minute = minute

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = 0
        self._minute = 0
        self._make: Callable[[int, int], Row] | None = None

    @property
    def shares(self) -> Shares:
        """How the width is shared, whether a scrollbar stands beside it or not."""
        return shares(self.outer_size.width, self._names)

    def put(self, count: int, chosen: int, minute: int, names: int, make: Callable[[int, int], Row]) -> None:
        """Show `count` lines; `make` gives one by its index and how many cells it has.

        `names` is the width of the widest name, `minute` that of the marked cell in the chosen line.
        """
        self._names, self._minute, self._make = names, minute, make
        self.offer(count, chosen, self._draw)

    def on_click(self, event: Click) -> None:
        """Pick the cell under the mouse."""
        event.prevent_default()
        place = event.get_content_offset(self)
        if place is None:
            return
        index = place.y + self.scroll_offset.y
        found = self.shares
        cell = place.x - found.strip
        if index < self._count:
            minute = cell * DAY // found.cells if 0 <= cell < found.cells else None
            self.post_message(self.Touched(index, minute))

    def _draw(self, index: int, width: int) -> Line:
        assert self._make is not None
        found = self.shares
        row = self._make(index, found.cells)
        chosen = index == self.chosen
        pieces = [
            Piece("▸ " if chosen else "  ", "key"),
            Piece(f"{fit(row.name, found.name)} ", "strong" if chosen and row.role == "text" else row.role),
            *_strip(row, found.cells, cell_of(self._minute, found.cells) if chosen else None),
        ]
        room = found.tail
        for piece in row.sums:
            if cell_len(piece.text) > room:
                break
            pieces += [Piece("  "), piece]
            room -= cell_len(piece.text) + 2
        return [*pieces, Piece("  "), Piece(cut(row.note, room) if room >= _SHORTEST else "", row.role)]


def _strip(row: Row, cells: int, marked: int | None) -> list[Piece]:
    now = None if row.now is None else cell_of(row.now, cells)
    pieces: list[Piece] = []
    for cell, look in enumerate(row.looks):
        glyph, role = (" ", "text") if look is None else (say.MARKS[look], say.ROLES[look])
        if cell == now:
            glyph, role = NOW, "now"
        if cell == marked:
            role = "cursor"
        if pieces and pieces[-1].role == role:
            pieces[-1] = Piece(pieces[-1].text + glyph, role)
        else:
            pieces.append(Piece(glyph, role))
    return pieces
