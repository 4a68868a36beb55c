"""The lines at the top of a screen: whose book it is and when, another time, and what is wrong."""

import os
from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container

from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.notifications import format_warning
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.phrases.problems import format_problems
from helpdesk_tui.phrases.times import format_time
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import BY_ID
from helpdesk_tui.tui.keys import key_name
from helpdesk_tui.tui.widgets.lines import Block, length
from helpdesk_tui.tui.widgets.text import cut, fit, wrap

_MOST_PROBLEMS = 2


class Header(Container):
    """Shows the book's title, then the date and the hour in the book's zone."""

    def compose(self) -> ComposeResult:
        """The title, and the clock in a widget of its own: each minute writes that alone."""
        yield Block(id="title")
        yield Block(id="clock")

    def show(self, picture: Picture) -> None:
        """Show the title and the clock of `picture`."""
        title, clock = self.query_one("#title", Block), self.query_one("#clock", Block)
        title.update(lambda _width: [_fitting(picture, self.app.size.width)[0]])
        clock.update(lambda _width: [_fitting(picture, self.app.size.width)[1]])


def _fitting(picture: Picture, width: int) -> tuple[Line, Line]:
    """The title and the clock, as much of both as the width holds."""
    board = picture.board
    stamp = picture.phrases.clock()
    if picture.machine_time_differs:
        here = format_time(picture.machine_time)
        stamp = picture.translate("{stamp} · here {time}", stamp=stamp, time=here)
    name = picture.phrases.holiday()
    holiday = [Piece(f"{name} · ", "soon")] if name else []
    shift = [Piece(f"{_shift_in_brief(picture)} · ", "key")] if picture.notices.shift else []
    date, hour = Piece(f"{picture.phrases.day()} · ", "dim"), Piece(f"{stamp} ", "strong")
    titles = [f"{board.organization} · {board.title}", board.title] if board.organization else [board.title]
    for right in (
        [*holiday, *shift, date, hour],
        [*holiday, date, hour],
        [*holiday, *shift, hour],
        [*holiday, hour],
        [*shift, hour],
        [hour],
    ):
        for title in titles:
            if 1 + cell_len(title) + 2 + length(right) <= width:
                return [Piece(f" {title}", "strong")], right
    return [Piece(f" {cut(board.title, width - 3 - length([hour]))}", "strong")], [hour]


def _shift_in_brief(picture: Picture) -> str:
    from helpdesk_tui.phrases.shift import shift_in_brief  # as in session/notices.py

    return shift_in_brief(picture.phrases, picture.notices.shift) if picture.notices.shift else ""


def other_time(picture: Picture, screen: str, width: int) -> Sequence[Line]:
    """The banner that another time is shown, with the key back to now if it works on this screen."""
    if not picture.other_time:
        return []
    _ = picture.translate
    title, not_now, returns, brief = _("OTHER TIME"), _("it is not now"), "", ""
    date, hour = picture.phrases.day(), picture.phrases.clock()
    if screen in BY_ID["now"].screens.split():
        key = key_name(picture.language, BY_ID["now"].keys)
        returns, brief = _("{key} returns to now", key=key), _("{key} now", key=key)
    texts = (
        [(title, date, hour, not_now, returns)],
        [(title, date, hour, returns or not_now)],
        [(title, not_now, brief), (date, hour)],
    )
    for parts in texts:
        lines = [" · ".join(part for part in line if part) for line in parts]
        if all(cell_len(line) <= width - 2 for line in lines):
            break
    return [(Piece(fit(f" {line}", width), "fill-other"),) for line in lines]


def complaint(picture: Picture, width: int) -> Sequence[Line]:
    """The problems of the book on disk, while its last good state is shown."""
    if picture.error is None:
        return []
    lines = wrap(picture.translate("The book on disk is wrong: its last good state is shown"), width - 4)
    problems = problem_texts(picture, os.path.basename(picture.error.path))
    lines += [cut(problem, width - 4) for problem in problems[:_MOST_PROBLEMS]]
    if (count := len(problems) - _MOST_PROBLEMS) > 0:
        lines.append(picture.language.plural("and {count} more problem", "and {count} more problems", count))
    return [
        (Piece(fit(f" {'  ' if index else '! '}{line}", width), "fill-alert"),)
        for index, line in enumerate(lines)
    ]


def broken_rule(picture: Picture, width: int) -> Sequence[Line]:
    """The warning of the first request that must be covered and is not, cut to a line."""
    breach = picture.notices.first_breach
    if breach is None:
        return []
    texts = format_warning(picture.phrases, breach)
    text = next((each for each in texts if cell_len(each) <= width - 4), cut(texts[-1], width - 4))
    return [(Piece(fit(f" ! {text}", width), "fill-alert"),)]


def problem_texts(picture: Picture, file: str) -> list[str]:
    """Each problem of the book on disk as `file:line: key: problem`."""
    if picture.error is None:
        return []
    return [printable(each) for each in format_problems(picture.language, file, picture.error.problems)]
