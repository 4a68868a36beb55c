"""Who is on duty at an instant, until when, and who comes next."""

from datetime import date, datetime
from itertools import pairwise, takewhile
from typing import NamedTuple

from helpdesk_tui.board.board import Board, Channel, Person, Roster
from helpdesk_tui.board.clock import from_second


class Duty(NamedTuple):
    """Who is on duty by a roster at an instant."""

    roster: str
    """Key of the board's rosters."""
    person: Person | None
    """None if nobody is on duty, or it is not known who."""
    known: bool
    """Whether it is known who is on duty."""
    reason: str | None
    """The reason of an override, or why it is not known who is on duty."""
    until: datetime | None
    """When someone else or nobody is on duty, in UTC; None if not within the board's window."""
    next: Person | None
    """Who is on duty from then on, as `person`."""


def duty(board: Board, roster: Roster, at: datetime) -> Duty:
    """Who is on duty by `roster` at the instant `at`, which lies in the board's window."""
    turns = roster.from_moment(int(at.timestamp()))
    now = next(turns)
    later = next((turn for turn in turns if turn.holder != now.holder), None)
    until, following = (from_second(later.start), _person(board, later.person)) if later else (None, None)
    return Duty(roster.id, _person(board, now.person), now.known, now.reason, until, following)


def hand_overs(board: Board, channel: Channel, day: date) -> list[int]:
    """The minutes of a calendar day, on the wall clock, at which a channel's person on duty changes."""
    if channel.on_duty is None:
        return []
    start, end = (int(each.timestamp()) for each in board.day(day))
    turns = takewhile(lambda turn: turn.start < end, board.rosters[channel.on_duty].from_moment(start - 1))
    changes = [after.start for before, after in pairwise(turns) if after.holder != before.holder]
    shown = [board.local(from_second(second)) for second in changes]
    return [each.hour * 60 + each.minute for each in shown]


def with_contact(channel: Channel, person: Person | None) -> Channel:
    """The channel, with the contact of the person if it has none of its own."""
    if channel.is_reached or person is None:
        return channel
    return channel._replace(
        telephones=person.telephones, dials=person.dials, dialled=person.dialled, email=person.email
    )


def _person(board: Board, key: str | None) -> Person | None:
    return None if key is None else board.people[key]
