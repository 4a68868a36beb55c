"""The command palette: finds a command by name and does it."""

from collections.abc import Sequence

from helpdesk_tui.names import fold
from helpdesk_tui.tui.commands import COMMANDS, Command, key_names
from helpdesk_tui.tui.finder import Finder
from helpdesk_tui.tui.lines import Line, Piece
from helpdesk_tui.tui.text import fit, wrap
from helpdesk_tui.tui.view import View


class Palette(Finder):
    """Every command of the dashboard, by name."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._found: list[Command] = []

    def titles(self) -> tuple[str, str]:
        """The sheet's title, and the hint where something is typed."""
        return self.view.gettext("Commands"), self.view.gettext("What do you want to do?")

    def find(self, text: str) -> int:
        """The commands whose name or help holds every word of `text`."""
        words = fold(text).split()
        self._found = [
            command
            for command in COMMANDS
            if command.palette
            and all(
                word in fold(f"{self.view.gettext(command.label)} {self.view.gettext(command.help)}")
                for word in words
            )
        ]
        return len(self._found)

    def row(self, index: int, width: int) -> Line:
        """The command's name and keys."""
        command = self._found[index]
        keys = key_names(self.view.words, command)
        return Piece(fit(f" {self.view.gettext(command.label)}", width - len(keys) - 1)), Piece(keys, "key")

    def details(self, index: int, width: int) -> Sequence[Line]:
        """What the command does."""
        return [(Piece(line, "dim"),) for line in wrap(self.view.gettext(self._found[index].help), width)]

    def take(self, index: int) -> None:
        """Close the palette and do it."""
        self.action_close()
        self.app.call_later(self.app.run_action, f"app.{self._found[index].id}")
