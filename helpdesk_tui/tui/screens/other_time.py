"""The sheet on which another time than now is typed."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Input

from helpdesk_tui.names import fold
from helpdesk_tui.phrases.clock_change import clock_change_remark
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.refused_time import why_refused
from helpdesk_tui.phrases.times import format_date, format_time
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.times.instants import instant_of
from helpdesk_tui.times.typed import NOW, TypedTimeError, read_time
from helpdesk_tui.tui.commands import OTHER_TIME
from helpdesk_tui.tui.screens.finder import typing_field
from helpdesk_tui.tui.screens.sheet import Sheet
from helpdesk_tui.tui.widgets.lines import BLANK, Block
from helpdesk_tui.tui.widgets.text import cut, paragraph

_LONGEST = 40
"""Cells of what was typed that the complaint repeats."""


class OtherTime(Sheet):
    """Reads a time as someone types it, and shows the screen as it is then."""

    NAME = OTHER_TIME
    AUTO_FOCUS = "Input"

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture)
        self._refusal: str | None = None
        """Why the typed text was refused."""

    def panel(self) -> Iterable[Widget]:
        """The field, over examples of what can be typed."""
        return [typing_field(), Block(id="examples")]

    def title_of(self, picture: Picture) -> str:
        """The question."""
        return picture.translate("Which time?")

    def show(self, picture: Picture) -> None:
        """Show the examples, and why the text was refused."""
        super().show(picture)
        self.block("examples").update(self._lines)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the time that is typed, as far as it is one already."""
        self._refusal = None
        self.show(self.picture)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show the time that is typed."""
        self.action_go()

    def action_go(self) -> None:
        """Show the time that is typed, or say that it names none."""
        picture, text = self.picture, self.query_one(Input).value
        if fold(text) in NOW:
            self.action_close()
            self.services.go_to(None)
            return
        try:
            time = read_time(text, picture.phrases.now, lambda: picture.board.holidays)
        except TypedTimeError as error:
            self._refusal = self._reason(text, error)
            self.show(picture)
            return
        self.action_close()
        self.services.go_to(instant_of(time, picture.board.timezone))
        if (remark := clock_change_remark(picture.phrases, time)) is not None:
            self.services.notify_over_foot([remark])

    def _reason(self, text: str, error: TypedTimeError) -> str:
        _ = self.picture.translate
        shown = cut(" ".join(text.split()), _LONGEST)
        if not shown:
            return _("No time was typed")
        return why_refused(self.picture.language, _("“{text}”", text=shown), error)

    def _preview(self) -> str | None:
        """The instant that what is typed names; None while it names none."""
        picture, text = self.picture, self.query_one(Input).value
        try:
            time = read_time(text, picture.phrases.now, lambda: picture.board.holidays)
        except TypedTimeError:
            return None
        at = instant_of(time, picture.board.timezone)
        local = picture.board.local(at)
        return f"{format_date(picture.language, local)} · {format_time(local)}"

    def _lines(self, width: int) -> Sequence[Line]:
        _ = self.picture.translate
        lines: list[Line] = []
        if self._refusal is not None:
            for text in (self._refusal, _("Nothing was changed")):
                lines += paragraph(text, width, "alert")
        elif preview := self._preview():
            lines = [(Piece(cut(f"→ {preview}", width), "strong"),), BLANK]
        lines += paragraph(_("For example:"), width, "dim")
        for example, meaning in (
            (_("sat 14:00"), _("the coming Saturday at 2 pm")),
            (_("tomorrow 8"), _("tomorrow at eight in the morning")),
            ("14:00", _("today at that hour")),
            (_("8 dec 10:00"), _("the coming 8 December")),
            ("2026-12-08T10:00", _("that day and hour")),
            (_("now"), _("back to now")),
        ):
            lines.append((Piece(f"  {example.ljust(16)}  ", "key"), Piece(cut(meaning, width - 20), "dim")))
        return lines
