"""A sheet over the dashboard: a panel with a foot line of its own."""

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import ModalScreen
from textual.widget import Widget

from helpdesk_tui.tui.place import Banner, Foot, Place, Small, Told


class Sheet(Place, ModalScreen[None]):
    """A screen over the dashboard; `panel` gives what it holds."""

    def panel(self) -> list[Widget]:
        """The widgets of the panel."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The panel, and a word for a window too small."""
        yield Banner(self.view, self.NAME)
        with Container(id="sheet"):
            yield from self.panel()
            yield Foot(id="foot")
        yield Told(id="changes")
        yield Small(id="small")
