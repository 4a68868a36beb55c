"""A Textual driver that filters its input, and is stopped and continued only between two events."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from select import select
from socket import socket, socketpair
from threading import Thread
from types import FrameType
from typing import Any

from textual.app import App
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

        def __init__(
            self,
            app: App[Any],
            *,
            debug: bool = False,
            mouse: bool = True,
            size: tuple[int, int] | None = None,
        ) -> None:
            super().__init__(app, debug=debug, mouse=mouse, size=size)
            self._running_app = app
            self._suspended = False
            self._lends_the_terminal = False
            self._event_loop = asyncio.get_running_loop()
            for number in (signal.SIGTSTP, signal.SIGCONT):
                self._handle_between_events(number)

        def _handle_between_events(self, number: int) -> None:
            """Let Textual's handler of this signal run as a callback of the event loop.

            It writes to the terminal. Run at once, in the middle of another write, it would wait for ever
            for the lock that this write holds.
            """
            handler = signal.getsignal(number)

            def handle(number: int, frame: FrameType | None) -> None:
                if not callable(handler):
                    return
                # While another program has the terminal, the loop waits for that.
                if self._lends_the_terminal or not self._event_loop.is_running():
                    handler(number, frame)
                else:
                    self._event_loop.call_soon_threadsafe(handler, number, None)

            signal.signal(number, handle)

        def suspend_application_mode(self) -> None:
            """Give the terminal back as it was."""
            super().suspend_application_mode()
            self._suspended = True

        def resume_application_mode(self) -> None:
            """Take the terminal again, and show the whole screen on it."""
            if not self._suspended:  # SIGSTOP stopped it, which no program can catch
                self.suspend_application_mode()
            super().resume_application_mode()
            self._suspended = False
            self._running_app.call_later(self._running_app.refresh, layout=True)

        @contextmanager
        def no_automatic_restart(self) -> Iterator[None]:
            """While another program has the terminal."""
            self._lends_the_terminal = True
            try:
                with super().no_automatic_restart():
                    yield
            finally:
                self._lends_the_terminal = False

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
