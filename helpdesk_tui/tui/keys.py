"""The keys of the commands: the bindings of a screen, how a key is shown, and the table of all of them."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import format_key

from helpdesk_tui.languages import message
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.tui.commands import COMMANDS, DASHBOARD, DIGITS, EDITOR, SCREENS, Command


def bindings(screen: type, name: str) -> list[Binding]:
    """The key bindings of a screen; an action that it has no method for is the app's."""
    return [
        # Help comes before the focused field, which would otherwise take `?` as text.
        # In the editor `?` is typed: links contain it.
        Binding(
            key,
            _action(screen, command, key),
            command.help,
            show=False,
            priority=command.id == "help" and name != EDITOR,
        )
        for command in COMMANDS
        if name in command.screens.split()
        for key in command.keys.split()
    ]


def _action(screen: type, command: Command, key: str) -> str:
    action = f"{command.id}('{key}')" if command.keys == DIGITS else command.id
    return action if hasattr(screen, f"action_{command.id}") else f"app.{action}"


_NAMES = {
    "space": message("space"),
    "enter": message("enter"),
    "pageup": message("pgup"),
    "pagedown": message("pgdn"),
}
"""Keys that have another name on a keyboard of another language."""


def key_name(language: Language, key: str) -> str:
    """A key as it is shown: `/`, `↑`, `ctrl+p`."""
    if key in _NAMES:
        return language.gettext(_NAMES[key])
    return "+".join(format_key(part) for part in key.split("+"))


def key_names(language: Language, command: Command) -> str:
    """All keys of a command as they are shown."""
    if command.keys == DIGITS:
        return "0-9"
    return " ".join(key_name(language, key) for key in command.keys.split())


class Section(NamedTuple):
    """A part of the table of keys: its title, and rows of keys with what they do."""

    title: str
    rows: Sequence[tuple[str, str]]


def key_sections(language: Language, first: str = DASHBOARD) -> list[Section]:
    """Every key with what it does, by screen: those of `first`, then those of all screens, then the others'.

    A command of more than half of the screens stands among those of all, and nowhere else.
    """
    common = [command for command in COMMANDS if len(command.screens.split()) > len(SCREENS) // 2]

    def section(title: str, commands: Sequence[Command]) -> Section:
        rows = [(key_names(language, command), language.gettext(command.help)) for command in commands]
        return Section(language.gettext(title), rows)

    own = {
        name: section(
            title, [each for each in COMMANDS if name in each.screens.split() and each not in common]
        )
        for name, title in SCREENS.items()
    }
    others = [each for name, each in own.items() if name != first and each.rows]
    mine = [own[first]] if own[first].rows else []
    return [*mine, section(message("Every screen"), common), *others]
