"""Every command on many books, with what must hold for all of them.

Each command sees each book, in one of its forms: text, JSON and the others by turns. The whole would take too long.
"""

import json
import os
import re
import time
from contextlib import suppress
from pathlib import Path

from helpdesk_tui.board.load import load
from helpdesk_tui.book.file import cache_folder, read
from helpdesk_tui.book.problems import BookError
from tests.cli.mutations import mutated
from tests.cli.program import AT
from tests.support import instant

COMMANDS = (
    ("check", "check --json"),
    ("who p1", "who p1 --json"),
    ("status", "status --json"),
    ("escalate", "escalate --json"),
    ("coverage", "coverage --json", "coverage --format csv", "coverage --format ics"),
    ("shift", "shift --json", "shift --markdown"),
)

LONGEST = 5.0
"""Seconds of processor time that a command may take."""

_COMMANDS_A_TERMINAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def run_every_command(cli, numbers):
    """Run every command on the books of these numbers; how many books were good, and what took the longest."""
    good, slowest = 0, (0.0, "", 0)
    for number in numbers:
        Path("contacts.toml").write_bytes(mutated(number))
        code = 0
        for forms in COMMANDS:
            words = forms[number // 4 % len(forms)]  # the number modulo 4 chooses the kind of mutation
            begun = time.process_time()
            if "who" in words and code != 2:
                _keep_board()
            ran = cli(*words.split(), "--at", AT)
            taken = time.process_time() - begun
            slowest = max(slowest, (taken, words, number))
            assert taken < LONGEST, (number, words, taken)
            _check(ran, words, number)
            code = ran.code
        good += code != 2
    taken, words, number = slowest
    return (
        f"{len(numbers)} books from number {numbers[0]} on, {good} of them good, with {len(COMMANDS)} commands; "
        f"the slowest: {words}, {taken:.2f} s, number {number}"
    )


def _keep_board():
    """Keep the board of the book, as a command without --at does, so that the next ones read it."""
    with suppress(BookError):
        load(read("contacts.toml"), lambda zone: instant(AT, zone), cache_folder(os.environ))


def _check(ran, words, number):
    assert ran.code in (0, 1, 2), (number, words)
    out = ran.out.replace("\r\n", "\n") if "--format" in words else ran.out
    assert not _COMMANDS_A_TERMINAL.search(out + ran.err), (number, words)
    assert "Traceback" not in ran.err, (number, words)
    if "json" in words and out:
        assert all(line.isprintable() for line in out.split("\n")), (number, words)
        json.loads(out)
