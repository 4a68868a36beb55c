"""The shift sheet: what the people of the current shift need to know of its hours, to read and to hand on."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from helpdesk_tui.answers.shift import ShiftSheet, current, sheet
from helpdesk_tui.phrases.shift import markdown, sections, title
from helpdesk_tui.session.picture import View
from helpdesk_tui.tui.commands import SHIFT, bindings
from helpdesk_tui.tui.screens.sheet import Sheet
from helpdesk_tui.tui.widgets.lines import BLANK, Block, Line, Piece
from helpdesk_tui.tui.widgets.text import cut, wrap


class Shift(Sheet):
    """The current shift, or else the next one."""

    NAME = SHIFT
    BINDINGS = bindings(SHIFT, ("copy", "next", "previous", "page_down", "page_up", "more", "close"))

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._sheet: ShiftSheet | None = None

    def panel(self) -> list[Widget]:
        """One text."""
        return [Block(id="shift")]

    def show(self, view: View) -> None:
        """Show the sheet of the shift in force in `view`."""
        super().show(view)
        self._sheet = found = _sheet(view)
        panel = self.query_one("#sheet")
        panel.border_title = Content(view.gettext("Shift"))
        self.query_one("#shift", Block).draw(lambda width: _lines(view, found, width))

    def action_copy(self) -> None:
        """Send the sheet to the terminal's clipboard as Markdown, to paste in a chat."""
        if self._sheet is None:
            self.say(self.view.gettext("There is nothing to copy"))
            return
        self.app.copy_to_clipboard("".join(f"{line}\n" for line in markdown(self.view.speaker, self._sheet)))
        self.say(self.view.gettext("Sheet sent to the terminal's clipboard as Markdown"))

    def action_next(self) -> None:
        """Next line."""
        self.query_one("#shift", Block).scroll_down(animate=False)

    def action_previous(self) -> None:
        """Line before."""
        self.query_one("#shift", Block).scroll_up(animate=False)

    def action_page_down(self) -> None:
        """Next page."""
        self.query_one("#shift", Block).scroll_page_down(animate=False)

    def action_page_up(self) -> None:
        """Page before."""
        self.query_one("#shift", Block).scroll_page_up(animate=False)

    def action_more(self) -> None:
        """Next page, and from the end back to the top."""
        self.query_one("#shift", Block).turn_page()


def _sheet(view: View) -> ShiftSheet | None:
    times = current(view.board, view.at)
    return sheet(view.board, times) if times else None


def _lines(view: View, found: ShiftSheet | None, width: int) -> Sequence[Line]:
    if found is None:
        text = view.gettext("No shift begins in the coming year")
        return [(Piece(line, "dim"),) for line in wrap(text, width)]
    lines: list[Line] = [(Piece(line, "strong"),) for line in wrap(title(view.speaker, found.times), width)]
    for section in sections(view.speaker, found):
        lines += [BLANK, (Piece(cut(section.title, width), "key"),)]
        for text in section.lines:
            lines += [(Piece("  "), Piece(line)) for line in wrap(text, width - 2)]
    return lines
