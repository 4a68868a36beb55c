"""Escalation: every level at an instant, with its contacts and its status."""

from datetime import datetime
from typing import NamedTuple

from helpdesk_tui.answers.status import RANK, Status, channel_status, status
from helpdesk_tui.board.board import Board, Level


class Step(NamedTuple):
    """An escalation level at an instant."""

    number: int
    name: str
    contacts: tuple[Status, ...]
    """Open before unknown before closed, and in the book's order within one state."""
    status: Status
    """The status of its channels together: it closes when all of them are closed."""
    own: bool
    """Whether it has contact details of its own, instead of channels."""


def step(board: Board, level: Level, at: datetime) -> Step:
    """`level` at the instant `at`, which lies in the board's window."""
    contacts = [channel_status(board, channel, at) for channel in level.channels]
    contacts.sort(key=lambda each: RANK[each.state])
    own = level.own_channel is not None
    return Step(level.number, level.name, tuple(contacts), status(board, level.channels, at), own)


def escalation(board: Board, at: datetime) -> tuple[Step, ...]:
    """Every level at the instant `at`, from level 1 up."""
    return tuple(step(board, level, at) for level in board.levels)
