"""A form: a line a field, with its label, what is typed, and what is wrong with it below."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.suggester import SuggestFromList
from textual.widgets import Input

from helpdesk_tui.phrases.lines import Piece
from helpdesk_tui.tui.widgets.entries import Row, below_lines
from helpdesk_tui.tui.widgets.lines import Block
from helpdesk_tui.tui.widgets.text import cut

_MOST = 14
"""Fields of a form."""

_LONGEST = 2000
"""Characters of a field; a note may have as many."""


class FormLine(Container):
    """A field of a form."""

    def __init__(self) -> None:
        super().__init__(classes="form-line")
        self.row = Row("", "", "", "", "", "")
        self.input = Input(select_on_focus=False, max_length=_LONGEST)
        self.input.cursor_blink = False
        self._label, self._below = Block(id="label"), Block(id="below")

    def compose(self) -> ComposeResult:
        """The label beside the field, over what is said of it."""
        yield self._label
        yield self.input
        yield self._below

    def show(self, row: Row, cannot: str) -> None:
        """Show a field; the text of the one that is typed in stays as it is."""
        self.row = row
        self.display = True
        self._label.update(lambda width: [(Piece(cut(row.label, width - 1), "dim"),)])
        hint = self.input.has_focus
        self._below.display = bool(row.problem or row.remark or hint)
        self._below.update(lambda width: below_lines(row, width, hint=hint))
        self.input.disabled = row.text is None
        self.set_class(bool(row.problem), "-wrong")
        text = cannot if row.text is None else row.text
        if self.input.value != text and not self.input.has_focus:
            self.write(text)

    def write(self, text: str) -> None:
        """Have this text in the field, as if it had been there before."""
        with self.prevent(Input.Changed):
            self.input.value = text
            self.input.cursor_position = len(text)


class Form(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The fields of an entry; up and down move between them, and so do not scroll."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines = [FormLine() for _ in range(_MOST)]
        """One for each field of the longest entry; the others are hidden."""

    def compose(self) -> ComposeResult:
        """Every field."""
        yield from self.lines

    def keep_in_sight(self) -> None:
        """Scroll to the field that is typed in, with what stands below it."""
        if (line := self.field) is not None:
            line.scroll_visible(animate=False)

    @property
    def field(self) -> FormLine | None:
        """The field that is typed in."""
        return next((line for line in self.lines if line.input.has_focus), None)

    def show(self, rows: Sequence[Row], cannot: str, *, anew: bool = False) -> None:
        """Show these fields; `anew` where the one that is typed in changes too."""
        for index, line in enumerate(self.lines):
            if index < len(rows):
                line.show(rows[index], cannot)
                text = rows[index].text
                if anew and text is not None and line.input.value != text:
                    line.write(text)
            else:
                line.display = False

    def suggest(self, field: str, choices: Sequence[str]) -> None:
        """Offer these values for a field, to complete what is typed."""
        for line in self.lines:
            if line.row.field == field:
                line.input.suggester = SuggestFromList(choices, case_sensitive=False) if choices else None

    @property
    def enabled(self) -> Sequence[FormLine]:
        """The lines whose field can be typed in."""
        return [line for line in self.lines if line.display and not line.input.disabled]

    def focus_first(self) -> None:
        """Type in the first field."""
        for line in self.enabled[:1]:
            line.input.focus()

    def move(self, step: int) -> None:
        """Type in the next field, or in one before."""
        able = self.enabled
        if (field := self.field) in able:
            able[(able.index(field) + step) % len(able)].input.focus()
