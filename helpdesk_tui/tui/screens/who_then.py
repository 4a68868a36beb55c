"""The sheet over the coverage screen: who attends a request at an instant, and why."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk_tui.answers.coverage import Period, Staffing
from helpdesk_tui.answers.in_full import all_stretches
from helpdesk_tui.answers.who import who
from helpdesk_tui.board.board import Request
from helpdesk_tui.phrases.coverage import MARKS, ROLES, format_staffing
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_date, format_moment_by_date, format_time
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import WHO_THEN
from helpdesk_tui.tui.screens.sheet import TextSheet
from helpdesk_tui.tui.widgets.answer_card import answer_card
from helpdesk_tui.tui.widgets.lines import GAP
from helpdesk_tui.tui.widgets.text import hanging, paragraph


class WhoThen(TextSheet):
    """Shows whom to contact for a request at an instant, and why."""

    NAME = WHO_THEN

    def __init__(self, picture: Picture, request: Request, at: datetime) -> None:
        super().__init__(picture)
        self.request = request.id
        self.at = at

    def title_of(self, picture: Picture) -> str:
        """The instant."""
        then = picture.board.local(self.at)
        return f"{format_date(picture.language, then)} · {format_time(then)}"

    def show(self, picture: Picture) -> None:
        """Show the answer for the sheet's own instant, whatever that of `picture` is."""
        super().show(picture)
        self.block("text").update(self._lines)

    def _lines(self, width: int) -> Sequence[Line]:
        picture, board = self.picture, self.picture.board
        request = board.requests.get(self.request)
        if request is None:
            text = picture.translate("The book has no requests")
            return paragraph(text, width, "dim")
        phrases = Phrases(picture.language, board, self.at, format_moment_by_date)
        lines: list[Line] = paragraph(request.name, width, "strong")
        nobody = picture.translate("Unstaffed at that time")
        for stretch in all_stretches(board, request):
            if stretch.start <= self.at < stretch.end:
                if stretch.staffing is Staffing.MESSAGES:
                    nobody = picture.translate("Messages only at that time")
                mark = Piece(f"{MARKS[stretch.staffing]} ", ROLES[stretch.staffing])
                text = format_staffing(phrases, stretch.staffing, Period(stretch.start, stretch.end))
                lines += hanging(mark, text, width)
        then = picture._replace(at=self.at, phrases=phrases, answer=who(board, request, self.at))
        return [*lines, GAP, *answer_card(then, width, nobody=nobody)]
