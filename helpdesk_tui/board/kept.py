"""Keeps a built board on disk and reads it again, with the standard library only.

A kept board is a file of three parts: the board's origin, a check sum, and the board itself. The origin is
the program's version, the state of the packages that hold the time rules, and the book's own bytes: a file
with another origin, or a damaged one, is not read. The board is lines of JSON: a header, then each timetable,
each person and each roster.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, TypeVar
from zlib import crc32

from helpdesk_tui import __version__
from helpdesk_tui.board.board import (
    Board,
    Channel,
    Level,
    Person,
    Request,
    Roster,
    Route,
    Shift,
    State,
    Timetable,
    Turn,
)
from helpdesk_tui.board.calendar_file import digests
from helpdesk_tui.board.clock import Offset, WallClock

BOARD_VERSION = 12
"""Raise it whenever the same book gives another board: boards kept earlier are then not read."""

Entry = TypeVar("Entry")

_LARGEST = 256 * 1024 * 1024
_STATES = {state[0]: state for state in State}
"""The states by their first letter."""


def read_board(folder: str, path: str, content: bytes, moment: Callable[[str], datetime]) -> Board | None:
    """Read the board kept for the book at `path` with these bytes; None if there is none to use.

    `moment` returns the instant of the question, from the name of the book's zone. A board of another day, or
    made from other calendar files, is not used.
    """
    board = board_of(_read(_file(folder, path), _origin(content)), content)
    if board is None or dict(board.calendars) != digests(path, board.calendars):
        return None
    at = moment(board.timezone)
    return board if board.serves(at) and board.local(at).date() == board.around else None


def write(folder: str, path: str, data: bytes) -> None:
    """Keep the bytes of a board for the book at `path`. Raises OSError."""
    os.makedirs(folder, mode=0o700, exist_ok=True)
    file = _file(folder, path)
    draft = f"{file}.{os.getpid()}.{os.urandom(4).hex()}"
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as draft_file:
            draft_file.write(data)
        os.replace(draft, file)
    except OSError:
        if os.path.exists(draft):
            os.unlink(draft)
        raise


def bytes_of(board: Board, content: bytes) -> bytes:
    """The bytes that keep `board`, made from a book of the bytes `content`."""
    body = b"\n".join(json.dumps(each, ensure_ascii=False, default=str).encode() for each in _rows(board))
    return _origin(content) + _check_sum(body) + body


def board_of(data: bytes, content: bytes) -> Board | None:
    """The board from the result of `bytes_of`; None if it is damaged or has another origin."""
    origin = _origin(content)
    end = data.find(b"\n", len(origin)) + 1
    body = data[end:]
    if data[:end] != origin + _check_sum(body):
        return None
    try:
        return _decode(body.split(b"\n"))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return None


def _file(folder: str, path: str) -> str:
    """The file of a book's board; an edited book has the same one, so that no file is left behind."""
    path = os.path.realpath(path)
    stem, _ = os.path.splitext(os.path.basename(path))
    name = "".join(each if each.isascii() and each.isalnum() else "-" for each in stem[:40])
    return os.path.join(folder, f"{name}-{crc32(os.fsencode(path)):08x}.board")


def _read(file: str, origin: bytes) -> bytes:
    """The file's bytes; none if it is missing, belongs to another user, or has another origin."""
    try:
        with open(file, "rb", opener=_open_safely) as kept:
            status = os.fstat(kept.fileno())
            ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
            if not stat.S_ISREG(status.st_mode) or not ours or status.st_size > _LARGEST:
                return b""
            head = kept.read(len(origin))
            return head + kept.read() if head == origin else b""
    except OSError:
        return b""


def _open_safely(file: str, flags: int) -> int:
    return os.open(file, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def _origin(content: bytes) -> bytes:
    return f"{__version__} {BOARD_VERSION} {_time_rules()} {len(content)}\n".encode() + content + b"\n"


def _check_sum(body: bytes) -> bytes:
    return b"%08x\n" % crc32(body)


def _time_rules() -> int:
    """The time of the last installation in the folder of the packages that hold the time rules."""
    for folder in sys.path:
        if os.path.isfile(os.path.join(folder, "holidays", "__init__.py")):
            return os.stat(folder or os.curdir).st_mtime_ns
    return 0


def _rows(board: Board) -> Iterator[object]:
    """Yield the lines of a board, to be written as JSON."""
    yield board._asdict() | {
        "holidays": list(board.holidays.items()),
        "holiday_names": {language: list(names.items()) for language, names in board.holiday_names.items()},
        "timetables": list(board.timetables),
        "people": list(board.people),
        "rosters": list(board.rosters),
    }
    for timetable in board.timetables.values():
        yield {
            "starts": timetable.starts,
            "states": "".join(state[0] for state in timetable.states),
            "comments": {index: comment for index, comment in enumerate(timetable.comments) if comment},
        }
    yield from board.people.values()
    yield from board.rosters.values()


def _decode(lines: list[bytes]) -> Board:
    """The board of these lines: a header, then each timetable, each person and each roster."""
    header: dict[str, Any] = json.loads(lines[0])
    timetables, people, rosters = header["timetables"], header["people"], header["rosters"]
    if len(lines) != 1 + len(timetables) + len(people) + len(rosters):
        raise ValueError
    entries = iter(lines[1:])
    zone, offsets = header["clock"]
    header |= {
        "verified": header["verified"] and date.fromisoformat(header["verified"]),
        "channels": {key: Channel._make(_tuples(row)) for key, row in header["channels"].items()},
        "requests": {key: _request(row) for key, row in header["requests"].items()},
        "levels": tuple(
            Level(number, name, tuple(Channel._make(_tuples(row)) for row in rows))
            for number, name, rows in header["levels"]
        ),
        "shifts": tuple(Shift(*row) for row in header["shifts"]),
        "holidays": _by_date(header["holidays"]),
        "holiday_names": {language: _by_date(names) for language, names in header["holiday_names"].items()},
        "around": date.fromisoformat(header["around"]),
        "start": datetime.fromisoformat(header["start"]),
        "end": datetime.fromisoformat(header["end"]),
        "clock": WallClock(zone, tuple(Offset(*row) for row in offsets)),
        "timetables": Kept(dict(zip(timetables, entries, strict=False)), _timetable),
        "people": Kept(dict(zip(people, entries, strict=False)), lambda row: Person._make(_tuples(row))),
        "rosters": Kept(dict(zip(rosters, entries, strict=True)), _roster),
    }
    return Board(**header)


def _request(row: list[Any]) -> Request:
    *fields, routes = row
    return Request._make((*_tuples(fields), tuple(Route._make(_tuples(route)) for route in routes)))


def _by_date(rows: list[tuple[str, str]]) -> dict[date, str]:
    return {date.fromisoformat(day): name for day, name in rows}


def _tuples(row: list[Any]) -> Iterator[Any]:
    return (tuple(value) if isinstance(value, list) else value for value in row)


def _timetable(entry: dict[str, Any]) -> Timetable:
    states = [_STATES[letter] for letter in entry["states"]]
    comments: list[str | None] = [None] * len(states)
    for index, comment in entry["comments"].items():
        comments[int(index)] = comment
    return Timetable(entry["starts"], states, comments)


def _roster(row: list[Any]) -> Roster:
    id, name, turns = row
    return Roster(id, name, list(map(Turn._make, turns)))


class Kept(Mapping[str, Entry]):
    """Entries decoded on use: that saves 0.05 ms for each timetable that is not used."""

    def __init__(self, lines: Mapping[str, bytes], decode: Callable[[Any], Entry]) -> None:
        self.lines = lines
        self.decode = decode
        self.decoded: dict[str, Entry] = {}

    def __getitem__(self, name: str) -> Entry:
        if name not in self.decoded:
            self.decoded[name] = self.decode(json.loads(self.lines[name]))
        return self.decoded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.lines)

    def __len__(self) -> int:
        return len(self.lines)
