"""Strips of coverage: a line a request or a day, a cell half an hour or an hour, one cell marked."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.events import Click
from textual.message import Message

from helpdesk_tui.answers.coverage import Staffing
from helpdesk_tui.answers.day import cell_of, start_of
from helpdesk_tui.answers.day import scale as hours_over
from helpdesk_tui.phrases.coverage import MARKS, ROLES, staffing_name
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.widgets.day_strip import NOW
from helpdesk_tui.tui.widgets.lines import Menu, joined
from helpdesk_tui.tui.widgets.text import cut, fit

_LEAD = 2
_WIDEST_NAME = 30
_SHORTEST = 8
_ROOMY = 20
"""Columns of a name from which a cell is half an hour."""


class Shares(NamedTuple):
    """The columns of each part of a line."""

    name: int
    cells: int
    tail: int

    @property
    def strip(self) -> int:
        """The column at which the strip begins."""
        return _LEAD + self.name + 1


class Row(NamedTuple):
    """A line: a name, its cells, and what follows them; `role` is that of the text."""

    name: str
    cells: Sequence[Staffing | None]
    """None for a cell that the clock skips."""
    sums: Sequence[Piece] = ()
    """Lengths after the strip, as many as fit."""
    note: str = ""
    role: str = "text"
    now: int | None = None
    """The minute of the clock, on the line of today."""


def shares(width: int, name: int) -> Shares:
    """Share `width` among the parts, for the widest name; a column is left to a scrollbar."""
    room = width - 1 - _LEAD - 1
    cells = 48 if room - 48 >= min(_ROOMY, name) else 24
    name = max(min(name, _WIDEST_NAME, room - cells), 1)
    return Shares(name, cells, max(room - cells - name - 2, 0))


def scale(shares: Shares, minute: int) -> Line:
    """The hours over the strips, with a mark over the cell that is marked."""
    hours = hours_over(shares.cells, 6 if shares.cells == 24 else 3)
    cell = cell_of(minute, shares.cells)
    return (
        Piece(" " * shares.strip),
        Piece(hours[:cell], "dim"),
        Piece("▾", "key"),
        Piece(hours[cell + 1 :], "dim"),
    )


def legend(picture: Picture, width: int) -> Sequence[Line]:
    """The four ways to be staffed, and now or the time that was chosen."""
    items = [(Piece(mark, ROLES[each]), staffing_name(picture.phrases, each)) for each, mark in MARKS.items()]
    now = picture.translate("chosen time") if picture.other_time else picture.translate("now")
    items.append((Piece(NOW, "now"), now))
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


class Strips(Menu):
    """Lines of which one is chosen, and in it a cell."""

    class Clicked(Message):
        """The mouse picked a cell; `minute` is None beside the strip."""

        def __init__(self, index: int, minute: int | None) -> None:
            super().__init__()
            self.index = index
            self.minute = minute

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._names = 0
        self._minute = 0
        self._make_row: Callable[[int, int], Row] | None = None

    @property
    def shares(self) -> Shares:
        """The widths of the parts, with or without a scrollbar."""
        return shares(self.outer_size.width, self._names)

    def show(self, count: int, marked: int, minute: int, names: int, make: Callable[[int, int], Row]) -> None:
        """Show `count` lines; `make` gives one by its index and how many cells it has.

        `names` is the width of the widest name; `minute` is the minute of the day that the marked cell holds.
        """
        self._names, self._minute, self._make_row = names, minute, make
        self.update(count, marked, self._line)

    def on_click(self, event: Click) -> None:
        """Pick the cell under the mouse."""
        event.prevent_default()
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = offset.y + self.scroll_offset.y
        shares = self.shares
        cell = offset.x - shares.strip
        if index < self.count(shares.cells):
            minute = start_of(cell, shares.cells) if 0 <= cell < shares.cells else None
            self.post_message(self.Clicked(index, minute))

    def _line(self, index: int, width: int) -> Line:
        assert self._make_row is not None
        shares = self.shares
        row = self._make_row(index, shares.cells)
        marked = index == self.marked
        pieces = [
            Piece("▸ " if marked else "  ", "key"),
            Piece(f"{fit(row.name, shares.name)} ", "strong" if marked and row.role == "text" else row.role),
            *_strip(row, shares.cells, cell_of(self._minute, shares.cells) if marked else None),
        ]
        room = shares.tail
        for piece in row.sums:
            if cell_len(piece.text) > room:
                break
            pieces += [Piece("  "), piece]
            room -= cell_len(piece.text) + 2
        return [*pieces, Piece("  "), Piece(cut(row.note, room) if room >= _SHORTEST else "", row.role)]


def _strip(row: Row, cells: int, marked: int | None) -> list[Piece]:
    marks = [(" ", "text") if each is None else (MARKS[each], ROLES[each]) for each in row.cells]
    if row.now is not None:
        marks[cell_of(row.now, cells)] = (NOW, "now")
    if marked is not None:
        marks[marked] = (marks[marked][0], "cursor")
    return joined(marks)
