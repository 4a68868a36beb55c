"""Sheets with a field in which something is typed, over what it means."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Input

from helpdesk_tui.phrases.lines import Line
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.screens.sheet import Sheet
from helpdesk_tui.tui.widgets.lines import Block

_LONGEST = 200
"""Characters of the field."""


class TypingField(Input):
    """A field that leaves `?` to the help, as every screen does; no text that is typed here holds it."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether the field takes a key before the screen's bindings."""
        return key != "question_mark" and super().check_consume_key(key, character)


def typing_field(placeholder: str = "") -> Input:
    """The field of a sheet; its cursor does not blink, which would write twice a second."""
    field = TypingField(placeholder=placeholder, id="typed", select_on_focus=False, max_length=_LONGEST)
    field.cursor_blink = False
    return field


class TypingSheet(Sheet):
    """A field over the meaning of its text, and examples."""

    AUTO_FOCUS = "Input"

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture)
        self.refusal: Sequence[str] = ()
        """Why the text was refused."""

    def lines(self, width: int) -> Sequence[Line]:
        """The lines below the field."""
        raise NotImplementedError

    def submit(self) -> None:
        """Do what the text says."""
        raise NotImplementedError

    def panel(self) -> Iterable[Widget]:
        """The field, over the meaning of its text."""
        return [typing_field(), Block(id="examples")]

    @property
    def text(self) -> str:
        """The text of the field."""
        return self.query_one(Input).value

    def show(self, picture: Picture) -> None:
        """Show the meaning of the text, or why it was refused."""
        super().show(picture)
        self.block("examples").update(self.lines)

    def refuse(self, *lines: str) -> None:
        """Show why the text is refused, until another one is typed."""
        self.refusal = lines
        self.show(self.picture)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the meaning of the text."""
        self.refuse()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what the text says, but not while the answer is worked out."""
        if self.check_action("submit", ()):
            self.submit()
