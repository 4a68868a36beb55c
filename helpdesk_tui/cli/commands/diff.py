"""The command `diff`: what the change from one book to another means."""

import os
from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.diff import diff
from helpdesk_tui.answers.differences import Diff
from helpdesk_tui.board.board import Board
from helpdesk_tui.board.build import build
from helpdesk_tui.book.file import BookFile, find, read
from helpdesk_tui.book.read import read_book
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError, format_of
from helpdesk_tui.cli.built import build_phrases
from helpdesk_tui.languages import message
from helpdesk_tui.phrases.diff import diff_markdown, diff_sections, same_sentence
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.phrases.times import format_date


def run(arguments: Namespace, language: Language) -> int:
    """Write what differs between two books and return the exit code: DIFFERS where anything does."""
    form = format_of(arguments, language)
    files = _files(arguments, language)
    old_book, new_book = (read_book(file) for file in files)
    phrases, at = build_phrases(new_book, arguments)
    old = build(old_book, at)
    result = diff(old, phrases.board, at)
    paths = [file.path for file in files]
    match form:
        case "json":
            from helpdesk_tui.cli.exports.answer_json import dump
            from helpdesk_tui.cli.exports.diff_json import diff_dict

            output.write_text(dump({"old": paths[0], "new": paths[1], **diff_dict(phrases, result)}))
        case "markdown":
            output.write([(Piece(printable(line)),) for line in diff_markdown(phrases, old, result)])
        case _:
            output.write(_lines(phrases, old, result, paths))
    return output.DONE if result.same else output.DIFFERS


def _files(arguments: Namespace, language: Language) -> tuple[BookFile, BookFile]:
    """The old book's file and the new one's. Raises UsageError and BookError."""
    books = arguments.books
    if arguments.git is None:
        if len(books) != 2:
            raise UsageError(message("diff needs the old book and the new one, or --git"), language)
        return read(books[0]), read(books[1])
    if len(books) > 1:
        raise UsageError(message("with --git, diff needs one book"), language)
    from helpdesk_tui.cli.git import read_revision

    new = read(books[0] if books else find(arguments.book, os.environ))
    return read_revision(new.path, arguments.git), new


def _lines(phrases: Phrases, old: Board, diff: Diff, paths: list[str]) -> Iterator[Line]:
    """Yield the sections, then the two books and the days of the comparison."""
    _ = phrases.language.translate
    if diff.same:
        yield (Piece(same_sentence(phrases), "strong"),)
    for section in diff_sections(phrases, old, diff):
        yield (Piece(section.title, "key"),)
        yield from ((Piece(f"  {printable(line)}"),) for line in section.lines)
    first, last = (format_date(phrases.language, phrases.board.local(at)) for at in (diff.start, diff.end))
    days = _("from {first} to {last}", first=first, last=last)
    yield (Piece(f"{printable(paths[0])} → {printable(paths[1])} · {days} {phrases.city()}", "dim"),)
