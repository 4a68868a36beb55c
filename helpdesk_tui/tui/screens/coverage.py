"""The coverage screen: strips of one day of every request, or of 7 or 31 days of one, over a list of gaps."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import IntEnum

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Resize

from helpdesk_tui.answers.day import cell_of, reach, start_of, stretch_in_cell, within
from helpdesk_tui.answers.in_full import all_stretches
from helpdesk_tui.board.board import Request
from helpdesk_tui.phrases.coverage import format_day
from helpdesk_tui.phrases.lines import Line
from helpdesk_tui.phrases.times import format_date
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import COVERAGE
from helpdesk_tui.tui.screens.base import BaseScreen, set_titles
from helpdesk_tui.tui.widgets.day_rows import Cells, StripCache, day_row, describe_cell, request_row
from helpdesk_tui.tui.widgets.gaps import Breaches, breaches_of, gaps
from helpdesk_tui.tui.widgets.header import Header, complaint
from helpdesk_tui.tui.widgets.lines import Block
from helpdesk_tui.tui.widgets.strips import Row, Strips, legend, scale, shares
from helpdesk_tui.tui.widgets.text import cut


class View(IntEnum):
    """The number of days shown: one of every request, or several of the marked one."""

    DAY = 1
    WEEK = 7
    MONTH = 31


class Coverage(BaseScreen):
    """Shows how requests are staffed at each hour."""

    NAME = COVERAGE
    CSS_PATH = "coverage.tcss"

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture)
        self._today = picture.phrases.now.date()
        self.first = within(picture.board, self._today)
        """The day that is shown, or the first one of several."""
        self.day = self.first
        """The day of the marked cell."""
        self.view = View.DAY
        self.minute = picture.minute_of_day
        """The minute of the clock that the marked cell holds."""
        self._picked = picture.requests[picture.picked].id if picture.requests else ""
        self._cache = StripCache(picture.board)
        self._breaches: tuple[tuple[date, int], Breaches] | None = None

    def body(self) -> ComposeResult:
        """The strips over the gaps."""
        yield Header(id="head")
        with Container(id="cover"):
            yield Block(id="hours")
            yield Strips(id="strips")
            yield Block(id="legend")
        yield Block(id="gaps")
        yield Block(id="foot")

    @property
    def request(self) -> Request | None:
        """The request that is marked; None where the book has none."""
        requests = self.picture.requests
        return self.picture.board.requests.get(self._picked, requests[0]) if requests else None

    def banner(self, width: int) -> Sequence[Line]:
        """The lines above all else: another time is shown, the book is wrong."""
        return [*super().banner(width), *complaint(self.picture, width)]

    def show(self, picture: Picture) -> None:
        """Show `picture`: its day, where today was shown before or another time is shown."""
        today = picture.phrases.now.date()
        if picture.board is not self.picture.board:
            self._cache = StripCache(picture.board)
            self._breaches = None
        moved = (picture.other_time or self.picture.other_time) and picture.at != self.picture.at
        if moved:
            self.minute = picture.minute_of_day
        if moved or (self.day == self._today and self.view is View.DAY):
            self.first = self.day = today
        self._today = today
        super().show(picture)
        self.first, self.day = within(picture.board, self.first), within(picture.board, self.day)
        self._keep_day_in_sight()
        self._update()

    def on_resize(self, event: Resize) -> None:
        """Fit the titles to the width."""
        self._update()

    def on_strips_clicked(self, event: Strips.Clicked) -> None:
        """Mark the cell under the mouse; where it is marked already, show who attends then."""
        marked = event.minute is not None and cell_of(event.minute, self._cells) == self._cell
        if marked and event.index == self._row:
            self.action_who_then()
            return
        if event.minute is not None:
            self.minute = event.minute
        self._mark(event.index)

    # Commands

    def action_mark_request(self, key: str) -> None:
        """Mark the request with this digit."""
        if request := self.picture.request_of(key):
            self._picked = request.id
            self.show(self.picture)
        else:
            self.remark(self.picture.translate("No request has the key {key}", key=key))

    def action_next(self) -> None:
        """Mark the next line."""
        self._mark(self._row + 1)

    def action_previous(self) -> None:
        """Mark the line before."""
        self._mark(self._row - 1)

    def action_page_down(self) -> None:
        """Mark the line a page below."""
        self._mark(self._row + max(self.query_one(Strips).size.height - 1, 1))

    def action_page_up(self) -> None:
        """Mark the line a page above."""
        self._mark(self._row - max(self.query_one(Strips).size.height - 1, 1))

    def action_next_day(self) -> None:
        """Show the day that follows, or as many days as are shown."""
        self._move(1)

    def action_previous_day(self) -> None:
        """Show the day before, or as many days as are shown."""
        self._move(-1)

    def action_later(self) -> None:
        """Mark the next cell of the line."""
        self._mark_cell(self._cell + 1)

    def action_earlier(self) -> None:
        """Mark the cell before."""
        self._mark_cell(self._cell - 1)

    def action_week(self) -> None:
        """Go on from a day of every request to seven days of one, to 31 days, and around."""
        views = list(View)
        self.view = views[(views.index(self.view) + 1) % len(views)]
        self.first = self.day
        self.show(self.picture)

    def action_who_then(self) -> None:
        """Show who attends in the marked cell, and why."""
        from helpdesk_tui.tui.screens.who_then import WhoThen

        if not self.is_active:  # the second of two clicks
            return
        request, board = self.request, self.picture.board
        if request is None:
            return
        staffing = self._strip(request)[self._cell]
        if staffing is None:
            self.remark(self.picture.translate("The clock skips this hour"))
            return
        year = all_stretches(board, request)
        if stretch := stretch_in_cell(board, year, self.day, self._cell, self._cells, staffing):
            self.app.push_screen(WhoThen(self.picture, request, stretch[1]))

    def action_more(self) -> None:
        """Show the next page of the gaps, and from their end the top again."""
        self.block("gaps").next_page()

    # What is marked

    @property
    def _cells(self) -> int:
        """The number of cells of a day."""
        return self.query_one(Strips).shares.cells

    @property
    def _cell(self) -> int:
        return cell_of(self.minute, self._cells)

    @property
    def _count(self) -> int:
        """The number of lines."""
        requests = len(self.picture.requests)
        if self.view is View.DAY or not requests:
            return requests
        return min(self.view, (reach(self.picture.board)[1] - self.first).days + 1)

    @property
    def _days(self) -> tuple[date, int]:
        """The first day that is shown, and how many are."""
        return (self.day, 1) if self.view is View.DAY else (self.first, self._count)

    @property
    def _row(self) -> int:
        if self.view is not View.DAY:
            return (self.day - self.first).days
        return list(self.picture.board.requests).index(self.request.id) if self.request else 0

    def _day_of(self, row: int) -> date:
        return self.day if self.view is View.DAY else self.first + timedelta(days=row)

    def _keep_day_in_sight(self) -> None:
        if self.view is not View.DAY:
            self.day = min(max(self.day, self.first), self._day_of(self._count - 1))

    def _strip(self, request: Request) -> Cells:
        return self._cache.strips(request, self.day, 1, self._cells)[1][0]

    def _mark(self, row: int) -> None:
        if self._count:
            row = min(max(row, 0), self._count - 1)
            self.day = self._day_of(row)
            if self.view is View.DAY:
                self._picked = self.picture.requests[row].id
            self.show(self.picture)

    def _mark_cell(self, cell: int) -> None:
        self.minute = start_of(min(max(cell, 0), self._cells - 1), self._cells)
        self.show(self.picture)

    def _move(self, step: int) -> None:
        """Show the days that follow those shown, or that precede them, as far as the board reaches."""
        first, last = reach(self.picture.board)
        moved = self.first + timedelta(days=step * self.view)
        if self.first > first:
            moved = max(moved, first)
        if not first <= moved <= last:
            ends = [format_date(self.picture.language, each) for each in (first, last)]
            text = self.picture.translate(
                "Coverage is worked out from {first} to {last}", first=ends[0], last=ends[1]
            )
            self.remark(text)
            return
        self.day = within(self.picture.board, moved + (self.day - self.first))
        self.first = moved
        self._keep_day_in_sight()
        self.show(self.picture)

    # What is shown

    def _update(self) -> None:
        picture = self.picture
        self.query_one(Header).show(picture)
        names = [request.name for request in picture.requests]
        if self.view is not View.DAY:
            names = [format_day(picture.phrases, self._day_of(row)) for row in range(self._count)]
        widest = max(map(cell_len, names), default=1)
        self.block("hours").update(lambda width: [scale(shares(width, widest), self.minute)])
        self.block("legend").update(lambda width: legend(picture, width))
        panel = self.query_one("#cover", Container)
        panel.set_class(self.view is not View.DAY, "-days")
        room = self.size.width - 6
        titles = [" · ".join(parts) for parts in self._titles()]
        title = next((each for each in titles if cell_len(each) <= room), titles[-1])
        self.query_one(Strips).show(self._count, self._row, self.minute, widest, self._line)
        set_titles(panel, cut(title, room), cut(self._subtitle(), room))
        set_titles(self.block("gaps"), picture.translate("Gaps"))
        days = self._days
        if self._breaches is None or self._breaches[0] != days:
            self._breaches = days, breaches_of(picture, *days)
        breaches = self._breaches[1]
        self.block("gaps").update(lambda width: gaps(picture, self.request, *days, breaches, width))

    def _titles(self) -> Sequence[Sequence[str]]:
        """The titles of the panel, in parts; the longest first."""
        picture = self.picture
        name = picture.translate("Coverage")
        if self.view is not View.DAY and self.request:
            first, last = (format_day(picture.phrases, self._day_of(row)) for row in (0, self._count - 1))
            days = picture.translate("{first} to {last}", first=first, last=last)
            return [[name, self.request.name, days], [self.request.name, days], [self.request.name]]
        day = format_date(picture.language, self.day)
        today = [picture.translate("today")] if self.day == self._today and not picture.other_time else []
        holiday = [each] if (each := picture.phrases.holiday(self.day)) else []
        brief = format_day(picture.phrases, self.day)
        return [[name, day, *today, *holiday], [day, *today, *holiday], [brief, *holiday]]

    def _subtitle(self) -> str:
        """The description of the marked cell."""
        if self.request is None:
            return ""
        strip = self._strip(self.request)
        dated = self.view is not View.DAY
        return describe_cell(self.picture, self.request, self.day, self._cell, strip, dated=dated)

    def _line(self, row: int, cells: int) -> Row:
        day, picture = self._day_of(row), self.picture
        if self.view is not View.DAY:
            assert self.request is not None
            line = day_row(
                picture, day, self._cache.strips(self.request, self.first, self._count, cells)[1][row]
            )
        else:
            line = request_row(picture, self._cache, picture.requests[row], day, cells)
        return line._replace(now=picture.minute_of_day if day == self._today else None)
