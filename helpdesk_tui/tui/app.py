"""The app: it shows the session's picture, refreshes it when something changes, and runs the commands."""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import PurePath

from textual.app import App
from textual.driver import Driver
from textual.events import Event, Key, Paste, Resize
from textual.filter import LineFilter
from textual.screen import Screen

from helpdesk_tui.phrases.ascii import speaks_utf8
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.session.feed import Feed, Fetched
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.session.session import Session
from helpdesk_tui.times.instants import FIRST_YEAR, LAST_YEAR, moved
from helpdesk_tui.tui.ascii import Ascii
from helpdesk_tui.tui.driver import filtered
from helpdesk_tui.tui.key_queue import KeyQueue
from helpdesk_tui.tui.screens.base import BaseScreen
from helpdesk_tui.tui.screens.dashboard import Dashboard
from helpdesk_tui.tui.themes import DARK, LIGHT

TERMINATED = 128 + signal.SIGTERM
"""The exit code of a program that SIGTERM ended, as shells report it."""

LARGEST = (1000, 300)
"""The most columns and rows that are drawn, whatever the terminal reports."""

WITHOUT_ANSWER = ("clicked", "close", "help_quit", "quit", "run", "suspend_process", "theme")
"""Actions that are allowed while the answer is worked out."""


class HelpdeskApp(App[None]):
    """Shows the right contact for a request.

    With `bell` it rings at every change; `notification` is shown over the first screen for a while.
    """

    TICK = 1.0
    """Seconds between two readings of the clock and of the book's file."""

    CSS_PATH = PurePath(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None

    def __init__(
        self,
        feed: Feed,
        language: Language,
        *,
        utf8: bool | None = None,
        bell: bool = False,
        notification: Sequence[str] = (),
    ) -> None:
        super().__init__()
        utf8 = speaks_utf8() if utf8 is None else utf8
        self.session = Session(feed, language, large_digits=utf8, notification=notification)
        self.language = language
        self.title = self.picture.board.title
        self.animation_level = "none"
        self._to_ascii = [] if utf8 else [Ascii()]
        self._fetching = False
        self._rings = bell
        self._keys = KeyQueue(self, self._handle)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        # Without a watcher: it would parse the style sheet once more before the first frame.
        self.set_reactive(HelpdeskApp.theme, DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def picture(self) -> Picture:
        """The picture to show now."""
        return self.session.picture

    # Life cycle

    def get_default_screen(self) -> Screen[None]:
        """The dashboard, which is there from the first frame."""
        return Dashboard(self.picture)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, and one to ASCII if the terminal does not support UTF-8."""
        return [*super().get_line_filters(), *self._to_ascii]

    def on_mount(self) -> None:
        """Start the clock, and handle SIGTERM."""
        self.set_interval(self.TICK, self.tick)
        self.call_after_refresh(gc.enable)  # the program starts without: the first frame comes sooner
        if self.session.waits_for_rules:
            self.call_after_refresh(self._refresh)
        if not self.is_headless and sys.platform != "win32":  # its event loop accepts no signal handlers
            # Left to itself a signal would leave the terminal as the screen has it.
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, self.exit, None, TERMINATED)

    def tick(self) -> None:
        """Read the clock and check the book's file; refresh the screens after a change."""
        before = self.picture
        if not self._fetching and self.session.feed.must_fetch():
            self._fetch()
        if self.session.tick() and self._rings:
            self.bell()
        if self.picture is not before:
            self._show()

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver, with its input filtered."""
        return filtered(super().get_driver_class())

    async def on_event(self, event: Event) -> None:
        """Handle keys one after another, and limit the size of the window."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self._keys.put(event)
            return
        if isinstance(event, Resize):
            size = min(event.size.width, LARGEST[0]), min(event.size.height, LARGEST[1])
            event = Resize.from_dimensions(size, None)
        await super().on_event(event)

    async def _handle(self, event: Event) -> None:
        """Handle an event; any key hides the notification too."""
        if isinstance(event, Key) and self.picture.notification:
            self.session.hide_notification()
            self._show()
        await super().on_event(event)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action is allowed: while the answer is worked out, nothing is picked or copied."""
        return self.session.feed.ready or action in WITHOUT_ANSWER

    def _fetch(self) -> None:
        self._fetching = True
        self.run_worker(lambda: self.call_from_thread(self._accept, self.session.feed.fetch()), thread=True)

    def _accept(self, fetched: Fetched) -> None:
        self._fetching = False
        if not self.session.accept(fetched):
            self._fetch()
        self._show()

    def _refresh(self) -> None:
        self.session.refresh()
        self._show()

    def _show(self) -> None:
        """Show the picture on every visible screen; the others show it when they are resumed."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, BaseScreen) and screen.is_mounted:
                screen.show(self.picture)
            if not screen.is_modal:
                break
            if screen is not self.screen:
                # Textual does not repaint a screen that lies between two others.
                self.call_after_refresh(screen.refresh)

    def _when_composed(self, call: Callable[[BaseScreen], None]) -> None:
        """Call with the active screen, as soon as its widgets are there."""
        if isinstance(screen := self.screen, BaseScreen):
            if screen.is_mounted:
                call(screen)
            else:
                screen.call_later(call, screen)

    def _remark(self, text: str) -> None:
        self._when_composed(lambda screen: screen.remark(text))

    def _open(self, kind: type[BaseScreen], screen: BaseScreen) -> None:
        """Open `screen`; if one of its kind is open already, close that and all above it first."""
        depths = (i for i, each in enumerate(self.screen_stack) if i and isinstance(each, kind))
        depth = next(depths, len(self.screen_stack))
        if self._ask_to_leave(self.screen_stack[depth:]):
            while len(self.screen_stack) > depth:
                self.pop_screen()
            self.push_screen(screen)

    def _ask_to_leave(self, screens: Sequence[Screen[object]]) -> bool:
        """Whether these screens may be closed without losing anything; the topmost that may not asks."""
        return all(each.ask_to_leave() for each in reversed(screens) if isinstance(each, BaseScreen))

    # Services for the screens

    def pick(self, request: str) -> None:
        """Pick the request with this id."""
        self.session.pick(request)
        dashboard = self.screen_stack[0]
        if isinstance(dashboard, Dashboard):
            dashboard.show_from_top(self.picture)

    def go_to(self, at: datetime | None) -> None:
        """Show the instant `at`, or now if it is None, as soon as its board is worked out."""
        if self.session.go_to(at):
            self._show()
            return
        self._remark(self.language.translate("Working that time out…"))
        if not self._fetching:
            self._fetch()

    def notify_over_foot(self, lines: Iterable[str]) -> None:
        """Show these lines over the foot of every screen, for a while or until a key is pressed."""
        self.session.notify(lines)
        self._show()

    def read_book(self) -> None:
        """Read the book's file again, and show what it holds."""
        if not self._fetching:
            self._fetch()

    def run_later(self, command: str) -> None:
        """Run the command with this id on the active screen, after the current event."""
        self.call_later(self.action_run, command)

    # Commands

    def action_pick(self, key: str) -> None:
        """Pick the request with this digit."""
        if request := self.picture.request_of(key):
            self.pick(request.id)
        else:
            self._remark(self.language.translate("No request has the key {key}", key=key))

    def action_escalate(self, level: str = "1") -> None:
        """Open the escalation levels with this one marked."""
        from helpdesk_tui.tui.screens.ladder import Ladder

        self._open(Ladder, Ladder(self.picture, level))

    def action_channels(self, channel: str = "") -> None:
        """Open the channels with this one marked, or else the first one."""
        from helpdesk_tui.tui.screens.channels import Channels

        self._open(Channels, Channels(self.picture, channel))

    def action_copy_text(self, text: str) -> None:
        """Send what was clicked to the terminal's clipboard."""
        self._when_composed(lambda screen: screen.copy([text]))

    def action_clicked(self, action: str, argument: str) -> None:
        """Run an action that was clicked, in turn with the keys: one of them may be opening a screen."""
        self.call_later(self.run_action, ("app", action, (argument,)))

    async def action_run(self, command: str) -> None:
        """Run the command with this id on the active screen."""
        own = hasattr(self.screen, f"action_{command}")
        await self.run_action(f"screen.{command}" if own else f"app.{command}")

    def action_copy(self) -> None:
        """Send what is marked to the terminal's clipboard."""
        self._when_composed(lambda screen: screen.copy(screen.to_copy()))

    def action_search(self) -> None:
        """Open the search."""
        from helpdesk_tui.tui.screens.search import Search

        self._open(Search, Search(self.picture))

    def action_commands(self) -> None:
        """Open the command palette."""
        from helpdesk_tui.tui.screens.palette import Palette

        self._open(Palette, Palette(self.picture))

    def action_help(self) -> None:
        """Open the help, with the keys of this screen first."""
        from helpdesk_tui.tui.screens.help import Help

        if isinstance(self.screen, BaseScreen):
            self._open(Help, Help(self.picture, self.screen.NAME))

    def action_coverage(self) -> None:
        """Open the coverage screen."""
        from helpdesk_tui.tui.screens.coverage import Coverage

        self._open(Coverage, Coverage(self.picture))

    def action_shift(self) -> None:
        """Open the shift sheet."""
        from helpdesk_tui.tui.screens.shift import Shift

        self._open(Shift, Shift(self.picture))

    def action_duty(self) -> None:
        """Open the sheet of who is on duty."""
        from helpdesk_tui.tui.screens.duty import Duty

        self._open(Duty, Duty(self.picture, self._roster()))

    def action_take_duty(self) -> None:
        """Ask who takes over the duty, and until when."""
        from helpdesk_tui.session.editing import Editing
        from helpdesk_tui.tui.screens.duty import Duty
        from helpdesk_tui.tui.screens.takeover import TakeoverSheet

        shown = self.screen.roster if isinstance(self.screen, Duty) else None
        roster = shown.id if shown else self._roster()
        feed = self.session.feed
        self._open(TakeoverSheet, TakeoverSheet(self.picture, roster, Editing(feed.path, feed.board_of)))

    def _roster(self) -> str:
        """The roster of the shown contact, or else the book's first."""
        answer = self.picture.answer
        duty = answer.contact.duty if answer and answer.contact else None
        return duty.roster if duty else next(iter(self.picture.board.rosters), "")

    def action_edit(self) -> None:
        """Open the editor of the book."""
        from helpdesk_tui.session.editing import Editing
        from helpdesk_tui.tui.screens.editor import Editor

        feed = self.session.feed
        self._open(Editor, Editor(self.picture, Editing(feed.path, feed.board_of)))

    def action_text_editor(self) -> None:
        """Open the book's file in the user's own editor, then read it again."""
        from helpdesk_tui.tui.text_editor import edit_file

        if self._ask_to_leave(self.screen_stack):
            if (problem := edit_file(self, self.session.feed.path)) is not None:
                self._remark(self.language.gettext(problem))
                return
            for screen in self.screen_stack:
                if isinstance(screen, BaseScreen):
                    screen.read_again()
            self.read_book()

    def action_other_time(self) -> None:
        """Ask for another time."""
        from helpdesk_tui.tui.screens.other_time import OtherTime

        self._open(OtherTime, OtherTime(self.picture))

    def action_now(self) -> None:
        """Go back to now."""
        if self.picture.other_time or self.session.feed.wants_other_time:
            self.go_to(None)
        else:
            self._remark(self.language.translate("This is now"))

    def action_later_time(self) -> None:
        """Show half an hour later."""
        self._go_by(timedelta(minutes=30))

    def action_earlier_time(self) -> None:
        """Show half an hour earlier."""
        self._go_by(timedelta(minutes=-30))

    def action_later_date(self) -> None:
        """Show the same hour of the next day."""
        self._go_by(timedelta(days=1))

    def action_earlier_date(self) -> None:
        """Show the same hour of the day before."""
        self._go_by(timedelta(days=-1))

    async def action_quit(self) -> None:
        """Quit, if no unsaved change of the book is lost."""
        if self._ask_to_leave(self.screen_stack):
            await super().action_quit()

    def action_theme(self) -> None:
        """Change between the light and the dark theme."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help_quit(self) -> None:
        """Say how to quit: ctrl+c does not, so that nobody quits by habit."""
        self._remark(self.language.translate("To quit, press q"))

    def _go_by(self, step: timedelta) -> None:
        at = moved(self.session.feed.wanted(), step, self.picture.board.timezone)
        if at is None:
            text = self.language.translate("Time goes from {first} to {last} here")
            self._remark(text.format(first=FIRST_YEAR, last=LAST_YEAR))
        else:
            self.go_to(at)
