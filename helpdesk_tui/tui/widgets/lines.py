"""Widgets that draw lines of pieces by Textual's line API: only lines that are seen are worked out."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from helpdesk_tui.phrases.lines import Line as Line
from helpdesk_tui.phrases.lines import Piece as Piece
from helpdesk_tui.tui.themes import role_styles

BLANK: Line = (Piece(""),)

GAP: Line = (Piece(" "),)
"""A blank line that a block leaves out where it would not fit otherwise."""


class Lines(ScrollView, can_focus=False):
    """Draws `count` lines, each by `line` when it is seen. Text is drawn as it is: never as markup."""

    ALLOW_SELECT = False

    def count(self, width: int) -> int:
        """How many lines there are at this width."""
        raise NotImplementedError

    def line(self, index: int, width: int) -> Line:
        """The pieces of a line at this width."""
        raise NotImplementedError

    def row_role(self, index: int) -> str | None:
        """The role behind the whole line, where it has one."""
        return None

    def take_up(self) -> None:
        """Draw anew after the content or the width changed."""
        region = self.scrollable_content_region
        if not region.width:
            return  # not laid out yet: the size that it gets then draws it
        size = Size(region.width, self.count(region.width))
        if self.styles.is_auto_height and size.height != self.size.height:
            self.refresh(layout=True)
        # What fits needs no scrolling, and so no new layout.
        if size != self.virtual_size and max(size.height, self.virtual_size.height) > region.height:
            self.virtual_size = size
        self.refresh()

    def on_resize(self, event: Resize) -> None:
        """Draw for the new width."""
        self.take_up()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As tall as its lines, where the style sheet asks for that."""
        return self.count(width)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is seen."""
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        base = self.rich_style
        if index >= self.count(width):
            return Strip.blank(width, base)
        roles = role_styles(self.app.theme_variables)
        row = self.row_role(index)
        if row is not None:
            base += roles[row]
        segments = [
            Segment(text, base + roles[role] + Style(link=link) if link else base + roles[role])
            for text, role, link in self.line(index, width)
        ]
        return Strip(segments).adjust_cell_length(width, base)


class Block(Lines):
    """A few lines, worked out together for a width."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._build: Callable[[int], Sequence[Line]] = lambda width: ()
        self._built: tuple[Size, Sequence[Line]] | None = None

    def draw(self, build: Callable[[int], Sequence[Line]]) -> None:
        """Show what `build` makes of a width."""
        self._build = build
        self._built = None
        self.take_up()

    def turn_page(self) -> None:
        """Show the next page, and from the end the top again."""
        step = max(self.scrollable_content_region.height - 1, 1)
        top = 0 if self.scroll_offset.y >= self.max_scroll_y else self.scroll_offset.y + step
        self.scroll_to(y=top, animate=False)

    def count(self, width: int) -> int:
        """How many lines there are at this width."""
        return len(self._lines(width))

    def line(self, index: int, width: int) -> Line:
        """The pieces of a line at this width."""
        return self._lines(width)[index]

    def _lines(self, width: int) -> Sequence[Line]:
        size = Size(width, self.container_size.height)
        if self._built is None or self._built[0] != size:
            lines = self._build(width)
            if len(lines) > size.height:
                lines = [line for line in lines if line is not GAP]
            self._built = size, lines
        return self._built[1]


class Menu(Lines):
    """Lines of which one is chosen, by key or by a click."""

    class Picked(Message):
        """The mouse picked a line."""

        def __init__(self, menu: "Menu", index: int) -> None:
            super().__init__()
            self.menu = menu
            self.index = index

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.chosen = 0
        self._count = 0
        self._row: Callable[[int, int], Line] = lambda index, width: BLANK

    def offer(self, count: int, chosen: int, row: Callable[[int, int], Line]) -> None:
        """Show `count` lines, each made by `row` of its index and the width, one of them chosen."""
        self._count = count
        self._row = row
        self.chosen = chosen
        self.take_up()
        self._follow()

    def count(self, width: int) -> int:
        """How many lines there are."""
        return self._count

    def line(self, index: int, width: int) -> Line:
        """The pieces of a line at this width."""
        return self._row(index, width)

    def row_role(self, index: int) -> str | None:
        """The chosen line is marked as a whole."""
        return "chosen" if index == self.chosen else None

    def on_resize(self, event: Resize) -> None:
        """Keep the chosen line in sight."""
        super().on_resize(event)
        self._follow()

    def on_click(self, event: Click) -> None:
        """Pick the line under the mouse."""
        place = event.get_content_offset(self)
        if place is None:
            return
        index = place.y + self.scroll_offset.y
        if index < self._count:
            self.post_message(self.Picked(self, index))

    def _follow(self) -> None:
        height = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if height and not top <= self.chosen < top + height:
            wanted = self.chosen if self.chosen < top else self.chosen - height + 1
            self.scroll_to(y=wanted, animate=False, force=True)
