"""How a channel, or several together, stand at an instant: the state, why, and when that next changes."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from helpdesk_tui.board.board import LOOK_AHEAD, Board, Change, Channel, State
from helpdesk_tui.board.clock import from_second

RANK = {State.OPEN: 0, State.UNKNOWN: 1, State.CLOSED: 2}
"""From the best state to the worst."""


class Standing(NamedTuple):
    """How a channel, or several together, stand at an instant."""

    state: State
    """The best of the channels' states: open before unknown before closed."""
    comment: str | None
    """That of the first channel with this state."""
    until: datetime | None
    """When the state next changes, in UTC; None where it does not within the look-ahead."""
    opens: datetime | None
    """The next time that it becomes open, in UTC; None where it does not within the look-ahead."""
    closing_soon: bool
    published: bool
    """Whether the book says when the first channel with this state attends."""
    then: State | None
    """The state from `until` on."""
    always: bool
    """Whether one of the channels is open at every hour of every day."""


class Contact(NamedTuple):
    """A channel as it stands at an instant; the fields are those of `Standing`."""

    channel: Channel
    state: State
    comment: str | None
    until: datetime | None
    opens: datetime | None
    closing_soon: bool
    published: bool
    then: State | None
    always: bool


def contact(board: Board, channel: Channel, at: datetime) -> Contact:
    """`channel` at the instant `at`, which lies in the board's window."""
    return Contact(channel, *standing(board, (channel,), at))


def status(board: Board, at: datetime) -> tuple[Contact, ...]:
    """Every channel of the book at the instant `at`, in the book's order."""
    return tuple(contact(board, channel, at) for channel in board.channels.values())


def standing(board: Board, channels: Sequence[Channel], at: datetime) -> Standing:
    """How `channels` together stand at the instant `at`, which lies in the board's window."""
    changes = _best(board, channels, int(at.timestamp()))
    _, now, attends = next(changes)
    limit = int((at + LOOK_AHEAD).timestamp())
    until = opens = then = None
    last = now.state
    for second, change, _ in changes:
        if second > limit or (until is not None and opens is not None):
            break
        if until is None and change.state is not now.state:
            until, then = from_second(second), change.state
        if opens is None and change.state is State.OPEN and last is not State.OPEN:
            opens = from_second(second)
        last = change.state
    soon = (
        now.state is State.OPEN and until is not None and until - at <= timedelta(minutes=board.closing_soon)
    )
    always = any(channel.always for channel in channels)
    published = attends.hours is not None
    return Standing(now.state, now.comment, until, opens, soon, published, then, always)


def _best(board: Board, channels: Sequence[Channel], second: int) -> Iterator[tuple[int, Change, Channel]]:
    """Yield the best of the changes in force at `second` of the epoch, and at each later change of a channel.

    Each comes with the second from which it is the best, and with its channel. Of channels that stand
    alike it is the first one's.
    """
    later = [_changes(board, channel, second) for channel in channels]
    now = [next(changes) for changes in later]
    coming = [next(changes, None) for changes in later]
    while True:
        best = min(range(len(channels)), key=lambda place: RANK[now[place].state])
        yield second, now[best], channels[best]
        starts = [change.start for change in coming if change is not None]
        if not starts:
            return
        second = min(starts)
        for place, change in enumerate(coming):
            if change is not None and change.start == second:
                now[place], coming[place] = change, next(later[place], None)


def _changes(board: Board, channel: Channel, second: int) -> Iterator[Change]:
    """The change in force at `second` of the epoch, and each later one."""
    if channel.hours is None:
        return iter((Change(second, State.UNKNOWN, None),))
    return board.timetables[channel.hours].from_moment(second)
