"""A queue of keys: each is handled when the one before has done its work."""

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event

LONGEST_WAIT = 1.0
"""Seconds that keys wait for the one before them."""


class KeyQueue:
    """Holds a key back until the one before has done its work.

    Textual sends every key at once to the widget that has the focus then. Of keys typed ahead, as over a slow
    line, some would go to a field that an earlier one closes, and be lost or handled after later ones.
    """

    def __init__(self, app: App[None], handle: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._handle = handle
        self._waiting: deque[Event] = deque()
        self._started: float | None = None
        """When the current key began; None while no key is being handled."""

    async def put(self, event: Event) -> None:
        """Handle a key or a paste when those before it are done."""
        self._waiting.append(event)
        if self._started is None:
            await self._handle_next()
        elif monotonic() - self._started >= LONGEST_WAIT:
            while self._waiting:
                await self._handle_next()

    async def _handle_next(self) -> None:
        self._started = None
        if self._waiting:
            started = self._started = monotonic()
            # A key bubbles from the focus to the app; what it does there may send a message on the same way.
            path = (self._app.focused or self._app.screen).ancestors_with_self
            await self._handle(self._waiting.popleft())
            await self._wait_for([*path, *path], started)

    async def _wait_for(self, path: Sequence[DOMNode], started: float) -> None:
        """Wait in the message queue of each node in turn, behind the key and what it sent."""
        for index, node in enumerate(path, start=1):
            if node.call_later(self._wait_for, path[index:], started):
                return
        if started == self._started:
            await self._handle_next()
