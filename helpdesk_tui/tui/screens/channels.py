"""The sheet of all channels, each with every way to reach it."""

from collections.abc import Iterator

from helpdesk_tui.answers.status import statuses
from helpdesk_tui.phrases.lines import Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import CHANNELS
from helpdesk_tui.tui.screens.way_sheet import Row, WaySheet, way_rows


class Channels(WaySheet):
    """Shows every channel of the book."""

    NAME = CHANNELS

    def rows(self, picture: Picture) -> Iterator[Row]:
        """Yield each channel, then its ways."""
        for status in statuses(picture.board, picture.at):
            name = status.channel.name
            row = Row(status.channel.id, name, status, Piece(f" {name}", "strong"))
            yield row
            yield from way_rows(picture, row)
