"""What the screen shows at one instant: a frozen picture that every widget renders."""

from datetime import datetime
from typing import NamedTuple

from helpdesk_tui.answers.who import Who, who
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.session.notices import Notices


class Picture(NamedTuple):
    """A board at an instant, with the request that is picked and its answer."""

    board: Board
    at: datetime
    here: datetime
    """The same instant in the zone of the machine."""
    phrases: Phrases
    picked: int
    """Index of the request that is picked."""
    answer: Who | None
    """None where the book has no requests."""
    path: str
    error: BookError | None
    """What is wrong with the book on disk; the board is then of the last good one."""
    other_time: bool
    """Whether the reader chose another time than now."""
    notices: Notices
    notification: tuple[str, ...]
    """What changed a moment ago, a line each."""
    large_digits: bool
    """Whether the terminal shows block characters, of which large digits are made."""
    waiting: bool = False
    """Whether the clock jumped to where the board does not reach, and nothing of this holds any longer."""

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.phrases.language

    def translate(self, message: str, /, **values: object) -> str:
        """The message in the reader's language, its fields filled in with the values."""
        return self.language.translate(message, **values)

    @property
    def requests(self) -> tuple[Request, ...]:
        """The book's requests, in its order."""
        return tuple(self.board.requests.values())

    @property
    def elsewhere(self) -> bool:
        """Whether the machine's clock shows another time than the book's zone."""
        return self.here.utcoffset() != self.phrases.now.utcoffset()

    @property
    def minute(self) -> int:
        """The minute of the epoch: two pictures of one board with the same minute show the same times."""
        return int(self.at.timestamp()) // 60

    @property
    def minute_of_day(self) -> int:
        """The minute of the day by the clock on the wall of the book's zone."""
        return self.phrases.now.hour * 60 + self.phrases.now.minute

    def pick(self, request: str) -> "Picture":
        """The picture with the request of this id picked, the first where no request has it."""
        ids = list(self.board.requests)
        picked = ids.index(request) if request in ids else 0
        answer = who(self.board, self.requests[picked], self.at) if ids else None
        return self._replace(picked=picked, answer=answer)
