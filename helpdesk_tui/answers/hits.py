"""The matches of a search at an instant, with their state and their contacts."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from helpdesk_tui.answers.entries import Entry, Item, Text
from helpdesk_tui.answers.escalation import step
from helpdesk_tui.answers.search import Matches
from helpdesk_tui.answers.status import Status, channel_status
from helpdesk_tui.answers.who import who
from helpdesk_tui.board.board import Board, Level, Request


class Hit(NamedTuple):
    """An item that matches a search."""

    item: Item
    match: Text
    """The text that matches best."""
    status: Status | None
    """None for a request whose channels are all closed."""
    contacts: tuple[Status, ...]
    """The right contact of a request, if there is one; all contacts of a level."""


def hits(board: Board, matches: Matches, entries: Iterable[Entry], at: datetime) -> Iterator[Hit]:
    """Yield `entries`, some of the matches, with their state at the instant `at`."""
    for entry in entries:
        yield Hit(entry.item, matches.match(entry), *_now(board, entry.item, at))


def _now(board: Board, item: Item, at: datetime) -> tuple[Status | None, tuple[Status, ...]]:
    if isinstance(item, Request):
        contact = who(board, item, at).contact
        return contact, (contact,) if contact else ()
    if isinstance(item, Level):
        level = step(board, item, at)
        return level.status, level.contacts
    status = channel_status(board, item, at)
    return status, (status,)
