"""The real program in a real pseudo-terminal, its screen read through pyte."""

import base64
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path

import pyte
import pytest

SLOW = 8.0
"""Seconds after which something that happens at once counts as not happening, on the slowest machine."""

KEYS = {"escape": "\x1b", "enter": "\r", "down": "\x1b[B", "up": "\x1b[A", "ctrl+p": "\x10", "ctrl+c": "\x03"}

SYNC_QUERY, SYNC_ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
FRAME, FRAME_END = b"\x1b[?2026h", b"\x1b[?2026l"
"""What stands around each frame where the terminal said that it knows frames (synchronized output)."""

LEFT = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1006l")
"""What undoes the alternate screen, the hidden cursor, pasting in brackets and the mouse."""


COLOURS = re.compile(rb"\x1b\[[0-9;:]*m")


class Terminal:
    """A pseudo-terminal with a program in it: `written` is every byte that it sent, `screen` what they draw.

    It shows whole frames alone, as terminals that know them do, so nobody reads one that is half drawn.
    It may not be the program's controlling terminal, and the program may ignore a signal, as under nohup.
    """

    def __init__(
        self,
        *arguments,
        columns=100,
        rows=30,
        env=(),
        program=("-m", "helpdesk_tui"),
        controlling=True,
        ignores=None,
    ):
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.frame = b""
        """The beginning of a frame that has not ended."""
        self.asked = False
        self.master, self.slave = pty.openpty()
        self.settings = termios.tcgetattr(self.slave)
        self.claim(columns, rows)

        def prepare():
            if controlling:
                fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            for each in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
                signal.signal(each, signal.SIG_DFL)  # which tests in the background may ignore
            if ignores is not None:
                signal.signal(ignores, signal.SIG_IGN)

        self.process = subprocess.Popen(
            [sys.executable, *program, *arguments],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=environment(**dict(env)),
            start_new_session=True,
            preexec_fn=prepare,
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for descriptor in (self.master, self.slave):
            if descriptor is not None:
                os.close(descriptor)

    # What the reader does

    def type(self, text):
        os.write(self.master, text.encode())

    def press(self, key):
        self.type(KEYS.get(key, key))

    def interrupt(self):
        """Press ctrl+c until the program ends; its exit code.

        Python takes no notice of one that comes after a prompt is written and before it waits for the answer.
        """
        for _ in range(4):
            self.press("ctrl+c")
            with suppress(AssertionError):
                return self.ends(seconds=2)
        raise AssertionError("ctrl+c does not end it")

    def resize(self, columns, rows):
        self.screen.resize(rows, columns)
        self.claim(columns, rows)

    def hang_up(self):
        """Close the terminal, as when its window is closed or the connection is lost."""
        os.close(self.slave)
        os.close(self.master)
        self.slave = self.master = None

    # What the reader sees

    @property
    def text(self):
        return "\n".join(line.rstrip() for line in self.screen.display)

    def line(self, words):
        """The one line with these words."""
        (found,) = [line for line in self.text.splitlines() if words in line]
        return found

    def wait(self, condition, seconds=SLOW):
        """Read until the condition holds; how many seconds that took."""
        begun = time.monotonic()
        while not condition():
            left = begun + seconds - time.monotonic()
            assert left > 0, f"waited {seconds} s in vain; the screen:\n{self.text}"
            self.read(min(left, 0.1))
        return time.monotonic() - begun

    def sees(self, *words, seconds=SLOW):
        """Wait until all these words are on the screen."""
        return self.wait(lambda: all(each in self.text for each in words), seconds)

    def misses(self, *words, seconds=SLOW):
        """Wait until none of these words is on the screen."""
        return self.wait(lambda: not any(each in self.text for each in words), seconds)

    def read(self, seconds):
        """Read what comes within this time, at most once; how many bytes that was."""
        if not select.select([self.master], [], [], seconds)[0]:
            return 0
        try:
            data = os.read(self.master, 65536)
        except OSError:  # the far end is closed
            return 0
        self.written += data
        if not self.asked and SYNC_QUERY in self.written:
            self.asked = True
            os.write(self.master, SYNC_ANSWER)
        self.draw(data)
        return len(data)

    def draw(self, data):
        """Draw up to the end of the last whole frame."""
        self.frame += data
        start, end = self.frame.rfind(FRAME), self.frame.rfind(FRAME_END)
        if start <= end:  # none has begun, unless its mark is cut in two
            cut = next(size for size in range(len(FRAME) - 1, -1, -1) if self.frame.endswith(FRAME[:size]))
            start = len(self.frame) - cut
        self.feed(self.frame[:start])
        self.frame = self.frame[start:]

    def settle(self, seconds=0.5):
        """Read until nothing was written for this long."""
        deadline = time.monotonic() + SLOW
        while self.read(seconds):
            assert time.monotonic() < deadline, "it never stops writing"

    def is_silent_for(self, seconds):
        """Whether nothing is written for this long, once what was under way is there.

        It is tried three times: a minute may begin meanwhile.
        """
        for _ in range(3):
            self.settle()
            if not self.read(seconds):
                return True
        return False

    def ends(self, seconds=SLOW):
        """Wait for the program's end; its exit code."""
        if self.master is None:
            return self.process.wait(seconds)
        deadline = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still running after {seconds} s"
            self.read(0.02)
        while self.read(0):
            pass
        self.feed(self.frame)
        return self.process.returncode

    def feed(self, data):
        """Draw the text: pyte takes ten times as long for its colours, at which nobody looks here."""
        self.stream.feed(COLOURS.sub(b"", data))

    def claim(self, columns, rows):
        """Tell the program of a size, which the screen here does not take."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def environment(**changes):
    """The tests' own environment with changes (None takes a name away); the terminal tells its size itself."""
    env = {**os.environ, **changes}
    for name in ("COLUMNS", "LINES"):
        if name not in changes:
            env.pop(name, None)
    return {name: value for name, value in env.items() if value is not None}


linux = pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="needs Linux's /proc")


def state(terminal):
    """The letter that Linux has for what the process does: S asleep, T stopped, R running."""
    return Path(f"/proc/{terminal.process.pid}/stat").read_text().rpartition(") ")[2][0]


def clipboard(terminal):
    """Every text that was sent to the terminal's clipboard (OSC 52)."""
    found = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)", terminal.written)
    return [base64.b64decode(each).decode() for each in found]


def is_restored(terminal):
    """Whether the terminal is as it was before the program started."""
    for code in LEFT:
        assert code in terminal.written, code
        assert terminal.written.rindex(code) > terminal.written.rindex(
            code[:-1] + (b"l" if code[-1:] == b"h" else b"h")
        )
    assert termios.tcgetattr(terminal.slave) == terminal.settings
    return True
