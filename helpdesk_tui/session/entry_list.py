"""The entries of a draft as a list with a heading for each table, and what is wrong with each."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from helpdesk_tui.book.entries import BOOK, BY_POSITION, VALUE
from helpdesk_tui.book.problems import Problem
from helpdesk_tui.session.draft import KEY, Draft
from helpdesk_tui.session.form import fields_of

ORDER = ("channels", "hours", "requests", "escalation", "holidays", "shifts", "people", "rosters", BOOK)
"""The tables as they are listed."""


class Item(NamedTuple):
    """A line of the list."""

    table: str
    place: int | None = None
    """The place of the entry in its table; None for the heading."""


Problems = Mapping[Item, Mapping[str, Problem]]
"""By entry or heading, by field: the first problem; those of no field of the form are at its key."""


def items_of(draft: Draft) -> Sequence[Item]:
    """Every line of the list."""
    items: list[Item] = []
    for table in ORDER:
        items.append(Item(table))
        items += [Item(table, index) for index in range(len(draft.tables[table]))]
    return items


def name_of(draft: Draft, item: Item) -> str:
    """What the list calls an entry."""
    assert item.place is not None
    entry = draft.entry(item.table, item.place)
    if item.table == "holidays":
        name = entry.fields.get(VALUE) or "—"
        return f"{entry.key} · {name}"
    if item.table == "escalation":
        return f"{item.place + 1} · {entry.fields.get('name', '')}"
    return str(entry.fields.get("title" if item.table == BOOK else "name") or entry.key)


def is_changed(draft: Draft, item: Item) -> bool:
    """Whether an entry differs from the file."""
    assert item.place is not None
    entry, before = draft.entry(item.table, item.place), draft.steps[0].tables[item.table]
    same_place = item.place < len(before) and before[item.place] is entry
    return not same_place and entry not in before


def problems_by_item(draft: Draft) -> Problems:
    """The draft's problems, each at its entry and its field."""
    found: dict[Item, dict[str, Problem]] = {}
    places = {table: _places(draft, table) for table in ORDER}
    for problem in draft.problems():
        table, _, rest = problem.key.partition(".")
        # A key that is typed may hold dots, as wrong as they are.
        key = max(
            (each for each in places.get(table, ()) if f"{rest}.".startswith(f"{each}.")), key=len, default=""
        )
        field = rest[len(key) + 1 :]
        item = Item(table, places[table].get(key)) if table in ORDER else Item(ORDER[0])
        if table == BOOK:
            item, field = Item(BOOK, 0), rest
        name = field.partition(".")[0]
        name = name if item.place is not None and name in fields_of(table) else KEY
        found.setdefault(item, {}).setdefault(name, problem)
    return found


def _places(draft: Draft, table: str) -> Mapping[str, int]:
    """The place of each entry by its key, or by its number; of two with one key the later."""
    entries = draft.tables[table]
    if table in BY_POSITION:
        return {str(index + 1): index for index in range(len(entries))}
    return {entry.key: index for index, entry in enumerate(entries)}
