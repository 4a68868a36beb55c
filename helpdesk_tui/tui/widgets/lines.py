"""Widgets that render lines of pieces by Textual's line API, each made when it is seen, never as markup."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby, takewhile
from operator import itemgetter
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.tui.themes import role_styles

BLANK: Line = (Piece(""),)

GAP: Line = (Piece(" "),)
"""A blank line that a block leaves out where it would not fit otherwise."""


def length(line: Line) -> int:
    """The width of a line in cells."""
    return sum(cell_len(piece.text) for piece in line)


def joined(marks: Iterable[tuple[str, str]]) -> list[Piece]:
    """Texts with their roles as pieces, those of one role in a row as one."""
    return [
        Piece("".join(text for text, _ in group), role) for role, group in groupby(marks, key=itemgetter(1))
    ]


@lru_cache(maxsize=1000)
def _pointed_at(link: str | None, click: tuple[str, str] | None) -> Style:
    """The style of text that the mouse can point at.

    It is the same object each time: by that Textual knows the text again that it highlights.
    """
    meta = {"@click": ("app.clicked", click)} if click else None
    return Style(link=link, underline=True if link and click else None, meta=meta)


class Rendered(NamedTuple):
    """A line as it was last rendered, with the role behind the whole of it."""

    pieces: tuple[Piece, ...]
    row_role: str | None


class Lines(ScrollView, can_focus=False):
    """Renders `count` lines, each made by `line` when it is seen."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rendered: dict[int, Rendered] = {}
        self._content_width = self._content_height = 0
        self._width = 0
        self._base = Style.null()
        self._roles: Mapping[str, Style] = {}

    def count(self, width: int) -> int:
        """The number of lines at this width."""
        raise NotImplementedError

    def line(self, index: int, width: int) -> Line:
        """The pieces of a line at this width."""
        raise NotImplementedError

    def row_role(self, index: int, width: int) -> str | None:
        """The role behind the whole line at this width, where it has one."""
        return None

    def refresh_lines_that_changed(self) -> None:
        """Render again what the content or the width changed, and nothing else."""
        if not self.display:
            return
        region = self.scrollable_content_region
        # The height was measured for this width, which a scrollbar may have reduced since.
        asked = self._content_width
        if asked and self.styles.is_auto_height and self.count(asked) != self._content_height:
            self.refresh(layout=True)  # which may leave it as tall as it was, where no more fits
        if not region.width:
            return  # not laid out yet: the size that it gets then renders it
        size = Size(region.width, self.count(region.width))
        if size != self.virtual_size and max(size.height, self.virtual_size.height) > region.height:
            # What fits needs no scrolling, and so no new layout.
            self.virtual_size = size
            self.refresh()
            return
        changed = [self._changed(y, region.width) for y in self.visible_rows()]
        if regions := [each for each in changed if each is not None]:
            self.refresh(*regions)

    def visible_rows(self) -> range:
        """The rows of the widget that can be seen."""
        return range(self.scrollable_content_region.height)

    def on_resize(self, event: Resize) -> None:
        """Render for the new width."""
        self.refresh_lines_that_changed()

    def watch_show_vertical_scrollbar(self) -> None:
        """Render for the width that a scrollbar leaves: what is wrapped may need more lines there."""
        self.refresh_lines_that_changed()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines, for an automatic height."""
        self._content_width, self._content_height = width, self.count(width)
        return self._content_height

    def render_lines(self, crop: Region) -> list[Strip]:
        """Render the lines within `crop`: what they have in common is worked out once."""
        self._width = self.scrollable_content_region.width
        self._base = self.rich_style
        self._roles = role_styles(self.app.current_theme.dark)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Render one line of what is seen."""
        rendered = self._line_at(y, self._width)
        self._rendered[y] = rendered
        base, roles = self._base, self._roles
        if rendered.row_role is not None:
            base += roles[rendered.row_role]
        segments = [
            Segment(piece.text, base + roles[piece.role] + _pointed_at(piece.link, piece.click))
            for piece in rendered.pieces
        ]
        return Strip(segments).adjust_cell_length(self._width, base)

    def _line_at(self, y: int, width: int) -> Rendered:
        index = y + self.scroll_offset.y
        if index >= self.count(width):
            return Rendered((), None)
        return Rendered(tuple(self.line(index, width)), self.row_role(index, width))

    def _changed(self, y: int, width: int) -> Region | None:
        """The part of a visible line that differs from what was rendered; None where it is the same."""
        now, before = self._line_at(y, width), self._rendered.get(y)
        if now == before:
            return None
        if before is None or now.row_role != before.row_role:
            return Region(0, y, width, 1)
        end = max(length(now.pieces), length(before.pieces))
        if length(now.pieces) == length(before.pieces):
            # What follows the last difference stands where it stood.
            pairs = zip(reversed(now.pieces), reversed(before.pieces), strict=False)
            end -= length([one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)])
        return Region(0, y, min(end, width), 1)


class Block(Lines):
    """A few lines, made together for a width."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._make: Callable[[int], Sequence[Line]] = lambda width: ()
        self._made: tuple[Size, Sequence[Line]] | None = None

    def update(self, make: Callable[[int], Sequence[Line]]) -> None:
        """Show what `make` gives for a width."""
        self._make = make
        self._made = None
        self.refresh_lines_that_changed()

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The width of the widest line, for an automatic width."""
        return max(map(length, self._make(container.width)), default=0)

    def next_page(self) -> None:
        """Scroll to the next page, and from the end to the top."""
        step = max(self.scrollable_content_region.height - 1, 1)
        top = 0 if self.scroll_offset.y >= self.max_scroll_y else self.scroll_offset.y + step
        self.scroll_to(y=top, animate=False)

    def count(self, width: int) -> int:
        """The number of lines at this width."""
        return len(self._lines(width))

    def line(self, index: int, width: int) -> Line:
        """The pieces of a line at this width."""
        return self._lines(width)[index]

    def _lines(self, width: int) -> Sequence[Line]:
        size = Size(width, self.container_size.height)
        if self._made is None or self._made[0] != size:
            lines = self._make(width)
            if len(lines) > size.height:
                lines = [line for line in lines if line is not GAP]
            self._made = size, lines
        return self._made[1]


class Menu(Lines):
    """Items of a line or more, of which one is marked, by key or by a click."""

    class Picked(Message):
        """The mouse picked an item."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.marked = 0
        self._count = 0
        self._row: Callable[[int, int], Line] = lambda index, width: BLANK
        self._height: Callable[[int], int] = lambda width: 1

    def update(
        self,
        count: int,
        marked: int,
        row: Callable[[int, int], Line],
        height: Callable[[int], int] = lambda width: 1,
    ) -> None:
        """Show `count` items, one of them marked, each of as many lines as `height` gives for a width.

        `row` makes a line from its index and the width.
        """
        self._count = count
        self._row = row
        self._height = height
        self.marked = marked
        self.refresh_lines_that_changed()
        self._scroll_to_marked()

    def count(self, width: int) -> int:
        """The number of lines at this width."""
        return self._count * self._height(width)

    def line(self, index: int, width: int) -> Line:
        """The pieces of a line at this width."""
        return self._row(index, width)

    def row_role(self, index: int, width: int) -> str | None:
        """The role of the marked item's lines."""
        return "chosen" if index // self._height(width) == self.marked else None

    def on_resize(self, event: Resize) -> None:
        """Keep the marked item in sight."""
        super().on_resize(event)
        self._scroll_to_marked()

    def on_click(self, event: Click) -> None:
        """Pick the item under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = (offset.y + self.scroll_offset.y) // self._lines_an_item
        if index < self._count:
            self.post_message(self.Picked(index))

    @property
    def _lines_an_item(self) -> int:
        return self._height(self.scrollable_content_region.width)

    def _scroll_to_marked(self) -> None:
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        first = self.marked * self._lines_an_item
        after = first + self._lines_an_item
        if height and not (top <= first and after <= top + height):
            self.scroll_to(y=min(first, max(top, after - height)), animate=False, force=True)
