"""What was found by a search, at an instant: its state and its contacts."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from helpdesk_tui.answers.entries import Entry, Item, Text
from helpdesk_tui.answers.escalation import step
from helpdesk_tui.answers.search import Found
from helpdesk_tui.answers.status import Status, channel_status
from helpdesk_tui.answers.who import who
from helpdesk_tui.board.board import Board, Level, Request


class Hit(NamedTuple):
    """Something that was found."""

    item: Item
    match: Text
    """The text for which it was found."""
    status: Status | None
    """None for a request whose channels are all closed."""
    contacts: tuple[Status, ...]
    """Of a request the right one, where there is one; of a level all."""


def hits(board: Board, found: Found, entries: Iterable[Entry], at: datetime) -> Iterator[Hit]:
    """Yield these of the entries found, as they are at the instant `at`."""
    for entry in entries:
        yield Hit(entry.item, found.match(entry), *_now(board, entry.item, at))


def _now(board: Board, item: Item, at: datetime) -> tuple[Status | None, tuple[Status, ...]]:
    if isinstance(item, Request):
        contact = who(board, item, at).contact
        return contact, (contact,) if contact else ()
    if isinstance(item, Level):
        level = step(board, item, at)
        return level.status, level.contacts
    status = channel_status(board, item, at)
    return status, (status,)
