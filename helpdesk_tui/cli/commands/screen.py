"""Opens the screen, which is what the program does without a command."""

import gc
import os
import sys
from argparse import Namespace

from helpdesk_tui.book.file import cache_folder, find
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.moment import time_of
from helpdesk_tui.cli.output import on_terminal
from helpdesk_tui.languages import message
from helpdesk_tui.phrases.clock_change import odd_time
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.phrases import Speaker


def answer(arguments: Namespace, words: Words) -> int:
    """Run the screen until the reader quits and return the exit code."""
    typed = sys.stdin is not None and sys.stdin.isatty()
    if arguments.json or not (typed and on_terminal()):
        problem = message("the screen needs a terminal; for a single answer, run helpdesk-tui status")
        raise UsageError(problem, words)
    from helpdesk_tui.tui.hangup import end_with

    # Loading the rest takes most of a start, in which the terminal may go.
    end_with(sys.stdin.fileno(), sys.stdout.fileno())  # noqa: TID251 (it only waits for its end)
    from helpdesk_tui.session.feed import Feed
    from helpdesk_tui.tui.app import HelpdeskApp

    gc.freeze()  # modules stay as long as the program does: no collection need look through them
    gc.enable()
    path = find(arguments.book, os.environ)
    time = None if arguments.at is None else time_of(arguments.at, words)
    feed = Feed(path, time, cache_folder(os.environ))
    words = Words(arguments.lang or feed.board.language)
    remark = None if time is None else odd_time(Speaker(words, feed.board, feed.now()), time)
    app = HelpdeskApp(feed, words, bell=arguments.bell, notification=[remark] if remark else [])
    app.run()
    return app.return_code or 0
