"""One channel at an instant: its state, why, and when that next changes."""

from datetime import datetime, timedelta

from helpdesk_tui.board.board import LOOK_AHEAD, Board, Channel, State, from_second
from helpdesk_tui.records import Record


class Contact(Record):
    """A channel as it stands at an instant."""

    channel: Channel
    state: State
    comment: str | None
    until: datetime | None
    """When the state next changes, in UTC; None where it does not within the look-ahead."""
    opens: datetime | None
    """The next time that it becomes open, in UTC; None where it does not within the look-ahead."""
    closing_soon: bool
    published: bool
    """Whether the book says when it attends."""


def contact(board: Board, channel: Channel, at: datetime) -> Contact:
    """`channel` at the instant `at`, which lies in the board's window."""
    if channel.hours is None:
        return Contact(channel, State.UNKNOWN, None, None, None, closing_soon=False, published=False)
    changes = board.timetables[channel.hours].from_moment(int(at.timestamp()))
    now = next(changes)
    limit = int((at + LOOK_AHEAD).timestamp())
    until = opens = None
    last = now.state
    for change in changes:
        if change.start > limit or (until is not None and opens is not None):
            break
        if until is None and change.state is not now.state:
            until = from_second(change.start)
        if opens is None and change.state is State.OPEN and last is not State.OPEN:
            opens = from_second(change.start)
        last = change.state
    soon = (
        now.state is State.OPEN and until is not None and until - at <= timedelta(minutes=board.closing_soon)
    )
    return Contact(channel, now.state, now.comment, until, opens, closing_soon=soon, published=True)


def status(board: Board, at: datetime) -> tuple[Contact, ...]:
    """Every channel of the book at the instant `at`, in the book's order."""
    return tuple(contact(board, channel, at) for channel in board.channels.values())
