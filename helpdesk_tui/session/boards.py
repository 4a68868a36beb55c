"""The board of a book, worked out in a process of its own: what that loads ends with it."""

import json
import subprocess
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import PurePath
from typing import Protocol

from helpdesk_tui.board import kept
from helpdesk_tui.board.board import Board
from helpdesk_tui.board.load import load
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.problems import BookError, Problem

_MODULE = "helpdesk_tui.session.boards"
_FOLDER = str(PurePath(__file__).parents[2])
"""Where the package is found, whatever folder the program was started in."""


class Load(Protocol):
    """What gives the board of a book's file."""

    def __call__(self, file: BookFile, at: datetime, folder: str | None, *, keep: bool) -> Board:
        """The board of `file` around the instant `at`; `folder` is where boards are kept, or None.

        Unless `keep`, nothing is written there. Raises BookError where the book is bad.
        """


def load_here(file: BookFile, at: datetime, folder: str | None, *, keep: bool) -> Board:
    """The board, kept or else worked out in this process."""
    board, _ = load(file, lambda zone: at, folder, keep=keep)
    return board


def load_apart(file: BookFile, at: datetime, folder: str | None, *, keep: bool) -> Board:
    """The board, kept or else worked out in a process of its own; in this one where none can be started."""
    if folder is not None:
        board = kept.read_board(folder, file.path, file.content, lambda zone: at)
        if board is not None:
            return board
    data = _ask(file, at)
    if data is None:
        return load_here(file, at, folder, keep=keep)
    if folder is not None and keep:
        with suppress(OSError):  # without a kept board the next start is only slower
            kept.write(folder, file.path, data)
    board = kept.board_of(data, file.content)
    return load_here(file, at, folder, keep=keep) if board is None else board


def _ask(file: BookFile, at: datetime) -> bytes | None:
    """What the other process answers, a kept board's bytes; None where it did not answer."""
    question = json.dumps([file.path, at.isoformat()]).encode() + b"\n" + file.content
    try:
        # The package's folder stands for that of the reader, which may hold modules of any name.
        code = f"import sys; sys.path.insert(0, {_FOLDER!r}); from {_MODULE} import main; main()"
        command = [sys.executable, "-P", "-c", code]
        done = subprocess.run(command, input=question, capture_output=True, check=False)
    except OSError:
        return None
    if done.returncode != 0:
        return None
    kind, _, answer = done.stdout.partition(b"\n")
    if kind == b"problems":
        raise BookError(
            file.path,
            [
                Problem(key, text, tuple(map(tuple, values)), line, kind)
                for key, text, values, line, kind in json.loads(answer)
            ],
        )
    return answer


def main() -> None:
    """Answer the question on standard input with a board's bytes, or with what is wrong with its book."""
    head, _, content = sys.stdin.buffer.read().partition(b"\n")
    path, at = json.loads(head)
    file = BookFile(path, content)
    try:
        board = load_here(file, datetime.fromisoformat(at), None, keep=False)
        answer = b"board\n" + kept.bytes_of(board, content)
    except BookError as error:
        answer = b"problems\n" + json.dumps(error.problems).encode()
    sys.stdout.buffer.write(answer)  # noqa: TID251 (a pipe of the process that asks)
