"""Notices when a channel's state changes, or soon will."""

from datetime import datetime
from time import perf_counter

from helpdesk_tui.answers.status import Status, changed, channel_status
from helpdesk_tui.board.board import Board, Channel, Request, Roster
from helpdesk_tui.book.file import BookFile

SPENT = 0.005
"""Seconds of a tick that may go into timetables that were not looked at yet."""


class Watch:
    """Compares every timetable with how it stood before.

    Channels share timetables. Working out a thousand of them takes ten milliseconds once a minute; decoding
    a thousand kept ones would be felt, so that is spread over the ticks after the first frame, and until
    its turn comes nothing is told of a channel. What is compared is the state as it is and as it was last
    seen: after a machine slept, the changes of a channel are one, or none where its state is what it was.
    """

    def __init__(self) -> None:
        self._file: BookFile | None = None
        self._board: Board | None = None
        self._minute = 0
        self._seen: dict[str, Status] = {}
        self._known: list[str] = []
        self._unknown: list[str] = []
        self._channels: dict[str, Channel] = {}
        self._routes: dict[str, tuple[str, ...]] = {}
        self._on_duty: dict[str, str | None] = {}

    def has_read(self, board: Board) -> bool:
        """Whether every timetable of this board was compared once, and so is decoded."""
        return board is self._board and not self._unknown

    def changed(self, file: BookFile, board: Board, at: datetime) -> set[str]:
        """The timetables that changed since the last turn: never because the book did, nor at the start."""
        if board is not self._board:
            if self._file is None or file.content != self._file.content:
                self._seen, self._routes = {}, _routes_in_force(board, at)
                self._on_duty = _people_on_duty(board, at)
            self._file, self._board = file, board
            self._channels = {each.hours: each for each in board.channels.values() if each.hours is not None}
            self._known, self._unknown = [], list(self._channels)
        minute = int(at.timestamp()) // 60
        found: set[str] = set()
        if minute != self._minute:
            self._minute = minute
            found.update(name for name in self._known if self._compare(board, name, at))
        if self._unknown:
            until = perf_counter() + SPENT
            while self._unknown and perf_counter() < until:
                name = self._unknown.pop()
                if self._compare(board, name, at):
                    found.add(name)
                self._known.append(name)
        return found

    def rerouted(self, board: Board, at: datetime) -> list[Request]:
        """The requests that have another route in force than at the last turn; ask `changed` first."""
        before, self._routes = self._routes, _routes_in_force(board, at)
        return [board.requests[key] for key, route in self._routes.items() if before.get(key, route) != route]

    def handed_over(self, board: Board, at: datetime) -> list[Roster]:
        """The rosters that have someone else on duty than at the last turn; ask `changed` first."""
        before, self._on_duty = self._on_duty, _people_on_duty(board, at)
        return [
            board.rosters[key] for key, person in self._on_duty.items() if before.get(key, person) != person
        ]

    def _compare(self, board: Board, name: str, at: datetime) -> bool:
        before, now = self._seen.get(name), channel_status(board, self._channels[name], at)
        self._seen[name] = now
        return before is not None and changed(before, now)


def _routes_in_force(board: Board, at: datetime) -> dict[str, tuple[str, ...]]:
    """The route in force of each request that has several."""
    second = int(at.timestamp())
    return {key: board.route(each, second) for key, each in board.requests.items() if each.routes}


def _people_on_duty(board: Board, at: datetime) -> dict[str, str | None]:
    """The key of who is on duty by each roster."""
    second = int(at.timestamp())
    return {key: next(roster.from_moment(second)).person for key, roster in board.rosters.items()}
