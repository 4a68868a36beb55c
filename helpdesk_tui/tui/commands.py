"""The table of commands: bindings, foot lines, palette, help and README are made from it."""

from collections.abc import Mapping
from typing import NamedTuple

from helpdesk_tui.languages import message

DASHBOARD = "dashboard"
LADDER = "ladder"
CHANNELS = "channels"
COVERAGE = "coverage"
WHO_THEN = "who_then"
SHIFT = "shift"
HELP = "help"
FINDER = "finder"
DUTY = "duty"
TAKEOVER = "takeover"
OTHER_TIME = "other_time"
EDITOR = "editor"
FORM = "form"
"""The editor while a form is open, which has another foot line."""
PREVIEW = "preview"
CONFLICT = "conflict"
"""The preview after somebody else changed the book, which has another foot line."""
GONE = "gone"
"""The preview after the book's file was removed, which has another foot line."""
LEAVE = "leave"

SCREENS: Mapping[str, str] = {
    DASHBOARD: message("Dashboard"),
    LADDER: message("Escalation"),
    CHANNELS: message("Channels"),
    COVERAGE: message("Coverage"),
    WHO_THEN: message("Who, then"),
    SHIFT: message("Shift"),
    DUTY: message("Who is on duty"),
    TAKEOVER: message("Take the duty"),
    HELP: message("Help"),
    FINDER: message("Search and commands"),
    OTHER_TIME: message("Another time"),
    EDITOR: message("Edit the book"),
    PREVIEW: message("What the changes mean"),
    LEAVE: message("Changes that are not saved"),
}
"""The title of every screen, by its name."""

ALL = " ".join(SCREENS)

READING = f"{DASHBOARD} {LADDER} {CHANNELS} {COVERAGE} {WHO_THEN} {SHIFT} {DUTY} {HELP}"
"""The screens on which nothing is typed."""

LINES = f"{READING} {EDITOR} {PREVIEW} {LEAVE}"
"""The screens that have lines."""

SHEETS = ALL.removeprefix(f"{DASHBOARD} ")
"""The screens that close."""


class Command(NamedTuple):
    """A command of the screen."""

    id: str
    """The name of its action on the screen, or else on the app."""
    keys: str
    """Textual's names of its keys, separated by spaces."""
    help: str
    """A message for the help screen and the palette."""
    screens: str
    """The screens on which the keys work, separated by spaces."""
    label: str = ""
    """A short message for the foot line and the palette; empty if neither shows the command."""
    beside: str = ""
    """A key of another command that the foot line shows before its own."""

    @property
    def in_palette(self) -> bool:
        """Whether the palette lists it."""
        return bool(self.label) and DASHBOARD in self.screens.split() and self.keys != DIGITS


DIGITS = "1 2 3 4 5 6 7 8 9 0"

COMMANDS = (
    Command(
        "pick",
        DIGITS,
        "Answer for the request with that digit",
        DASHBOARD,
        message("Request"),
    ),
    Command("mark_request", DIGITS, "Mark the request with that digit", COVERAGE),
    Command("escalate", "e", "Open the escalation levels", DASHBOARD, message("Escalate")),
    Command("next_level", "e", "Mark the next level", LADDER, message("Next")),
    Command(
        "copy",
        "c",
        "Send the number to the terminal's clipboard; again, what follows it",
        f"{DASHBOARD} {LADDER} {CHANNELS} {DUTY}",
        message("Copy"),
    ),
    Command(
        "copy_sheet", "c", "Send the sheet to the terminal's clipboard as Markdown", SHIFT, message("Copy")
    ),
    Command("channels", "l", "Show every channel with each way to reach it", DASHBOARD, message("Channels")),
    Command(
        "search",
        "slash",
        "Search the whole book; accents and case do not matter",
        DASHBOARD,
        message("Search"),
    ),
    Command(
        "coverage", "v", "Show how each request is staffed, hour by hour", DASHBOARD, message("Coverage")
    ),
    Command("shift", "s", "Show the sheet of the current shift", DASHBOARD, message("Shift")),
    Command(
        "next_shift",
        "s",
        "Show the sheet of the next shift, and again that of this one",
        SHIFT,
        message("Next shift"),
    ),
    Command("duty", "d", "Show who is on duty in the coming twelve weeks", DASHBOARD, message("On duty")),
    Command(
        "next_person",
        "right",
        "Let the turns of the next person stand out",
        DUTY,
        message("Person"),
        beside="left",
    ),
    Command("previous_person", "left", "Let the turns of the person before stand out", DUTY),
    Command(
        "take_duty",
        "T",
        "Take the duty until a time, for oneself or another",
        f"{DASHBOARD} {DUTY}",
        message("Take"),
    ),
    Command("take", "enter", "Take the duty", TAKEOVER, message("Take")),
    Command("previous_day", "left", "Coverage of the day, the week or the month before", COVERAGE),
    Command(
        "next_day",
        "right",
        "Coverage of the next day, week or month",
        COVERAGE,
        message("Day"),
        beside="left",
    ),
    Command("earlier", "comma shift+left", "Mark an earlier hour of the coverage", COVERAGE),
    Command(
        "later",
        "full_stop shift+right",
        "Mark a later hour of the coverage",
        COVERAGE,
        message("Hour"),
        beside="comma",
    ),
    Command(
        "who_then",
        "enter",
        "Show whom to contact for the marked request at the marked hour, and why",
        COVERAGE,
        message("Who"),
    ),
    Command(
        "week", "w", "Show a day of every request, a week or a month of one", COVERAGE, message("Week, month")
    ),
    Command("down", "down", "Next line", FINDER),
    Command("up", "up", "Line before", FINDER),
    Command("choose", "enter", "Choose what is marked", FINDER, message("Choose")),
    Command("go", "enter", "Show the time that is typed", OTHER_TIME, message("Show")),
    Command(
        "edit",
        "b",
        "Edit the book: its channels, hours, requests, levels, holidays and shifts",
        DASHBOARD,
        message("Edit"),
    ),
    Command(
        "fill_in",
        "enter",
        "Edit what is marked, field by field; on a heading, add an entry",
        EDITOR,
        message("Edit"),
    ),
    Command("add", "a insert", "Add an entry to the marked table", EDITOR, message("Add")),
    Command("remove", "d delete", "Remove what is marked", EDITOR, message("Remove")),
    Command("move_down", "J shift+down", "Move what is marked down in its table", EDITOR),
    Command(
        "move_up", "K shift+up", "Move what is marked up in its table", EDITOR, message("Order"), beside="J"
    ),
    Command("next_table", "right", "Next table", EDITOR),
    Command("previous_table", "left", "Table before", EDITOR),
    Command("undo", "ctrl+z", "Undo the last change that is not saved", EDITOR, message("Undo")),
    Command("redo", "ctrl+y", "Redo what was undone", EDITOR),
    Command("review", "ctrl+s", "Show what the changes mean, and save them then", EDITOR, message("Save")),
    Command(
        "text_editor",
        "E",
        "Open the book's file in $VISUAL or $EDITOR",
        f"{DASHBOARD} {EDITOR}",
        message("Text editor"),
    ),
    Command("save", "enter ctrl+s", "Save the changes", PREVIEW, message("Save")),
    Command(
        "theirs",
        "o",
        "Of a file that somebody else changed meanwhile: drop your own changes",
        PREVIEW,
        message("Take theirs"),
    ),
    Command(
        "mine",
        "r",
        "Of a file that somebody else changed meanwhile: repeat your changes on top of it",
        PREVIEW,
        message("Repeat mine"),
    ),
    Command(
        "write_anew",
        "w",
        "Of a file that is not there any more: write it anew with your changes",
        PREVIEW,
        message("Write it anew"),
    ),
    Command(
        "review_first",
        "enter ctrl+s",
        "Show what the changes mean, and save them then",
        LEAVE,
        message("Save"),
    ),
    Command("discard", "d", "Leave without saving: the changes are lost", LEAVE, message("Discard")),
    Command("next", "down j", "Next line", LINES),
    Command("previous", "up k", "Line before", LINES),
    Command("page_down", "pagedown", "Next page of lines", LINES),
    Command("page_up", "pageup", "Page of lines before", LINES),
    Command("more", "space", "Next page of the answer, and from its end the top", READING),
    Command("other_time", "t", "Show everything as it is at another time", READING, message("Other time")),
    Command("now", "n", "Back from another time to now", READING, message("Now")),
    Command("earlier_time", "left_square_bracket", "Half an hour earlier than the time shown", READING),
    Command("later_time", "right_square_bracket", "Half an hour later than the time shown", READING),
    Command("earlier_date", "left_curly_bracket", "The day before the time shown, at the same hour", READING),
    Command("later_date", "right_curly_bracket", "The day after the time shown, at the same hour", READING),
    Command("theme", "m", "Change between the light and the dark theme", READING, message("Light or dark")),
    Command("help", "question_mark f1", "Show every key, those of this screen first", ALL, message("Help")),
    Command("commands", "ctrl+p", "Find a command by name", ALL),
    Command("close", "escape", "Back to the screen before", SHEETS, message("Close")),
    Command("quit", "q ctrl+q", "Leave the program", READING, message("Quit")),
)

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}

FOOT: Mapping[str, str] = {
    DASHBOARD: "pick escalate copy channels search coverage shift duty edit other_time help quit",
    LADDER: "next_level copy close",
    CHANNELS: "copy close",
    COVERAGE: "next_day later who_then week other_time help close",
    WHO_THEN: "close",
    SHIFT: "copy_sheet next_shift close",
    DUTY: "copy next_person take_duty close",
    TAKEOVER: "take close",
    HELP: "close quit",
    FINDER: "choose close",
    OTHER_TIME: "go close",
    EDITOR: "fill_in add remove move_up undo review text_editor help close",
    FORM: "undo review close",
    PREVIEW: "save close",
    CONFLICT: "theirs mine close",
    GONE: "write_anew close",
    LEAVE: "review_first discard close",
}
"""The commands that each foot line shows, in order."""
