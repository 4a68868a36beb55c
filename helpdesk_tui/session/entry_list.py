"""Lists the entries of a draft, with a heading for each table, and their problems."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from helpdesk_tui.book.entries import BOOK, BY_POSITION, VALUE
from helpdesk_tui.book.problems import Problem
from helpdesk_tui.session.draft import KEY, Draft
from helpdesk_tui.session.form import fields_of

ORDER = ("channels", "hours", "requests", "escalation", "holidays", "shifts", "people", "rosters", BOOK)
"""The tables in the order of the list."""


class Item(NamedTuple):
    """A line of the list."""

    table: str
    position: int | None = None
    """The index of the entry in its table; None for a heading."""


Problems = Mapping[Item, Mapping[str, Problem]]
"""The first problem of each field, by item and field; what fits no field of the form is under KEY."""


def items_of(draft: Draft) -> Sequence[Item]:
    """Every line of the list."""
    items: list[Item] = []
    for table in ORDER:
        items.append(Item(table))
        items += [Item(table, index) for index in range(len(draft.tables[table]))]
    return items


def name_of(draft: Draft, item: Item) -> str:
    """The name of an entry in the list."""
    assert item.position is not None
    entry = draft.entry(item.table, item.position)
    if item.table == "holidays":
        name = entry.fields.get(VALUE) or "—"
        return f"{entry.key} · {name}"
    if item.table == "escalation":
        return f"{item.position + 1} · {entry.fields.get('name', '')}"
    return str(entry.fields.get("title" if item.table == BOOK else "name") or entry.key)


def is_changed(draft: Draft, item: Item) -> bool:
    """Whether an entry differs from the file."""
    assert item.position is not None
    entry, before = draft.entry(item.table, item.position), draft.steps[0].tables[item.table]
    unmoved = item.position < len(before) and before[item.position] is entry
    return not unmoved and entry not in before


def problems_by_item(draft: Draft) -> Problems:
    """The draft's problems by item and field."""
    problems: dict[Item, dict[str, Problem]] = {}
    positions = {table: _positions(draft, table) for table in ORDER}
    for problem in draft.problems():
        table, _, rest = problem.key.partition(".")
        # A key that is being typed may hold dots, although they are wrong.
        keys = [each for each in positions.get(table, ()) if f"{rest}.".startswith(f"{each}.")]
        key = max(keys, key=len, default="")
        field = rest if table == BOOK else rest[len(key) + 1 :]
        item = Item(table, positions[table].get(key)) if table in positions else Item(ORDER[0])
        name = field.partition(".")[0]
        name = name if item.position is not None and name in fields_of(table) else KEY
        problems.setdefault(item, {}).setdefault(name, problem)
    return problems


def _positions(draft: Draft, table: str) -> Mapping[str, int]:
    """The index of each entry by its key or number; of entries with one key, that of the last."""
    entries = draft.tables[table]
    if table in BY_POSITION:
        return {str(index + 1): index for index in range(len(entries))}
    return {entry.key: index for index, entry in enumerate(entries)}
