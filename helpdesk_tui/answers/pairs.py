"""Which entries of two books are the same one: by id, or where that is new, by equal details."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

from helpdesk_tui.board.board import Board, Channel, Level, Request

Key = TypeVar("Key")
Entry = TypeVar("Entry")

Pair = tuple[Key | None, Key | None]
"""The keys in the old and the new book; None where it is not in it."""


class Pairs(NamedTuple):
    """The entries of two books in pairs, in the new book's order; those of the old one alone come last."""

    channels: list[tuple[str | None, str | None]]
    requests: list[tuple[str | None, str | None]]
    levels: list[tuple[int | None, int | None]]
    """By their numbers."""
    shifts: list[tuple[str | None, str | None]]
    """By their names."""

    def renamed(self) -> dict[str, str]:
        """The new ids of the channels of the old book that both have."""
        return {old: new for old, new in self.channels if old is not None and new is not None}


def pairs(old: Board, new: Board) -> Pairs:
    """The entries of two books in pairs."""
    return Pairs(
        _pairs(old.channels, new.channels, _details),
        _pairs(old.requests, new.requests, _request),
        _level_pairs(old.levels, new.levels),
        _pairs(
            {shift.name: old.timetables[shift.hours] for shift in old.shifts},
            {shift.name: new.timetables[shift.hours] for shift in new.shifts},
            lambda timetable: timetable,
        ),
    )


def _pairs(
    old: Mapping[Key, Entry], new: Mapping[Key, Entry], likeness: Callable[[Entry], object]
) -> list[Pair[Key]]:
    """Pair the entries with the same key, then those that are alike, in the books' order."""
    paired = {key: key for key in new if key in old}
    gone = [key for key in old if key not in new]
    for after in new:
        if after not in paired:
            same = (key for key in gone if likeness(old[key]) == likeness(new[after]))
            if (before := next(same, None)) is not None:
                paired[after] = before
                gone.remove(before)
    result: list[Pair[Key]] = [(paired.get(after), after) for after in new]
    return [*result, *((before, None) for before in gone)]


def _details(channel: Channel) -> object:
    return channel._replace(id="", hours=None, always=False, dials=(), dialled=())


def _request(request: Request) -> object:
    return request.name, request.key, request.aliases, request.note


def _level_pairs(old: tuple[Level, ...], new: tuple[Level, ...]) -> list[tuple[int | None, int | None]]:
    """Levels of the same name, the first of them first; then those with the same number."""
    numbers: dict[int, int] = {}
    for likeness in ("name", "number"):
        for after in new:
            for before in old:
                free = after.number not in numbers and before.number not in numbers.values()
                if free and getattr(before, likeness) == getattr(after, likeness):
                    numbers[after.number] = before.number
    rows: list[tuple[int | None, int | None]] = [(numbers.get(each.number), each.number) for each in new]
    return [*rows, *((each.number, None) for each in old if each.number not in numbers.values())]
