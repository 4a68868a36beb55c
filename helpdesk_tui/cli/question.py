"""What every look-up starts from: the board of the book that was found, and the instant asked about."""

import os
from argparse import Namespace
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from helpdesk_tui.board.board import Board
from helpdesk_tui.board.load import load
from helpdesk_tui.book.file import cache_folder, find, read
from helpdesk_tui.cli.moment import remark_on, time_of
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.times.instants import instant_of


class Question(NamedTuple):
    """A board, an instant in UTC, someone to put the answer into words, and the book's path."""

    board: Board
    at: datetime
    speaker: Speaker
    book: str

    def footer(self) -> Line:
        """When the answer holds, by the book's clock and the reader's, and the book that gave it."""
        stamp = self.speaker.stamp(self.at.astimezone())
        return (Piece(f"{stamp} · {printable(self.book)}", "dim"),)


def question(arguments: Namespace, words: Words) -> Question:
    """What the arguments ask about. Raises BookError and UsageError, the latter in `words`."""
    path = find(arguments.book, os.environ)
    time = datetime.now(UTC).replace(microsecond=0) if arguments.at is None else time_of(arguments.at, words)
    board, at = load(
        read(path), partial(instant_of, time), cache_folder(os.environ), keep=arguments.at is None
    )
    language = arguments.lang or board.language
    spoken = words if language == words.language else Words(language)
    speaker = Speaker(spoken, board, at)
    if arguments.at is not None:
        remark_on(speaker, time)
    return Question(board, at, speaker, path)
