"""Next changes: what opens and closes in the time to come, and how that leaves the requests."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Staffing, staffing_of
from helpdesk_tui.answers.status import best
from helpdesk_tui.board.board import LOOK_AHEAD, Board, Channel, Request, State, StateChange
from helpdesk_tui.board.clock import from_second


class ChannelChange(NamedTuple):
    """A channel's change of state."""

    channel: Channel
    state: State
    comment: str | None


class RequestChange(NamedTuple):
    """A change in how a request is staffed."""

    request: Request
    staffing: Staffing


class Changes(NamedTuple):
    """All that changes at one instant, in UTC; channels and requests in the book's order."""

    at: datetime
    channels: tuple[ChannelChange, ...]
    requests: tuple[RequestChange, ...]


class NextChanges(NamedTuple):
    """The changes of a stretch of time; where it has none, the first ones after it."""

    until: datetime
    changes: tuple[Changes, ...]
    first_after: Changes | None
    """None where there are changes until then, or none within the look-ahead."""


def next_changes(board: Board, at: datetime, until: datetime) -> NextChanges:
    """What changes after the instant `at` until `until`, that instant included."""
    changes = changes_between(board, at, until)
    return NextChanges(until, changes, None if changes else _first_after(board, at))


def changes_between(board: Board, after: datetime, until: datetime) -> tuple[Changes, ...]:
    """What changes after the instant `after` until `until`, that instant included."""
    last = int(until.timestamp())
    channels: dict[int, list[ChannelChange]] = {}
    for channel in board.channels.values():
        for second, state, comment in _state_changes(board, channel, int(after.timestamp())):
            if second > last:
                break
            channels.setdefault(second, []).append(ChannelChange(channel, state, comment))
    return tuple(
        Changes(from_second(second), tuple(changed), tuple(_request_changes(board, changed, second)))
        for second, changed in sorted(channels.items())
    )


def _first_after(board: Board, at: datetime) -> Changes | None:
    second = int(at.timestamp())
    firsts = (next(_state_changes(board, channel, second), None) for channel in board.channels.values())
    first = min((from_second(each.start) for each in firsts if each is not None), default=None)
    if first is None or first > at + LOOK_AHEAD:
        return None
    return changes_between(board, at, first)[0]


def _state_changes(board: Board, channel: Channel, after: int) -> Iterator[StateChange]:
    """Yield the channel's changes to another state later than the second `after` of the epoch."""
    changes = board.changes(channel, after)
    state = next(changes).state
    for change in changes:
        if change.state is not state:
            yield change
        state = change.state


def _request_changes(board: Board, changed: Sequence[ChannelChange], second: int) -> Iterator[RequestChange]:
    """Yield the requests that the channels' changes at `second` of the epoch leave staffed otherwise."""
    ids = {change.channel.id for change in changed}
    for request in board.requests.values():
        if not ids.isdisjoint(request.route):
            before, now = (_staffing(board, request, each) for each in (second - 1, second))
            if now is not before:
                yield RequestChange(request, now)


def _staffing(board: Board, request: Request, second: int) -> Staffing:
    channels = [board.channels[key] for key in request.route]
    return staffing_of(board, request, best([next(board.changes(each, second)).state for each in channels]))
