"""A sheet that finds something by what is typed: the results by line, the marked one in full."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from helpdesk_tui.tui.commands import FINDER, bindings
from helpdesk_tui.tui.lines import Block, Line, Menu, Piece
from helpdesk_tui.tui.sequences import LONGEST
from helpdesk_tui.tui.sheet import Sheet
from helpdesk_tui.tui.text import wrap
from helpdesk_tui.tui.view import View


class Finder(Sheet):
    """Type, look, take."""

    NAME = FINDER
    BINDINGS = bindings(FINDER, ("down", "up", "choose", "close"))
    AUTO_FOCUS = "Input"

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._marked = 0
        self._count = 0
        self._ahead = ""

    def find(self, text: str) -> int:
        """Look for `text`, keep what is found, and tell how many there are."""
        raise NotImplementedError

    def row(self, index: int, width: int) -> Line:
        """A result in a line."""
        raise NotImplementedError

    def details(self, index: int, width: int) -> Sequence[Line]:
        """A result in full."""
        raise NotImplementedError

    def take(self, index: int) -> None:
        """Do what choosing a result means."""
        raise NotImplementedError

    def titles(self) -> tuple[str, str]:
        """The sheet's title, and the hint where something is typed."""
        raise NotImplementedError

    def panel(self) -> list[Widget]:
        """Where something is typed, over the results, over the marked one in full."""
        hint = Content(self.titles()[1]).plain
        field = Input(placeholder=hint, id="typed", select_on_focus=False, max_length=LONGEST)
        field.cursor_blink = False  # a cursor that blinks writes twice a second
        return [field, Menu(id="found"), Block(id="details")]

    def show(self, view: View) -> None:
        """Show what is found as it stands in `view`."""
        super().show(view)
        self.type_ahead("")
        self.query_one("#sheet").border_title = Content(self.titles()[0])
        self._search()

    def type_ahead(self, character: str) -> None:
        """Take what is typed before the field is ready to."""
        self._ahead += character
        for field in self.query("#typed").results(Input):
            field.insert_text_at_cursor(self._ahead)
            self._ahead = ""

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look again, from the first result."""
        self._marked = 0
        self._search()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the marked result."""
        self.action_choose()

    def on_menu_picked(self, event: Menu.Picked) -> None:
        """Mark the result under the mouse; take it where it is marked already."""
        event.stop()
        if event.index == self._marked:
            self.action_choose()
        else:
            self._mark(event.index)

    def action_down(self) -> None:
        """Mark the next result."""
        self._mark(self._marked + 1)

    def action_up(self) -> None:
        """Mark the result before."""
        self._mark(self._marked - 1)

    def action_choose(self) -> None:
        """Take the marked result."""
        if self._count:
            self.take(self._marked)

    def _search(self) -> None:
        self._count = self.find(self.query_one(Input).value)
        self._mark(self._marked)

    def _mark(self, index: int) -> None:
        self._marked = max(min(index, self._count - 1), 0)
        marked, count = self._marked, self._count
        self.query_one("#found", Menu).offer(count, marked, self.row)
        nothing = self.view.gettext("Nothing found")
        self.query_one("#details", Block).draw(
            lambda width: (
                self.details(marked, width)
                if count
                else [(Piece(line, "dim"),) for line in wrap(nothing, width)]
            )
        )
