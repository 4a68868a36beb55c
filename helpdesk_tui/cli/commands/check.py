"""The command `check`: reads a book whole and says what is wrong with it and what deserves a second look."""

import os
from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from helpdesk_tui.answers.coverage import breaches
from helpdesk_tui.board.advice import hours_advice
from helpdesk_tui.board.build import build
from helpdesk_tui.book.advice import advice
from helpdesk_tui.book.file import find, read
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import BookError, Problem
from helpdesk_tui.book.read import read_book
from helpdesk_tui.cli import output
from helpdesk_tui.cli.exports.answer_json import dump
from helpdesk_tui.cli.moment import remark_on, time_of
from helpdesk_tui.phrases.coverage import breach
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.phrases.problems import book_lines, problem_in_words
from helpdesk_tui.times.instants import instant_of

FORTNIGHT = timedelta(days=14)


def answer(arguments: Namespace, words: Words) -> int:
    """Check the book and return the exit code: NOBODY for a broken coverage rule, WRONG for a bad book."""
    path = find(arguments.book, os.environ)
    try:
        book = read_book(read(path))
    except BookError as error:
        for line in book_lines(words, error):
            output.remark(line)
        if arguments.json:
            output.write_text(_as_json(path, _in_words(words, error.problems), []))
        return output.WRONG
    words = Words(arguments.lang or book.book.language)
    zone = book.book.timezone
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    time = now if arguments.at is None else time_of(arguments.at, words)
    at = instant_of(time, zone)
    speaker = Speaker(words, build(book, at), at)
    remark_on(speaker, time)
    broken = _broken_rules(speaker, at)
    day = at.astimezone(ZoneInfo(zone)).date()
    remarks = [*broken, *_in_words(words, [*advice(book, day), *hours_advice(book, day)])]
    if arguments.json:
        output.write_text(_as_json(path, [], remarks))
    else:
        lines = [(Piece(key, "soon"), Piece(f": {remark}")) for key, remark in remarks]
        output.write([_summary(book, path, words), *lines])
    return output.NOBODY if broken else output.DONE


def _broken_rules(speaker: Speaker, at: datetime) -> list[tuple[str, str]]:
    """Every coverage rule that is broken within the next fortnight, with its key."""
    board = speaker.board
    return [
        (f"requests.{request.id}.must_cover", breach(speaker, request, period))
        for request in board.requests.values()
        for period in breaches(board, request, at, at + FORTNIGHT)
    ]


def _in_words(words: Words, problems: Iterable[Problem]) -> list[tuple[str, str]]:
    return [(problem.key, problem_in_words(words, problem)) for problem in problems]


def _as_json(path: str, problems: list[tuple[str, str]], remarks: list[tuple[str, str]]) -> str:
    """`{"book", "problems", "remarks"}`, each of the two a list of `{"key", "problem"}`."""
    rows = {
        name: [{"key": key, "problem": problem} for key, problem in found]
        for name, found in (("problems", problems), ("remarks", remarks))
    }
    return dump({"book": path, **rows})


def _summary(book: Book, path: str, words: Words) -> Line:
    channels, requests, levels = len(book.channels), len(book.requests), len(book.escalation)
    counts = (
        words.ngettext("{count} channel", "{count} channels", channels).format(count=channels),
        words.ngettext("{count} request", "{count} requests", requests).format(count=requests),
        words.ngettext("{count} level", "{count} levels", levels).format(count=levels),
    )
    summary = words.gettext("{book} is right: {counts}").format(
        book=printable(path), counts=", ".join(counts)
    )
    return (Piece(summary, "strong"),)
