"""Requests as the command line names them: by id, key, name or alias."""

from collections.abc import Iterable

from helpdesk_tui.answers.find import find_request, nearest
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.phrases.language import Words


def request_named(board: Board, argument: str, words: Words) -> Request:
    """The request that is called so. Raises UsageError, with the names that look like it, where none is."""
    request = find_request(board, argument)
    if request is None:
        names = ", ".join(nearest(board, argument)) or "—"
        message = words.gettext("no request is called {name}; there are: {names}")
        raise UsageError(message.format(name=argument, names=names), words)
    return request


def requests_named(board: Board, arguments: Iterable[str], words: Words) -> tuple[Request, ...]:
    """The requests that are called so, each once and in the book's order; several may stand between commas.

    A name that holds a comma is taken whole. Raises UsageError as `request_named` does.
    """
    found = set()
    for argument in arguments:
        whole = find_request(board, argument) is not None
        names = [argument] if whole else argument.split(",")
        found |= {request_named(board, name.strip(), words).id for name in names}
    return tuple(request for request in board.requests.values() if request.id in found)
