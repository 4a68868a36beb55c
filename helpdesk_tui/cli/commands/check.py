"""The command `check`: says what is wrong with a book, and of a good one what deserves a second look."""

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from helpdesk_tui.answers.coverage import breaches
from helpdesk_tui.board.advice import hours_advice
from helpdesk_tui.board.build import build
from helpdesk_tui.book.advice import advice
from helpdesk_tui.book.file import find, read
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import BookError, Problem
from helpdesk_tui.book.read import read_book
from helpdesk_tui.cli import output
from helpdesk_tui.cli.exports.answer_json import check_dict, dump
from helpdesk_tui.cli.moment import remark_on, time_of
from helpdesk_tui.phrases.coverage import format_breach
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Piece
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.phrases.problems import format_problem
from helpdesk_tui.times.instants import instant_of

FORTNIGHT = timedelta(days=14)


def run(arguments: Namespace, language: Language) -> int:
    """Check the book and return the exit code: UNSTAFFED where a rule is broken. Raises BookError."""
    path = find(arguments.book, os.environ)
    try:
        book = read_book(read(path))
    except BookError as error:
        if arguments.json:
            problems = [(each.key, each.line, format_problem(language, each)) for each in error.problems]
            output.write_text(dump(check_dict(path, problems, ())))
        raise
    language = Language(arguments.lang or book.book.language)
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    zone = book.book.timezone
    at = now
    if arguments.at is not None:
        time = time_of(arguments.at, now, language, lambda: build(book, now).holidays, zone)
        at = instant_of(time, zone)
    phrases = Phrases(language, build(book, at), at)
    if arguments.at is not None:
        remark_on(phrases, arguments.at, time, now)
    broken = list(_broken_rules(phrases, at))
    day = phrases.now.date()
    remarks = [*broken, *_translated(language, [*advice(book, day), *hours_advice(book, day)])]
    if arguments.json:
        output.write_text(dump(check_dict(path, (), remarks)))
    else:
        lines = [(Piece(key, "soon"), Piece(f": {remark}")) for key, remark in remarks]
        output.write([(Piece(_summary(book, path, language), "strong"),), *lines])
    return output.UNSTAFFED if broken else output.DONE


def _broken_rules(phrases: Phrases, at: datetime) -> Iterator[tuple[str, str]]:
    """Yield every breach of a coverage rule within the next fortnight, with the rule's key."""
    for request in phrases.board.requests.values():
        for period in breaches(phrases.board, request, at, at + FORTNIGHT):
            yield f"requests.{request.id}.must_cover", format_breach(phrases, request, period)


def _translated(language: Language, problems: Iterable[Problem]) -> list[tuple[str, str]]:
    return [(problem.key, format_problem(language, problem)) for problem in problems]


def _summary(book: Book, path: str, language: Language) -> str:
    counts = (
        language.plural("{count} channel", "{count} channels", len(book.channels)),
        language.plural("{count} request", "{count} requests", len(book.requests)),
        language.plural("{count} level", "{count} levels", len(book.escalation)),
    )
    return language.translate(
        "{book} has no errors: {counts}", book=printable(path), counts=", ".join(counts)
    )
