"""The sheet on which somebody takes the duty until a time: it is saved as an override in the book."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Input

from helpdesk_tui.book.document import UnwritableError
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.problems import format_problems, format_save_error
from helpdesk_tui.phrases.refused_time import why_refused
from helpdesk_tui.session.editing import Editing
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.session.takeover import (
    PastError,
    Takeover,
    UnknownPersonError,
    read_takeover,
    with_takeover,
)
from helpdesk_tui.times.instants import instant_of
from helpdesk_tui.times.typed import TypedTimeError
from helpdesk_tui.tui.commands import TAKE
from helpdesk_tui.tui.screens.finder import typing_field
from helpdesk_tui.tui.screens.sheet import Sheet
from helpdesk_tui.tui.widgets.entries import locked_lines
from helpdesk_tui.tui.widgets.lines import BLANK, Block
from helpdesk_tui.tui.widgets.text import hanging, paragraph


class Take(Sheet):
    """Reads who takes the duty and until when, and saves it."""

    NAME = TAKE
    AUTO_FOCUS = "Input"

    def __init__(self, picture: Picture, roster: str, editing: Editing) -> None:
        super().__init__(picture)
        self._roster = roster
        self._editing = editing
        self._refusal: Sequence[str] = ()
        """Why what was typed is not saved."""

    def panel(self) -> Iterable[Widget]:
        """The field, over what it means."""
        return [typing_field(), Block(id="examples")]

    def title_of(self, picture: Picture) -> str:
        """That the duty is taken, and of which roster."""
        roster = picture.board.rosters.get(self._roster)
        return super().title_of(picture) + (f" · {roster.name}" if roster else "")

    def show(self, picture: Picture) -> None:
        """Show what is typed, or why it was refused."""
        super().show(picture)
        self.block("examples").update(self._lines)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what is typed, as far as it can be read."""
        self._refusal = ()
        self.show(self.picture)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save what is typed."""
        self.action_take()

    def action_take(self) -> None:
        """Save what is typed, or say why it cannot be."""
        taken = self._taken()
        draft = self._editing.draft
        if self._roster not in self.picture.board.rosters or self.picture.other_time:
            return
        if isinstance(taken, str):
            self._refuse([taken])
        elif self._editing.error is not None:
            error = self._editing.error
            self._refuse(format_problems(self.picture.language, error.path, error.problems))
        elif draft is not None and self._editing.locked is None:
            now = self.picture.phrases.now
            self._editing.draft = with_takeover(draft, self._roster, taken, now)
            self.run_worker(lambda: self._save(taken), thread=True)

    def _save(self, taken: Takeover) -> None:
        language, path = self.picture.language, self.picture.path
        try:
            changed = self._editing.save(self._editing.review())
        except BookError as error:
            refusal = format_problems(language, path, error.problems)
        except OSError as error:
            refusal = [format_save_error(language, path, error)]
        except UnwritableError:
            refusal = [language.translate("The file is written in a form that this change does not fit into")]
        else:
            refusal = (
                [language.translate("Somebody else changed the book meanwhile: press enter once more")]
                if changed
                else []
            )
        self.app.call_from_thread(self._saved, taken, refusal)

    def _saved(self, taken: Takeover, refusal: Sequence[str]) -> None:
        self._editing.read()
        if refusal:
            self._refuse(refusal)
            return
        self.action_close()
        self.services.read_book()
        self.services.notify_over_foot([self._meaning(taken)])

    def _refuse(self, lines: Sequence[str]) -> None:
        self._refusal = lines
        self.show(self.picture)

    def _taken(self) -> Takeover | str:
        """What is typed; a sentence where it cannot be read."""
        picture, text, _ = self.picture, self.query_one(Input).value, self.picture.translate
        try:
            return read_takeover(text, picture.board, picture.phrases.now, lambda: picture.board.holidays)
        except UnknownPersonError as error:
            if error.near is None:
                return _("The book has no person called “{name}”", name=error.name)
            return _("The book has no person called “{name}”; {near}?", name=error.name, near=error.near)
        except TypedTimeError as error:
            return why_refused(picture.language, _("“{text}”", text=text), error)
        except PastError:
            return _("That time is over")

    def _meaning(self, taken: Takeover) -> str:
        picture = self.picture
        until = picture.phrases.moment(instant_of(taken.until, picture.board.timezone))
        roster = picture.board.rosters[self._roster].name
        return picture.translate(
            "{name} has {roster} until {time}", name=taken.person.name, roster=roster, time=until
        )

    def _lines(self, width: int) -> Sequence[Line]:
        picture, _ = self.picture, self.picture.translate
        if self._roster not in picture.board.rosters:
            return paragraph(_("The book has no rosters"), width, "dim")
        if picture.other_time:
            text = _("Another time is shown: a duty is taken from now on")
            return paragraph(text, width, "alert")
        if self._editing.locked is not None:
            return locked_lines(picture, self._editing.locked, width)
        if self._refusal:
            return [line for text in self._refusal for line in paragraph(text, width, "alert")]
        lines: list[Line] = []
        if self.query_one(Input).value.strip() and isinstance(taken := self._taken(), Takeover):
            lines = [*hanging(Piece("→ ", "strong"), self._meaning(taken), width, "strong"), BLANK]
        lines += paragraph(_("For example:"), width, "dim")
        person = next((each for each in picture.board.people.values() if each.id), None)
        name = person.name.split()[0] if person else "Ana"
        for example in (_("{name} until 18:00"), _("{name} until tomorrow 8"), _("{name} until +2h")):
            lines.append((Piece(f"  {example.format(name=name)}", "key"),))
        return lines
