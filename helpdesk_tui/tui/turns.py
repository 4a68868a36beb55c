"""Keys in turn: each finds the screen as the one before left it."""

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event

PATIENCE = 1.0
"""Seconds that keys wait for the one before them."""


class Turns:
    """Holds a key back until the one before has done its work.

    Textual hands every key at once to what has the focus then. Of keys typed ahead, as over a slow line, some
    would go to a field that an earlier one closes, and be lost or obeyed after later ones.
    """

    def __init__(self, app: App[None], obey: Callable[[Event], Awaitable[None]]) -> None:
        self._app = app
        self._obey = obey
        self._waiting: deque[Event] = deque()
        self._begun: float | None = None

    async def take(self, event: Event) -> None:
        """Obey a key or a paste, in its turn."""
        self._waiting.append(event)
        if self._begun is None:
            await self._next()
        elif monotonic() - self._begun >= PATIENCE:
            while self._waiting:
                await self._next()

    async def _next(self) -> None:
        self._begun = None
        if self._waiting:
            begun = self._begun = monotonic()
            # It climbs from the focus to the app; what it does there may send a message on the same way.
            path = (self._app.focused or self._app.screen).ancestors_with_self
            await self._obey(self._waiting.popleft())
            await self._follow([*path, *path], begun)

    async def _follow(self, path: Sequence[DOMNode], begun: float) -> None:
        """Wait in the queue of each node on the path in turn, behind the key and what it sent."""
        for place, node in enumerate(path, start=1):
            if node.call_later(self._follow, path[place:], begun):
                return
        if begun == self._begun:
            await self._next()
