"""What the screen shows at one instant: a frozen picture that every widget draws from."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from helpdesk_tui.answers.who import Who, who
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.times import moment, moment_by_weekday
from helpdesk_tui.session.notices import Notices


class View(NamedTuple):
    """A board at an instant, with the request that is picked and its answer."""

    board: Board
    at: datetime
    machine: datetime
    """The same instant in the machine's zone."""
    words: Words
    speaker: Speaker
    requests: tuple[Request, ...]
    chosen: int
    answer: Who | None
    """None where the book has no requests."""
    path: str
    error: BookError | None
    other: bool = False
    """Whether the reader chose another time than now."""
    notices: Notices = Notices(None, None)
    told: tuple[str, ...] = ()
    """What changed a moment ago, a line each."""
    blocks: bool = True
    """Whether the terminal draws block characters, of which large digits are made."""
    waiting: bool = False
    """Whether the clock jumped to where the board does not reach, and nothing of this holds any longer."""

    @property
    def gettext(self) -> Callable[[str], str]:
        """Translates a message."""
        return self.words.gettext

    @property
    def elsewhere(self) -> bool:
        """Whether the machine's clock shows another time than the book's zone."""
        return self.machine.utcoffset() != self.speaker.now.utcoffset()

    @property
    def stamp(self) -> int:
        """The minute of the epoch: two views of one board with the same stamp show the same times."""
        return int(self.at.timestamp()) // 60

    @property
    def minute(self) -> timedelta:
        """How far the day of the book's zone has come by the clock on the wall."""
        return timedelta(hours=self.speaker.now.hour, minutes=self.speaker.now.minute)


def look(
    board: Board,
    at: datetime,
    machine: datetime,
    words: Words,
    request: str,
    path: str,
    error: BookError | None,
    *,
    other: bool = False,
    notices: Notices = Notices(None, None),  # noqa: B008 (a tuple)
    told: tuple[str, ...] = (),
    blocks: bool = True,
) -> View:
    """The view of `board` at `at` with the request of this id picked, the first where no request has it.

    `other` tells that `at` is not now.
    """
    requests = tuple(board.requests.values())
    chosen = list(board.requests).index(request) if request in board.requests else 0
    answer = who(board, requests[chosen], at) if requests else None
    speaker = Speaker(words, board, at, moment_by_weekday if other else moment)
    return View(
        board,
        at,
        machine,
        words,
        speaker,
        requests,
        chosen,
        answer,
        path,
        error,
        other,
        notices,
        told,
        blocks,
    )
