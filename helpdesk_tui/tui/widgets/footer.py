"""The lines at the foot of a screen: its keys, a remark, what changed, and a window too small."""

from collections.abc import Sequence

from textual.geometry import Size

from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import BY_ID, DIGITS, FOOT
from helpdesk_tui.tui.keys import key_name
from helpdesk_tui.tui.widgets.lines import length
from helpdesk_tui.tui.widgets.text import cut, fit, wrap

SMALLEST = (40, 15)
"""Columns and rows from which a screen shows what it is for."""

_LEFT_OUT = (
    "next_shift edit duty pick other_time quit shift search week later coverage copy next_day "
    "text_editor move_up undo remove channels close"
)
"""Commands that a narrow foot line drops, in this order."""


def keys(picture: Picture, screen: str, width: int) -> Sequence[Line]:
    """The keys of a screen, as many as the width holds."""
    items: dict[str, tuple[Piece, Piece]] = {}
    for command in map(BY_ID.__getitem__, FOOT[screen].split()):
        if command.id != "duty" or picture.board.rosters:
            names = [*command.beside.split(), command.keys.split()[0]]
            text = " ".join(key_name(picture.language, name) for name in names)
            if command.keys == DIGITS:
                text = _digits(picture)
            if text:
                click = None if command.keys == DIGITS else ("run", command.id)
                label = f" {picture.translate(command.label)}"
                items[command.id] = (Piece(text, "key", click=click), Piece(label, "dim", click=click))
    more = picture.translate("More")
    room = "  "
    for command_id in _LEFT_OUT.split():
        if sum(length(item) + 2 for item in items.values()) - 1 <= width:
            break
        if command_id == "close" and sum(length(item) + 1 for item in items.values()) <= width:
            room = " "
            break
        items.pop(command_id, None)
        if "help" in items:  # it has those that are left out
            items["help"] = (items["help"][0], items["help"][1]._replace(text=f" {more}"))
    return [[Piece(" "), *(piece for item in items.values() for piece in (*item, Piece(room)))]]


def remark(text: str, width: int) -> Sequence[Line]:
    """A remark instead of the keys."""
    return [(Piece(fit(f" {cut(text, width - 2)}", width), "fill-message"),)]


def notification(picture: Picture, width: int) -> Sequence[Line]:
    """The notification of the channels that changed."""
    return [
        (Piece(fit(f" {'  ' if index else '▸ '}{line}", width), "fill-message"),)
        for text in picture.notification
        for index, line in enumerate(wrap(text, width - 4))
    ]


def is_too_small(size: Size) -> bool:
    """Whether nothing fits in a window of this size."""
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]


def too_small(language: Language, size: Size) -> str:
    """The text that asks for a larger window."""
    text = language.gettext("Enlarge the window to {columns}×{rows} (now {width}×{height})")
    return text.format(columns=SMALLEST[0], rows=SMALLEST[1], width=size.width, height=size.height)


def _digits(picture: Picture) -> str:
    keys = [request.key for request in picture.requests if request.key]
    return f"{keys[0]}-{keys[-1]}" if len(keys) > 1 else "".join(keys)
