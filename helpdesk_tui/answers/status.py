"""The status of a channel, or of several together: its state, the reason, and its next change."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from helpdesk_tui.answers.duty import Duty, duty, with_contact
from helpdesk_tui.board.board import LOOK_AHEAD, Board, Channel, State, StateChange
from helpdesk_tui.board.clock import from_second

RANK = {State.OPEN: 0, State.UNKNOWN: 1, State.CLOSED: 2}
"""From the best state to the worst."""


class Status(NamedTuple):
    """The status of a channel, or of several together, at an instant."""

    channel: Channel
    """Of several channels, the first one with the state."""
    state: State
    """Of several channels, the best: open before unknown before closed."""
    comment: str | None
    """Why the channel has this state."""
    until: datetime | None
    """When the state next changes, in UTC; None if not within the look-ahead."""
    opens: datetime | None
    """When the state next becomes open, in UTC; None if not within the look-ahead."""
    closing_soon: bool
    then: State | None
    """The state from `until` on."""
    always: bool
    """Whether one of the channels is open at every hour of every day."""
    duty: Duty | None = None
    """Who is on duty, if the channel has a roster; a channel without a contact has theirs."""


def channel_status(board: Board, channel: Channel, at: datetime) -> Status:
    """The status of `channel` at the instant `at`, which lies in the board's window."""
    return status(board, (channel,), at)


def statuses(board: Board, at: datetime) -> tuple[Status, ...]:
    """The status of every channel of the book at the instant `at`, in the book's order."""
    by_hours: dict[str | None, Status] = {}  # many channels share few timetables
    result = []
    for channel in board.channels.values():
        if channel.hours not in by_hours:
            by_hours[channel.hours] = channel_status(board, channel, at)
        shared = by_hours[channel.hours]
        result.append(shared._replace(channel=with_contact(channel, shared.duty and shared.duty.person)))
    return tuple(result)


def status(board: Board, channels: Sequence[Channel], at: datetime) -> Status:
    """The status of `channels` together at the instant `at`, which lies in the board's window."""
    changes = _best(board, channels, int(at.timestamp()))
    _, now, channel = next(changes)
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
    near = until is not None and until - at <= timedelta(minutes=board.closing_soon)
    soon = near and now.state is State.OPEN
    always = any(each.always for each in channels)
    on_duty = duty(board, board.rosters[channel.on_duty], at) if channel.on_duty else None
    channel = with_contact(channel, on_duty and on_duty.person)
    return Status(channel, now.state, now.comment, until, opens, soon, then, always, on_duty)


def changed(before: Status, now: Status) -> bool:
    """Whether the channel has another state than `before`, or is now closing soon."""
    return before.state is not now.state or (now.closing_soon and not before.closing_soon)


def best(states: Sequence[State]) -> State:
    """The best of the states: open before unknown before closed."""
    return min(states, key=RANK.__getitem__)


def _best(
    board: Board, channels: Sequence[Channel], second: int
) -> Iterator[tuple[int, StateChange, Channel]]:
    """Yield the best of the changes in force at `second` of the epoch, then at every later change.

    Each row is the second from which a change is the best, the change, and its channel. Of equal states the
    first channel's is the best.
    """
    if len(channels) == 1:  # most often
        yield from ((change.start, change, channels[0]) for change in board.changes(channels[0], second))
        return
    later = [board.changes(channel, second) for channel in channels]
    now = [next(changes) for changes in later]
    coming = [next(changes, None) for changes in later]
    while True:
        states = [change.state for change in now]
        first = states.index(best(states))
        yield second, now[first], channels[first]
        starts = [change.start for change in coming if change is not None]
        if not starts:
            return
        second = min(starts)
        for index, change in enumerate(coming):
            if change is not None and change.start == second:
                now[index], coming[index] = change, next(later[index], None)
