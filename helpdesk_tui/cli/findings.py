"""The findings of a check, each with its kind, key, line and text."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from helpdesk_tui.answers.coverage import breaches, unreachable
from helpdesk_tui.board.advice import hours_advice
from helpdesk_tui.board.calendar_advice import calendar_advice
from helpdesk_tui.book.advice import advice
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.findings import BY_NAME
from helpdesk_tui.book.kinds import Kind
from helpdesk_tui.book.lines import lines_of
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import Problem
from helpdesk_tui.phrases.coverage import format_breach
from helpdesk_tui.phrases.findings import format_unreachable
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.problems import format_problem

FORTNIGHT = timedelta(days=14)
"""The time ahead for which coverage is checked."""


class Finding(NamedTuple):
    """One finding in the reader's language."""

    kind: Kind
    key: str
    line: int | None
    text: str


def findings_of(file: BookFile, book: Book, phrases: Phrases, at: datetime) -> list[Finding]:
    """The findings on a good book at the instant `at`, without those that it ignores."""
    day = phrases.now.date()
    problems = (*advice(book, day), *calendar_advice(book, phrases.board), *hours_advice(book, day))
    texts = ((BY_NAME[each.kind], each.key, format_problem(phrases.language, each)) for each in problems)
    rows = [row for row in (*_coverage(phrases, at), *texts) if row[0].name not in book.check.ignore]
    lines = lines_of(file.content.decode("utf-8-sig"), [key for _, key, _ in rows]) if rows else []
    return [Finding(kind, key, line, text) for (kind, key, text), line in zip(rows, lines, strict=True)]


def errors_of(language: Language, problems: Iterable[Problem]) -> list[Finding]:
    """The problems of a bad book as findings."""
    return [
        Finding(BY_NAME[each.kind], each.key, each.line, format_problem(language, each)) for each in problems
    ]


def _coverage(phrases: Phrases, at: datetime) -> Iterator[tuple[Kind, str, str]]:
    """Yield the breaches of coverage rules, and the requests that reach nobody, within a fortnight."""
    board, end = phrases.board, at + FORTNIGHT
    for request in board.requests.values():
        for period in breaches(board, request, at, end):
            key = f"requests.{request.id}.must_cover"
            yield BY_NAME["uncovered-request"], key, format_breach(phrases, request, period)
        if gaps := unreachable(board, request, at, end):
            text = format_unreachable(phrases, request, gaps)
            yield BY_NAME["unreachable-request"], f"requests.{request.id}.route", text
