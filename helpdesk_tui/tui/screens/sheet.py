"""Screens that are panels over the screen before."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widget import Widget

from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import SCREENS
from helpdesk_tui.tui.screens.base import BaseScreen, set_titles
from helpdesk_tui.tui.widgets.lines import Block


class Sheet(BaseScreen, ModalScreen[None]):
    """A panel over the screen before, with a foot line of its own, as tall as what it holds."""

    CSS_PATH = "sheet.tcss"
    SCROLLS: ClassVar[str] = ""
    """Id of the block that scrolls where the window is too small for all of it."""
    AROUND: ClassVar[int] = 0
    """Lines that the window has beside that block."""

    def panel(self) -> Iterable[Widget]:
        """The widgets of the panel."""
        raise NotImplementedError

    def title_of(self, picture: Picture) -> str:
        """The title of the panel."""
        return picture.translate(SCREENS[self.NAME])

    def body(self) -> ComposeResult:
        """The panel and its foot."""
        with Container(id="sheet"):
            yield from self.panel()
            yield Block(id="foot")

    def on_mount(self) -> None:
        """Keep the panel within the window; Textual has the base show the first picture then."""
        self._limit()

    def show(self, picture: Picture) -> None:
        """Show `picture`, with the panel's title."""
        super().show(picture)
        set_titles(self.query_one("#sheet"), self.title_of(picture))

    def on_resize(self, event: Resize) -> None:
        """Keep the panel within the window."""
        self._limit()

    def action_page_down(self) -> None:
        """Scroll to the next page."""
        self.block(self.SCROLLS).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Scroll to the page before."""
        self.block(self.SCROLLS).scroll_page_up(animate=False)

    def action_more(self) -> None:
        """Show the next page, and from the end the top again."""
        self.block(self.SCROLLS).next_page()

    def _limit(self) -> None:
        """Limit what scrolls, in cells: while Textual measures a panel, it knows no other limit."""
        if self.SCROLLS:
            width, height = self.app.size
            small = width < 80 or height < 22  # where the style sheet lets a sheet fill the window
            room = height - self.AROUND
            self.query_one(f"#{self.SCROLLS}").styles.max_height = None if small else max(room, 1)


class TextSheet(Sheet):
    """A sheet of one text that scrolls."""

    SCROLLS = "text"
    AROUND = 6

    def panel(self) -> Iterable[Widget]:
        """The text."""
        return [Block(id="text")]

    def action_next(self) -> None:
        """Scroll to the next line."""
        self.block("text").scroll_down(animate=False)

    def action_previous(self) -> None:
        """Scroll to the line before."""
        self.block("text").scroll_up(animate=False)
