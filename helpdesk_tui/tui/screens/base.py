"""The base of all screens: bindings, the picture that is shown, the foot line, and the app's services."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import ClassVar, Protocol, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize, ScreenResume
from textual.screen import Screen
from textual.widget import Widget

from helpdesk_tui.phrases.lines import Line
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.keys import bindings
from helpdesk_tui.tui.widgets import footer
from helpdesk_tui.tui.widgets.header import other_time
from helpdesk_tui.tui.widgets.lines import Block
from helpdesk_tui.tui.widgets.text import paragraph

WIDTHS = [(0, "-tiny"), (footer.SMALLEST[0], "-narrow"), (80, "-medium"), (100, "-wide"), (120, "-widest")]
HEIGHTS = [(0, "-flat"), (footer.SMALLEST[1], "-short"), (22, "-tall"), (30, "-taller"), (35, "-tallest")]
"""The least columns and rows for each class of the style sheet."""


class Services(Protocol):
    """The app's methods that screens call."""

    @property
    def picture(self) -> Picture:
        """The picture to show now."""

    def pick(self, request: str) -> None:
        """Pick the request with this id."""

    def go_to(self, at: datetime | None) -> None:
        """Show the instant `at`, or now if it is None."""

    def notify_over_foot(self, lines: Iterable[str]) -> None:
        """Show these lines over the foot of every screen for a while."""

    def read_book(self) -> None:
        """Read the book's file again, and show what it holds."""

    def action_escalate(self, level: str) -> None:
        """Open the escalation levels with this one marked."""

    def action_channels(self, channel: str) -> None:
        """Open the channels with this one marked."""

    def run_later(self, command: str) -> None:
        """Run the command with this id on the active screen, after the current event."""


class BaseScreen(Screen[None]):
    """A screen that shows a picture."""

    NAME: ClassVar[str]
    """Its name in the table of commands."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init_subclass__(cls, **settings: bool) -> None:
        if "NAME" in cls.__dict__:
            cls.BINDINGS = [*bindings(cls, cls.NAME)]
        super().__init_subclass__(**settings)

    def __init__(self, picture: Picture) -> None:
        super().__init__(classes="-other" if picture.other_time else None)
        # Textual would set them after a first layout, and lay out and render all of it once more.
        for steps, length in zip((WIDTHS, HEIGHTS), self.app.size, strict=True):
            self.add_class(max(step for step in steps if step[0] <= length)[1])
        self.picture = picture
        self.copied: str | None = None
        """The text that was last sent to the clipboard, while the foot line says so."""

    @property
    def services(self) -> Services:
        """The app, as screens may use it."""
        return cast(Services, self.app)

    def body(self) -> ComposeResult:
        """The screen's own widgets, the foot line among them."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Compose the banner, the body, and the notification over them."""
        yield Block(id="banner")
        yield from self.body()
        yield Block(id="over")

    def banner(self, width: int) -> Sequence[Line]:
        """The lines above all else; they say if another time is shown."""
        return other_time(self.picture, self.NAME, width)

    def block(self, name: str) -> Block:
        """The block with this id."""
        return self.query_one(f"#{name}", Block)

    def on_mount(self) -> None:
        """Show the first picture."""
        self.show(self.picture)

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Show the current picture when the screen becomes active."""
        # When it is shown for the first time, the styles of its widgets have just been applied: not to apply
        # them again saves a quarter of what the first frame takes beyond Textual's own start.
        event.refresh_styles = self.stack_updates > 0
        if not event.refresh_styles and self.CSS_PATH is not None:
            self.app.stylesheet.apply(self)  # its own were applied before this style sheet was read
        if self.services.picture is not self.picture:
            self.show(self.services.picture)

    def on_screen_suspend(self) -> None:
        """Drop the rendered lines of a closed screen, which Textual would keep in its caches."""
        if self not in self.app.screen_stack:
            for widget in (self, *self.query("*")):
                widget.refresh()
                if widget.show_vertical_scrollbar:
                    widget.vertical_scrollbar.refresh()

    def on_resize(self, event: Resize) -> None:
        """Say if the window is too small."""
        self.block("over").update(self._over)

    def show(self, picture: Picture) -> None:
        """Show `picture`, and the keys instead of a remark."""
        self.copied = None
        self.picture = picture
        self.set_class(picture.other_time, "-other")
        self.set_class(picture.waiting, "-waiting")
        self.block("banner").update(self.banner)
        self.block("over").update(self._over)
        self.block("foot").update(lambda width: footer.keys(picture, self.NAME, width))

    def action_close(self) -> None:
        """Close the screen, unless an earlier key has closed it already."""
        if not self.is_mounted:
            self.call_later(self.action_close)  # closed before, it would be shown without its widgets
        elif self.is_active:
            self.dismiss()

    def ask_to_leave(self) -> bool:
        """Whether the screen may be closed without losing anything; where it may not, ask or say why."""
        return True

    def read_again(self) -> None:
        """Read the book's file again, if the screen has a draft of it."""

    def remark(self, text: str) -> None:
        """Show a remark in the foot line until the next refresh."""
        self.copied = None
        self.block("foot").update(lambda width: footer.remark(text, width))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action is allowed: while the answer is worked out, nothing is picked or copied."""
        return self.app.check_action(action, parameters)

    def copy(self, texts: Sequence[str], remark: str | None = None) -> None:
        """Send the first of `texts` to the terminal's clipboard, or the one after the last sent.

        The foot line says that it was sent (no terminal confirms a copy) and which text comes next.
        """
        translate, texts = self.picture.translate, list(dict.fromkeys(texts))
        if not texts:
            self.remark(translate("There is nothing to copy"))
            return
        index = (texts.index(self.copied) + 1) % len(texts) if self.copied in texts else 0
        text, following = texts[index], texts[(index + 1) % len(texts)]
        self.app.copy_to_clipboard(text)
        sent = remark or translate("{value} sent to the terminal's clipboard", value=text)
        if len(texts) > 1:
            sent += translate(" · again: {value}", value=following)
        self.remark(sent)
        self.copied = text

    def to_copy(self) -> Sequence[str]:
        """The texts that the copy command sends, in turn."""
        return ()

    def _over(self, width: int) -> Sequence[Line]:
        """The notification; or instead that the window is too small, or that the answer is worked out."""
        if self.picture.waiting:
            text = self.picture.translate("The clock was changed: working out who attends now…")
        elif footer.is_too_small(self.app.size):
            text = footer.too_small(self.picture.language, self.app.size)
        else:
            return footer.notification(self.picture, width)
        return paragraph(text, width, "strong")


def set_titles(widget: Widget, title: str, subtitle: str = "") -> None:
    """Set the titles of a widget's border if they differ: setting one renders the whole border again."""
    if widget.border_title != Content(title).markup:
        widget.border_title = Content(title)
    if (widget.border_subtitle or "") != Content(subtitle).markup:
        widget.border_subtitle = Content(subtitle)
