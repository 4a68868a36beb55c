"""People and rosters that differ between two books, and from when on someone else is on duty."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from helpdesk_tui.answers.differences import BookItem, FieldChange, ItemChange, ItemKind
from helpdesk_tui.answers.item_changes import field_changes, item_change
from helpdesk_tui.board.board import Board, Person, Roster, Turn
from helpdesk_tui.board.clock import from_second

_FIELDS = ("name", "telephones", "email", "note")


def duty_changes(old: Board, new: Board, start: datetime, end: datetime) -> Iterator[ItemChange]:
    """Yield the changes of people and rosters, and of who is on duty within [start, end)."""
    for id in {**new.people, **old.people}:
        was, now = old.people.get(id), new.people.get(id)
        fields = ({name: getattr(each, name, None) for name in _FIELDS} for each in (was, now))
        yield from item_change(
            _item(ItemKind.PERSON, id, was), _item(ItemKind.PERSON, id, now), field_changes(*fields)
        )
    for id in {**new.rosters, **old.rosters}:
        before, after = old.rosters.get(id), new.rosters.get(id)
        changes: list[FieldChange] = []
        if before and after:
            changes += field_changes({"name": before.name}, {"name": after.name})
            changes += _first_difference(old, new, before, after, start, end)
        yield from item_change(_item(ItemKind.ROSTER, id, before), _item(ItemKind.ROSTER, id, after), changes)


def _item(kind: ItemKind, id: str, entry: Person | Roster | None) -> BookItem | None:
    return BookItem(kind, id, entry.name) if entry else None


def _first_difference(
    old: Board, new: Board, before: Roster, after: Roster, start: datetime, end: datetime
) -> Iterator[FieldChange]:
    """Yield who was and is on duty at the first instant at which that differs."""
    first, last = int(start.timestamp()), int(end.timestamp())
    starts = (turn.start for turn in (*before.turns, *after.turns))
    for second in sorted({first, *(each for each in starts if first < each < last)}):
        was, now = next(before.from_moment(second)), next(after.from_moment(second))
        if was.holder != now.holder:
            time = new.local(from_second(second)).strftime("%Y-%m-%dT%H:%M")
            yield FieldChange(f"on_duty_from {time}", _name(old.people, was), _name(new.people, now))
            return


def _name(people: Mapping[str, Person], turn: Turn) -> str:
    """Who is on duty: a dash for nobody, a question mark if it is not known."""
    if turn.person is not None:
        return people[turn.person].name
    return "—" if turn.known else "?"
