"""Finds a request by its name, or anything in the book by a search."""

from typing import NamedTuple

from helpdesk_tui.board.board import Board, Channel, Level, Request
from helpdesk_tui.names import fold, near


def find_request(board: Board, named: str) -> Request | None:
    """The request with the id, key, name or alias `named`, whatever the case and accents."""
    wanted = fold(named)
    for request in board.requests.values():
        if wanted in {fold(name) for name in names_of(request)}:
            return request
    return None


def names_of(request: Request) -> tuple[str, ...]:
    """Every name by which the request is found."""
    return (request.id, *([request.key] if request.key else []), request.name, *request.aliases)


def nearest(board: Board, named: str) -> list[str]:
    """Names of requests that are similar to `named`, best first; the ids where none is."""
    names = {fold(name): name for request in board.requests.values() for name in names_of(request)}
    return [names[name] for name in near(fold(named), names, 3)] or list(board.requests)[:12]


class Entry(NamedTuple):
    """Something in the book that can be searched for, with the text that is searched."""

    item: Request | Channel | Level
    text: str


def entries(board: Board) -> tuple[Entry, ...]:
    """Everything that can be searched: requests, channels and escalation levels, in the book's order."""
    requests = [
        Entry(request, fold(" ".join([*names_of(request), *request.route])))
        for request in board.requests.values()
    ]
    channels = [Entry(channel, _text(channel)) for channel in board.channels.values()]
    levels = [
        Entry(level, fold(" ".join([level.name, *map(_text, level.channels)]))) for level in board.levels
    ]
    return (*requests, *channels, *levels)


def search(entries: tuple[Entry, ...], text: str) -> list[Request | Channel | Level]:
    """Everything with every word of `text` in it, whatever the case and accents."""
    words = fold(text).split()
    return [entry.item for entry in entries if all(word in entry.text for word in words)]


def _text(channel: Channel) -> str:
    digits = (channel.telephone or "").lstrip("+")
    parts = (channel.id, channel.name, channel.dial, digits, channel.email, channel.url, channel.note)
    return fold(" ".join([*(part for part in parts if part), *channel.extensions]))
