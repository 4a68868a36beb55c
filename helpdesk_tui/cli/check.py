"""The command `check`: reads a book whole and says what is wrong with it and what deserves a second look."""

import os
from argparse import Namespace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from helpdesk_tui.book.advice import advice
from helpdesk_tui.book.file import find, read
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.book.read import read_book
from helpdesk_tui.cli import as_json, output
from helpdesk_tui.cli.moment import moment_of
from helpdesk_tui.words.catalogue import Words
from helpdesk_tui.words.problems import book_lines, problem_in_words


def check(arguments: Namespace, words: Words) -> int:
    """Check the book and return the exit code: DONE, or WRONG where it cannot be used."""
    path = find(arguments.book, os.environ)
    try:
        book = read_book(read(path))
    except BookError as error:
        for line in book_lines(words, error):
            output.remark(line)
        if arguments.json:
            found = [(problem.key, problem_in_words(words, problem)) for problem in error.problems]
            output.write_text(as_json.check(path, found, ()))
        return output.WRONG
    words = Words(arguments.lang or book.book.language)
    zone = book.book.timezone
    at = datetime.now(UTC) if arguments.at is None else moment_of(arguments.at, zone, words)
    remarks = [
        (remark.key, problem_in_words(words, remark))
        for remark in advice(book, at.astimezone(ZoneInfo(zone)).date())
    ]
    if arguments.json:
        output.write_text(as_json.check(path, (), remarks))
    else:
        output.write([_summary(book, path, words), *_remarks(remarks)])
    return output.DONE


def _summary(book: Book, path: str, words: Words) -> output.Line:
    channels, requests, levels = len(book.channels), len(book.requests), len(book.escalation)
    counts = (
        words.ngettext("{count} channel", "{count} channels", channels).format(count=channels),
        words.ngettext("{count} request", "{count} requests", requests).format(count=requests),
        words.ngettext("{count} level", "{count} levels", levels).format(count=levels),
    )
    summary = words.gettext("{book} is right: {counts}").format(book=path, counts=", ".join(counts))
    return (output.Piece(summary, "bold"),)


def _remarks(remarks: list[tuple[str, str]]) -> list[output.Line]:
    return [(output.Piece(key, "yellow"), output.Piece(f": {remark}")) for key, remark in remarks]
