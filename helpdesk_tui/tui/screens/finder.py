"""A sheet that finds something by what is typed: the results by line, the marked one in full."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Input

from helpdesk_tui.phrases.lines import Line
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import FINDER
from helpdesk_tui.tui.screens.sheet import Sheet
from helpdesk_tui.tui.screens.typing import typing_field
from helpdesk_tui.tui.widgets.lines import Block, Menu
from helpdesk_tui.tui.widgets.text import paragraph


class Finder(Sheet):
    """Finds something by its name."""

    NAME = FINDER
    AUTO_FOCUS = "Input"

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture)
        self._marked = 0
        self._count = 0

    def hint(self) -> str:
        """The hint in the empty field."""
        raise NotImplementedError

    def find(self, text: str) -> int:
        """Find what `text` names, keep the results, and return how many there are."""
        raise NotImplementedError

    def row(self, index: int, width: int) -> Line:
        """A result in a line."""
        raise NotImplementedError

    def details(self, index: int, width: int) -> Sequence[Line]:
        """A result in full."""
        raise NotImplementedError

    def choose(self, index: int) -> None:
        """Do what choosing a result means."""
        raise NotImplementedError

    def panel(self) -> Iterable[Widget]:
        """The field, over the results, over the marked one in full."""
        return [typing_field(self.hint()), Menu(id="results"), Block(id="details")]

    def show(self, picture: Picture) -> None:
        """Show the results as they stand in `picture`."""
        super().show(picture)
        self._search()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search again, from the first result."""
        self._marked = 0
        self._search()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Choose the marked result, but not while the answer is worked out."""
        if self.check_action("choose", ()):
            self.action_choose()

    def on_menu_picked(self, event: Menu.Picked) -> None:
        """Mark the result under the mouse; choose it where it is marked already."""
        event.stop()
        if not self.is_active:  # the second of two clicks
            return
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
        """Choose the marked result."""
        if self._count:
            self.choose(self._marked)

    def _search(self) -> None:
        self._count = self.find(self.query_one(Input).value)
        self._mark(self._marked)

    def _mark(self, index: int) -> None:
        self._marked = max(min(index, self._count - 1), 0)
        self.query_one("#results", Menu).update(self._count, self._marked, self.row)
        self.block("details").update(self._details)

    def _details(self, width: int) -> Sequence[Line]:
        if self._count:
            return self.details(self._marked, width)
        return paragraph(self.picture.translate("Nothing found"), width, "dim")
