"""Books, boards and instants for tests."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from helpdesk_tui.answers.find import find_request
from helpdesk_tui.answers.who import who
from helpdesk_tui.board.board import Board
from helpdesk_tui.board.build import build
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import BookError, Problem
from helpdesk_tui.book.read import read_book

ROOT = Path(__file__).parent.parent
DEFAULT_BOOK = ROOT / "contacts.toml"
DEFAULT_TEXT = DEFAULT_BOOK.read_text("utf-8")

DESK_BOOK = ROOT / "tests" / "books" / "desk.toml"
DESK_TEXT = DESK_BOOK.read_text("utf-8")
"""A book that stays as it is when the default one is corrected."""


@cache
def book_of(text: str = DEFAULT_TEXT) -> Book:
    """The book of this TOML text."""
    return read_book(BookFile("contacts.toml", text.encode()))


def problems_of(content: str | bytes) -> list[Problem]:
    """All that is wrong with the book of this TOML text; none where it is good."""
    try:
        read_book(BookFile("contacts.toml", content if isinstance(content, bytes) else content.encode()))
    except BookError as error:
        return error.problems
    return []


def instant(text: str, zone: str = "America/Bogota", *, fold: int = 0) -> datetime:
    """An ISO 8601 time as an instant in UTC; without an offset it is the wall clock of `zone`."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        at = at.replace(tzinfo=ZoneInfo(zone), fold=fold)
    return at.astimezone(UTC)


def board_of(text: str, at: str, *, fold: int = 0) -> tuple[Board, datetime]:
    """The board of this TOML text around a time of its zone, and that time as an instant."""
    zone = book_of(text).book.timezone
    moment = instant(at, zone, fold=fold)
    return _board(text, moment.astimezone(ZoneInfo(zone)).date().isoformat()), moment


def default_board(at: str) -> tuple[Board, datetime]:
    """The default book's board around a time of Bogotá, and that time as an instant."""
    return board_of(DEFAULT_TEXT, at)


def desk_board(at: str) -> tuple[Board, datetime]:
    """The board of the tests' own book around a time of Bogotá, and that time as an instant."""
    return board_of(DESK_TEXT, at)


def ask(text: str, at: str, request: str):
    """The answer to whom to contact for `request` at a time of the book's zone."""
    board, moment = board_of(text, at)
    found = find_request(board, request)
    assert found is not None
    return who(board, found, moment)


@cache
def _board(text: str, day: str) -> Board:
    book = book_of(text)
    return build(book, instant(f"{day}T12:00", book.book.timezone))


def one_channel(
    weekly: str | None,
    *,
    zone: str = "America/Bogota",
    on_holidays: str = "unknown",
    header: str = "",
    holidays: str = "",
) -> str:
    """A book of one channel, `desk`, that attends at these hours, and one request, `help`."""
    hours = "" if weekly is None else f"[hours.own]\nweekly = '{weekly}'\non_holidays = '{on_holidays}'\n"
    attends = "" if weekly is None else "hours = 'own'\n"
    return (
        f"[book]\ntitle = 'Desk'\ntimezone = '{zone}'\n{header}\n"
        f"[holidays]\n{holidays}\n{hours}"
        f"[channels.desk]\nname = 'Desk'\nemail = 'desk@example.com'\n{attends}"
        "[requests.help]\nname = 'Help'\nroute = ['desk']\n"
    )
