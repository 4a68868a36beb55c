"""The escalation sheet: every level, and the marked way to reach one, as large as it gets."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from helpdesk_tui.answers.contact import Contact
from helpdesk_tui.answers.escalation import Step, escalation
from helpdesk_tui.phrases.contacts import Way, state, ways
from helpdesk_tui.session.picture import View
from helpdesk_tui.tui.commands import LADDER, bindings
from helpdesk_tui.tui.screens.sheet import Sheet
from helpdesk_tui.tui.widgets.contacts import headline
from helpdesk_tui.tui.widgets.lines import Block, Line, Menu, Piece
from helpdesk_tui.tui.widgets.text import cut, fit, wrap


class Rung(NamedTuple):
    """A line of the ladder: a level, one of its channels, or one way to reach that."""

    step: Step
    contact: Contact | None
    way: Way | None


def rungs(view: View) -> list[Rung]:
    """Every line of the ladder at the view's instant."""
    return list(_rungs(view))


def _rungs(view: View) -> Iterator[Rung]:
    for step in escalation(view.board, view.at):
        yield Rung(step, None, None)
        for contact in step.contacts:
            if not step.own:
                yield Rung(step, contact, None)
            for way in ways(view.words, contact.channel):
                yield Rung(step, contact, way)


class Ladder(Sheet):
    """Who comes next when nobody answers."""

    NAME = LADDER
    BINDINGS = bindings(LADDER, ("next", "previous", "next_level", "more", "close"))

    def __init__(self, view: View, level: int = 1) -> None:
        super().__init__(view)
        self._rungs = rungs(view)
        self._marked = self._first_way(level)

    def panel(self) -> list[Widget]:
        """The marked way, over the levels."""
        return [Block(id="marked"), Menu(id="levels")]

    def show(self, view: View) -> None:
        """Show the levels as they stand in `view`, the same way marked: its channel may have moved."""
        super().show(view)
        before = self._rungs[self._marked] if self._rungs else None
        self._rungs = rungs(view)
        same = [i for i, rung in enumerate(self._rungs) if before and _same(rung, before)]
        self._marked = same[0] if same else self._first_way(before.step.number if before else 1)
        self._draw()

    def copied(self) -> str | None:
        """What the copy command takes."""
        way = self._rungs[self._marked].way if self._rungs else None
        return way.copied if way else None

    def action_next_level(self) -> None:
        """Mark the next level; the last one stays."""
        if self._rungs:
            self._mark(self._first_way(self._rungs[self._marked].step.number + 1))

    def action_next(self) -> None:
        """Mark the next way."""
        self._mark(next((i for i in range(self._marked + 1, len(self._rungs)) if self._rungs[i].way), None))

    def action_previous(self) -> None:
        """Mark the way before."""
        self._mark(next((i for i in range(self._marked - 1, -1, -1) if self._rungs[i].way), None))

    def action_more(self) -> None:
        """Mark the next way: what is marked is always in sight."""
        self.action_next()

    def on_menu_picked(self, event: Menu.Picked) -> None:
        """Mark the way under the mouse, or the first one below it."""
        event.stop()
        self._mark(next(i for i in range(event.index, len(self._rungs)) if self._rungs[i].way))

    def _first_way(self, level: int) -> int:
        """The first way of a level, which is that of its best contact; the last level's beyond it."""
        last = self._rungs[-1].step.number if self._rungs else 0
        level = min(level, last)
        return next((i for i, rung in enumerate(self._rungs) if rung.step.number == level and rung.way), 0)

    def _mark(self, place: int | None) -> None:
        if place is not None:
            self._marked = place
        super().show(self.view)
        self._draw()

    def _draw(self) -> None:
        view, found, marked = self.view, self._rungs, self._marked
        panel = self.query_one("#sheet")
        panel.border_title = Content(view.gettext("Escalation"))
        self.query_one("#marked", Block).draw(lambda width: _marked(view, found, marked, width))
        self.query_one("#levels", Menu).offer(
            len(found), marked, lambda index, width: _rung(view, found[index], index == marked, width)
        )


def _same(one: Rung, other: Rung) -> bool:
    """Whether both lines are the same way of the same channel in the same level."""
    if one.contact is None or other.contact is None or one.way is None or other.way is None:
        return False
    return (one.step.number, one.contact.channel.id, one.way) == (
        other.step.number,
        other.contact.channel.id,
        other.way,
    )


def _marked(view: View, found: Sequence[Rung], marked: int, width: int) -> Sequence[Line]:
    """The way that is marked, whose it is, and how it stands."""
    if not found:
        return [
            (Piece(line, "dim"),) for line in wrap(view.gettext("The book has no escalation levels"), width)
        ]
    step, contact, way = found[marked]
    if contact is None or way is None:
        return []
    title = view.gettext("Level {number} · {name}").format(number=step.number, name=step.name)
    shape, word = state(view.speaker, contact)
    tail = "" if step.own else f"{contact.channel.name} · "
    about = f" · {tail}{view.speaker.when(contact)}"
    lead = cell_len(shape.text + word.text)
    return [
        *((Piece(line, "strong"),) for line in wrap(title, width)),
        *headline(way, width, word.role, large=view.blocks),
        (shape, word, Piece(cut(about, width - lead), "dim")),
    ]


def _rung(view: View, rung: Rung, marked: bool, width: int) -> Line:
    if rung.contact is None:
        shape, word = state(view.speaker, rung.step.standing)
        room = width - cell_len(shape.text + word.text) - 1
        return (Piece(fit(f" {rung.step.number} {rung.step.name}", room), "strong"), Piece(" "), shape, word)
    if rung.way is None:
        shape, word = state(view.speaker, rung.contact)
        room = width - 3 - cell_len(shape.text + word.text) - 1
        name = fit(rung.contact.channel.name, room)
        return Piece("   "), Piece(name, "text"), Piece(" "), shape, word
    beside = "".join(f"  {part}" for part in rung.way.beside)
    lead = "   ▸ " if marked else "     "
    text = cut(rung.way.text, width - len(lead))
    rest = cut(beside, width - len(lead) - cell_len(text))
    return Piece(lead, "key"), Piece(text, "key" if marked else "text", rung.way.link), Piece(rest, "dim")
