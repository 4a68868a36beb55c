"""The sheet on which somebody takes over a duty until a time; it is saved as an override in the book."""

from collections.abc import Sequence

from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.problems import format_problems
from helpdesk_tui.phrases.refused_time import why_refused
from helpdesk_tui.session.editing import Conflict, Editing, Gone
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.session.takeover import (
    PastError,
    SeveralPeopleError,
    Takeover,
    UnknownPersonError,
    read_takeover,
    with_takeover,
)
from helpdesk_tui.times.instants import instant_of
from helpdesk_tui.times.typed import TypedTimeError
from helpdesk_tui.tui.commands import TAKEOVER
from helpdesk_tui.tui.screens.saving import SaveError, SavingSheet
from helpdesk_tui.tui.screens.typing import TypingSheet
from helpdesk_tui.tui.widgets.entries import locked_lines
from helpdesk_tui.tui.widgets.lines import BLANK
from helpdesk_tui.tui.widgets.text import hanging, paragraph

_MOST_IDS = 12
"""The most people that are listed."""


class TakeoverSheet(TypingSheet, SavingSheet):
    """Reads who takes over the duty until when, and saves it."""

    NAME = TAKEOVER

    def __init__(self, picture: Picture, roster: str, editing: Editing) -> None:
        super().__init__(picture)
        self._roster = roster
        self._editing = editing

    def title_of(self, picture: Picture) -> str:
        """The title, with the roster."""
        roster = picture.board.rosters.get(self._roster)
        return super().title_of(picture) + (f" · {roster.name}" if roster else "")

    def action_take(self) -> None:
        """Save the takeover, or say why it cannot be saved."""
        takeover = self._read()
        draft = self._editing.draft
        if self.saving or self._roster not in self.picture.board.rosters or self.picture.other_time:
            return
        if isinstance(takeover, str):
            self.refuse(takeover)
        elif self._editing.error is not None:
            error = self._editing.error
            self.refuse(*format_problems(self.picture.language, error.path, error.problems))
        elif draft is not None and self._editing.locked is None:
            if self._roster not in [entry.key for entry in draft.tables["rosters"]]:
                self.services.read_book()  # which shows that it is not there any more
                return
            now = self.picture.phrases.now
            self._editing.draft = with_takeover(draft, self._roster, takeover, now)
            self.save_in_thread(self._save, lambda changed: self._saved(takeover, changed))

    submit = action_take

    def failed(self, error: SaveError) -> None:
        """Show why the takeover was not saved."""
        self._editing.read()
        self.refuse(*self.error_lines(error))

    def _save(self) -> Conflict | Gone | None:
        return self._editing.save(self._editing.review())

    def _saved(self, takeover: Takeover, changed: Conflict | Gone | None) -> None:
        self._editing.read()
        if changed:
            _ = self.picture.translate
            self.refuse(_("Somebody else changed the book meanwhile: press enter once more"))
            return
        self.finish()
        self.services.read_book()
        self.services.notify_over_foot([self._meaning(takeover)])

    def _read(self) -> Takeover | str:
        """The takeover that is typed, or a sentence why it cannot be read."""
        picture, text, _ = self.picture, self.text, self.picture.translate
        try:
            return read_takeover(text, picture.board, picture.phrases.now, lambda: picture.board.holidays)
        except UnknownPersonError as error:
            if error.near is None:
                return _("The book has no person called “{name}”", name=error.name)
            return _("The book has no person called “{name}”; {near}?", name=error.name, near=error.near)
        except SeveralPeopleError as error:
            ids = ", ".join(error.ids[:_MOST_IDS])
            return _("“{name}” may be several people; type one of: {ids}", name=error.name, ids=ids)
        except TypedTimeError as error:
            return why_refused(picture.language, _("“{text}”", text=text), error)
        except PastError:
            return _("That time is over")

    def _meaning(self, takeover: Takeover) -> str:
        picture = self.picture
        until = picture.phrases.moment(instant_of(takeover.until, picture.board.timezone))
        roster = picture.board.rosters[self._roster].name
        return picture.translate(
            "{name} has {roster} until {time}", name=takeover.person.name, roster=roster, time=until
        )

    def lines(self, width: int) -> Sequence[Line]:
        """The meaning of the text or why it was refused, and examples."""
        picture, _ = self.picture, self.picture.translate
        if self._roster not in picture.board.rosters:
            text = _("The book has no rosters")
            if picture.board.rosters:
                text = _("That roster is not in the book any more")
            return paragraph(text, width, "dim")
        if picture.other_time:
            text = _("Another time is shown: a duty is taken from now on")
            return paragraph(text, width, "alert")
        if self._editing.locked is not None:
            return locked_lines(picture, self._editing.locked, width)
        if self.refusal:
            return [line for text in self.refusal for line in paragraph(text, width, "alert")]
        lines: list[Line] = []
        if self.text.strip() and isinstance(takeover := self._read(), Takeover):
            lines = [*hanging(Piece("→ ", "strong"), self._meaning(takeover), width, "strong"), BLANK]
        lines += paragraph(_("For example:"), width, "dim")
        person = next((each for each in picture.board.people.values() if each.id), None)
        name = person.name.split()[0] if person else "Ana"
        for example in (_("{name} until 18:00"), _("{name} until tomorrow 8"), _("{name} until +2h")):
            lines.append((Piece(f"  {example.format(name=name)}", "key"),))
        return lines
