"""Pairs the items of two books: by id, or if that is new, by equal details."""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from operator import attrgetter
from typing import TypeVar

from helpdesk_tui.answers.differences import ItemKind
from helpdesk_tui.board.board import Board, Channel, Level

T = TypeVar("T")

Pair = tuple[str | None, str | None]
"""The id of an item in the old and in the new book; None in a book that does not have it."""

Pairs = Mapping[ItemKind, list[Pair]]
"""The items of two books by kind, in the new book's order; those of the old book alone come last."""


def pair_items(old: Board, new: Board) -> Pairs:
    """Pair the items of two books."""
    old_shifts, new_shifts = (
        {shift.name: board.timetables[shift.hours] for shift in board.shifts} for board in (old, new)
    )
    return {
        ItemKind.BOOK: [("book", "book")],
        ItemKind.CHANNEL: _pairs(old.channels, new.channels, _details),
        ItemKind.REQUEST: _pairs(old.requests, new.requests, attrgetter("name", "key", "aliases", "note")),
        ItemKind.LEVEL: _level_pairs(old.levels, new.levels),
        ItemKind.SHIFT: _pairs(old_shifts, new_shifts, lambda timetable: timetable),
    }


def in_both(pairs: Iterable[Pair]) -> dict[str, str]:
    """The new ids of the items that both books have, by their old ids."""
    return {old: new for old, new in pairs if old is not None and new is not None}


def _pairs(old: Mapping[str, T], new: Mapping[str, T], likeness: Callable[[T], object]) -> list[Pair]:
    """Pair the entries with the same id, then those with the same likeness, in the books' order."""
    old_ids = {id: id for id in new if id in old}
    removed = [id for id in old if id not in new]
    for after in new:
        if after not in old_ids:
            same = (id for id in removed if likeness(old[id]) == likeness(new[after]))
            if (before := next(same, None)) is not None:
                old_ids[after] = before
                removed.remove(before)
    return [*((old_ids.get(id), id) for id in new), *((id, None) for id in removed)]


def _details(channel: Channel) -> object:
    return channel._replace(id="", hours=None, always=False, dials=(), dialled=())


def _level_pairs(old: Iterable[Level], new: Iterable[Level]) -> list[Pair]:
    """Pair the levels with the same name, in order, then those with the same number."""
    numbers: dict[int, int] = {}
    for field in ("name", "number"):
        for after, before in product(new, old):
            free = after.number not in numbers and before.number not in numbers.values()
            if free and getattr(before, field) == getattr(after, field):
                numbers[after.number] = before.number
    old_ids = {str(after): str(before) for after, before in numbers.items()}
    removed = [str(level.number) for level in old if level.number not in numbers.values()]
    return [
        *((old_ids.get(str(each.number)), str(each.number)) for each in new),
        *((id, None) for id in removed),
    ]
