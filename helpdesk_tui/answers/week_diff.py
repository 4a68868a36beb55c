"""What differs between two boards of a book in one week: hours of channels, and contacts of requests."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Period
from helpdesk_tui.answers.status import Status
from helpdesk_tui.answers.who import who
from helpdesk_tui.board.board import Board, Channel, Request, State
from helpdesk_tui.board.clock import from_second

DAYS = 7


class HoursDiff(NamedTuple):
    """Stretches in which a channel is open in one board and not in the other."""

    channel: Channel
    lost: tuple[Period, ...]
    gained: tuple[Period, ...]


class ContactDiff(NamedTuple):
    """A stretch in which a request has another contact; None where nobody is."""

    request: Request
    period: Period
    before: Status | None
    after: Status | None


def week(board: Board, at: datetime) -> Period:
    """The seven days from the day of the instant `at` on."""
    return Period(*board.days(board.local(at).date(), DAYS))


def hours_diffs(old: Board, new: Board, at: datetime, keys: Mapping[str, str]) -> Iterator[HoursDiff]:
    """Yield the channels whose hours differ in the week; `keys` has old ids by new ones where they differ."""
    within = week(new, at)
    for key, channel in new.channels.items():
        before = old.channels.get(keys.get(key, key))
        if before is not None:
            was, now = _open(old, before, within), _open(new, channel, within)
            lost, gained = tuple(_without(was, now)), tuple(_without(now, was))
            if lost or gained:
                yield HoursDiff(channel, lost, gained)


def contact_diffs(old: Board, new: Board, at: datetime, keys: Mapping[str, str]) -> Iterator[ContactDiff]:
    """Yield the stretches of the week in which a request has another contact than before."""
    within = week(new, at)
    for key, request in new.requests.items():
        before = old.requests.get(keys.get(key, key))
        if before is None:
            continue
        moments = {within.start, within.end}
        for board, each in ((old, before), (new, request)):
            moments |= {moment for id in each.route for moment in _changes(board, board.channels[id], within)}
        last: ContactDiff | None = None
        for start, end in pairwise(sorted(moments)):
            one, two = who(old, before, start).contact, who(new, request, start).contact
            if _contact(one) == _contact(two):
                continue
            if (
                last
                and last.period.end == start
                and _contact(last.before) == _contact(one)
                and _contact(last.after) == _contact(two)
            ):
                last = last._replace(period=Period(last.period.start, end))
                continue
            if last:
                yield last
            last = ContactDiff(request, Period(start, end), one, two)
        if last:
            yield last


def _contact(status: Status | None) -> object:
    """What makes a contact another one: its ways and whether it is open, not its name."""
    if status is None:
        return None
    channel = status.channel
    return status.state, channel.telephones, channel.menu, channel.extensions, channel.email, channel.url


def _changes(board: Board, channel: Channel, within: Period) -> Iterator[datetime]:
    for change in board.changes(channel, int(within.start.timestamp())):
        moment = from_second(change.start)
        if moment >= within.end:
            return
        if moment > within.start:
            yield moment


def _open(board: Board, channel: Channel, within: Period) -> list[Period]:
    """The stretches in which a channel is open, those that touch as one."""
    periods: list[Period] = []
    for span in board.spans(channel, within.start, within.end):
        if span.state is State.OPEN:
            if periods and periods[-1].end == span.start:
                periods[-1] = Period(periods[-1].start, span.end)
            else:
                periods.append(Period(span.start, span.end))
    return periods


def _without(periods: Iterable[Period], others: Iterable[Period]) -> Iterator[Period]:
    """Yield the parts of `periods` that lie in none of `others`."""
    others = list(others)
    for start, end in periods:
        for other in others:
            if other.end <= start or other.start >= end:
                continue
            if other.start > start:
                yield Period(start, other.start)
            start = other.end
        if start < end:
            yield Period(start, end)
