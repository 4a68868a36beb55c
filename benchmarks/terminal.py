"""A program in a pseudo-terminal: what it writes and when, and when its picture was complete."""

import fcntl
import os
import select
import struct
import subprocess
import termios
from collections.abc import Sequence
from time import perf_counter
from types import TracebackType
from typing import NamedTuple

import pyte

COLUMNS, ROWS = 100, 30


class Chunk(NamedTuple):
    """Bytes that the program wrote, and when they came."""

    at: float
    data: bytes


class Terminal:
    """A program in a terminal of 100 by 30 cells."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._ours, theirs = os.openpty()
        self._gone = False
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.started = perf_counter()
        self.process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
        )
        os.close(theirs)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed."""
        if not self._gone:
            os.close(self._ours)
        self._gone = True

    def press(self, keys: str) -> float:
        """Send keys and return when."""
        at = perf_counter()
        os.write(self._ours, keys.encode())
        return at

    def read(self, seconds: float) -> Chunk | None:
        """What is written next, or None where nothing is for that long."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return None
        data = os.read(self._ours, 1 << 16)
        return Chunk(perf_counter(), data)

    def complete(self, quiet: float, first: float = 10) -> float:
        """Read until nothing is written for `quiet` seconds; return when the picture was as it then is.

        So no text has to be known beforehand, and a picture that is drawn in stages counts when its
        last stage is there. `first` is how long to wait for the first bytes.
        """
        chunks = []
        chunk = self.read(first)
        while chunk is not None:
            chunks.append(chunk)
            chunk = self.read(quiet)
        if not chunks:
            raise TimeoutError("the program wrote nothing")
        pictures = [self._show(chunk.data) for chunk in chunks]
        last = len(pictures) - 1
        while last and pictures[last - 1] == pictures[-1]:
            last -= 1
        return chunks[last].at

    def text(self) -> str:
        """The text on the screen."""
        return "\n".join(self.screen.display)

    def _show(self, data: bytes) -> list[list[pyte.screens.Char]]:
        self._stream.feed(data)
        return [[self.screen.buffer[row][column] for column in range(COLUMNS)] for row in range(ROWS)]
