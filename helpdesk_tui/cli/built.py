"""Builds the board of a book for `check`, `diff` and `export`, which do not keep it."""

from argparse import Namespace
from datetime import UTC, datetime

from helpdesk_tui.board.build import build
from helpdesk_tui.book.models import Book
from helpdesk_tui.cli.moment import remark_on, time_of
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.times.instants import instant_of


def build_phrases(book: Book, arguments: Namespace, path: str | None = None) -> tuple[Phrases, datetime]:
    """The phrases of a board at the time of `--at` or now, and that instant; `path` is as in `build`.

    Raises UsageError.
    """
    language = Language(arguments.lang or book.book.language)
    now = at = datetime.now(UTC).replace(second=0, microsecond=0)
    if arguments.at is not None:
        zone = book.book.timezone
        time = time_of(arguments.at, now, language, lambda: build(book, now).holidays, zone)
        at = instant_of(time, zone)
    phrases = Phrases(language, build(book, at, path), at)
    if arguments.at is not None:
        remark_on(phrases, arguments.at, time, now)
    return phrases, at
