"""A sheet of ways to reach someone: a list of them, and the marked one over it, as large as it gets."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from textual.widget import Widget

from helpdesk_tui.answers.status import Status
from helpdesk_tui.phrases.contacts import Way, state_pieces, ways
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.screens.sheet import Sheet
from helpdesk_tui.tui.widgets.contacts import headline, way_piece
from helpdesk_tui.tui.widgets.lines import Block, Menu, length
from helpdesk_tui.tui.widgets.text import cut, fit, paragraph


class Row(NamedTuple):
    """A line of the list: a heading, or a way to reach the contact of the heading above it."""

    group: str
    """Id of the channel, or number of the level, that it belongs to."""
    title: str
    """The title over the way when it is marked."""
    status: Status
    heading: Piece | None
    channel: str = ""
    """The channel's name, where the title does not say it."""
    way: Way | None = None

    @property
    def key(self) -> tuple[str, str, Way | None]:
        """The identity of a way, whatever its state."""
        return self.group, self.status.channel.id, self.way


def way_rows(picture: Picture, row: Row) -> Iterator[Row]:
    """Yield a row for every way to reach the contact of a heading."""
    for way in ways(picture.language, row.status.channel):
        yield row._replace(heading=None, way=way)


class WaySheet(Sheet):
    """Every way to reach some channels; one of them is marked."""

    SCROLLS = "ways"
    AROUND = 13

    def __init__(self, picture: Picture, group: str = "") -> None:
        super().__init__(picture)
        self._rows = list(self.rows(picture))
        self._marked = self._first_way(group)

    def rows(self, picture: Picture) -> Iterator[Row]:
        """Yield every line of the list at the picture's instant."""
        raise NotImplementedError

    def empty(self) -> str:
        """The text of an empty list."""
        return ""

    def panel(self) -> Iterable[Widget]:
        """The marked way, over the list."""
        return [Block(id="marked"), Menu(id="ways")]

    def show(self, picture: Picture) -> None:
        """Show the list as it stands in `picture`, the same way marked: its channel may have moved."""
        super().show(picture)
        before = self._rows[self._marked] if self._rows else None
        self._rows = list(self.rows(picture))
        keys = [row.key for row in self._rows]
        if before is not None and before.way and before.key in keys:
            self._marked = keys.index(before.key)
        else:
            self._marked = self._first_way(before.group if before else "")
        rows, marked = self._rows, self._marked
        self.block("marked").update(self._marked_way)
        self.query_one("#ways", Menu).update(
            len(rows), marked, lambda index, width: _row(picture, rows[index], index == marked, width)
        )

    def to_copy(self) -> Sequence[str]:
        """The marked way, then the extensions to ask for."""
        way = self._rows[self._marked].way if self._rows else None
        return way.to_copy if way else ()

    def action_page_down(self) -> None:
        """Mark the way a page below, or else the last one."""
        self._mark_first(self._below(self._page))

    def action_page_up(self) -> None:
        """Mark the way a page above, or else the first one."""
        self._mark_first([*range(self._marked - self._page, -1, -1), *range(self._marked)])

    def action_more(self) -> None:
        """Mark the way a page below, and from the last one the first."""
        self._mark_first([*self._below(self._page), *range(self._marked)])

    def action_next(self) -> None:
        """Mark the next way."""
        self._mark_first(range(self._marked + 1, len(self._rows)))

    def action_previous(self) -> None:
        """Mark the way before."""
        self._mark_first(range(self._marked - 1, -1, -1))

    def on_menu_picked(self, event: Menu.Picked) -> None:
        """Mark the way under the mouse, or the first one below it."""
        event.stop()
        self._mark_first(range(event.index, len(self._rows)))

    def _first_way(self, group: str) -> int:
        """The first way of a group, which is that of its best contact; of all where it is not there."""
        ways = [index for index, row in enumerate(self._rows) if row.way]
        return next((index for index in ways if self._rows[index].group == group), ways[0] if ways else 0)

    @property
    def _page(self) -> int:
        """The lines of a page of the list."""
        return max(self.query_one("#ways", Menu).size.height - 1, 1)

    def _below(self, step: int) -> Iterable[int]:
        """The lines from `step` below the marked one on, then those between, the last one first."""
        last = len(self._rows) - 1
        return [*range(self._marked + step, last + 1), *range(last, self._marked, -1)]

    def _mark_first(self, indices: Iterable[int]) -> None:
        """Mark the first of these lines that is a way, where one is."""
        index = next((index for index in indices if self._rows[index].way), None)
        if index is not None:
            self._mark(index)

    def _mark(self, index: int) -> None:
        self._marked = index
        self.show(self.picture)

    def _marked_way(self, width: int) -> Sequence[Line]:
        """The way that is marked, whose it is, and how it stands."""
        if not self._rows:
            return paragraph(self.empty(), width, "dim")
        picture, row = self.picture, self._rows[self._marked]
        if row.way is None:
            return []
        status = state_pieces(picture.phrases, row.status)
        channel = f"{row.channel} · " if row.channel else ""
        on_duty = picture.phrases.on_duty(row.status)
        about = f" · {channel}{picture.phrases.when(row.status)}"
        return [
            *paragraph(row.title, width, "strong"),
            *headline(row.way, width, status[1].role, large=picture.large_digits),
            (*status, Piece(cut(about, width - length(status)), "dim")),
            *(paragraph(on_duty, width) if on_duty else ()),
        ]


def _row(picture: Picture, row: Row, marked: bool, width: int) -> Line:
    if row.heading is not None:
        status = state_pieces(picture.phrases, row.status)
        name = fit(row.heading.text, width - length(status) - 1)
        return (row.heading._replace(text=name), Piece(" "), *status)
    assert row.way is not None
    beside = "".join(f"  {part}" for part in row.way.beside)
    lead = Piece("   ▸ " if marked else "     ", "key")
    way = way_piece(cut(row.way.text, width - 5), "key" if marked else "text", row.way)
    return lead, way, Piece(cut(beside, width - length([lead, way])), "dim")
