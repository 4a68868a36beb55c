"""Another time than now: moved to, or typed on a small sheet."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from helpdesk_tui.names import fold
from helpdesk_tui.tui.commands import OTHER_TIME, bindings
from helpdesk_tui.tui.lines import Block, Line, Piece
from helpdesk_tui.tui.sequences import LONGEST
from helpdesk_tui.tui.sheet import Sheet
from helpdesk_tui.tui.text import cut, wrap
from helpdesk_tui.tui.view import View
from helpdesk_tui.words.clockchange import odd_time
from helpdesk_tui.words.times import FIRST_YEAR, LAST_YEAR, instant_of
from helpdesk_tui.words.typed import time_typed

_SHOWN = 40
"""Cells of what was typed that the complaint repeats."""


def moved(at: datetime, step: timedelta, zone: str) -> datetime | None:
    """`at` on the minute, moved by `step`: whole days by the zone's clock, so that the hour stays the same.

    None beyond the years that can be asked about.
    """
    at = at.replace(second=0, microsecond=0)
    wall = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if not FIRST_YEAR <= (wall + step).year <= LAST_YEAR:
        return None
    return instant_of(wall + step, zone) if step % timedelta(days=1) == timedelta() else at + step


class OtherTime(Sheet):
    """Takes a time as it is typed."""

    NAME = OTHER_TIME
    BINDINGS = bindings(OTHER_TIME, ("go", "close"))
    AUTO_FOCUS = "Input"

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._refused: str | None = None
        self._warm = False

    def panel(self) -> list[Widget]:
        """Where something is typed, over what can be."""
        field = Input(id="typed", select_on_focus=False, max_length=LONGEST)
        field.cursor_blink = False  # a cursor that blinks writes twice a second
        return [field, Block(id="told")]

    def show(self, view: View) -> None:
        """Show the examples, or what was not understood."""
        super().show(view)
        self.query_one("#sheet").border_title = Content(view.gettext("Which time?"))
        self.query_one("#told", Block).draw(self._told)

    def on_input_changed(self, event: Input.Changed) -> None:
        """What reads dates takes a while to load: it does while the reader types on."""
        self._refused = None
        self.show(self.view)
        if event.value and not self._warm:
            self._warm = True
            self.app.run_worker(_warm, thread=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Show the time that is typed."""
        self.action_go()

    def action_go(self) -> None:
        """Show the time that is typed, or say that it names none."""
        from helpdesk_tui.tui.app import desk

        view, app = self.view, desk(self)
        text = self.query_one(Input).value
        if fold(text) in ("ahora", "now"):
            self.action_close()
            app.action_now()
            return
        time = time_typed(text, view.speaker.now)
        if time is None:
            self._refused = text
            self.show(view)
        else:
            self.action_close()
            app.go(instant_of(time, view.board.timezone))
            if (remark := odd_time(view.speaker, time)) is not None:
                app.tell([remark])

    def _told(self, width: int) -> Sequence[Line]:
        _ = self.view.gettext
        lines: list[Line] = []
        if self._refused is not None:
            shown = cut(" ".join(self._refused.split()), _SHOWN)
            text = _("“{text}” names no time: nothing was changed").format(text=shown)
            if not shown:
                text = _("No time was typed: nothing was changed")
            lines = [(Piece(line, "alert"),) for line in wrap(text, width)]
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


def _warm() -> None:
    time_typed("1 jan", datetime(2026, 1, 1))  # noqa: DTZ001 (what a clock shows)
