"""Ends the program when its terminal is gone."""

import os
import select
import sys
from collections.abc import Sequence
from threading import Thread
from time import sleep

HUNG_UP = 129
"""The exit code of a program whose terminal is gone: 128 and the number of SIGHUP, as shells have it."""

POLL = 0.5
"""Seconds between two polls of a terminal that has unread input."""

GRACE = 0.5
"""Seconds in which the other threads may finish a file that they are writing."""


def exit_with(*terminals: int) -> None:
    """End the program, whatever it does, as soon as one of these terminals is gone.

    The signal of a hang-up is sent to the terminal's own session alone, and may be ignored. Without it
    Textual never ends: it takes the end of its input for no input, and waits for a thread that can no
    longer write.
    """
    if sys.platform != "win32":  # Windows itself ends a program with its console
        Thread(target=_end, args=[terminals], name="hang-up", daemon=True).start()


if sys.platform != "win32":

    def _end(terminals: Sequence[int]) -> None:
        wait(terminals)
        sleep(GRACE)
        # The main thread may be held in a write that never comes back: it cannot be asked to end.
        os._exit(HUNG_UP)

    def wait(terminals: Sequence[int]) -> None:
        """Wait until one of these terminals is gone. That takes no processor time."""
        poll = select.poll()
        for terminal in terminals:
            # Every system tells a hang-up to those who wait for input, and some tell it to nobody else.
            poll.register(terminal, select.POLLIN)
        while not any(_gone(terminal, happened) for terminal, happened in poll.poll()):
            sleep(POLL)

    def _gone(terminal: int, happened: int) -> bool:
        if happened & select.POLLNVAL:  # it is closed, or is /dev/tty itself, of which macOS tells nothing
            return not os.isatty(terminal)
        return bool(happened & (select.POLLHUP | select.POLLERR))
