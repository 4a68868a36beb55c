"""The days and requests of a coverage or a duty plan, with a board that reaches all of the days."""

from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Coverage, Period, breaches, coverage
from helpdesk_tui.answers.holes import Hole, holes
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.cli import output
from helpdesk_tui.cli.question import Question, read_question
from helpdesk_tui.phrases.clock_change import skipped_day_remark
from helpdesk_tui.phrases.language import Language

LONGEST = 400
"""The most days that a window may have: a board reaches as far from the day that it is built around."""


class Window(NamedTuple):
    """Calendar days of the book's zone from `first` on, which are [start, end) in UTC, and some requests."""

    question: Question
    requests: tuple[Request, ...]
    first: date
    days: int
    start: datetime
    end: datetime

    def coverages(self) -> list[Coverage]:
        """How each request is covered in the window."""
        board = self.question.board
        return [coverage(board, request, self.start, self.end) for request in self.requests]

    def breaches(self) -> dict[str, tuple[Period, ...]]:
        """The periods in which a request must be covered and is not, by the request's id."""
        board = self.question.board
        rows = ((each.id, breaches(board, each, self.start, self.end)) for each in self.requests)
        return {id: periods for id, periods in rows if periods}

    def holes(self) -> list[Hole]:
        """The holes of the window, worst first."""
        return holes(self.question.board, self.requests, self.start, self.end)

    def dates(self) -> list[date]:
        """The calendar days of the window."""
        return [self.first + timedelta(days=ahead) for ahead in range(self.days)]


def window_of(question: Question, first: date, days: int, requests: tuple[Request, ...]) -> Window:
    """The window of `days` days from `first` on; the question's board reaches all of them."""
    start, end = question.board.days(first, days)
    return Window(question, requests, first, days, start, end)


def read_window(
    arguments: Namespace, language: Language, days: int, requests: Iterable[str] | None = None
) -> Window:
    """The window of `days` days from `--from` on, for these requests or all of them.

    Raises BookError and UsageError.
    """
    question = read_question(arguments, language)
    now = question.phrases.now
    first = now.date()
    if arguments.first is not None:
        from helpdesk_tui.cli.moment import day_of  # most windows begin today

        first = day_of(arguments.first, now, question.phrases.language, lambda: question.board.holidays)
    if not _reaches(question.board, first, days):
        question = question.around(first)
    if (remark := skipped_day_remark(question.phrases, first)) is not None:
        output.remark(f"helpdesk-tui: {remark}")
    every = tuple(question.board.requests.values())
    return window_of(question, first, days, every if requests is None else question.requests(requests))


def _reaches(board: Board, first: date, days: int) -> bool:
    """Whether the board's window holds these days.

    A day is added on each side, as the zone is not looked at here.
    """
    begin = datetime.combine(first, time(), UTC)
    end = begin + timedelta(days=days + 1)
    return board.start <= begin - timedelta(days=1) and end <= board.end
