"""The app as it lives: it holds the view, wakes when something changes, and writes what differs."""

import asyncio
import os
import signal
from collections.abc import Collection, Sequence
from datetime import datetime
from time import monotonic

from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste, Resize
from textual.filter import LineFilter
from textual.screen import Screen

from helpdesk_tui.answers.contact import contact
from helpdesk_tui.tui.bars import SMALLEST
from helpdesk_tui.tui.cells import Shown
from helpdesk_tui.tui.dashboard import Dashboard
from helpdesk_tui.tui.feed import Feed, Fetched
from helpdesk_tui.tui.notices import Minute, many_rules
from helpdesk_tui.tui.place import Place
from helpdesk_tui.tui.plain import Plain, speaks_utf8
from helpdesk_tui.tui.terminal import guarded
from helpdesk_tui.tui.themes import DARK, LIGHT
from helpdesk_tui.tui.turns import Turns
from helpdesk_tui.tui.view import View, look
from helpdesk_tui.tui.watch import Watch
from helpdesk_tui.words.catalogue import Words
from helpdesk_tui.words.notices import changes

TERMINATED = 128 + signal.SIGTERM
"""The exit code of a program that was told to end, as shells have it."""

TICK = 1.0
"""Seconds between two looks at the clock and at the book's file."""

TOLD = 10.0
"""Seconds that a change is told for."""

LARGEST = (1000, 300)
"""Columns and rows that are drawn; a terminal may say that it has any number of them."""

WIDTHS = [(0, "-tiny"), (SMALLEST[0], "-narrow"), (80, "-medium"), (100, "-wide")]
HEIGHTS = [(0, "-flat"), (SMALLEST[1], "-short"), (22, "-tall")]
"""From how many columns and rows on each class of the style sheet holds."""


class Live(App[None]):
    """A screen that is open all day: it follows the clock and the book, and is quiet between."""

    CSS_PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "app.tcss")
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self,
        feed: Feed,
        words: Words,
        *,
        utf8: bool | None = None,
        bell: bool = False,
        told: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.feed = feed
        self.words = words
        self.title = feed.board.title
        self.animation_level = "none"
        self._plain = [] if (speaks_utf8() if utf8 is None else utf8) else [Plain()]
        self._shown = Shown()
        self._loading = False
        self._minute = Minute()
        self._watch = Watch()
        self._turns = Turns(self, self._obey)
        self._rings = bell
        self._told = tuple(told)
        self._told_until = monotonic() + TOLD
        self.view = self._look("")
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name

    def get_driver_class(self) -> type[Driver]:
        """Textual's own, given nothing that it could not read."""
        return guarded(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        """The dashboard is there from the first frame, laid out for the terminal's size."""
        screen = Dashboard(self.view)
        for classes, length in ((WIDTHS, self.size.width), (HEIGHTS, self.size.height)):
            # Textual would set them after a first layout, and lay out and draw all of it once more.
            screen.add_class(max(step for step in classes if step[0] <= length)[1])
        return screen

    def on_mount(self) -> None:
        """Start to look at the clock, and to listen for the signal that ends a program."""
        self.set_interval(TICK, self.tick)
        if many_rules(self.feed.board):
            self.call_after_refresh(lambda: self.show(self._look(self._request())))
        if not self.is_headless:
            # Left to itself it would leave the terminal as the screen has it.
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.exit, None, TERMINATED)

    def on_resize(self, event: Resize) -> None:
        """A window of another size shows nothing of before, nor does one that the program comes back to."""
        self._shown.forget()

    def on_key(self, event: Key) -> None:
        """Keep what is typed right after the key that opens a field: no field stops it yet."""
        if event.is_printable and event.character and isinstance(self.screen, Place):
            self.screen.type_ahead(event.character)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and ASCII where the terminal takes nothing else."""
        return [*super().get_line_filters(), *self._plain]

    def _display(self, screen: Screen[object], renderable: object) -> None:
        # Textual's narrowest way to the terminal; there is no public one.
        from textual._compositor import CompositorUpdate

        if isinstance(renderable, CompositorUpdate):
            renderable = self._shown.take(renderable)
        super()._display(screen, renderable)  # type: ignore[arg-type]

    # Time and the book

    def tick(self) -> None:
        """Look at the clock and at the book's file; draw and load what changed."""
        if not self._loading and self.feed.poll():
            self._fetch()
        if int(self.feed.now().timestamp()) // 60 != self.view.stamp:
            self.show(self._look(self._request()))
        if self._told and monotonic() >= self._told_until:
            self._hush()
        if not self.view.other:
            changed = self._watch.turn(self.feed.boards.file, self.feed.board, self.feed.now())
            if changed:
                self._tell_changes(changed)

    def _tell_changes(self, timetables: Collection[str]) -> None:
        """Tell what changed at the channels of these timetables."""
        view = self.view
        channels = [each for each in view.board.channels.values() if each.hours in timetables]
        self.tell(changes(view.speaker, [contact(view.board, channel, view.at) for channel in channels]))
        if self._rings:
            self.bell()

    def tell(self, lines: Sequence[str]) -> None:
        """Tell these lines over the foot of every screen, for a while or until a key is pressed."""
        self._told, self._told_until = tuple(lines), monotonic() + TOLD
        self.show(self.view._replace(told=self._told))

    def _hush(self) -> None:
        """Take away what was told."""
        self._told = ()
        self.show(self.view._replace(told=()))

    async def on_event(self, event: Event) -> None:
        """Keys come in turn, and no window is taken for too large."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self._turns.take(event)
            return
        if isinstance(event, Resize):
            size = min(event.size.width, LARGEST[0]), min(event.size.height, LARGEST[1])
            event = Resize.from_dimensions(size, None)
        await super().on_event(event)

    async def _obey(self, event: Event) -> None:
        """A key takes away what was told; it does what it does as well."""
        if isinstance(event, Key) and self._told:
            self._hush()
        await super().on_event(event)

    def go(self, at: datetime | None) -> None:
        """Show the instant `at`, or now where it is None; as soon as its board is worked out."""
        if self.feed.go(at):
            self.show(self._look(self._request()))
            return
        self.say(self.words.gettext("Working that time out…"))
        if not self._loading:
            self._fetch()

    def _fetch(self) -> None:
        self._loading = True
        self.run_worker(self._load, thread=True)

    def _load(self) -> None:
        self.call_from_thread(self._loaded, self.feed.fetch())

    def _loaded(self, fetched: Fetched) -> None:
        self._loading = False
        if not self.feed.take(fetched):
            self._fetch()
        self.show(self._look(self._request()))

    def _look(self, request: str) -> View:
        now = self.feed.now()
        feed = self.feed
        return look(
            feed.board,
            now,
            feed.machine(now),
            self.words,
            request,
            feed.path,
            feed.error,
            other=feed.other is not None,
            notices=self._minute.notices(feed.board, now, waits=not self.is_running),
            told=self._told,
        )

    def _request(self) -> str:
        return self.view.requests[self.view.chosen].id if self.view.requests else ""

    def show(self, view: View) -> None:
        """Show `view` on every screen that is seen; one beneath or not made yet takes it when it is seen."""
        self.view = view
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Place) and screen.is_mounted:
                screen.show(view)
            if not screen.is_modal:
                break

    def choose(self, request: str) -> None:
        """Pick the request of this id."""
        self.view = self._look(request)
        dashboard = self.screen_stack[0]
        if isinstance(dashboard, Dashboard):
            dashboard.pick(self.view)

    def say(self, text: str) -> None:
        """Say `text` in the foot line until the next thing happens."""
        if isinstance(self.screen, Place):
            self.screen.say(text)
