"""The one table of commands: it feeds the key bindings, the foot line, the palette and the help screen."""

from typing import NamedTuple

from textual.binding import Binding, BindingType
from textual.keys import format_key

from helpdesk_tui.book.problems import message
from helpdesk_tui.words.catalogue import Words

DASHBOARD = "dashboard"
LADDER = "ladder"
FINDER = "finder"
HELP = "help"


class Command(NamedTuple):
    """Something that the reader can do."""

    id: str
    """The action's name on the screens."""
    keys: tuple[str, ...]
    """As Textual names them."""
    label: str
    """A word for the foot line."""
    help: str
    """A sentence for the help screen and the palette."""
    places: tuple[str, ...]
    """The screens on which the keys work."""
    foot: tuple[str, ...] = ()
    """The screens whose foot line shows it."""
    palette: bool = False
    """Whether the palette offers it."""


DIGITS = tuple("1234567890")

COMMANDS = (
    Command(
        "pick",
        DIGITS,
        message("Request"),
        message("Answer for the request with that digit"),
        (DASHBOARD,),
        (DASHBOARD,),
    ),
    Command("next", ("down", "j"), message("Next"), message("Next line"), (DASHBOARD, LADDER)),
    Command("previous", ("up", "k"), message("Previous"), message("Line before"), (DASHBOARD, LADDER)),
    Command("down", ("down",), message("Next"), message("Next line"), (FINDER,)),
    Command("up", ("up",), message("Previous"), message("Line before"), (FINDER,)),
    Command(
        "escalate",
        ("e",),
        message("Escalate"),
        message("Open the escalation levels"),
        (DASHBOARD,),
        (DASHBOARD,),
        palette=True,
    ),
    Command("next_level", ("e",), message("Next"), message("Mark the next level"), (LADDER,), (LADDER,)),
    Command(
        "copy",
        ("c",),
        message("Copy"),
        message("Send what is marked to the terminal's clipboard"),
        (DASHBOARD, LADDER),
        (DASHBOARD, LADDER),
        palette=True,
    ),
    Command(
        "search",
        ("slash",),
        message("Search"),
        message("Search the whole book; accents and case do not matter"),
        (DASHBOARD,),
        (DASHBOARD,),
        palette=True,
    ),
    Command(
        "more", ("space",), message("More"), message("Next page of the answer"), (DASHBOARD, LADDER, HELP)
    ),
    Command(
        "page_down",
        ("pagedown",),
        message("Channels down"),
        message("Next page of channels"),
        (DASHBOARD,),
    ),
    Command(
        "page_up",
        ("pageup",),
        message("Channels up"),
        message("Page of channels before"),
        (DASHBOARD,),
    ),
    Command(
        "theme",
        ("m",),
        message("Light or dark"),
        message("Change between the light and the dark theme"),
        (DASHBOARD, LADDER, HELP),
        palette=True,
    ),
    Command(
        "help",
        ("question_mark",),
        message("Help"),
        message("Show every key"),
        (DASHBOARD,),
        (DASHBOARD,),
        palette=True,
    ),
    Command("commands", ("ctrl+p",), message("Commands"), message("Find a command by name"), (DASHBOARD,)),
    Command("choose", ("enter",), message("Choose"), message("Take what is marked"), (FINDER,), (FINDER,)),
    Command(
        "close",
        ("escape",),
        message("Close"),
        message("Back to the dashboard"),
        (LADDER, FINDER, HELP),
        (LADDER, FINDER, HELP),
    ),
    Command(
        "quit",
        ("q", "ctrl+q"),
        message("Quit"),
        message("Leave the program"),
        (DASHBOARD, LADDER, HELP),
        (DASHBOARD, HELP),
        palette=True,
    ),
)


def bindings(place: str, own: tuple[str, ...]) -> list[BindingType]:
    """The key bindings of a screen, which does the commands `own` itself and leaves the rest to the app."""
    return [
        Binding(key, _action(command, key, command.id in own), command.label, show=False)
        for command in COMMANDS
        if place in command.places
        for key in command.keys
    ]


def _action(command: Command, key: str, own: bool) -> str:
    action = f"pick('{key}')" if command.id == "pick" else command.id
    return action if own else f"app.{action}"


_NAMES = {
    "space": message("space"),
    "enter": message("enter"),
    "pageup": message("pgup"),
    "pagedown": message("pgdn"),
}
"""Keys that have another name on a keyboard of another language."""


def key_name(words: Words, key: str) -> str:
    """A key as it is shown: `/`, `↑`, `ctrl+p`."""
    if key in _NAMES:
        return words.gettext(_NAMES[key])
    return "+".join(format_key(part) for part in key.split("+"))


def key_names(words: Words, command: Command) -> str:
    """All keys of a command as they are shown."""
    if command.keys == DIGITS:
        return "0-9"
    return " ".join(key_name(words, key) for key in command.keys)


def key_table(words: Words) -> list[tuple[str, str]]:
    """Every key with what it does, a row a command."""
    rows: dict[str, str] = {}
    for command in COMMANDS:
        rows.setdefault(words.gettext(command.help), key_names(words, command))
    return [(keys, help_text) for help_text, keys in rows.items()]
