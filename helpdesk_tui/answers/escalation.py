"""The escalation ladder at an instant: every level with its contacts and state."""

from datetime import datetime

from helpdesk_tui.answers.contact import Contact, contact
from helpdesk_tui.board.board import Board, State
from helpdesk_tui.records import Record

_BEST = (State.OPEN, State.UNKNOWN, State.CLOSED)


class Step(Record):
    """An escalation level as it stands at an instant."""

    number: int
    name: str
    contacts: tuple[Contact, ...]
    best: Contact
    """The contact whose state is the level's: open before unknown before closed."""


def escalation(board: Board, at: datetime) -> tuple[Step, ...]:
    """The levels of the ladder at the instant `at`, from level 1 up."""
    steps = []
    for level in board.levels:
        contacts = tuple(contact(board, channel, at) for channel in level.channels)
        best = min(contacts, key=lambda each: _BEST.index(each.state))
        steps.append(Step(level.number, level.name, contacts, best))
    return tuple(steps)
