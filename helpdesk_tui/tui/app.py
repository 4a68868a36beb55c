"""The app: what each command does."""

from collections.abc import Sequence
from datetime import timedelta
from typing import cast

from textual.dom import DOMNode

from helpdesk_tui.phrases.language import Words
from helpdesk_tui.session.feed import Feed
from helpdesk_tui.times.instants import FIRST_YEAR, LAST_YEAR
from helpdesk_tui.tui.live import Live
from helpdesk_tui.tui.themes import DARK, LIGHT
from helpdesk_tui.tui.widgets.lines import Menu


def start(feed: Feed, words: Words, *, bell: bool = False, told: Sequence[str] = ()) -> int:
    """Run the screen until the reader leaves, and return the exit code.

    `bell` rings with every change; `told` is what the first screen tells for a while.
    Raises BookError where the book is bad from the start.
    """
    app = HelpdeskApp(feed, words, bell=bell, told=told)
    app.run()
    return app.return_code or 0


def desk(node: DOMNode) -> "HelpdeskApp":
    """The app that a widget or screen belongs to."""
    return cast(HelpdeskApp, node.app)


class HelpdeskApp(Live):
    """The right contact, right now, in a key."""

    def send(self, value: str | None) -> None:
        """Send `value` to the terminal's clipboard, and say that it was sent: no terminal confirms it."""
        if value is None:
            text = self.words.gettext("There is nothing to copy")
        else:
            self.copy_to_clipboard(value)
            text = self.words.gettext("{value} sent to the terminal's clipboard").format(value=value)
        self.say(text)

    def open_ladder(self, level: int) -> None:
        """Open the escalation sheet on a level."""
        from helpdesk_tui.tui.screens.ladder import Ladder

        self.push_screen(Ladder(self.view, level))

    def on_menu_picked(self, event: Menu.Picked) -> None:
        """The mouse picked a request."""
        self.choose(self.view.requests[event.index].id)

    def action_pick(self, key: str) -> None:
        """Pick the request with this digit."""
        for request in self.view.requests:
            if request.key == key:
                self.choose(request.id)
                return
        self.say(self.words.gettext("No request has the key {key}").format(key=key))

    def action_next(self) -> None:
        """Pick the next request."""
        self._move(1)

    def action_previous(self) -> None:
        """Pick the request before."""
        self._move(-1)

    def action_escalate(self) -> None:
        """Open the escalation sheet on level 1."""
        self.open_ladder(1)

    def action_copy(self) -> None:
        """Send what is marked to the terminal's clipboard."""
        screen = self.screen
        copied = getattr(screen, "copied", None)
        self.send(copied() if copied else None)

    def action_search(self) -> None:
        """Open the search."""
        from helpdesk_tui.tui.screens.search import Search

        self.push_screen(Search(self.view))

    def action_help(self) -> None:
        """Open the help sheet."""
        from helpdesk_tui.tui.screens.help import Help

        self.push_screen(Help(self.view))

    def action_coverage(self) -> None:
        """Open the coverage screen."""
        from helpdesk_tui.tui.screens.coverage import Coverage

        self.push_screen(Coverage(self.view))

    def action_shift(self) -> None:
        """Open the shift sheet."""
        from helpdesk_tui.tui.screens.shift import Shift

        self.push_screen(Shift(self.view))

    def action_other_time(self) -> None:
        """Ask for another time."""
        from helpdesk_tui.tui.screens.other_time import OtherTime

        self.push_screen(OtherTime(self.view))

    def action_now(self) -> None:
        """Back to now."""
        if self.view.other or self.feed.wanted() != self.feed.now():
            self.go(None)
        else:
            self.say(self.words.gettext("This is now"))

    def action_later_time(self) -> None:
        """Half an hour later."""
        self._shift(timedelta(minutes=30))

    def action_earlier_time(self) -> None:
        """Half an hour earlier."""
        self._shift(timedelta(minutes=-30))

    def action_later_date(self) -> None:
        """The same hour of the next day."""
        self._shift(timedelta(days=1))

    def action_earlier_date(self) -> None:
        """The same hour of the day before."""
        self._shift(timedelta(days=-1))

    def action_commands(self) -> None:
        """Open the command palette."""
        from helpdesk_tui.tui.screens.palette import Palette

        self.push_screen(Palette(self.view))

    def action_theme(self) -> None:
        """Change between the light and the dark theme."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help_quit(self) -> None:
        """Say how to leave: ctrl+c does not, so that nobody leaves by habit."""
        self.say(self.words.gettext("To quit, press q"))

    def _move(self, step: int) -> None:
        if self.view.requests:
            place = min(max(self.view.chosen + step, 0), len(self.view.requests) - 1)
            self.choose(self.view.requests[place].id)

    def _shift(self, step: timedelta) -> None:
        from helpdesk_tui.times.instants import moved

        at = moved(self.feed.wanted(), step, self.view.board.timezone)
        if at is None:
            text = self.words.gettext("Time goes from {first} to {last} here")
            self.say(text.format(first=FIRST_YEAR, last=LAST_YEAR))
        else:
            self.go(at)
