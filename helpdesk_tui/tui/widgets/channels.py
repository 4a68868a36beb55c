"""The channels: a line each, with its state, its number, when the state changes, and its day."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.geometry import Region
from textual.strip import Strip

from helpdesk_tui.answers.day import cell_of, channel_strip, scale
from helpdesk_tui.answers.duty import hand_overs
from helpdesk_tui.answers.status import Status, channel_status
from helpdesk_tui.board.board import Channel
from helpdesk_tui.phrases.contacts import Way, state_pieces, ways
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_moment_by_weekday
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.widgets.contacts import number_role, way_piece
from helpdesk_tui.tui.widgets.day_strip import BARS, GLYPHS, HANDED_OVER, NOW
from helpdesk_tui.tui.widgets.lines import BLANK, Lines, joined
from helpdesk_tui.tui.widgets.text import fit

_WIDEST_NAME = 24
_SHORT_WHEN = 16
_FULL_WHEN = 26


class Shares(NamedTuple):
    """The cells of each part of a line; 0 for a part that is left out."""

    name: int
    state: int
    way: int
    when: int
    strip: int

    @property
    def left(self) -> int:
        """Cells of the column of names, states and numbers."""
        return 2 + self.name + 1 + self.state + 1 + (self.way and self.way + 2)


@lru_cache(maxsize=100)
def shares(width: int, name: int, state: int, ways: tuple[int, ...] = ()) -> Shares:
    """Share `width` among the parts, for the widest name and state.

    `ways` lists the accepted widths of a number, the widest first; the number is left out last.
    """
    room = width - 2 - state - 2
    name = min(name, _WIDEST_NAME, max(room, 1))
    room -= name
    for strip, when, way in (
        *((strip, _FULL_WHEN, way) for way in (*ways, 0) for strip in (48, 24)),
        (24, _SHORT_WHEN, 0),
    ):
        rest = room - (way and way + 2) - strip - 1
        if rest >= when:
            return Shares(name, state, way, rest, strip)
    return Shares(name, state, 0, room if room >= _SHORT_WHEN else 0, 0)


class Column(Lines):
    """One column of the channels; it does not scroll itself, so it is as tall as its lines."""

    def __init__(
        self, make: Callable[[int], Line], count: Callable[[], int], share: Callable[[], None], *, id: str
    ) -> None:
        super().__init__(id=id)
        self._make = make
        self._count = count
        self._share = share

    def count(self, width: int) -> int:
        """The number of lines."""
        return self._count()

    def line(self, index: int, width: int) -> Line:
        """The pieces of a line."""
        return self._make(index)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Share the width once for all lines, and render them."""
        self._share()
        return super().render_lines(crop)

    def visible_rows(self) -> range:
        """The rows of the column that its container shows."""
        if not self.is_attached or self not in self.screen.query(Column):
            return range(0)
        geometry = self.screen.find_widget(self)
        top = geometry.visible_region.y - geometry.region.y
        return range(top, top + geometry.visible_region.height)


class Channels(VerticalScroll, can_focus=False):
    """Every channel of the book, a line each, worked out as it is seen: a thousand scroll as five do.

    What changes each minute begins a column: Textual writes a line from the start of its widget on.
    """

    _shares: Shares

    def __init__(self, picture: Picture, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._picture = picture
        self._read_book(picture)

    def compose(self) -> ComposeResult:
        """The names and states, then what changes with the time."""
        self._share()
        names = Column(self._left, self._count, self._share, id="names")
        names.styles.width = self._shares.left  # before the first layout, which would be done twice
        yield names
        yield Column(self._right, self._count, self._share, id="times")

    def show(self, picture: Picture) -> None:
        """Show the channels as they stand in `picture`; within a minute they stand as they did."""
        before = self._picture
        if picture.board is not before.board:
            self._read_book(picture)
        elif picture.minute == before.minute:
            return
        self._picture = picture
        self._update()

    def _read_book(self, picture: Picture) -> None:
        self._channels = tuple(picture.board.channels.values())
        self._names = max(cell_len(channel.name) for channel in self._channels)
        self._states = max(cell_len(word) for word in picture.phrases.states().values())
        numbers = [channel for channel in self._channels if channel.dials]
        self._ways = tuple(
            max((cell_len(text(channel)) for channel in numbers), default=0)
            for text in (lambda each: self._first_way(each).in_full, lambda each: each.dials[0])
        )

    def _first_way(self, channel: Channel) -> Way:
        return ways(self._picture.language, channel)[0]

    def on_resize(self, event: Resize) -> None:
        """Share the new width."""
        self._update()

    def _share(self) -> None:
        """Share the width, whether a scrollbar stands beside it or not."""
        width = self.scrollable_content_region.width or self.app.size.width
        self._shares = shares(width, self._names, self._states, self._ways)

    def _update(self) -> None:
        self._share()
        names = self.query_one("#names", Column)
        names.styles.width = self._shares.left
        for column in (names, self.query_one("#times", Column)):
            column.refresh_lines_that_changed()

    def _count(self) -> int:
        return len(self._channels) + self._has_hours()

    def _has_hours(self) -> bool:
        return bool(self._shares.strip)

    def _left(self, index: int) -> Line:
        """A channel with its state and its number; nothing under the hours."""
        picture = self._picture
        index -= self._has_hours()
        if index < 0:
            return BLANK
        channel, part = self._channels[index], self._shares
        now = channel_status(picture.board, channel, picture.at)
        shape, word = state_pieces(picture.phrases, now)
        click = ("channels", channel.id)
        return (
            shape._replace(click=click),
            Piece(f"{fit(channel.name, part.name)} ", click=click),
            Piece(f"{fit(word.text, part.state)} ", word.role, click=click),
            *self._way(now, part.way),
        )

    def _way(self, now: Status, width: int) -> list[Piece]:
        """The channel's first way in `width` cells, as much of it as can be read."""
        if not width:
            return []
        way = self._first_way(now.channel)
        text = next((each for each in (way.in_full, way.text) if cell_len(each) <= width), "")
        number, beside = text[: len(way.text)], text[len(way.text) :]
        room = " " * (width + 2 - cell_len(text))
        return [way_piece(number, number_role(now), way), Piece(beside + room)] if text else [Piece(room)]

    def _right(self, index: int) -> Line:
        """When a channel's state changes, and its day; or the hours of that."""
        picture, part = self._picture, self._shares
        index -= self._has_hours()
        if index < 0:
            return (Piece(" " * (part.when + 1) + scale(part.strip), "dim"),)
        channel = self._channels[index]
        when = ""
        if part.when:
            now = channel_status(picture.board, channel, picture.at)
            is_brief = part.when < _FULL_WHEN
            when = picture.phrases.when(now, brief=is_brief)
            if cell_len(when) > part.when:  # a weekday is shorter than "tomorrow", and no hour is cut
                phrases = Phrases(picture.language, picture.board, picture.at, format_moment_by_weekday)
                when = phrases.when(now, brief=is_brief)
        strip = [Piece(" "), *_strip(picture, channel, part.strip)] if part.strip else []
        return (Piece(fit(when, part.when), "dim", click=("channels", channel.id)), *strip)


def _strip(picture: Picture, channel: Channel, cells: int) -> list[Piece]:
    states = channel_strip(picture.board, channel, picture.phrases.now.date(), cells)
    marks = [(" ", "text") if each is None else (GLYPHS[each], BARS[each]) for each in states]
    for minute in hand_overs(picture.board, channel, picture.phrases.now.date()) if channel.on_duty else ():
        marks[cell_of(minute, cells)] = (HANDED_OVER, "key")
    marks[cell_of(picture.minute_of_day, cells)] = (NOW, "now")
    return joined(marks)
