"""The frozen picture of one instant that all widgets of a screen render."""

from datetime import datetime
from typing import NamedTuple

from helpdesk_tui.answers.who import Who, who
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.session.notices import Notices


class Picture(NamedTuple):
    """A board at an instant, with the picked request and its answer."""

    board: Board
    at: datetime
    machine_time: datetime
    """The same instant in the machine's zone."""
    phrases: Phrases
    picked: int
    """The index of the picked request."""
    answer: Who | None
    """None where the book has no requests."""
    path: str
    error: BookError | None
    """The problems of the book on disk; the board is then that of the last good book."""
    other_time: bool
    """Whether the reader chose another time than now."""
    notices: Notices
    notification: tuple[str, ...]
    """The lines of the notification that is shown."""
    large_digits: bool
    """Whether the terminal shows the block characters of large digits."""
    waiting: bool = False
    """Whether the clock jumped out of the board, so that this picture is out of date."""

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.phrases.language

    def translate(self, message: str, /, **values: object) -> str:
        """The message in the reader's language, filled in with the values."""
        return self.language.translate(message, **values)

    def request_of(self, key: str) -> Request | None:
        """The request with this digit."""
        return next((request for request in self.requests if request.key == key), None)

    @property
    def requests(self) -> tuple[Request, ...]:
        """The book's requests, in its order."""
        return tuple(self.board.requests.values())

    @property
    def machine_time_differs(self) -> bool:
        """Whether the machine's clock shows another time than the book's zone."""
        return self.machine_time.utcoffset() != self.phrases.now.utcoffset()

    @property
    def minute(self) -> int:
        """The minute since the epoch: pictures of one board in the same minute show the same times."""
        return int(self.at.timestamp()) // 60

    @property
    def minute_of_day(self) -> int:
        """The minute of the day in the book's zone."""
        return self.phrases.now.hour * 60 + self.phrases.now.minute

    def pick(self, request: str) -> "Picture":
        """The picture with the request of this id picked, or the first one if there is none."""
        ids = list(self.board.requests)
        picked = ids.index(request) if request in ids else 0
        answer = who(self.board, self.requests[picked], self.at) if ids else None
        return self._replace(picked=picked, answer=answer)
