"""Reads the terminal for Textual, which is given what `Sequences` lets through and nothing else."""

import os
import sys
from contextlib import suppress
from select import select
from socket import socket, socketpair
from threading import Thread

from textual.driver import Driver

from helpdesk_tui.tui.sequences import Sequences


def guarded(driver: type[Driver]) -> type[Driver]:
    """`driver` as it reads what is let through; itself where it is not the one of a POSIX terminal."""
    if sys.platform != "win32" and driver is LinuxDriver:
        return Guarded
    return driver


if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    class Guarded(LinuxDriver):
        """Textual's driver for a terminal, reading from a socket at whose other end the terminal is read."""

        def run_input_thread(self) -> None:
            """Wait for input and send it to the app as events, until the driver is told to stop."""
            terminal = self.fileno
            ours, theirs = socketpair()
            with ours, theirs:
                reader = Thread(target=_read, args=(terminal, ours), name="terminal", daemon=True)
                reader.start()
                self.fileno = theirs.fileno()
                try:
                    with suppress(UnicodeDecodeError):  # it may be told to stop in the middle of a character
                        super().run_input_thread()
                finally:
                    self.fileno = terminal
                    theirs.close()
                    reader.join()

    def _read(terminal: int, driver: socket) -> None:
        """Read the terminal for the driver, until one of them is gone."""
        sequences = Sequences()
        with suppress(OSError):
            while True:
                ready, _, _ = select([terminal, driver.fileno()], [], [], sequences.patience)
                if driver.fileno() in ready:
                    return
                if not ready:
                    passed = sequences.give_up()
                elif data := os.read(terminal, 4096):
                    passed = sequences.feed(data)
                else:
                    return
                driver.sendall(passed.encode())
