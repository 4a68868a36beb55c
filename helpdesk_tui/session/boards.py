"""Builds the board of a book in a subprocess, so that this process need not load what that needs."""

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

_FOLDER = str(PurePath(__file__).parents[2])
"""The folder that holds the package."""


class Load(Protocol):
    """A function that gives the board of a book's file."""

    def __call__(self, file: BookFile, at: datetime, folder: str | None, *, keep: bool) -> Board:
        """The board of `file` around the instant `at`; `folder` is that of kept boards, or None.

        It is written there only if `keep`. Raises BookError for a bad book.
        """


def load_in_process(file: BookFile, at: datetime, folder: str | None, *, keep: bool) -> Board:
    """The board, kept or else built in this process."""
    board, _ = load(file, lambda zone: at, folder, keep=keep)
    return board


def load_in_subprocess(file: BookFile, at: datetime, folder: str | None, *, keep: bool) -> Board:
    """The board, kept or else built in a subprocess, or in this process if none can be started."""
    if folder and (board := kept.read_board(folder, file.path, file.content, lambda zone: at)) is not None:
        return board
    data = _ask(file, at)
    if data is None:
        return load_in_process(file, at, folder, keep=keep)
    if folder is not None and keep:
        with suppress(OSError):  # without a kept board the next start is only slower
            kept.write(folder, file.path, data)
    return kept.board_of(data, file.content) or load_in_process(file, at, folder, keep=keep)


def _ask(file: BookFile, at: datetime) -> bytes | None:
    """The bytes of a kept board from the subprocess; None if it failed. Raises BookError for a bad book."""
    question = json.dumps([file.path, at.isoformat()]).encode() + b"\n" + file.content
    try:
        # Modules are imported from the package's folder, not from the current one, which may hold any.
        code = f"import sys; sys.path.insert(0, {_FOLDER!r}); from {__name__} import main; main()"
        command = [sys.executable, "-P", "-c", code]
        done = subprocess.run(command, input=question, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    word, _, answer = done.stdout.partition(b"\n")
    if word == b"problems":
        problems = [
            Problem(key, text, tuple(map(tuple, values)), line, kind)
            for key, text, values, line, kind in json.loads(answer)
        ]
        raise BookError(file.path, problems)
    return answer


def main() -> None:
    """Answer the question on standard input with the bytes of a board, or with the problems of its book."""
    head, _, content = sys.stdin.buffer.read().partition(b"\n")
    path, at = json.loads(head)
    file = BookFile(path, content)
    try:
        board = load_in_process(file, datetime.fromisoformat(at), None, keep=False)
        answer = b"board\n" + kept.bytes_of(board, content)
    except BookError as error:
        answer = b"problems\n" + json.dumps(error.problems).encode()
    sys.stdout.buffer.write(answer)  # noqa: TID251 (a pipe of the process that asks)
