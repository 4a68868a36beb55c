"""The help sheet: every key, which book is shown, and when it was last checked."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from helpdesk_tui.board.board import State
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.session.picture import View
from helpdesk_tui.tui.commands import HELP, bindings, key_table
from helpdesk_tui.tui.screens.sheet import Sheet
from helpdesk_tui.tui.widgets.bars import problem_texts
from helpdesk_tui.tui.widgets.day_strip import GLYPHS, NOW
from helpdesk_tui.tui.widgets.lines import BLANK, Block, Line, Piece
from helpdesk_tui.tui.widgets.text import wrap


class Help(Sheet):
    """What the keys do."""

    NAME = HELP
    BINDINGS = bindings(HELP, ("more", "close"))

    def panel(self) -> list[Widget]:
        """One text."""
        return [Block(id="help")]

    def show(self, view: View) -> None:
        """Show the help for `view`'s book."""
        super().show(view)
        self.query_one("#sheet").border_title = Content(view.gettext("Help"))
        self.query_one("#help", Block).draw(lambda width: _help(view, width))

    def action_more(self) -> None:
        """Next page."""
        self.query_one("#help", Block).scroll_page_down(animate=False)


def _help(view: View, width: int) -> Sequence[Line]:
    _ = view.gettext
    lines: list[Line] = []
    table = key_table(view.words)
    column = max(cell_len(keys) for keys, _help_text in table) + 2
    for keys, help_text in table:
        lines += _row(Piece(keys, "key"), help_text, column, width)
    lines.append(BLANK)
    marks = (
        (Piece("●", "open"), _("open")),
        (Piece("◐", "soon"), _("closing soon")),
        (Piece("○", "closed"), _("closed")),
        (Piece("?", "unknown"), _("unconfirmed: call, and do not count on it")),
        (Piece(GLYPHS[State.OPEN] * 3, "bar-open"), _("open at that hour")),
        (Piece(GLYPHS[State.UNKNOWN] * 3, "bar-unknown"), _("unconfirmed at that hour")),
        (Piece(GLYPHS[State.CLOSED] * 3, "bar-closed"), _("closed at that hour")),
        (Piece(NOW, "now"), _("now")),
    )
    for mark, meaning in marks:
        lines += _row(mark, meaning, column, width)
    lines.append(BLANK)
    book = [printable(view.path)]
    if view.board.source:
        book.append(view.board.source)
    if view.board.verified:
        book.append(_("checked {date}").format(date=view.board.verified.isoformat()))
    for place, text in enumerate([*book, *problem_texts(view, view.path)]):
        lines += _row(Piece("" if place else _("Book"), "key"), text, column, width)
    return lines


def _row(lead: Piece, text: str, column: int, width: int) -> list[Line]:
    rows = wrap(text, width - column)
    first: Line = (lead, Piece(" " * (column - cell_len(lead.text))), Piece(rows[0]))
    return [first, *((Piece(" " * column), Piece(row)) for row in rows[1:])]
