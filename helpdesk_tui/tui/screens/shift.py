"""The shift sheet: what the people of the current shift need to know of its hours, to read and to hand on."""

from collections.abc import Sequence

from helpdesk_tui.answers.shift import ShiftSheet, current, following, sheet
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.shift import shift_markdown, shift_sections, shift_title
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import SHIFT
from helpdesk_tui.tui.screens.sheet import TextSheet
from helpdesk_tui.tui.widgets.lines import BLANK
from helpdesk_tui.tui.widgets.text import cut, hanging, paragraph


class Shift(TextSheet):
    """The current shift, or else the next one; by a key the one that follows."""

    NAME = SHIFT
    _is_next = False

    def title_of(self, picture: Picture) -> str:
        """Whether the sheet shows the current or the next shift."""
        return picture.translate("Next shift") if self._is_next else super().title_of(picture)

    def show(self, picture: Picture) -> None:
        """Show the sheet of the shift in force in `picture`."""
        super().show(picture)
        shown = self._sheet()
        self.block("text").update(lambda width: _lines(picture, shown, width))

    def action_next_shift(self) -> None:
        """Show the next shift, and again this one."""
        self._is_next = not self._is_next
        self.show(self.picture)
        self.block("text").scroll_home(animate=False)

    def action_copy_sheet(self) -> None:
        """Send the sheet to the terminal's clipboard as Markdown, to paste in a chat."""
        shown = self._sheet()
        texts = (
            ["".join(f"{line}\n" for line in shift_markdown(self.picture.phrases, shown))] if shown else []
        )
        remark = self.picture.translate("Sheet sent to the terminal's clipboard as Markdown")
        self.copy(texts, remark)

    def _sheet(self) -> ShiftSheet | None:
        board, at = self.picture.board, self.picture.at
        times = following(board, at) if self._is_next else current(board, at)
        return sheet(board, times, at) if times else None


def _lines(picture: Picture, shown: ShiftSheet | None, width: int) -> Sequence[Line]:
    if shown is None:
        text = picture.translate("No shift begins in the coming year")
        return paragraph(text, width, "dim")
    name = shift_title(picture.phrases, shown.times)
    lines: list[Line] = paragraph(name, width, "strong")
    for section in shift_sections(picture.phrases, shown):
        lines += [BLANK, (Piece(cut(section.title, width), "key"),)]
        for text in section.lines:
            lines += hanging(Piece("  "), text, width)
    return lines
