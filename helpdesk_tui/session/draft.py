"""The draft of an edited book: its entries, the steps for undo and redo, and the problems."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from helpdesk_tui.book.document import rewritten
from helpdesk_tui.book.entries import (
    BY_KEY,
    BY_POSITION,
    Entry,
    Fields,
    Raw,
    Tables,
    entries_of,
    raw_of,
    with_key,
)
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.models import FIELDS
from helpdesk_tui.book.problems import Problem, problem
from helpdesk_tui.book.read import parsed, problems_of
from helpdesk_tui.book.toml import TWICE
from helpdesk_tui.names import free_key

KEY = ""
"""The name of the field of a form that holds the key of an entry."""

_MOST_STEPS = 500


class Step(NamedTuple):
    """The entries after a change."""

    tables: Tables
    field: tuple[str, int, str] | None = None
    """The table, index and name of the typed field: typing in it again continues the step."""


class Draft(NamedTuple):
    """An edited book; every change makes another draft."""

    file: BookFile
    """The file as it was read: a valid book."""
    raw: Raw
    steps: tuple[Step, ...]
    """The first has the entries of the file, the last the current ones."""
    undone: tuple[Step, ...] = ()
    """The last is the one that `redo` restores."""

    @property
    def tables(self) -> Tables:
        """The current entries."""
        return self.steps[-1].tables

    @property
    def changed(self) -> bool:
        """Whether anything differs from the file."""
        return self.tables != self.steps[0].tables

    def entry(self, table: str, index: int) -> Entry:
        """A current entry."""
        return self.tables[table][index]

    # Changes

    def with_field(self, table: str, index: int, name: str, value: object) -> "Draft":
        """The draft with this value of a field; None removes the field."""
        field = (table, index, name)
        tables = self._before(field)
        entries = tables[table]
        entry = entries[index]
        # A field that is there already keeps its position.
        fields = {each: old for each, old in {**entry.fields, name: value}.items() if old is not None}
        new = entry._replace(fields=fields)
        tables = {**tables, table: (*entries[:index], new, *entries[index + 1 :])}
        if name == "name" and entry.origin is None and table in BY_KEY:
            taken = {each.key for each in (*entries[:index], *entries[index + 1 :])}
            if entry.key == _key_after(entry.fields, taken):
                tables = with_key(tables, table, index, _key_after(fields, taken))
        return self._after(tables, field)

    def with_key(self, table: str, index: int, key: str) -> "Draft":
        """The draft with another key for an entry, also in the fields that name it."""
        field = (table, index, KEY)
        tables = self._before(field)
        keys = [entry.key for entry in tables[table]]
        if (key in keys and keys.index(key) != index) or keys.count(keys[index]) > 1:
            # The fields that name the other entry must go on to name it.
            entry = tables[table][index]._replace(key=key)
            entries = (*tables[table][:index], entry, *tables[table][index + 1 :])
            return self._after({**tables, table: entries}, field)
        return self._after(with_key(tables, table, index, key), field)

    def with_new(self, table: str, fields: Mapping[str, Any]) -> "Draft":
        """The draft with a new entry at the end of a table."""
        taken = {entry.key for entry in self.tables[table]}
        key = "" if table in (*BY_POSITION, "holidays") else _key_after(fields, taken)
        return self._after({**self.tables, table: (*self.tables[table], Entry(key, fields))})

    def without(self, table: str, index: int) -> "Draft":
        """The draft without an entry."""
        entries = self.tables[table]
        return self._after({**self.tables, table: (*entries[:index], *entries[index + 1 :])})

    def moved(self, table: str, index: int, to: int) -> "Draft":
        """The draft with an entry at another index of its table."""
        entries = list(self.tables[table])
        entries.insert(to, entries.pop(index))
        return self._after({**self.tables, table: tuple(entries)})

    def undo(self) -> "Draft":
        """The draft before its last change."""
        if len(self.steps) == 1:
            return self
        return self._replace(steps=self.steps[:-1], undone=(*self.undone, self.steps[-1]))

    def redo(self) -> "Draft":
        """The draft before the last `undo`."""
        if not self.undone:
            return self
        return self._replace(steps=(*self.steps, self.undone[-1]), undone=self.undone[:-1])

    def settled(self) -> "Draft":
        """The draft whose next change is a new step, even in the same field."""
        return self._replace(steps=(*self.steps[:-1], self.steps[-1]._replace(field=None)))

    def _after(self, tables: Tables, field: tuple[str, int, str] | None = None) -> "Draft":
        if tables == self.tables:
            return self
        steps = self.steps
        if field is not None and self._continues(field):
            steps = steps[:-1]
        elif len(steps) > _MOST_STEPS:
            steps = (steps[0], *steps[2:])
        return self._replace(steps=(*steps, Step(tables, field)), undone=())

    def _continues(self, field: tuple[str, int, str]) -> bool:
        """Whether a change of `field` continues the last step."""
        return len(self.steps) > 1 and self.steps[-1].field == field

    def _before(self, field: tuple[str, int, str]) -> Tables:
        """The entries before the first letter that was typed in `field`.

        What named the key of an entry then goes on to name it, and nothing that it was on the way.
        """
        return self.steps[-2].tables if self._continues(field) else self.tables

    # Results

    def content(self) -> bytes:
        """The book's file with these entries. Raises UnwritableError."""
        return rewritten(self.file.content, self.tables, FIELDS)

    def problems(self) -> list[Problem]:
        """The problems of the entries."""
        before = self.steps[0].tables
        changed: list[tuple[str, str | int]] = []
        twice: list[Problem] = []
        for table, entries in self.tables.items():
            if entries is before[table]:
                continue
            old = {entry.origin: entry for entry in before[table]}
            keys: set[str] = set()
            for index, entry in enumerate(entries):
                if table in BY_KEY and entry.key in keys:
                    twice.append(problem(f"{table}.{entry.key}", TWICE))
                keys.add(entry.key)
                if entry != old.get(entry.origin):
                    changed.append((table, entry.key if table in BY_KEY else index))
        return [*twice, *problems_of(raw_of(self.raw, self.tables), changed)]


def _key_after(fields: Fields, taken: Collection[str]) -> str:
    """A key for a new entry, made from its name, that is not taken: `chat-online`."""
    return free_key(str(fields.get("name", "")), taken, "new")


def draft_of(file: BookFile) -> Draft:
    """A draft of a book. Raises BookError for a bad one."""
    raw = parsed(file)
    return Draft(file, raw, (Step(entries_of(raw)),))
