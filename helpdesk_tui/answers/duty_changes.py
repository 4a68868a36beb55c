"""People and rosters that differ between two books, and from when on someone else is on duty."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from helpdesk_tui.answers.differences import Fate, FieldChange, Item, ItemChange, Kind
from helpdesk_tui.board.board import Board, Person, Roster, Turn
from helpdesk_tui.board.clock import from_second

_FIELDS = ("name", "telephones", "email", "note")


def duty_changes(old: Board, new: Board, start: datetime, end: datetime) -> Iterator[ItemChange]:
    """Yield what differs in people, and in who is on duty within [start, end)."""
    for id in {**new.people, **old.people}:
        was, now = old.people.get(id), new.people.get(id)
        told = now or was
        if was != now and told is not None:
            fields = tuple(_fields(was, now))
            if fields:
                yield ItemChange(Item(Kind.PERSON, id, told.name), _fate(was, now), None, fields)
    for id in {**new.rosters, **old.rosters}:
        before, after = old.rosters.get(id), new.rosters.get(id)
        either = after or before
        if either is None:
            continue
        changes: list[FieldChange] = []
        if before is not None and after is not None:
            if before.name != after.name:
                changes.append(FieldChange("name", before.name, after.name))
            changes += _first_difference(old, new, before, after, start, end)
        if changes or before is None or after is None:
            yield ItemChange(Item(Kind.ROSTER, id, either.name), _fate(before, after), None, tuple(changes))


def _fate(before: object, after: object) -> Fate:
    if before is None:
        return Fate.ADDED
    return Fate.REMOVED if after is None else Fate.CHANGED


def _fields(was: Person | None, now: Person | None) -> Iterator[FieldChange]:
    for name in _FIELDS:
        before, after = getattr(was, name, None), getattr(now, name, None)
        if (before or None) != (after or None):
            yield FieldChange(name, before, after)


def _first_difference(
    old: Board, new: Board, before: Roster, after: Roster, start: datetime, end: datetime
) -> Iterator[FieldChange]:
    """Yield who was and is on duty at the first instant at which that differs."""
    first, last = int(start.timestamp()), int(end.timestamp())
    starts = (turn.start for turn in (*before.turns, *after.turns))
    seconds = {first, *(each for each in starts if first < each < last)}
    for second in sorted(seconds):
        was, now = next(before.from_moment(second)), next(after.from_moment(second))
        if (was.person, was.known) != (now.person, now.known):
            time = new.local(from_second(second)).strftime("%Y-%m-%dT%H:%M")
            yield FieldChange(f"on_duty_from {time}", _name(old.people, was), _name(new.people, now))
            return


def _name(people: Mapping[str, Person], turn: Turn) -> str:
    """Who is on duty: a dash for nobody, a question mark where it is not known."""
    if turn.person is not None:
        return people[turn.person].name
    return "—" if turn.known else "?"
