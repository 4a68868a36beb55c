"""The right contact for a request at an instant, the reason, and the contacts after it."""

from datetime import datetime
from enum import Enum, auto
from typing import NamedTuple

from helpdesk_tui.answers.status import Status, channel_status
from helpdesk_tui.board.board import Board, Channel, Request, State


class Why(Enum):
    """Why a contact is the right one, or why there is none."""

    FIRST = auto()
    """The first channel of the route in force, and open."""
    FIRST_OPEN = auto()
    """The first open channel of the route in force; those before it are not open."""
    UNCONFIRMED = auto()
    """The first unknown channel of the route in force; none is known to be open."""
    NONE = auto()
    """Every channel of the route in force is closed."""


class Opening(NamedTuple):
    """A channel and the instant, in UTC, from which it is open for a request."""

    channel: Channel
    at: datetime
    opens: bool = True
    """Whether the channel opens then; else it is already open, and its route comes into force."""


class Who(NamedTuple):
    """Whom to contact for a request."""

    request: Request
    contact: Status | None
    why: Why
    passed_over: tuple[Status, ...]
    """The channels before the contact in the route; all of them if there is no contact."""
    fallbacks: tuple[Status, ...]
    messages: tuple[Status, ...]
    """The channels that accept messages, without their ways that do not."""
    opens: Opening | None


def who(board: Board, request: Request, at: datetime) -> Who:
    """Whom to contact for `request` at the instant `at`, which lies in the board's window."""
    second = int(at.timestamp())
    route = tuple(channel_status(board, board.channels[key], at) for key in board.route(request, second))
    ranked = [each for each in route if each.state is State.OPEN]
    # A channel without a contact, because it is not known who is on duty, comes last.
    ranked += sorted(
        (each for each in route if each.state is State.UNKNOWN), key=lambda each: not each.channel.is_reached
    )
    best = ranked[0] if ranked else None
    passed_over = route[: route.index(best)] if best else route
    fallbacks = _distinct(ranked)[1:]
    if best and best.state is State.OPEN:
        why = Why.FIRST_OPEN if passed_over else Why.FIRST
        return Who(request, best, why, passed_over, fallbacks, (), None)
    why = Why.UNCONFIRMED if best else Why.NONE
    opens = _opening(board, request, route, at)
    return Who(request, best, why, passed_over, fallbacks, _messages(route), opens)


def _distinct(contacts: list[Status]) -> tuple[Status, ...]:
    """The contacts without those with the same number, address and link as an earlier one."""
    by_way: dict[tuple[object, ...], Status] = {}
    for each in contacts:
        channel = each.channel
        way = (channel.telephones, channel.menu, channel.extensions, channel.email, channel.url)
        by_way.setdefault(way if channel.is_reached else (channel.id,), each)
    return tuple(by_way.values())


def _messages(route: tuple[Status, ...]) -> tuple[Status, ...]:
    return tuple(
        each._replace(channel=_for_messages(each.channel)) for each in route if each.channel.takes_messages
    )


def _for_messages(channel: Channel) -> Channel:
    """The channel without the ways that accept no messages."""
    ways = channel.takes_messages
    if "telephone" not in ways:
        channel = channel._replace(telephones=(), dials=(), dialled=(), menu=(), extensions=())
    return channel._replace(
        email=channel.email if "email" in ways else None, url=channel.url if "url" in ways else None
    )


def _opening(board: Board, request: Request, route: tuple[Status, ...], at: datetime) -> Opening | None:
    """The channel that is open next, on the route that is then in force."""
    if request.routes:
        from helpdesk_tui.answers.coverage import first_staffed  # few requests have several routes

        stretch = first_staffed(board, request, at)
        if stretch is None:
            return None
        channel, second = stretch.channels[0], int(stretch.start.timestamp())
        before = next(board.changes(channel, second - 1)).state
        return Opening(channel, stretch.start, before is not State.OPEN)
    openings = [Opening(each.channel, each.opens) for each in route if each.opens is not None]
    return min(openings, key=lambda opening: opening.at, default=None)
