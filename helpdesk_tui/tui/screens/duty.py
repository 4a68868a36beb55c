"""The sheet of who is on duty: twelve weeks of every roster, and the turns of the marked one."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget

from helpdesk_tui.answers.duty import duty, with_contact
from helpdesk_tui.board.board import Channel, Roster
from helpdesk_tui.phrases.contacts import ways
from helpdesk_tui.phrases.lines import Line
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import DUTY
from helpdesk_tui.tui.screens.sheet import Sheet
from helpdesk_tui.tui.widgets.duty import (
    key_of,
    people_of,
    roster_height,
    roster_line,
    turn_lines,
    weeks_line,
)
from helpdesk_tui.tui.widgets.lines import Block, Menu
from helpdesk_tui.tui.widgets.text import paragraph


class Duty(Sheet):
    """Shows who is on duty; one roster is marked, and one person's turns are highlighted."""

    NAME = DUTY
    SCROLLS = "turns"
    AROUND = 14

    def __init__(self, picture: Picture, roster: str = "") -> None:
        super().__init__(picture)
        self._roster = roster
        self._person: str | None = None

    def panel(self) -> Iterable[Widget]:
        """The weeks of all rosters over the turns of the marked one."""
        return [Block(id="weeks"), Menu(id="rosters"), Block(id="turns")]

    @property
    def roster(self) -> Roster | None:
        """The marked roster, or else the first one; None where the book has none."""
        rosters = self.picture.board.rosters
        return rosters.get(self._roster) or next(iter(rosters.values()), None)

    def show(self, picture: Picture) -> None:
        """Show the weeks from the day of `picture` on."""
        super().show(picture)
        rosters, menu = list(picture.board.rosters.values()), self.query_one("#rosters", Menu)
        self.block("weeks").update(lambda width: [weeks_line(picture, width)] if rosters else [])
        menu.update(len(rosters), self._index, self._row, roster_height)
        self.block("turns").update(self._turns)

    def to_copy(self) -> Sequence[str]:
        """The ways to reach the person on duty by the marked roster."""
        if self.roster is None:
            return ()
        person = duty(self.picture.board, self.roster, self.picture.at).person
        contact = with_contact(Channel(self.roster.id, self.roster.name), person)
        return [text for way in ways(self.picture.language, contact) for text in way.to_copy]

    def action_next(self) -> None:
        """Mark the next roster."""
        self._mark(self._index + 1)

    def action_previous(self) -> None:
        """Mark the roster before."""
        self._mark(self._index - 1)

    def action_next_person(self) -> None:
        """Highlight the turns of the next person."""
        self._choose(1)

    def action_previous_person(self) -> None:
        """Highlight the turns of the person before."""
        self._choose(-1)

    def on_menu_picked(self, event: Menu.Picked) -> None:
        """Mark the roster under the mouse."""
        event.stop()
        self._mark(event.index)

    @property
    def _index(self) -> int:
        """The position of the marked roster."""
        return list(self.picture.board.rosters).index(self.roster.id) if self.roster else 0

    def _mark(self, index: int) -> None:
        keys = list(self.picture.board.rosters)
        if keys:
            self._roster = keys[max(0, min(index, len(keys) - 1))]
        self._person = None
        self.block("turns").scroll_home(animate=False)
        self.show(self.picture)

    def _choose(self, step: int) -> None:
        people = [key_of(each) for each in people_of(self.picture, self.roster)] if self.roster else []
        if people:
            now = self._chosen()
            self._person = people[(people.index(now) + step) % len(people) if now in people else 0]
            self.show(self.picture)

    def _chosen(self) -> str | None:
        """The person whose turns are highlighted: the first of the roster until another one is chosen."""
        people = [key_of(each) for each in people_of(self.picture, self.roster)] if self.roster else []
        return self._person if self._person in people else (people[0] if people else None)

    def _row(self, index: int, width: int) -> Line:
        roster = list(self.picture.board.rosters.values())[index // roster_height(width)]
        is_marked = roster is self.roster
        return roster_line(
            self.picture, roster, self._chosen() if is_marked else None, index, width, marked=is_marked
        )

    def _turns(self, width: int) -> Sequence[Line]:
        if self.roster is None:
            text = self.picture.translate("The book has no rosters")
            return paragraph(text, width, "dim")
        return turn_lines(self.picture, self.roster, self._chosen(), width)
