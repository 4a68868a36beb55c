"""Opens the screen; this is the command where none is named."""

from __future__ import annotations

import gc
import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from helpdesk_tui.book.file import cache_folder, find, packaged
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.output import on_terminal
from helpdesk_tui.languages import message
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.times.instants import instant_of

if TYPE_CHECKING:
    from helpdesk_tui.session.feed import Feed


def run(arguments: Namespace, language: Language) -> int:
    """Run the screen until the reader quits and return the exit code."""
    typed = sys.stdin is not None and sys.stdin.isatty()
    if arguments.json or not (typed and on_terminal()):
        problem = message("the screen needs a terminal; for a single answer, run helpdesk-tui status")
        raise UsageError(problem, language)
    from helpdesk_tui.tui.hang_up import exit_with

    # Before the slow imports, during which the terminal may be closed.
    exit_with(sys.stdin.fileno(), sys.stdout.fileno())  # noqa: TID251 (it only waits for its end)
    from helpdesk_tui.session.feed import Feed
    from helpdesk_tui.tui.app import HelpdeskApp

    gc.freeze()  # modules stay as long as the program: no collection need visit them
    path = find(arguments.book, os.environ)
    feed = Feed(path, cache_folder(os.environ))
    screen_language = Language(arguments.lang or feed.board.language)
    remark = None if arguments.at is None else _go_to(feed, arguments.at, language, screen_language)
    remarks = [remark] if remark else []
    if arguments.book is None and path == packaged():
        sample = message("This is the book that comes with the program: helpdesk-tui init writes your own")
        remarks.append(screen_language.gettext(sample))
    app = HelpdeskApp(feed, screen_language, bell=arguments.bell, notification=remarks)
    app.run()
    return app.return_code or 0


def _go_to(feed: Feed, text: str, language: Language, screen_language: Language) -> str | None:
    """Make the screen show the time that `text` names, and return the remark on it. Raises UsageError."""
    from helpdesk_tui.cli.moment import time_of
    from helpdesk_tui.phrases.clock_change import clock_change_remark

    zone = feed.board.timezone
    time = time_of(text, feed.now(), language, lambda: feed.board.holidays, zone)
    if not feed.go_to(instant_of(time, zone)):
        feed.accept(feed.fetch())
    return clock_change_remark(Phrases(screen_language, feed.board, feed.now()), time)
