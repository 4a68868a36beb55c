"""Sheets that save the book in a thread."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from textual.events import ScreenResume

from helpdesk_tui.book.document import UnwritableError
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.phrases.problems import format_problems, format_save_error
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.screens.sheet import Sheet

Result = TypeVar("Result")

SaveError = BookError | UnwritableError | OSError


class SavingSheet(Sheet):
    """A sheet that saves the book, and stays open until that is done."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture)
        self.saving = False
        """Whether a thread saves the book."""
        self._finished = False

    def failed(self, error: SaveError) -> None:
        """Show why the work of the thread failed."""
        raise NotImplementedError

    def in_thread(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Run `work` in a thread, then call `then` with its result or `failed` with its error."""

        def run() -> None:
            try:
                result = work()
            except (BookError, UnwritableError, OSError) as error:
                self.app.call_from_thread(self._end, self.failed, error)
            else:
                self.app.call_from_thread(self._end, then, result)

        self.run_worker(run, thread=True)

    def save_in_thread(self, save: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Do the same with the sheet kept open meanwhile."""
        self.saving = True
        self.in_thread(save, then)

    def finish(self) -> None:
        """Close the sheet; where another one is over it, as soon as that one is closed."""
        self._finished = True
        self.action_close()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Close a finished sheet."""
        if self._finished:
            self.call_later(self.action_close)

    def action_close(self) -> None:
        """Close the sheet, unless it saves: that would go on unseen."""
        if self.ask_to_leave():
            super().action_close()

    def ask_to_leave(self) -> bool:
        """Whether no save runs; where one does, say so."""
        if self.saving:
            self.remark(self.picture.translate("Saving…"))
        return not self.saving

    def error_lines(self, error: SaveError) -> Sequence[str]:
        """Why nothing was saved."""
        language, path = self.picture.language, self.picture.path
        if isinstance(error, BookError):
            return format_problems(language, path, error.problems)
        if isinstance(error, OSError):
            return [format_save_error(language, path, error)]
        return [
            language.translate(
                "The file is written in a form that this change does not fit into: edit it with E"
            )
        ]

    def _end(self, then: Callable[[Result], None], result: Result) -> None:
        self.saving = False
        then(result)
