"""The sheet that shows what the changes of a book mean before they are saved."""

from collections.abc import Iterable, Sequence

from helpdesk_tui.answers.diff import diff
from helpdesk_tui.board.board import Board
from helpdesk_tui.book.save import BACKUP
from helpdesk_tui.phrases.diff import diff_sections
from helpdesk_tui.phrases.edits import entry_name, format_edits
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.phrases.shift import Section as ShownSection
from helpdesk_tui.session.editing import Conflict, Editing, Gone
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.session.review import Review
from helpdesk_tui.tui.commands import CONFLICT, GONE, PREVIEW
from helpdesk_tui.tui.screens.saving import SaveError, SavingSheet
from helpdesk_tui.tui.screens.sheet import TextSheet
from helpdesk_tui.tui.widgets import footer
from helpdesk_tui.tui.widgets.lines import BLANK
from helpdesk_tui.tui.widgets.text import hanging, paragraph

Section = tuple[str, str, Iterable[str]]
"""The role of a heading, its text, and the lines below it."""


class Preview(TextSheet, SavingSheet):
    """Shows what the changes mean; then saves them, or asks what to do about somebody else's."""

    NAME = PREVIEW

    def __init__(self, picture: Picture, editing: Editing) -> None:
        super().__init__(picture)
        self._editing = editing
        self._review: Review | None = None
        self._conflict: Conflict | Gone | None = None
        self._sections: list[Section] = []

    def show(self, picture: Picture) -> None:
        """Show the changes."""
        super().show(picture)
        self.block("text").update(self._lines)
        kind = self._conflict
        name = CONFLICT if isinstance(kind, Conflict) else GONE if isinstance(kind, Gone) else PREVIEW
        self.block("foot").update(lambda width: footer.keys(picture, name, width))

    def on_mount(self) -> None:
        """Work the changes out."""
        self._work_out()

    # Commands

    def action_save(self) -> None:
        """Save what is shown."""
        if self._review is None:
            return
        reviewed, self._review = self._review, None
        self.save_in_thread(lambda: self._editing.save(reviewed), self._saved)

    def action_theirs(self) -> None:
        """Drop my changes for those of somebody else."""
        if isinstance(self._conflict, Conflict):
            self._editing.draft = self._conflict.theirs
            self.finish()

    def action_mine(self) -> None:
        """Repeat my changes on top of those of somebody else, and show what they mean then."""
        if not isinstance(self._conflict, Conflict):
            return
        _ = self.picture.translate
        result, self._conflict = self._editing.rebase(self._conflict), None
        lost = [
            _("{name} is not in the book any more as it was", name=entry_name(each))
            for _table, each in result.lost
        ]
        self._sections = [("alert", _("Of your changes these cannot be repeated:"), lost)] if lost else []
        self.show(self.picture)
        self._work_out()

    def action_write_anew(self) -> None:
        """Save what is shown in a file that is not there any more."""
        if isinstance(self._conflict, Gone):
            mine, self._conflict = self._conflict.mine, None
            self.show(self.picture)
            self.save_in_thread(lambda: self._editing.save(mine, anew=True), self._saved)

    # How it works them out

    def _work_out(self) -> None:
        self.in_thread(self._editing.review, self._reviewed)

    def _reviewed(self, result: Review) -> None:
        self._review = result
        self._sections += [("key", *each) for each in self._meaning(result.before, result.board)]
        edits = format_edits(self.picture.language, result.draft.steps[0].tables, result.draft.tables)
        self._sections.append(("key", self.picture.translate("In the file"), list(edits)))
        self.show(self.picture)

    def _meaning(self, before: Board, after: Board) -> Sequence[ShownSection]:
        """The differences between two boards as text."""
        at = self.picture.at
        return diff_sections(Phrases(self.picture.language, after, at), before, diff(before, after, at))

    def _saved(self, result: Conflict | Gone | None) -> None:
        if isinstance(result, Conflict):
            self._show_conflict(result)
            return
        if isinstance(result, Gone):
            gone = self.picture.translate("Somebody took the book's file away meanwhile: nothing was saved")
            self._conflict, self._sections = result, [("alert", gone, ())]
            self.show(self.picture)
            return
        self._editing.read()
        self.services.read_book()
        self.finish()
        backup = f"{self.picture.path}{BACKUP}"
        saved = self.picture.translate("Saved; the book as it was is in {path}", path=backup)
        self.services.notify_over_foot([saved])

    def _show_conflict(self, conflict: Conflict) -> None:
        language, _ = self.picture.language, self.picture.translate
        self._conflict = conflict
        mine, before = conflict.mine, conflict.mine.draft.steps[0].tables
        self._sections = [("alert", _("Somebody else changed the book meanwhile: nothing was saved"), ())]
        for title, board, tables in (
            (_("What they changed"), conflict.board, conflict.theirs.tables),
            (_("What you changed"), mine.board, mine.draft.tables),
        ):
            meaning = [line for section in self._meaning(mine.before, board) for line in section.lines]
            self._sections.append(("key", title, [*meaning, *format_edits(language, before, tables)]))
        self.show(self.picture)

    def failed(self, error: SaveError) -> None:
        """Show why nothing was saved."""
        self._review = None
        nothing = self.picture.translate("Nothing was saved")
        self._sections = [("alert", nothing, self.error_lines(error))]
        self.show(self.picture)

    def _lines(self, width: int) -> Sequence[Line]:
        lines: list[Line] = []
        for role, heading, texts in self._sections:
            lines += [BLANK] if lines else []
            lines += paragraph(heading, width, role)
            for text in texts:
                lines += hanging(Piece("· ", "dim"), printable(text), width)
        waiting = self.picture.translate("Working out what the changes mean…")
        return lines or [(Piece(waiting, "dim"),)]
