"""A driver of Textual whose input is filtered: the terminal is read here, and Textual reads what is left."""

import os
import sys
from contextlib import suppress
from select import select
from socket import socket, socketpair
from threading import Thread

from textual.driver import Driver

from helpdesk_tui.tui.input_filter import InputFilter


def filtered(driver: type[Driver]) -> type[Driver]:
    """The driver that filters the input of `driver`; `driver` itself where it is no POSIX terminal's."""
    if sys.platform != "win32" and driver is LinuxDriver:
        return FilteredDriver
    return driver


if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    class FilteredDriver(LinuxDriver):
        """Textual's driver of a POSIX terminal, reading a socket; the terminal is at its other end."""

        def run_input_thread(self) -> None:
            """Wait for input and send it to the app as events, until the driver is stopped."""
            terminal = self.fileno
            ours, theirs = socketpair()
            with ours, theirs:
                reader = Thread(target=_read, args=(terminal, ours), name="terminal", daemon=True)
                reader.start()
                self.fileno = theirs.fileno()
                try:
                    with suppress(UnicodeDecodeError):  # it may be stopped in the middle of a character
                        super().run_input_thread()
                finally:
                    self.fileno = terminal
                    theirs.close()
                    reader.join()

    def _read(terminal: int, driver: socket) -> None:
        """Filter the terminal's input for the driver, until one of them is closed."""
        keys = InputFilter()
        with suppress(OSError):
            while True:
                ready, _, _ = select([terminal, driver.fileno()], [], [], keys.timeout)
                if driver.fileno() in ready:
                    return
                if not ready:
                    passed = keys.flush()
                elif data := os.read(terminal, 4096):
                    passed = keys.filter(data)
                else:
                    return
                driver.sendall(passed.encode())
