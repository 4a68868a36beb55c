"""The terminal goes away: its window is closed, or the connection is lost."""

import os
import select
import signal
from pathlib import Path
from threading import Thread

import pytest

from helpdesk_tui.tui.hang_up import HUNG_UP, POLL, wait
from tests.terminal.terminal import Terminal, linux, state

AT = "2026-11-23T16:25"

ANSWER = "opción 2 → 5"

CONTROLLING = {}
BESIDE = {"controlling": False}
IGNORED = {"ignores": signal.SIGHUP}
"""Where the signal of a hang-up ends the program, where it does not come (setsid), where it is ignored (nohup)."""


def answered(terminal):
    terminal.sees(ANSWER)


def searching(terminal):
    terminal.sees(ANSWER)
    terminal.press("/")
    terminal.sees("Buscar ─")


def drawing(terminal):
    terminal.wait(lambda: terminal.written)


def loading(terminal):
    """A second thread runs, and nothing is written yet."""
    terminal.wait(lambda: len(os.listdir(f"/proc/{terminal.process.pid}/task")) > 1)
    assert not terminal.read(0)


def unread(terminal):
    """Every `m` writes the whole screen again, some 15 KB; a terminal holds 64 KB that nobody reads."""
    terminal.sees(ANSWER)
    terminal.type("m" * 20)
    while select.select([], [terminal.slave], [], 0)[1]:  # there is room for more
        assert terminal.process.poll() is None
        os.sched_yield()


def stopped(terminal):
    terminal.sees(ANSWER)
    terminal.process.send_signal(signal.SIGTSTP)
    terminal.wait(lambda: state(terminal) == "T")


@pytest.mark.parametrize(
    ("way", "moment", "codes"),
    [
        pytest.param(CONTROLLING, answered, {-signal.SIGHUP}, id="the first answer"),
        pytest.param(CONTROLLING, searching, {-signal.SIGHUP}, id="an open sheet"),
        pytest.param(CONTROLLING, drawing, {-signal.SIGHUP}, id="before the first frame"),
        pytest.param(BESIDE, answered, {HUNG_UP}, id="not its controlling terminal"),
        pytest.param(BESIDE, searching, {HUNG_UP}, id="not its controlling terminal, an open sheet"),
        pytest.param(BESIDE, drawing, {HUNG_UP}, id="not its controlling terminal, before the first frame"),
        pytest.param(
            BESIDE, loading, {HUNG_UP}, id="not its controlling terminal, while it loads", marks=linux
        ),
        pytest.param(
            BESIDE, unread, {HUNG_UP}, id="not its controlling terminal, output unread", marks=linux
        ),
        pytest.param(IGNORED, answered, {HUNG_UP}, id="the signal ignored"),
        pytest.param(IGNORED, unread, {HUNG_UP}, id="the signal ignored, output unread", marks=linux),
    ],
)
def test_a_terminal_that_is_gone_ends_it_within_two_seconds(way, moment, codes):
    with Terminal("--at", AT, **way) as terminal:
        moment(terminal)
        terminal.hang_up()
        assert terminal.ends(seconds=2) in codes


def test_a_terminal_that_is_gone_from_the_start_ends_it():
    with Terminal("--at", AT, **BESIDE) as terminal:
        terminal.hang_up()
        assert terminal.ends() in {2, HUNG_UP}  # it finds no terminal, or loses it


@linux
@pytest.mark.parametrize("way", [BESIDE, IGNORED])
def test_a_terminal_that_is_gone_while_it_is_stopped_ends_it_when_it_goes_on(way):
    with Terminal("--at", AT, **way) as terminal:
        stopped(terminal)
        terminal.hang_up()
        terminal.process.send_signal(signal.SIGCONT)
        assert terminal.ends(seconds=2) == HUNG_UP


# The wait


class Wait:
    """A pseudo-terminal, and a thread that waits until it is gone."""

    def __init__(self):
        self.master, self.slave = os.openpty()
        self.thread = Thread(target=wait, args=[[self.slave]], daemon=True)
        self.thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for descriptor in (self.master, self.slave):
            if descriptor is not None:
                os.close(descriptor)

    def hang_up(self):
        os.close(self.master)
        self.master = None

    def ends(self, seconds):
        """Whether the wait is over within this time."""
        self.thread.join(seconds)
        return not self.thread.is_alive()

    def sleeps(self):
        """How often the thread went to sleep so far; once at least."""
        status = Path(f"/proc/self/task/{self.thread.native_id}/status")
        text = status.read_text()
        while "State:\tS" not in text:
            text = status.read_text()
        return int(text.partition("\nvoluntary_ctxt_switches:")[2].split()[0])


@linux
def test_waiting_for_a_hang_up_costs_no_processor_time():
    with Wait() as waiting:
        before = waiting.sleeps()
        assert not waiting.ends(3 * POLL)
        assert waiting.sleeps() - before <= 1  # on its way into the wait; not a look every now and then
        waiting.hang_up()
        assert waiting.ends(1)


@linux
def test_input_that_nobody_reads_costs_next_to_none_and_hides_no_hang_up():
    with Wait() as waiting:
        os.write(waiting.master, b"q\n")
        before = waiting.sleeps()
        assert not waiting.ends(3 * POLL)
        assert waiting.sleeps() - before < 20
        waiting.hang_up()
        assert waiting.ends(1 + POLL)


def test_a_terminal_of_which_the_system_tells_nothing_is_not_taken_for_gone(monkeypatch):
    class Mute:
        """As macOS has it where the terminal was opened as /dev/tty."""

        def register(self, terminal, _):
            self.terminal = terminal

        def poll(self):
            return [(self.terminal, select.POLLNVAL)]

    monkeypatch.setattr("select.poll", Mute)
    with Wait() as waiting:
        assert not waiting.ends(3 * POLL)
        waiting.hang_up()
        assert waiting.ends(1 + POLL)
