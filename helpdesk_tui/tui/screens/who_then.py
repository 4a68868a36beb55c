"""The sheet over the coverage screen: who attends a request at an instant, and why."""

from collections.abc import Sequence
from datetime import date, datetime

from textual.content import Content
from textual.widget import Widget

from helpdesk_tui.answers.coverage import Look, Period, gap_look
from helpdesk_tui.answers.day import giving, whole_year
from helpdesk_tui.answers.who import who
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.phrases import coverage as say
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.times import clock, date_in_words, moment_by_date
from helpdesk_tui.session.picture import View
from helpdesk_tui.tui.commands import ATTENDS, bindings
from helpdesk_tui.tui.screens.sheet import Sheet
from helpdesk_tui.tui.widgets.answer_card import card
from helpdesk_tui.tui.widgets.lines import GAP, Block, Line, Piece
from helpdesk_tui.tui.widgets.text import wrap


def asked(board: Board, request: Request, day: date, cell: int, count: int, look: Look) -> datetime | None:
    """The first instant of one of a day's `count` cells at which it looks so; None where there is none."""
    found = giving(board, whole_year(board, request), day, cell, count, look)
    return found[1] if found else None


class Attends(Sheet):
    """Who attends then, and why."""

    NAME = ATTENDS
    BINDINGS = bindings(ATTENDS, ("more", "close"))

    def __init__(self, view: View, request: Request, at: datetime) -> None:
        super().__init__(view)
        self.request = request.id
        self.at = at

    def panel(self) -> list[Widget]:
        """One text."""
        return [Block(id="attends")]

    def show(self, view: View) -> None:
        """Show the answer, whatever the time is now."""
        super().show(view)
        then = view.board.local(self.at)
        panel = self.query_one("#sheet")
        panel.border_title = Content(f"{date_in_words(view.words, then)} · {clock(then)}")
        self.query_one("#attends", Block).draw(lambda width: self._lines(width))

    def action_more(self) -> None:
        """Next page of the answer, and from its end back to the top."""
        self.query_one("#attends", Block).turn_page()

    def _lines(self, width: int) -> Sequence[Line]:
        view, board = self.view, self.view.board
        request = board.requests.get(self.request)
        if request is None:
            return [(Piece(line, "dim"),) for line in wrap(view.gettext("The book has no requests"), width)]
        speaker = Speaker(view.words, board, self.at, moment_by_date)
        lines: list[Line] = [(Piece(line, "strong"),) for line in wrap(request.name, width)]
        for stretch in whole_year(board, request):
            if stretch.start <= self.at < stretch.end:
                mark = Piece(f"{say.MARKS[stretch.look]} ", say.ROLES[stretch.look])
                looking = say.looking(speaker, stretch.look, Period(stretch.start, stretch.end))
                text = wrap(looking, width - 2)
                lines += [
                    (mark if not place else Piece("  "), Piece(line)) for place, line in enumerate(text)
                ]
        then = view._replace(at=self.at, speaker=speaker, answer=who(board, request, self.at))
        nobody = view.gettext("Unstaffed at that time")
        if gap_look(board, request) is Look.MESSAGE:
            nobody = view.gettext("Messages only at that time")
        return [*lines, GAP, *card(then, width, nobody=nobody)]
