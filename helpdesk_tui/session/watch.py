"""Detects changes of channels, routes and people on duty."""

from datetime import datetime
from time import perf_counter
from typing import NamedTuple

from helpdesk_tui.answers.status import Status, changed, channel_status
from helpdesk_tui.board.board import Board, Channel, Request, Roster
from helpdesk_tui.book.file import BookFile

TICK_BUDGET = 0.005
"""Seconds of a tick that may be spent on timetables that were not compared yet."""


class Changes(NamedTuple):
    """What changed since the last call."""

    timetables: set[str]
    """The timetables whose state changed."""
    requests: list[Request]
    """The requests whose route in force changed."""
    rosters: list[Roster]
    """The rosters whose person on duty changed."""


class Watch:
    """Compares the state of every timetable with its last one.

    Channels share timetables. Comparing a thousand costs ten milliseconds once a minute; decoding a thousand
    kept ones would be felt, so this is spread over the ticks after the first frame, and changes of a channel
    are reported from then on. After the machine slept, several changes count as one, or as none if the state
    is the same again.
    """

    def __init__(self) -> None:
        self._file: BookFile | None = None
        self._board: Board | None = None
        self._minute = 0
        self._seen: dict[str, Status] = {}
        self._compared: list[str] = []
        self._waiting: list[str] = []
        self._channels: dict[str, Channel] = {}
        self._routes: dict[str, tuple[str, ...]] = {}
        self._on_duty: dict[str, str | None] = {}

    def has_compared_all(self, board: Board) -> bool:
        """Whether every timetable of this board was compared, and so decoded."""
        return board is self._board and not self._waiting

    def changes(self, file: BookFile, board: Board, at: datetime) -> Changes:
        """What changed since the last call, but not what a new or changed book changes."""
        if board is not self._board:
            if self._file is None or file.content != self._file.content:
                self._seen, self._routes = {}, _routes_in_force(board, at)
                self._on_duty = _people_on_duty(board, at)
            self._file, self._board = file, board
            self._channels = {each.hours: each for each in board.channels.values() if each.hours is not None}
            self._compared, self._waiting = [], list(self._channels)
        minute = int(at.timestamp()) // 60
        changes = Changes(set(), [], [])
        if minute != self._minute:
            self._minute = minute
            changes = Changes(
                {name for name in self._compared if self._compare(board, name, at)},
                self._rerouted(board, at),
                self._handed_over(board, at),
            )
        until = perf_counter() + TICK_BUDGET
        while self._waiting and perf_counter() < until:
            name = self._waiting.pop()
            if self._compare(board, name, at):
                changes.timetables.add(name)
            self._compared.append(name)
        return changes

    def _rerouted(self, board: Board, at: datetime) -> list[Request]:
        before, self._routes = self._routes, _routes_in_force(board, at)
        return [board.requests[key] for key, route in self._routes.items() if before.get(key, route) != route]

    def _handed_over(self, board: Board, at: datetime) -> list[Roster]:
        before, self._on_duty = self._on_duty, _people_on_duty(board, at)
        return [board.rosters[key] for key, who in self._on_duty.items() if before.get(key, who) != who]

    def _compare(self, board: Board, name: str, at: datetime) -> bool:
        before, now = self._seen.get(name), channel_status(board, self._channels[name], at)
        self._seen[name] = now
        return before is not None and changed(before, now)


def _routes_in_force(board: Board, at: datetime) -> dict[str, tuple[str, ...]]:
    """The route in force of each request that has several."""
    second = int(at.timestamp())
    return {key: board.route(each, second) for key, each in board.requests.items() if each.routes}


def _people_on_duty(board: Board, at: datetime) -> dict[str, str | None]:
    """The key of the person on duty in each roster."""
    second = int(at.timestamp())
    return {key: next(roster.from_moment(second)).person for key, roster in board.rosters.items()}
