"""The help sheet: every key, those of the screen below first; the marks; and which book is shown."""

from collections.abc import Sequence

from rich.cells import cell_len

from helpdesk_tui.board.board import State
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import HELP
from helpdesk_tui.tui.keys import key_sections
from helpdesk_tui.tui.screens.sheet import TextSheet
from helpdesk_tui.tui.widgets.day_strip import GLYPHS, NOW
from helpdesk_tui.tui.widgets.header import problem_texts
from helpdesk_tui.tui.widgets.lines import BLANK
from helpdesk_tui.tui.widgets.text import fit, hanging, paragraph


class Help(TextSheet):
    """Shows what the keys do."""

    NAME = HELP

    def __init__(self, picture: Picture, screen: str) -> None:
        super().__init__(picture)
        self._screen = screen

    def show(self, picture: Picture) -> None:
        """Show the keys, and the book of `picture`."""
        super().show(picture)
        self.block("text").update(lambda width: _help(picture, self._screen, width))


def _help(picture: Picture, screen: str, width: int) -> Sequence[Line]:
    _ = picture.translate
    lines: list[Line] = []
    sections = key_sections(picture.language, screen)
    column = max(cell_len(keys) for section in sections for keys, _text in section.rows) + 2
    for section in sections:
        lines.append((Piece(section.title, "strong"),))
        for keys, text in section.rows:
            lines += _row(Piece(keys, "key"), text, column, width)
        lines.append(BLANK)
    lines += paragraph(_("To select text with the mouse, hold shift."), width, "dim")
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
    book = [printable(picture.path)]
    if picture.board.source:
        book.append(picture.board.source)
    if picture.board.verified:
        book.append(_("checked {date}", date=picture.board.verified.isoformat()))
    for index, text in enumerate([*book, *problem_texts(picture, picture.path)]):
        lines += _row(Piece("" if index else _("Book"), "key"), text, column, width)
    return lines


def _row(lead: Piece, text: str, column: int, width: int) -> list[Line]:
    return hanging(lead._replace(text=fit(lead.text, column)), text, width)
