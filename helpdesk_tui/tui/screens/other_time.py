"""Another time than now: moved to, or typed on a small sheet."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from helpdesk_tui.names import fold
from helpdesk_tui.phrases.clock_change import odd_time
from helpdesk_tui.phrases.refused_time import why_refused
from helpdesk_tui.session.picture import View
from helpdesk_tui.times.instants import instant_of
from helpdesk_tui.times.typed import NOW, TypedTimeError, read_time
from helpdesk_tui.tui.commands import OTHER_TIME, bindings
from helpdesk_tui.tui.screens.sheet import Sheet
from helpdesk_tui.tui.widgets.lines import Block, Line, Piece
from helpdesk_tui.tui.widgets.text import cut, wrap

_SHOWN = 40
"""Cells of what was typed that the complaint repeats."""


class OtherTime(Sheet):
    """Takes a time as it is typed."""

    NAME = OTHER_TIME
    BINDINGS = bindings(OTHER_TIME, ("go", "close"))
    AUTO_FOCUS = "Input"

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._refused: str | None = None
        """Why what was typed is not shown."""

    def panel(self) -> list[Widget]:
        """Where something is typed, over what can be."""
        field = Input(id="typed", select_on_focus=False)
        field.cursor_blink = False  # a cursor that blinks writes twice a second
        return [field, Block(id="told")]

    def show(self, view: View) -> None:
        """Show the examples, or what was not understood."""
        super().show(view)
        self.query_one("#sheet").border_title = Content(view.gettext("Which time?"))
        self.query_one("#told", Block).draw(self._told)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the examples alone while something is typed."""
        self._refused = None
        self.show(self.view)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show the time that is typed."""
        self.action_go()

    def action_go(self) -> None:
        """Show the time that is typed, or say that it names none."""
        from helpdesk_tui.tui.app import desk

        view, app = self.view, desk(self)
        text = self.query_one(Input).value
        if fold(text) in NOW:
            self.dismiss()
            app.action_now()
            return
        try:
            time = read_time(text, view.speaker.now)
        except TypedTimeError as error:
            self._refused = self._reason(text, error)
            self.show(view)
            return
        self.dismiss()
        app.go(instant_of(time, view.board.timezone))
        if (remark := odd_time(view.speaker, time)) is not None:
            app.tell([remark])

    def _reason(self, text: str, error: TypedTimeError) -> str:
        _ = self.view.gettext
        shown = cut(" ".join(text.split()), _SHOWN)
        if not shown:
            return _("No time was typed")
        return why_refused(self.view.speaker.words, _("“{text}”").format(text=shown), error)

    def _told(self, width: int) -> Sequence[Line]:
        _ = self.view.gettext
        lines: list[Line] = []
        if self._refused is not None:
            refusal = (*wrap(self._refused, width), *wrap(_("Nothing was changed"), width))
            lines = [(Piece(line, "alert"),) for line in refusal]
        lines += [(Piece(line, "dim"),) for line in wrap(_("For example:"), width)]
        for example, meaning in (
            (_("sat 14:00"), _("the coming Saturday at two in the afternoon")),
            (_("tomorrow 8"), _("tomorrow at eight in the morning")),
            ("14:00", _("today at that hour")),
            (_("8 dec 10:00"), _("the coming 8 December")),
            ("2026-12-08T10:00", _("that day and hour")),
            (_("now"), _("back to now")),
        ):
            lines.append((Piece(f"  {example.ljust(16)}  ", "key"), Piece(cut(meaning, width - 20), "dim")))
        return lines
