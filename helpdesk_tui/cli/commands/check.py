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
from helpdesk_tui.phrases.coverage import breach
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.lines import Piece
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.phrases.problems import problem_in_words
from helpdesk_tui.times.instants import instant_of

FORTNIGHT = timedelta(days=14)


def answer(arguments: Namespace, words: Words) -> int:
    """Check the book and return the exit code: UNSTAFFED where a rule is broken. Raises BookError."""
    path = find(arguments.book, os.environ)
    try:
        book = read_book(read(path))
    except BookError as error:
        if arguments.json:
            output.write_text(dump(check_dict(path, _translated(words, error.problems), ())))
        raise
    words = Words(arguments.lang or book.book.language)
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    zone = book.book.timezone
    time = now if arguments.at is None else time_of(arguments.at, now, words, zone)
    at = instant_of(time, zone)
    speaker = Speaker(words, build(book, at), at)
    remark_on(speaker, time)
    broken = list(_broken_rules(speaker, at))
    day = speaker.now.date()
    remarks = [*broken, *_translated(words, [*advice(book, day), *hours_advice(book, day)])]
    if arguments.json:
        output.write_text(dump(check_dict(path, (), remarks)))
    else:
        lines = [(Piece(key, "soon"), Piece(f": {remark}")) for key, remark in remarks]
        output.write([(Piece(_summary(book, path, words), "strong"),), *lines])
    return output.UNSTAFFED if broken else output.DONE


def _broken_rules(speaker: Speaker, at: datetime) -> Iterator[tuple[str, str]]:
    """Yield every breach of a coverage rule within the next fortnight, with the rule's key."""
    for request in speaker.board.requests.values():
        for period in breaches(speaker.board, request, at, at + FORTNIGHT):
            yield f"requests.{request.id}.must_cover", breach(speaker, request, period)


def _translated(words: Words, problems: Iterable[Problem]) -> list[tuple[str, str]]:
    return [(problem.key, problem_in_words(words, problem)) for problem in problems]


def _summary(book: Book, path: str, words: Words) -> str:
    counts = (
        words.plural("{count} channel", "{count} channels", len(book.channels)),
        words.plural("{count} request", "{count} requests", len(book.requests)),
        words.plural("{count} level", "{count} levels", len(book.escalation)),
    )
    return words.translate("{book} has no errors: {counts}", book=printable(path), counts=", ".join(counts))
