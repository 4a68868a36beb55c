"""The escalation sheet: every level, and the marked way to reach one, as large as it gets."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from textual.widget import Widget

from helpdesk_tui.answers.escalation import Step, escalation
from helpdesk_tui.answers.status import Status
from helpdesk_tui.phrases.contacts import Way, state_pieces, ways
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import LADDER
from helpdesk_tui.tui.screens.base import Sheet, set_titles
from helpdesk_tui.tui.widgets.contacts import headline
from helpdesk_tui.tui.widgets.lines import Block, Menu, length
from helpdesk_tui.tui.widgets.text import cut, fit, wrap


class Rung(NamedTuple):
    """A line of the ladder: a level, one of its channels, or one way to reach that."""

    step: Step
    contact: Status | None
    way: Way | None

    @property
    def key(self) -> tuple[int, str, Way] | None:
        """What tells the line of a way from all others, whatever its state."""
        return self.contact and self.way and (self.step.number, self.contact.channel.id, self.way)


def rungs(picture: Picture) -> Iterator[Rung]:
    """Yield every line of the ladder at the picture's instant."""
    for step in escalation(picture.board, picture.at):
        yield Rung(step, None, None)
        for contact in step.contacts:
            if not step.own:
                yield Rung(step, contact, None)
            for way in ways(picture.language, contact.channel):
                yield Rung(step, contact, way)


class Ladder(Sheet):
    """Who comes next when nobody answers."""

    NAME = LADDER

    def __init__(self, picture: Picture, level: int = 1) -> None:
        super().__init__(picture)
        self._rungs = list(rungs(picture))
        self._marked = self._first_way(level)

    def panel(self) -> Iterable[Widget]:
        """The marked way, over the levels."""
        return [Block(id="marked"), Menu(id="levels")]

    def show(self, picture: Picture) -> None:
        """Show the levels as they stand in `picture`, the same way marked: its channel may have moved."""
        super().show(picture)
        before = self._rungs[self._marked] if self._rungs else None
        self._rungs = list(rungs(picture))
        keys = [rung.key for rung in self._rungs]
        if before is not None and before.key in keys:
            self._marked = keys.index(before.key)
        else:
            self._marked = self._first_way(before.step.number if before else 1)
        self._update()

    def to_copy(self) -> str | None:
        """What the copy command sends."""
        way = self._rungs[self._marked].way if self._rungs else None
        return way.copied if way else None

    def action_next_level(self) -> None:
        """Mark the next level; the last one stays."""
        if self._rungs:
            self._mark(self._first_way(self._rungs[self._marked].step.number + 1))

    def action_next(self) -> None:
        """Mark the next way."""
        self._mark_first(range(self._marked + 1, len(self._rungs)))

    def action_previous(self) -> None:
        """Mark the way before."""
        self._mark_first(range(self._marked - 1, -1, -1))

    action_more = action_page_down = action_next
    action_page_up = action_previous

    def on_menu_picked(self, event: Menu.Picked) -> None:
        """Mark the way under the mouse, or the first one below it."""
        event.stop()
        self._mark_first(range(event.index, len(self._rungs)))

    def _first_way(self, level: int) -> int:
        """The first way of a level, which is that of its best contact; of the last level beyond it."""
        last = self._rungs[-1].step.number if self._rungs else 0
        level = min(level, last)
        return next((i for i, rung in enumerate(self._rungs) if rung.step.number == level and rung.way), 0)

    def _mark_first(self, indices: Iterable[int]) -> None:
        """Mark the first of these lines that is a way, where one is."""
        index = next((index for index in indices if self._rungs[index].way), None)
        if index is not None:
            self._mark(index)

    def _mark(self, index: int) -> None:
        self._marked = index
        super().show(self.picture)
        self._update()

    def _update(self) -> None:
        picture, lines, marked = self.picture, self._rungs, self._marked
        set_titles(self.query_one("#sheet"), picture.translate("Escalation"))
        self.block("marked").update(lambda width: _marked(picture, lines, marked, width))
        self.query_one("#levels", Menu).update(
            len(lines), marked, lambda index, width: _rung(picture, lines[index], index == marked, width)
        )


def _marked(picture: Picture, lines: Sequence[Rung], marked: int, width: int) -> Sequence[Line]:
    """The way that is marked, whose it is, and how it stands."""
    if not lines:
        text = picture.translate("The book has no escalation levels")
        return [(Piece(line, "dim"),) for line in wrap(text, width)]
    step, contact, way = lines[marked]
    if contact is None or way is None:
        return []
    title = picture.translate("Level {number} · {name}", number=step.number, name=step.name)
    status = state_pieces(picture.phrases, contact)
    channel = "" if step.own else f"{contact.channel.name} · "
    about = f" · {channel}{picture.phrases.when(contact)}"
    return [
        *((Piece(line, "strong"),) for line in wrap(title, width)),
        *headline(way, width, status[1].role, large=picture.large_digits),
        (*status, Piece(cut(about, width - length(status)), "dim")),
    ]


def _rung(picture: Picture, rung: Rung, marked: bool, width: int) -> Line:
    if rung.way is None:
        status = state_pieces(picture.phrases, rung.contact or rung.step.status)
        name, role = f" {rung.step.number} {rung.step.name}", "strong"
        if rung.contact is not None:
            name, role = f"   {rung.contact.channel.name}", "text"
        return (Piece(fit(name, width - length(status) - 1), role), Piece(" "), *status)
    beside = "".join(f"  {part}" for part in rung.way.beside)
    lead = Piece("   ▸ " if marked else "     ", "key")
    way = Piece(cut(rung.way.text, width - 5), "key" if marked else "text", rung.way.link)
    return lead, way, Piece(cut(beside, width - length([lead, way])), "dim")
