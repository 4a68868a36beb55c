"""The program as a command: in this process, or in one of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from helpdesk_tui.book.file import BookFile
from helpdesk_tui.cli.main import run
from helpdesk_tui.cli.question import Question
from helpdesk_tui.cli.window import window_of
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from tests.support import DESK_TEXT

AT = "2026-11-23T16:25"
"""A Monday afternoon; PQRSA closes in 35 minutes."""

NIGHT = "2026-11-23T22:00"
HOLIDAY = "2026-12-08T10:00"


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self):
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def lines(self):
        return self.out.splitlines()


class Program:
    """Runs commands in this process."""

    def __init__(self, capsys):
        self._capsys = capsys

    def __call__(self, *arguments):
        self._capsys.readouterr()
        try:
            code = run(list(arguments))
        except SystemExit as stopped:  # --help and --version
            code = stopped.code
        return Ran(code, *self._capsys.readouterr())


def command(*arguments, python=(), **changes):
    """The command line of a process of its own, and its environment with these changes (None takes one away)."""
    env = {name: value for name, value in {**os.environ, **changes}.items() if value is not None}
    return [sys.executable, *python, "-m", "helpdesk_tui", *arguments], env


def process(*arguments, timeout=20, **changes):
    """Run a command in a process of its own, with bytes in and out."""
    words, env = command(*arguments, **changes)
    return subprocess.run(words, env=env, capture_output=True, timeout=timeout, stdin=subprocess.DEVNULL)


def book(text=DESK_TEXT, path="contacts.toml"):
    """Write a book, here unless the path leads elsewhere; its path as text."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, "utf-8")
    return str(path)


def rows(text):
    """A block of expected lines, each from its first character."""
    return text.strip("\n").splitlines()


def uncoded(text):
    """What `check` writes, without the code and the name at the end of each line."""
    return re.sub(r" \[HD\d{3} [a-z-]+\]$", "", text, flags=re.MULTILINE)


def one_problem(ran):
    """The one line that a refused command wrote to standard error, and nothing to standard output."""
    assert (ran.code, ran.out) == (2, "")
    (line,) = uncoded(ran.err).splitlines()
    return line


def misuse(ran):
    """What a command with wrong arguments says: a line, then where to look."""
    assert (ran.code, ran.out) == (2, "")
    line, hint = ran.err.splitlines()
    assert line.startswith("helpdesk-tui: ")
    assert hint in {"see helpdesk-tui --help", "vea helpdesk-tui --help"}
    return line.removeprefix("helpdesk-tui: ")


def window_on(board, first, days, requests=None):
    """The window of these days, for all of the board's requests unless some are given; its phrases are English."""
    start = board.day(first)[0]
    question = Question(BookFile("", b""), board, start, Phrases(Language("en"), board, start))
    return window_of(question, first, days, tuple(board.requests.values()) if requests is None else requests)


needs_devices = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
