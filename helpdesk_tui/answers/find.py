"""Finds a request by a name, or by an abbreviation that no other request has."""

import re

from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.names import fold

_SHORTEST = 3
"""The fewest letters that abbreviate a word."""


def find_request(board: Board, named: str) -> Request | None:
    """The request with the id, key, name or alias `named`; case and accents do not matter."""
    wanted = fold(named)
    for request in board.requests.values():
        if wanted in {fold(name) for name in names_of(request)}:
            return request
    return None


def names_of(request: Request) -> tuple[str, ...]:
    """Every name of the request."""
    return (request.id, *([request.key] if request.key else []), request.name, *request.aliases)


def shortened_request(board: Board, named: str) -> Request | None:
    """The request with a name that `named` spells in another way or shortens: `p 1`, `prioridad 1`, `crit`.

    Numbers are not shortened. None if several requests have such a name.
    """
    wanted = [] if named.startswith("-") else _words(named)  # a leading hyphen is a mistyped option
    for rule in (_same, _shortens):
        requests = [
            request
            for request in board.requests.values()
            if any(rule(wanted, _words(name)) for name in names_of(request))
        ]
        if requests:
            return requests[0] if len(requests) == 1 else None
    return None


def _words(name: str) -> list[str]:
    """The words and numbers of a name, without spaces and signs."""
    return re.findall(r"[^\W\d_]+|\d+", fold(name))


def _same(wanted: list[str], words: list[str]) -> bool:
    return bool(wanted) and wanted == words


def _shortens(wanted: list[str], words: list[str]) -> bool:
    """Whether each word is a word of the name or begins one, and one of them is not a number or a letter."""
    return any(map(_long_enough, wanted)) and all(
        each in words or (_long_enough(each) and any(word.startswith(each) for word in words))
        for each in wanted
    )


def _long_enough(word: str) -> bool:
    return len(word) >= _SHORTEST and not word.isdigit()
