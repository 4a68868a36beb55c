"""The escalation sheet: every level with each way to reach it."""

from collections.abc import Iterator

from helpdesk_tui.answers.escalation import escalation
from helpdesk_tui.phrases.lines import Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import LADDER
from helpdesk_tui.tui.screens.way_sheet import Row, WaySheet, way_rows


class Ladder(WaySheet):
    """Shows the escalation levels."""

    NAME = LADDER

    def action_next_level(self) -> None:
        """Mark the first way of the next level; the last one stays."""
        if self._rows:
            levels = list(dict.fromkeys(row.group for row in self._rows))
            index = levels.index(self._rows[self._marked].group) + 1
            self._mark(self._first_way(levels[min(index, len(levels) - 1)]))

    def empty(self) -> str:
        """The text of an empty list."""
        return self.picture.translate("The book has no escalation levels")

    def rows(self, picture: Picture) -> Iterator[Row]:
        """Yield each level, then its channels with their ways, the best first."""
        for step in escalation(picture.board, picture.at):
            title = picture.translate("Level {number} · {name}", number=step.number, name=step.name)
            level = Row(str(step.number), title, step.status, Piece(f" {step.number} {step.name}", "strong"))
            yield level
            for contact in step.contacts:
                row = level._replace(status=contact)
                if not step.own:
                    name = contact.channel.name
                    row = row._replace(channel=name, heading=Piece(f"   {name}"))
                    yield row
                yield from way_rows(picture, row)
