"""Without a command: the screen."""

import gc
import os
import sys
from argparse import Namespace
from datetime import UTC, datetime

from helpdesk_tui.book.file import cache_folder, find
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.moment import moment_of
from helpdesk_tui.words.catalogue import Words


def answer(arguments: Namespace, words: Words) -> int:
    """Show the screen until the reader quits, and return the exit code."""
    if arguments.json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        message = words.gettext("the screen needs a terminal; for one answer: helpdesk-tui status")
        raise UsageError(message, words)
    from helpdesk_tui.tui.app import start
    from helpdesk_tui.tui.feed import Feed

    def moment(zone: str) -> datetime:
        return datetime.now(UTC) if arguments.at is None else moment_of(arguments.at, zone, words)

    gc.enable()
    path = find(arguments.book, os.environ)
    feed = Feed(path, moment, cache_folder(os.environ), keep=arguments.at is None)
    return start(feed, Words(arguments.lang or feed.board.language))
