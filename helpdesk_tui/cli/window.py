"""The days and requests that `coverage` is asked about, with a board that reaches all of them."""

from argparse import Namespace
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Coverage, Period, breaches, coverage
from helpdesk_tui.answers.holes import Hole, holes
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError, whole_number
from helpdesk_tui.cli.question import Question, read_question
from helpdesk_tui.languages import message
from helpdesk_tui.phrases.clock_change import skipped_day_remark
from helpdesk_tui.phrases.language import Language

LONGEST = 400
"""Days; a board reaches as far from the day that it is built around."""


class Window(NamedTuple):
    """Calendar days of the book's zone from `first` on, as [start, end) in UTC, for some of its requests."""

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
        """Where requests that must be covered are not, by their ids; only those that have such a period."""
        board = self.question.board
        rows = ((each.id, breaches(board, each, self.start, self.end)) for each in self.requests)
        return {key: periods for key, periods in rows if periods}

    def holes(self) -> list[Hole]:
        """The holes of the window, worst first."""
        return holes(self.question.board, self.requests, self.start, self.end)

    def dates(self) -> list[date]:
        """The calendar days of the window."""
        return [self.first + timedelta(days=ahead) for ahead in range(self.days)]


def window_of(question: Question, first: date, days: int, requests: tuple[Request, ...]) -> Window:
    """The window of `days` days from `first` on, which lie in the question's board."""
    start, end = question.board.days(first, days)
    return Window(question, requests, first, days, start, end)


def read_window(arguments: Namespace, language: Language) -> Window:
    """The window that the arguments ask for. Raises BookError and UsageError."""
    days = _days(arguments.days, language)
    question = read_question(arguments, language)
    now = question.phrases.now
    first = now.date()
    if arguments.first is not None:
        from helpdesk_tui.cli.moment import day_of  # most coverage is asked for from today on

        first = day_of(arguments.first, now, question.phrases.language, lambda: question.board.holidays)
    if not _reaches(question.board, first, days):
        question = question.around(first)
    if (remark := skipped_day_remark(question.phrases, first)) is not None:
        output.remark(f"helpdesk-tui: {remark}")
    requests = tuple(question.board.requests.values())
    if arguments.request is not None:
        requests = question.requests(arguments.request)
    return window_of(question, first, days, requests)


def _days(text: str, language: Language) -> int:
    if (number := whole_number(text, LONGEST)) is not None:
        return number
    problem = message("{days} is not a number of days from 1 to {most}")
    raise UsageError(problem, language, days=text, most=LONGEST)


def _reaches(board: Board, first: date, days: int) -> bool:
    """Whether the days lie in the board's window, whatever the zone."""
    begin = datetime.combine(first, time(), UTC)
    end = begin + timedelta(days=days + 1)
    return board.start <= begin - timedelta(days=1) and end <= board.end
