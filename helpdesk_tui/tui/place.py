"""What every screen has: the view that it shows, a foot line, and a word for a window too small."""

from typing import ClassVar

from textual.events import Resize
from textual.screen import Screen

from helpdesk_tui.tui.bars import foot, other_time, said, told, too_small
from helpdesk_tui.tui.lines import Block, Piece
from helpdesk_tui.tui.text import wrap
from helpdesk_tui.tui.view import View


class Foot(Block):
    """The foot line: the screen's keys, or a remark until the next thing happens."""

    def keys(self, view: View, place: str) -> None:
        """Show the keys."""
        self.draw(lambda width: foot(view, place, width))

    def say(self, text: str) -> None:
        """Show a remark."""
        self.draw(lambda width: said(text, width))


class Banner(Block):
    """Tells on every screen that another time than now is shown."""

    def __init__(self, view: View, place: str) -> None:
        super().__init__(id="other")
        self.tell(view, place)  # before the first layout, which would be done once more otherwise

    def tell(self, view: View, place: str) -> None:
        """Show it where it is so."""
        self.display = view.other
        self.draw(lambda width: other_time(view, place, width))


class Told(Block):
    """Tells over the foot of every screen what changed a moment ago."""

    def tell(self, view: View) -> None:
        """Show it, and nothing where nothing did."""
        self.display = bool(view.told)
        self.draw(lambda width: told(view, width))


class Small(Block):
    """Stands in for everything where the window is too small."""


class Place(Screen[None]):
    """A screen that shows a view."""

    NAME: ClassVar[str]
    """Its name in the table of commands."""

    def __init__(self, view: View) -> None:
        super().__init__(classes="-other" if view.other else None)
        self.view = view

    def on_mount(self) -> None:
        """Show the first view."""
        self.show(self.view)

    def type_ahead(self, character: str) -> None:
        """Take a character that was typed before the screen was ready; only a field has a use for it."""

    def on_screen_resume(self) -> None:
        """Show what changed while another screen stood before this one."""
        from helpdesk_tui.tui.app import desk

        view = desk(self).view
        if view is not self.view:
            self.show(view)

    def on_resize(self, event: Resize) -> None:
        """Say it where the window is too small."""
        text = too_small(self.view.words, event.size.width, event.size.height)
        self.query_one(Small).draw(lambda width: [(Piece(line, "strong"),) for line in wrap(text, width)])

    def show(self, view: View) -> None:
        """Show `view`, and the keys again."""
        self.view = view
        self.set_class(view.other, "-other")
        self.query_one(Banner).tell(view, self.NAME)
        self.query_one(Told).tell(view)
        self.query_one(Foot).keys(view, self.NAME)

    def action_close(self) -> None:
        """Back to the screen beneath, once: a second key may have been pressed before it is shown."""
        if self.is_active:
            self.dismiss()

    def say(self, text: str) -> None:
        """Show a remark in the foot line, until the next thing happens."""
        self.query_one(Foot).say(text)
