"""The one table of commands: it feeds the key bindings, the foot line, the palette and the help screen."""

from typing import NamedTuple

from textual.binding import Binding, BindingType
from textual.keys import format_key

from helpdesk_tui.languages import message
from helpdesk_tui.phrases.language import Words

DASHBOARD = "dashboard"
LADDER = "ladder"
FINDER = "finder"
HELP = "help"
COVERAGE = "coverage"
ATTENDS = "attends"
SHIFT = "shift"
OTHER_TIME = "other time"


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
    beside: tuple[str, ...] = ()
    """Keys of another command that the foot line shows before its own."""


DIGITS = tuple("1234567890")

COMMANDS = (
    Command(
        "pick",
        DIGITS,
        message("Request"),
        message("Answer for the request with that digit"),
        (DASHBOARD, COVERAGE),
        (DASHBOARD,),
    ),
    Command(
        "next", ("down", "j"), message("Next"), message("Next line"), (DASHBOARD, LADDER, COVERAGE, SHIFT)
    ),
    Command(
        "previous",
        ("up", "k"),
        message("Previous"),
        message("Line before"),
        (DASHBOARD, LADDER, COVERAGE, SHIFT),
    ),
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
        (DASHBOARD, LADDER, SHIFT),
        (DASHBOARD, LADDER, SHIFT),
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
        "more",
        ("space",),
        message("More"),
        message("Next page of the answer"),
        (DASHBOARD, LADDER, HELP, COVERAGE, ATTENDS, SHIFT),
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
        "coverage",
        ("v",),
        message("Coverage"),
        message("Show who attends at each hour of the day, request by request"),
        (DASHBOARD,),
        (DASHBOARD,),
        palette=True,
    ),
    Command(
        "previous_day",
        ("left",),
        message("Day"),
        message("Coverage of the day before; of the week before where a week is shown"),
        (COVERAGE,),
    ),
    Command(
        "next_day",
        ("right",),
        message("Day"),
        message("Coverage of the next day; of the next week where a week is shown"),
        (COVERAGE,),
        (COVERAGE,),
        beside=("left",),
    ),
    Command(
        "earlier",
        ("comma", "shift+left"),
        message("Hour"),
        message("Mark an earlier hour of the coverage"),
        (COVERAGE,),
    ),
    Command(
        "later",
        ("full_stop", "shift+right"),
        message("Hour"),
        message("Mark a later hour of the coverage"),
        (COVERAGE,),
        (COVERAGE,),
        beside=("comma",),
    ),
    Command(
        "attends",
        ("enter",),
        message("Who"),
        message("Tell who attends the marked request at the marked hour, and why"),
        (COVERAGE,),
        (COVERAGE,),
    ),
    Command(
        "week",
        ("w",),
        message("Week"),
        message("Change between a day of every request and seven days of the marked one"),
        (COVERAGE,),
        (COVERAGE,),
    ),
    Command(
        "page_down",
        ("pagedown",),
        message("Lines down"),
        message("Next page of lines"),
        (COVERAGE, SHIFT),
    ),
    Command(
        "page_up",
        ("pageup",),
        message("Lines up"),
        message("Page of lines before"),
        (COVERAGE, SHIFT),
    ),
    Command(
        "shift",
        ("s",),
        message("Shift"),
        message("Show the sheet of the current shift"),
        (DASHBOARD,),
        (DASHBOARD,),
        palette=True,
    ),
    Command(
        "other_time",
        ("t",),
        message("Other time"),
        message("Show everything as it is at another time"),
        (DASHBOARD, LADDER, COVERAGE, SHIFT),
        (DASHBOARD, COVERAGE),
        palette=True,
    ),
    Command(
        "now",
        ("n",),
        message("Now"),
        message("Back from another time to now"),
        (DASHBOARD, LADDER, HELP, COVERAGE, ATTENDS, SHIFT),
        palette=True,
    ),
    Command(
        "earlier_time",
        ("left_square_bracket",),
        message("Earlier"),
        message("Half an hour earlier than the time shown"),
        (DASHBOARD, LADDER, COVERAGE, SHIFT),
    ),
    Command(
        "later_time",
        ("right_square_bracket",),
        message("Later"),
        message("Half an hour later than the time shown"),
        (DASHBOARD, LADDER, COVERAGE, SHIFT),
    ),
    Command(
        "earlier_date",
        ("left_curly_bracket",),
        message("Day before"),
        message("The day before the time shown, at the same hour"),
        (DASHBOARD, LADDER, COVERAGE, SHIFT),
    ),
    Command(
        "later_date",
        ("right_curly_bracket",),
        message("Next day"),
        message("The day after the time shown, at the same hour"),
        (DASHBOARD, LADDER, COVERAGE, SHIFT),
    ),
    Command(
        "go",
        ("enter",),
        message("Show"),
        message("Show the time that is typed"),
        (OTHER_TIME,),
        (OTHER_TIME,),
    ),
    Command(
        "theme",
        ("m",),
        message("Light or dark"),
        message("Change between the light and the dark theme"),
        (DASHBOARD, LADDER, HELP, COVERAGE, ATTENDS, SHIFT),
        palette=True,
    ),
    Command(
        "help",
        ("question_mark",),
        message("Help"),
        message("Show every key"),
        (DASHBOARD, COVERAGE),
        (DASHBOARD, COVERAGE),
        palette=True,
    ),
    Command("commands", ("ctrl+p",), message("Commands"), message("Find a command by name"), (DASHBOARD,)),
    Command("choose", ("enter",), message("Choose"), message("Take what is marked"), (FINDER,), (FINDER,)),
    Command(
        "close",
        ("escape",),
        message("Close"),
        message("Back to the dashboard"),
        (LADDER, FINDER, HELP, COVERAGE, ATTENDS, SHIFT, OTHER_TIME),
        (LADDER, FINDER, HELP, COVERAGE, ATTENDS, SHIFT, OTHER_TIME),
    ),
    Command(
        "quit",
        ("q", "ctrl+q"),
        message("Quit"),
        message("Leave the program"),
        (DASHBOARD, LADDER, HELP, COVERAGE, ATTENDS, SHIFT),
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
