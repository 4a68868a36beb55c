"""Runs a command: arguments to board to answer to output, and its exit code."""

import os
import sys
from argparse import Namespace
from datetime import UTC, datetime

from helpdesk_tui.answers.contact import status
from helpdesk_tui.answers.escalation import escalation
from helpdesk_tui.answers.find import find_request, nearest
from helpdesk_tui.answers.who import who
from helpdesk_tui.board.board import State
from helpdesk_tui.board.load import load
from helpdesk_tui.book.file import cache_folder, find, read
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.cli import as_json, output, text
from helpdesk_tui.cli.arguments import UsageError, parse
from helpdesk_tui.cli.moment import moment_of
from helpdesk_tui.words.catalogue import LANGUAGES, Words, language_of
from helpdesk_tui.words.problems import book_lines, printable
from helpdesk_tui.words.sentences import Speaker


def run(argv: list[str]) -> int:
    """Run the command that `argv` asks for and return the exit code."""
    words = Words(_asked_language(argv) or language_of(os.environ))
    try:
        arguments = parse(argv, words)
        if arguments.command is None:
            return _screen(arguments, words)
        if arguments.command == "check":
            from helpdesk_tui.cli.check import check  # it reads the book whole: not for look-ups

            return check(arguments, words)
        return _answer(arguments, words)
    except UsageError as error:
        output.remark(printable(f"helpdesk-tui: {error}"))
        output.remark(error.words.gettext("helpdesk-tui --help shows how to ask"))
    except BookError as error:
        for line in book_lines(words, error):
            output.remark(line)
    return output.WRONG


def _answer(arguments: Namespace, words: Words) -> int:
    path = find(arguments.book, os.environ)
    now = datetime.now(UTC).replace(microsecond=0)

    def moment(zone: str) -> datetime:
        return now if arguments.at is None else moment_of(arguments.at, zone, words)

    board, at = load(read(path), moment, cache_folder(os.environ), keep=arguments.at is None)
    speaker = Speaker(Words(arguments.lang or board.language), board, at)
    if arguments.command == "status":
        return _status(speaker, at, path, arguments)
    if arguments.command == "who":
        return _who(speaker, at, path, arguments)
    return _escalate(speaker, at, path, arguments)


def _status(speaker: Speaker, at: datetime, path: str, arguments: Namespace) -> int:
    contacts = status(speaker.board, at)
    if arguments.json:
        output.write_text(as_json.status(speaker, contacts, path))
    else:
        output.write([*text.status(speaker, contacts, output.columns()), _footer(speaker, at, path)])
    return output.DONE


def _who(speaker: Speaker, at: datetime, path: str, arguments: Namespace) -> int:
    request = find_request(speaker.board, arguments.request)
    if request is None:
        raise UsageError(
            speaker.words.gettext("no request is called {name}; there are: {names}").format(
                name=arguments.request, names=", ".join(nearest(speaker.board, arguments.request)) or "—"
            ),
            speaker.words,
        )
    answer = who(speaker.board, request, at)
    if arguments.json:
        output.write_text(as_json.who(speaker, answer))
    else:
        output.write([*text.who(speaker, answer), _footer(speaker, at, path)])
    reached = answer.contact is not None and answer.contact.state is State.OPEN
    return output.DONE if reached else output.NOBODY


def _escalate(speaker: Speaker, at: datetime, path: str, arguments: Namespace) -> int:
    steps = escalation(speaker.board, at)
    if arguments.level is not None:
        wanted = arguments.level.strip()
        steps = tuple(step for step in steps if str(step.number) == wanted)
        if not steps:
            raise UsageError(
                speaker.words.gettext("there is no level {level}; the ladder has {count}").format(
                    level=arguments.level, count=len(speaker.board.levels)
                ),
                speaker.words,
            )
    if arguments.json:
        output.write_text(as_json.escalation(speaker, steps))
    else:
        output.write([*text.escalation(speaker, steps), _footer(speaker, at, path)])
    return output.DONE


def _footer(speaker: Speaker, at: datetime, path: str) -> output.Line:
    """When this holds, by the book's clock and the reader's, and the book that says so."""
    return (output.Piece(f"{speaker.stamp(at.astimezone())} · {path}", "dim"),)


def _screen(arguments: Namespace, words: Words) -> int:
    if arguments.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        message = words.gettext("the screen needs a terminal; for one answer: helpdesk-tui status")
        raise UsageError(message, words)
    from helpdesk_tui.tui.app import start
    from helpdesk_tui.tui.feed import Feed

    path = find(arguments.book, os.environ)

    def moment(zone: str) -> datetime:
        return datetime.now(UTC) if arguments.at is None else moment_of(arguments.at, zone, words)

    feed = Feed(path, moment, cache_folder(os.environ), keep=arguments.at is None)
    return start(feed, Words(arguments.lang or feed.board.language))


def _asked_language(argv: list[str]) -> str | None:
    """The language of `--lang`, known before the arguments are parsed so that their errors speak it."""
    for option, value in zip(argv, [*argv[1:], ""], strict=False):
        named = value if option == "--lang" else option.removeprefix("--lang=")
        if option.startswith("--lang") and named in LANGUAGES:
            return named
    return None
