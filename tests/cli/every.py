"""Every command on many books, with what must hold for all of them.

`check` sees each book, `who` each good one, the other commands by turns, each in one of its forms: text, JSON and so on.
The whole would take too long.
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
from tests.support import ROOT, instant

CHECK = ("check", "check --json", "check --format sarif")

WHO = ("who p1", "who p1 --json")

OTHERS = (
    ("status", "status --json"),
    ("escalate", "escalate --json"),
    ("next", "next --json"),
    ("find p1", "find p1 --json"),
    ("coverage", "coverage --json", "coverage --format csv", "coverage --format ics", "coverage --gaps"),
    ("duty", "duty --json", "duty --format ics", "duty --person x"),
    ("shift", "shift --json", "shift --markdown"),
    ("export --format vcard", "export --format csv", "export --format markdown"),
    ("diff {default}", "diff {default} --json", "diff {default} --format markdown"),
)

MANY = 2
"""How many of the others see a good book, by turns; of all of them one sees a bad book, which ends each alike."""

LONGEST = 5.0
"""Seconds of processor time that a command may take."""

_COMMANDS_A_TERMINAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def run_every_command(cli, numbers):
    """Run every command on the books of these numbers; how many books were good, and what took the longest."""
    good, runs, slowest = 0, 0, (0.0, "", 0)
    for number in numbers:
        Path("contacts.toml").write_bytes(mutated(number))
        turn = number // 4  # the number modulo 4 chooses the kind of mutation
        others = [OTHERS[(turn + ahead) % len(OTHERS)] for ahead in range(MANY)]
        commands = [CHECK]
        code = None
        for forms in commands:  # which grow once it is known whether the book is good
            words = forms[turn % len(forms)].format(default=ROOT / "contacts.toml").split()
            if words[0] == "diff":
                words.insert(2, "contacts.toml")
            begun = time.process_time()
            if words[0] == "who" and code != 2:
                _keep_board()
            ran = cli(*words, *(() if words[0] == "export" else ("--at", AT)))
            taken = time.process_time() - begun
            slowest = max(slowest, (taken, " ".join(words), number))
            assert taken < LONGEST, (number, words, taken)
            _check(ran, words, number)
            if code is None:
                code = ran.code
                commands += [(WHO, *OTHERS)[turn % (len(OTHERS) + 1)]] if code == 2 else [WHO, *others]
            runs += 1
        good += code != 2
    taken, words, number = slowest
    return (
        f"{len(numbers)} books from number {numbers[0]} on, {good} of them good, {runs} commands; "
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
    if {"--json", "sarif"} & {*words} and out:
        assert all(line.isprintable() for line in out.split("\n")), (number, words)
        json.loads(out)
