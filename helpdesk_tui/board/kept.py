"""Keeps a built board on disk and takes it up again, with the standard library only.

A kept board is a file of lines: a check sum, a header (JSON), then one timetable (JSON) a line, read
only when it is asked for. The check sum is keyed with the book's bytes, the program's version and
the state of the packages that hold the time rules: a file that is damaged, or was made from anything
else, is not taken up.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

try:
    from _blake2 import blake2b  # the same function; hashlib loads OpenSSL first, a third of a Python start
except ImportError:
    from hashlib import blake2b

from helpdesk_tui import __version__
from helpdesk_tui.board.board import Board, Channel, Level, Offset, Request, Shift, State, Timetable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_READING = 4
"""Raised whenever the same book gives another board: one kept by the version before is not taken up."""
_LARGEST = 256 * 1024 * 1024
_LETTERS = {State.OPEN: "o", State.CLOSED: "c", State.UNKNOWN: "u"}
_STATES = {letter: state for state, letter in _LETTERS.items()}


def take(folder: str, path: str, content: bytes, moment: Callable[[str], datetime]) -> Board | None:
    """The board kept for the book at `path` with these bytes, or None where none serves.

    `moment` gives the instant that is asked about for the name of the book's zone; a board of
    another day does not serve.
    """
    data = _read(_file(folder, path))
    start = data.find(b"\n") + 1
    body = memoryview(data)[start:]
    if not body or data[: start - 1] != _check(content, body):
        return None
    try:
        board = _decode(data, start)
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None
    at = moment(board.timezone)
    return board if board.serves(at) and board.local(at).date() == board.around else None


def keep(folder: str, path: str, content: bytes, board: Board) -> None:
    """Keep `board`. Raises OSError where the folder takes no file."""
    body = b"\n".join(_encode(board))
    os.makedirs(folder, mode=0o700, exist_ok=True)
    file = _file(folder, path)
    draft = f"{file}.{os.getpid()}.{os.urandom(4).hex()}"
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as draft_file:
            draft_file.write(_check(content, body) + b"\n" + body)
        os.replace(draft, file)
    except OSError:
        if os.path.exists(draft):
            os.unlink(draft)
        raise


def _file(folder: str, path: str) -> str:
    """One file a book, so that an edited book leaves none behind."""
    name = blake2b(os.fsencode(os.path.realpath(path)), digest_size=12).hexdigest()
    return os.path.join(folder, f"board-{name}.jsonl")


def _read(file: str) -> bytes:
    """The file's bytes; none where it is missing, another user's, or not a plain file."""
    try:
        with open(file, "rb", opener=_plain) as kept:
            status = os.fstat(kept.fileno())
            ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
            if not stat.S_ISREG(status.st_mode) or not ours or status.st_size > _LARGEST:
                return b""
            return kept.read()
    except OSError:
        return b""


def _plain(file: str, flags: int) -> int:
    return os.open(file, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))


def _check(content: bytes, body: bytes | memoryview) -> bytes:
    key = blake2b(content, digest_size=32)
    key.update(f"\n{__version__}\n{_READING}\n{_time_rules()}".encode())
    return blake2b(body, key=key.digest(), digest_size=32).hexdigest().encode()


def _time_rules() -> int:
    """When a package was last installed where the packages with the time rules are."""
    for folder in sys.path:
        if os.path.isfile(os.path.join(folder, "holidays", "__init__.py")):
            return os.stat(folder or os.curdir).st_mtime_ns
    return 0


def _encode(board: Board) -> Iterator[bytes]:
    header = board._asdict() | {
        "around": board.around.isoformat(),
        "verified": board.verified and board.verified.isoformat(),
        "channels": list(board.channels.values()),
        "requests": list(board.requests.values()),
        "holidays": _by_text(board.holidays),
        "holiday_names": {language: _by_text(names) for language, names in board.holiday_names.items()},
        "timetables": list(board.timetables),
    }
    yield json.dumps(header, ensure_ascii=False).encode()
    for timetable in board.timetables.values():
        entry = {
            "starts": timetable.starts,
            "states": "".join(_LETTERS[state] for state in timetable.states),
            "comments": {index: comment for index, comment in enumerate(timetable.comments) if comment},
        }
        yield json.dumps(entry, ensure_ascii=False).encode()


def _lines(data: bytes, start: int) -> Iterator[slice]:
    """Yield where each line of `data` from `start` on stands: cutting them out would copy them all."""
    while start <= len(data):
        end = data.find(b"\n", start)
        line = slice(start, len(data) if end < 0 else end)
        yield line
        start = line.stop + 1


def _decode(data: bytes, start: int) -> Board:
    """The board of a header and its timetables, a line each from `start` on."""
    lines = _lines(data, start)
    header: dict[str, Any] = json.loads(data[next(lines)])
    verified = header["verified"]
    header |= {
        "around": date.fromisoformat(header["around"]),
        "verified": verified and date.fromisoformat(verified),
        "channels": {row[0]: _channel(row) for row in header["channels"]},
        "requests": {
            key: Request(key, name, digit, tuple(route), tuple(aliases), must_cover)
            for key, name, digit, route, aliases, must_cover in header["requests"]
        },
        "levels": tuple(
            Level(number, name, tuple(_channel(row) for row in rows))
            for number, name, rows in header["levels"]
        ),
        "shifts": tuple(Shift(*row) for row in header["shifts"]),
        "holidays": _by_date(header["holidays"]),
        "holiday_names": {language: _by_date(names) for language, names in header["holiday_names"].items()},
        "offsets": tuple(Offset(*row) for row in header["offsets"]),
        "timetables": _Timetables(data, dict(zip(header["timetables"], lines, strict=True))),
    }
    return Board(**header)


def _by_text(names: Mapping[date, str]) -> dict[str, str]:
    return {each.isoformat(): name for each, name in names.items()}


def _by_date(names: dict[str, str]) -> dict[date, str]:
    return {date.fromisoformat(each): name for each, name in names.items()}


def _channel(row: list[Any]) -> Channel:
    return Channel._make(tuple(value) if isinstance(value, list) else value for value in row)


class _Timetables(Mapping[str, Timetable]):
    """Timetables that are decoded when they are asked for."""

    def __init__(self, data: bytes, lines: Mapping[str, slice]) -> None:
        self._data = data
        self._lines = lines
        self._decoded: dict[str, Timetable] = {}

    def __getitem__(self, name: str) -> Timetable:
        if name not in self._decoded:
            entry = json.loads(self._data[self._lines[name]])
            states = [_STATES[letter] for letter in entry["states"]]
            comments: list[str | None] = [None] * len(states)
            for index, comment in entry["comments"].items():
                comments[int(index)] = comment
            self._decoded[name] = Timetable(entry["starts"], states, comments)
        return self._decoded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)
