"""The window of days that `coverage` is asked about, with the board that covers it."""

import os
from argparse import Namespace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Coverage, Period, breaches, coverage
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.board.load import load
from helpdesk_tui.book.file import cache_folder, read
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.named import requests_named
from helpdesk_tui.cli.question import question
from helpdesk_tui.phrases.clock_change import odd_date
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.times.instants import instant_of

LONGEST = 400
"""Days; a board reaches as far from the day that it is built around."""


class Window(NamedTuple):
    """Calendar days of the book's zone from `first` on, as [start, end) in UTC, for some of its requests."""

    requests: tuple[Request, ...]
    board: Board
    speaker: Speaker
    book: str
    at: datetime
    first: date
    days: int
    start: datetime
    end: datetime

    def coverages(self) -> list[Coverage]:
        """How each request is covered in the window."""
        return [coverage(self.board, request, self.start, self.end) for request in self.requests]

    def breaches(self) -> dict[str, tuple[Period, ...]]:
        """Where a request that must be covered is not, by the request's id; only those that have any."""
        found = {request.id: breaches(self.board, request, self.start, self.end) for request in self.requests}
        return {key: periods for key, periods in found.items() if periods}

    def dates(self) -> list[date]:
        """The calendar days of the window."""
        return [self.first + timedelta(days=ahead) for ahead in range(self.days)]


def window(arguments: Namespace, words: Words) -> Window:
    """The window that the arguments ask about. Raises BookError and UsageError."""
    days = _days(arguments.days, words)
    asked = question(arguments, words)
    now, spoken = asked.speaker.now, asked.speaker.words
    first = now.date()
    if arguments.first is not None:
        from helpdesk_tui.cli.moment import day_of  # most coverage is asked for from today on

        first = day_of(arguments.first, now, spoken)
    board, speaker = asked.board, asked.speaker
    if not _reaches(board, first, days):
        morning = partial(instant_of, datetime.combine(first, time()))
        board, _ = load(read(asked.book), morning, cache_folder(os.environ), keep=False)
        speaker = Speaker(spoken, board, asked.at)
    if (remark := odd_date(speaker, first)) is not None:
        output.remark(f"helpdesk-tui: {remark}")
    start, end = board.days(first, days)
    named = arguments.request
    requests = tuple(board.requests.values()) if named is None else requests_named(board, named, spoken)
    return Window(requests, board, speaker, asked.book, asked.at, first, days, start, end)


def _days(text: str, words: Words) -> int:
    if text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= LONGEST:
        return int(text)
    message = words.gettext("{days} is not a number of days from 1 to {most}")
    raise UsageError(message.format(days=text, most=LONGEST), words)


def _reaches(board: Board, first: date, days: int) -> bool:
    """Whether the days lie in the board's window, whatever the zone."""
    begin = datetime.combine(first, time(), UTC)
    end = begin + timedelta(days=days + 1)
    return board.start <= begin - timedelta(days=1) and end <= board.end
