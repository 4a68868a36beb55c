"""The question of a look-up, as the arguments ask it, and the writing of its answer."""

import os
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime, time
from functools import partial
from typing import NamedTuple

from helpdesk_tui.answers.find import find_request, shortened_request
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.board.load import load
from helpdesk_tui.book.file import BookFile, cache_folder, find, read
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import unknown_name
from helpdesk_tui.languages import message
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.times.instants import instant_of


class Question(NamedTuple):
    """A book's board, the instant asked about in UTC, and the phrases of the answer."""

    file: BookFile
    board: Board
    at: datetime
    phrases: Phrases

    def request(self, name: str) -> Request:
        """The request of this id, key, name or alias, or the only one for which `name` is short.

        Raises UsageError with the nearest names.
        """
        language = self.phrases.language
        if (request := find_request(self.board, name)) is not None:
            return request
        if (request := shortened_request(self.board, name)) is not None:
            text = language.translate("{name} is taken for {request}", name=name, request=request.name)
            output.remark(f"helpdesk-tui: {text}")
            return request
        from helpdesk_tui.answers.search import similar_requests  # most names are right

        problem = message("no request is called {name}; try: {names}")
        raise unknown_name(problem, name, similar_requests(self.board, name), language)

    def requests(self, arguments: Iterable[str]) -> tuple[Request, ...]:
        """The requests of these names, each once and in the book's order; commas separate names.

        A name that itself holds a comma is not split. Raises UsageError as `request` does.
        """
        ids = set()
        for argument in arguments:
            names = [argument] if find_request(self.board, argument) else argument.split(",")
            ids |= {self.request(name.strip()).id for name in names}
        return tuple(request for request in self.board.requests.values() if request.id in ids)

    def around(self, day: date) -> "Question":
        """The same question with a board that is built around `day`."""
        board, _ = _load(self.file, partial(instant_of, datetime.combine(day, time())), keep=False)
        return self._replace(board=board, phrases=Phrases(self.phrases.language, board, self.at))

    def write(self, answer: Iterable[Line]) -> None:
        """Write an answer as text, and below it its instant and the path of the book."""
        stamp = self.phrases.stamp(self.at.astimezone())
        output.write([*answer, (Piece(f"{stamp} · {printable(self.file.path)}", "dim"),)])

    def write_json(self, answer: Mapping[str, object]) -> None:
        """Write an answer as JSON, with its instant."""
        from helpdesk_tui.cli.exports.answer_json import dump

        output.write_text(dump({"at": self.phrases.now.isoformat(), **answer}))


def read_question(arguments: Namespace, language: Language) -> Question:
    """The question that the arguments ask. Raises BookError, and UsageError in `language`."""
    file = read(find(arguments.book, os.environ))
    now = datetime.now(UTC).replace(microsecond=0)
    if arguments.at is None:
        board, at = _load(file, lambda zone: now, keep=True)
    else:
        from helpdesk_tui.cli.moment import remark_on, time_of

        def holidays() -> Iterable[date]:
            return _load(file, lambda zone: now, keep=True)[0].holidays

        time_in = partial(time_of, arguments.at, now, language, holidays)
        board, at = _load(file, lambda zone: instant_of(time_in(zone), zone), keep=False)
    code = arguments.lang or board.language
    phrases = Phrases(language if code == language.code else Language(code), board, at)
    if arguments.at is not None:
        remark_on(phrases, arguments.at, time_in(board.timezone), now)
    return Question(file, board, at, phrases)


def _load(file: BookFile, instant: Callable[[str], datetime], *, keep: bool) -> tuple[Board, datetime]:
    return load(file, instant, cache_folder(os.environ), keep=keep)
