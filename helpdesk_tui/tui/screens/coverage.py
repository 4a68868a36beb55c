"""The coverage screen: a day of every request, or seven days of one, with the gaps in words below."""

from datetime import date, timedelta

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container
from textual.events import Resize

from helpdesk_tui.answers.day import cell_of, reach, start_of, within
from helpdesk_tui.board.board import Request
from helpdesk_tui.phrases.times import format_date
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.commands import COVERAGE
from helpdesk_tui.tui.screens.base import BaseScreen, set_titles
from helpdesk_tui.tui.widgets.day_rows import (
    Worked,
    cell_in_words,
    day_name,
    day_row,
    minute_of,
    request_row,
)
from helpdesk_tui.tui.widgets.gaps import Rules, remarks, rules
from helpdesk_tui.tui.widgets.header import Header, complaint
from helpdesk_tui.tui.widgets.lines import Block
from helpdesk_tui.tui.widgets.strips import Row, Strips, legend, scale, shares
from helpdesk_tui.tui.widgets.text import cut

WEEK = 7


class Coverage(BaseScreen):
    """Who attends when, and where nobody does."""

    NAME = COVERAGE

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture)
        self._today = picture.phrases.now.date()
        self.day = within(picture.board, self._today)
        """The day that is shown, or marked."""
        self.first = self.day
        """The first day of the week that is shown."""
        self.week = False
        self.minute = minute_of(picture)
        """The minute of the clock that the marked cell holds."""
        self._picked = picture.requests[picture.picked].id if picture.requests else ""
        self._worked = Worked(picture.board)
        self._rules: tuple[tuple[date, int], Rules] | None = None

    def body(self) -> ComposeResult:
        """The strips over the gaps."""
        yield Header(id="head")
        yield Block(id="complaint")
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

    def show(self, picture: Picture) -> None:
        """Show `picture`: after midnight what showed today still does; another time is where it goes."""
        today = picture.phrases.now.date()
        if picture.board is not self.picture.board:
            self._worked = Worked(picture.board)
            self._rules = None
        moved = (picture.other_time or self.picture.other_time) and picture.at != self.picture.at
        if moved:
            self.minute = minute_of(picture)
        if moved or (self.day == self._today and not self.week):
            self.first = self.day = today
        self._today = today
        super().show(picture)
        self.first, self.day = within(picture.board, self.first), within(picture.board, self.day)
        if self.week:
            self.day = min(max(self.day, self.first), self._date(self._count() - 1))
        self._update()

    def on_resize(self, event: Resize) -> None:
        """The titles fit the width."""
        self._update()

    def on_strips_clicked(self, event: Strips.Clicked) -> None:
        """Mark the cell under the mouse; tell of it where it is marked already."""
        cells = self.query_one(Strips).shares.cells
        marked = event.minute is not None and cell_of(event.minute, cells) == cell_of(self.minute, cells)
        if marked and event.index == self._row():
            self.action_who_then()
            return
        if event.minute is not None:
            self.minute = event.minute
        self._mark(event.index)

    # Commands

    def action_pick(self, key: str) -> None:
        """Mark the request with this digit."""
        for request in self.picture.requests:
            if request.key == key:
                self._picked = request.id
                self._change()
                return
        self.remark(self.picture.gettext("No request has the key {key}").format(key=key))

    def action_next(self) -> None:
        """Mark the next line."""
        self._mark(self._row() + 1)

    def action_previous(self) -> None:
        """Mark the line before."""
        self._mark(self._row() - 1)

    def action_page_down(self) -> None:
        """Mark the line a page below."""
        self._mark(self._row() + max(self.query_one(Strips).size.height - 1, 1))

    def action_page_up(self) -> None:
        """Mark the line a page above."""
        self._mark(self._row() - max(self.query_one(Strips).size.height - 1, 1))

    def action_next_day(self) -> None:
        """Show the next day, or the next week."""
        self._turn(1)

    def action_previous_day(self) -> None:
        """Show the day before, or the week before."""
        self._turn(-1)

    def action_later(self) -> None:
        """Mark the next cell of the line."""
        self._shift(1)

    def action_earlier(self) -> None:
        """Mark the cell before."""
        self._shift(-1)

    def action_week(self) -> None:
        """Change between a day of every request and seven days of one."""
        self.week = not self.week
        self.first = self.day
        self._change()

    def action_who_then(self) -> None:
        """Tell who attends in the marked cell, and why."""
        from helpdesk_tui.tui.screens.who_then import WhoThen, instant_in_cell

        request = self.request
        if request is None:
            return
        cells = self.query_one(Strips).shares.cells
        cell = cell_of(self.minute, cells)
        (looks,) = self._worked.looks(request, self.day, 1, cells)
        look = looks[cell]
        at = (
            None
            if look is None
            else instant_in_cell(self.picture.board, request, self.day, cell, cells, look)
        )
        if at is None:
            self.remark(self.picture.gettext("The clock skips this hour"))
        else:
            self.app.push_screen(WhoThen(self.picture, request, at))

    def action_more(self) -> None:
        """Next page of the gaps, and from their end back to the top."""
        self.block("gaps").next_page()

    # Moving

    def _row(self) -> int:
        if self.week:
            return (self.day - self.first).days
        request = self.request
        return list(self.picture.board.requests).index(request.id) if request else 0

    def _mark(self, row: int) -> None:
        count = self._count()
        if not count:
            return
        row = min(max(row, 0), count - 1)
        if self.week:
            self.day = self.first + timedelta(days=row)
        else:
            self._picked = self.picture.requests[row].id
        self._change()

    def _turn(self, step: int) -> None:
        days = step * (WEEK if self.week else 1)
        first, last = reach(self.picture.board)
        moved = self.first + timedelta(days=days) if self.week else self.day + timedelta(days=days)
        if self.week:
            moved = max(moved, first) if self.first > first else moved
        if not first <= moved <= last:
            ends = [format_date(self.picture.language, each) for each in (first, last)]
            text = self.picture.gettext("Coverage is worked out from {first} to {last}")
            self.remark(text.format(first=ends[0], last=ends[1]))
            return
        self.day = within(self.picture.board, moved + (self.day - self.first)) if self.week else moved
        self.first = moved
        self._change()

    def _shift(self, step: int) -> None:
        cells = self.query_one(Strips).shares.cells
        cell = min(max(cell_of(self.minute, cells) + step, 0), cells - 1)
        self.minute = start_of(cell, cells)
        self._change()

    def _change(self) -> None:
        super().show(self.picture)
        self._update()

    def _count(self) -> int:
        if self.week:
            return (
                min(WEEK, (reach(self.picture.board)[1] - self.first).days + 1)
                if self.picture.requests
                else 0
            )
        return len(self.picture.requests)

    # Rendering

    def _update(self) -> None:
        picture = self.picture
        self.query_one(Header).show(picture)
        self.block("complaint").update(lambda width: complaint(picture, width))
        names = [request.name for request in picture.requests]
        if self.week:
            names = [day_name(picture, self._date(row)) for row in range(self._count())]
        widest = max(map(cell_len, names), default=1)
        self.block("hours").update(lambda width: [scale(shares(width, widest), self.minute)])
        self.block("legend").update(lambda width: legend(picture, width))
        panel = self.query_one("#cover", Container)
        panel.set_class(self.week, "-week")
        room = self.size.width - 6
        set_titles(panel, cut(self._title(room), room), cut(self._subtitle(), room))
        self.query_one(Strips).show(self._count(), self._row(), self.minute, widest, self._line)
        gaps = self.block("gaps")
        set_titles(gaps, picture.gettext("Gaps"))
        first, days = (self.first, self._count()) if self.week else (self.day, 1)
        if self._rules is None or self._rules[0] != (first, days):
            self._rules = (first, days), rules(picture, first, days)
        broken = self._rules[1]
        gaps.update(lambda width: remarks(picture, self.request, first, days, broken, not self.week, width))

    def _date(self, row: int) -> date:
        return self.first + timedelta(days=row) if self.week else self.day

    def _title(self, room: int) -> str:
        """What is shown, in as many words as fit."""
        picture, request = self.picture, self.request
        name = picture.gettext("Coverage")
        if self.week and request:
            days = picture.gettext("{first} to {last}").format(
                first=day_name(picture, self.first), last=day_name(picture, self._date(self._count() - 1))
            )
            titles = [[name, request.name, days], [request.name, days], [request.name]]
        else:
            named = picture.phrases.holiday(self.day)
            holiday = [named] if named else []
            today = [picture.gettext("today")] if self.day == self._today and not picture.other_time else []
            day = [format_date(picture.language, self.day), *today, *holiday]
            titles = [[name, *day], day, [day_name(picture, self.day), *holiday]]
        texts = [" · ".join(parts) for parts in titles]
        return next((text for text in texts if cell_len(text) <= room), texts[-1])

    def _subtitle(self) -> str:
        """Who attends in the marked cell."""
        request = self.request
        if request is None:
            return ""
        cells = self.query_one(Strips).shares.cells
        cell = cell_of(self.minute, cells)
        return cell_in_words(self.picture, self._worked, request, self.day, cell, cells, dated=self.week)

    def _line(self, row: int, cells: int) -> Row:
        day = self._date(row)
        now = minute_of(self.picture) if day == self._today else None
        if not self.week:
            return request_row(self.picture, self._worked, self.picture.requests[row], day, cells, now)
        assert self.request is not None
        looks = self._worked.looks(self.request, self.first, self._count(), cells)[row]
        return day_row(self.picture, day, looks, now)
