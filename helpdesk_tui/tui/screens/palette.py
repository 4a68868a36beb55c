"""The command palette: finds a command by name and does it, on every screen."""

from collections.abc import Sequence

from helpdesk_tui.names import fold
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import COMMANDS, Command
from helpdesk_tui.tui.keys import key_names
from helpdesk_tui.tui.screens.finder import Finder
from helpdesk_tui.tui.widgets.text import fit, paragraph


class Palette(Finder):
    """Every command that can be named, by name."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture)
        self._commands: list[Command] = []

    def title_of(self, picture: Picture) -> str:
        """The title of the panel."""
        return picture.translate("Commands")

    def hint(self) -> str:
        """The hint in the empty field."""
        return self.picture.translate("What do you want to do?")

    def find(self, text: str) -> int:
        """Find the commands whose label or help holds every word of `text`."""
        _ = self.picture.translate
        words = fold(text).split()
        named = [(each, fold(f"{_(each.label)} {_(each.help)}")) for each in COMMANDS if each.in_palette]
        self._commands = [each for each, name in named if all(word in name for word in words)]
        return len(self._commands)

    def row(self, index: int, width: int) -> Line:
        """The command's label and keys."""
        command = self._commands[index]
        keys = key_names(self.picture.language, command)
        label = self.picture.translate(command.label)
        return Piece(fit(f" {label}", width - len(keys) - 1)), Piece(keys, "key")

    def details(self, index: int, width: int) -> Sequence[Line]:
        """The command's help."""
        text = self.picture.translate(self._commands[index].help)
        return paragraph(text, width, "dim")

    def choose(self, index: int) -> None:
        """Close the palette and do it."""
        self.action_close()
        self.services.run_later(self._commands[index].id)
