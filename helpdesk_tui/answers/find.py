"""Finds the request that is meant: by a name that it has, or by so much of one that no other has it."""

import re

from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.names import fold

_SHORTEST = 3
"""Letters of a word that may stand for the whole word."""


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


def shortened_request(board: Board, named: str) -> Request | None:
    """The one request whose name `named` writes in another way or shortens: `p 1`, `prioridad 1`, `crit`.

    Numbers are not shortened. None where several requests have such a name: nothing is guessed.
    """
    wanted = [] if named.startswith("-") else _words(named)  # that is an option mistyped
    for rule in (_same, _shortens):
        found = [
            request
            for request in board.requests.values()
            if any(rule(wanted, _words(name)) for name in names_of(request))
        ]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _words(name: str) -> list[str]:
    """The words and numbers of a name, without the spaces and signs between them."""
    return re.findall(r"[^\W\d_]+|\d+", fold(name))


def _same(wanted: list[str], words: list[str]) -> bool:
    return bool(wanted) and wanted == words


def _shortens(wanted: list[str], words: list[str]) -> bool:
    """Whether each word is one of the name's, or begins one; numbers and letters alone are too little."""
    return any(map(_long_enough, wanted)) and all(
        each in words or (_long_enough(each) and any(word.startswith(each) for word in words))
        for each in wanted
    )


def _long_enough(word: str) -> bool:
    return len(word) >= _SHORTEST and not word.isdigit()
