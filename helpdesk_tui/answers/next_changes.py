"""Next changes: which channels open and close next, and how requests are then staffed."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from heapq import merge
from itertools import groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Staffing, staffing_of
from helpdesk_tui.board.board import LOOK_AHEAD, Board, Channel, Request, State
from helpdesk_tui.board.clock import from_second

_second = itemgetter(0)


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
    """All changes at one instant, in UTC; channels and requests in the book's order.

    A request can change without a channel, when another of its routes comes into force.
    """

    at: datetime
    channels: tuple[ChannelChange, ...]
    requests: tuple[RequestChange, ...]


class NextChanges(NamedTuple):
    """The changes of a stretch of time; if there are none, the first ones after it."""

    until: datetime
    changes: tuple[Changes, ...]
    first_after: Changes | None
    """None if there are changes until then, or none within the look-ahead."""


def next_changes(board: Board, at: datetime, until: datetime) -> NextChanges:
    """The changes after the instant `at`, up to and including `until`."""
    changes: list[Changes] = []
    for each in changes_after(board, at):
        if each.at > until:
            first_after = each if not changes and each.at <= at + LOOK_AHEAD else None
            return NextChanges(until, tuple(changes), first_after)
        changes.append(each)
    return NextChanges(until, tuple(changes), None)


def changes_after(board: Board, after: datetime) -> Iterator[Changes]:
    """Yield the changes after the instant `after`, in order of time, until the end of the board."""
    second = int(after.timestamp())
    hours = dict.fromkeys(route.hours for request in board.requests.values() for route in request.routes)
    channels = (*board.channels.values(), *(Channel("", "", each) for each in hours))
    changes = merge(*(_state_changes(board, each, second) for each in channels), key=_second)
    for second, group in groupby(changes, key=_second):
        changed = [change for _, change in group]
        of_channels = tuple(change for change in changed if change.channel.id)
        of_requests = tuple(_request_changes(board, changed, second))
        if of_channels or of_requests:
            yield Changes(from_second(second), of_channels, of_requests)


def _state_changes(board: Board, channel: Channel, after: int) -> Iterator[tuple[int, ChannelChange]]:
    """Yield the channel's changes of state after `after`, each with its second of the epoch."""
    for before, change in pairwise(board.changes(channel, after)):
        if change.state is not before.state:
            yield change.start, ChannelChange(channel, change.state, change.comment)


def _request_changes(board: Board, changed: Sequence[ChannelChange], second: int) -> Iterator[RequestChange]:
    """Yield the changes of staffing that the changes at `second` of the epoch cause."""
    ids = {change.channel.id for change in changed}
    hours = {change.channel.hours for change in changed}
    for request in board.requests.values():
        if not ids.isdisjoint(request.channels) or any(route.hours in hours for route in request.routes):
            before, now = (_staffing(board, request, each) for each in (second - 1, second))
            if now is not before:
                yield RequestChange(request, now)


def _staffing(board: Board, request: Request, second: int) -> Staffing:
    channels = [board.channels[key] for key in board.route(request, second)]
    return staffing_of(channels, [next(board.changes(each, second)).state for each in channels])
