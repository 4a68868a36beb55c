"""Requests as the command line names them: by id, key, name or alias."""

import os
from collections.abc import Iterable

from helpdesk_tui.answers.find import find_request, nearest
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.languages import message
from helpdesk_tui.phrases.language import Words


def request_named(board: Board, argument: str, words: Words) -> Request:
    """The request of this name. Raises UsageError, with the nearest names, where there is none."""
    name = _as_utf8(argument)
    request = find_request(board, name)
    if request is None:
        names = ", ".join(nearest(board, name)) or "—"
        problem = message("no request is called {name}; try: {names}")
        raise UsageError(problem, words, name=name, names=names)
    return request


def requests_named(board: Board, arguments: Iterable[str], words: Words) -> tuple[Request, ...]:
    """The requests of these names, each once and in the book's order; several may stand between commas.

    A name that holds a comma is taken whole. Raises UsageError as `request_named` does.
    """
    ids = set()
    for argument in arguments:
        whole = find_request(board, _as_utf8(argument)) is not None
        names = [argument] if whole else argument.split(",")
        ids |= {request_named(board, name.strip(), words).id for name in names}
    return tuple(request for request in board.requests.values() if request.id in ids)


def _as_utf8(argument: str) -> str:
    """`argument` read as UTF-8, as nearly every keyboard writes it, even where the locale is not."""
    try:
        return os.fsencode(argument).decode()
    except UnicodeError:
        return argument
