"""The coverage screen: a day of every request, or seven days of one, with the gaps in words below."""

from datetime import date, timedelta

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.events import Resize

from helpdesk_tui.board.board import Request
from helpdesk_tui.tui.bars import complaint, head
from helpdesk_tui.tui.commands import COVERAGE, bindings
from helpdesk_tui.tui.days import (
    Worked,
    cell_in_words,
    day_name,
    day_row,
    minute_of,
    reach,
    request_row,
    within,
)
from helpdesk_tui.tui.gaps import Rules, remarks, rules
from helpdesk_tui.tui.heat import DAY, Row, Strips, cell_of, legend, scale, shares
from helpdesk_tui.tui.lines import Block
from helpdesk_tui.tui.place import Banner, Foot, Place, Small, Told
from helpdesk_tui.tui.text import cut
from helpdesk_tui.tui.view import View
from helpdesk_tui.words.times import date_in_words

WEEK = 7


class Coverage(Place):
    """Who attends when, and where nobody does."""

    NAME = COVERAGE
    BINDINGS = bindings(
        COVERAGE,
        (
            "pick", "next", "previous", "page_down", "page_up", "next_day", "previous_day", "later",
            "earlier", "week", "attends", "more", "close",
        ),
    )  # fmt: skip

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._today = view.speaker.now.date()
        self.day = within(view.board, self._today)
        """The day that is shown, or marked."""
        self.first = self.day
        """The first day of the week that is shown."""
        self.week = False
        self.minute = minute_of(view)
        """The minute of the clock that the marked cell holds."""
        self._picked = view.requests[view.chosen].id if view.requests else ""
        self._worked = Worked(view.board)
        self._rules: tuple[tuple[date, int], Rules] | None = None

    def compose(self) -> ComposeResult:
        """The strips over the gaps."""
        yield Banner(self.view, self.NAME)
        yield Block(id="head")
        yield Block(id="complaint")
        with Container(id="cover"):
            yield Block(id="hours")
            yield Strips(id="strips")
            yield Block(id="legend")
        yield Block(id="gaps")
        yield Foot(id="foot")
        yield Told(id="changes")
        yield Small(id="small")

    @property
    def request(self) -> Request | None:
        """The request that is marked; None where the book has none."""
        requests = self.view.requests
        return self.view.board.requests.get(self._picked, requests[0]) if requests else None

    def show(self, view: View) -> None:
        """Show `view`: after midnight what showed today still does; another time is where it goes."""
        today = view.speaker.now.date()
        if view.board is not self.view.board:
            self._worked = Worked(view.board)
            self._rules = None
        moved = (view.other or self.view.other) and view.at != self.view.at
        if moved:
            self.minute = minute_of(view)
        if moved or (self.day == self._today and not self.week):
            self.first = self.day = today
        self._today = today
        super().show(view)
        self.first, self.day = within(view.board, self.first), within(view.board, self.day)
        if self.week:
            self.day = min(max(self.day, self.first), self._date(self._count() - 1))
        self._draw()

    def on_resize(self, event: Resize) -> None:
        """The titles fit the width."""
        self._draw()

    def on_strips_touched(self, event: Strips.Touched) -> None:
        """Mark the cell under the mouse; tell of it where it is marked already."""
        cells = self.query_one(Strips).shares.cells
        marked = event.minute is not None and cell_of(event.minute, cells) == cell_of(self.minute, cells)
        if marked and event.index == self._row():
            self.action_attends()
            return
        if event.minute is not None:
            self.minute = event.minute
        self._mark(event.index)

    # Commands

    def action_pick(self, key: str) -> None:
        """Mark the request with this digit."""
        for request in self.view.requests:
            if request.key == key:
                self._picked = request.id
                self._change()
                return
        self.say(self.view.gettext("No request has the key {key}").format(key=key))

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

    def action_attends(self) -> None:
        """Tell who attends in the marked cell, and why."""
        from helpdesk_tui.tui.attends import Attends, asked

        request = self.request
        if request is None:
            return
        cells = self.query_one(Strips).shares.cells
        cell = cell_of(self.minute, cells)
        (looks,) = self._worked.looks(request, self.day, 1, cells)
        look = looks[cell]
        at = None if look is None else asked(self.view.board, request, self.day, cell, cells, look)
        if at is None:
            self.say(self.view.gettext("The clock skips this hour"))
        else:
            self.app.push_screen(Attends(self.view, request, at))

    def action_more(self) -> None:
        """Next page of the gaps, and from their end back to the top."""
        self.query_one("#gaps", Block).turn_page()

    # Moving

    def _row(self) -> int:
        if self.week:
            return (self.day - self.first).days
        request = self.request
        return list(self.view.board.requests).index(request.id) if request else 0

    def _mark(self, row: int) -> None:
        count = self._count()
        if not count:
            return
        row = min(max(row, 0), count - 1)
        if self.week:
            self.day = self.first + timedelta(days=row)
        else:
            self._picked = self.view.requests[row].id
        self._change()

    def _turn(self, step: int) -> None:
        days = step * (WEEK if self.week else 1)
        first, last = reach(self.view.board)
        moved = self.first + timedelta(days=days) if self.week else self.day + timedelta(days=days)
        if self.week:
            moved = max(moved, first) if self.first > first else moved
        if not first <= moved <= last:
            ends = [date_in_words(self.view.words, each) for each in (first, last)]
            text = self.view.gettext("Coverage is worked out from {first} to {last}")
            self.say(text.format(first=ends[0], last=ends[1]))
            return
        self.day = within(self.view.board, moved + (self.day - self.first)) if self.week else moved
        self.first = moved
        self._change()

    def _shift(self, step: int) -> None:
        cells = self.query_one(Strips).shares.cells
        cell = min(max(cell_of(self.minute, cells) + step, 0), cells - 1)
        self.minute = cell * DAY // cells
        self._change()

    def _change(self) -> None:
        super().show(self.view)
        self._draw()

    def _count(self) -> int:
        if self.week:
            return min(WEEK, (reach(self.view.board)[1] - self.first).days + 1) if self.view.requests else 0
        return len(self.view.requests)

    # Drawing

    def _draw(self) -> None:
        view = self.view
        self.query_one("#head", Block).draw(lambda width: head(view, width))
        banner = self.query_one("#complaint", Block)
        banner.display = view.error is not None
        banner.draw(lambda width: complaint(view, width))
        names = [day_name(view, self._date(row)) for row in range(self._count())] if self.week else None
        if names is None:
            names = [request.name for request in view.requests]
        widest = max(map(cell_len, names), default=1)
        self.query_one("#hours", Block).draw(lambda width: [scale(shares(width, widest), self.minute)])
        self.query_one("#legend", Block).draw(lambda width: legend(view, width))
        panel = self.query_one("#cover", Container)
        panel.set_class(self.week, "-week")
        room = self.size.width - 6
        panel.border_title = Content(cut(self._title(room), room))
        self.query_one(Strips).put(self._count(), self._row(), self.minute, widest, self._line)
        panel.border_subtitle = Content(cut(self._subtitle(), room))
        gaps = self.query_one("#gaps", Block)
        gaps.border_title = Content(view.gettext("Gaps"))
        first, days = (self.first, self._count()) if self.week else (self.day, 1)
        if self._rules is None or self._rules[0] != (first, days):
            self._rules = (first, days), rules(view, first, days)
        broken = self._rules[1]
        gaps.draw(lambda width: remarks(view, self.request, first, days, broken, not self.week, width))

    def _date(self, row: int) -> date:
        return self.first + timedelta(days=row) if self.week else self.day

    def _title(self, room: int) -> str:
        """What is shown, in as many words as fit."""
        view, request = self.view, self.request
        name = view.gettext("Coverage")
        if self.week and request:
            days = view.gettext("{first} to {last}").format(
                first=day_name(view, self.first), last=day_name(view, self._date(self._count() - 1))
            )
            titles = [[name, request.name, days], [request.name, days], [request.name]]
        else:
            named = view.speaker.holiday(self.day)
            holiday = [named] if named else []
            today = [view.gettext("today")] if self.day == self._today and not view.other else []
            day = [date_in_words(view.words, self.day), *today, *holiday]
            titles = [[name, *day], day, [day_name(view, self.day), *holiday]]
        texts = [" · ".join(parts) for parts in titles]
        return next((text for text in texts if cell_len(text) <= room), texts[-1])

    def _subtitle(self) -> str:
        """Who attends in the marked cell."""
        request = self.request
        if request is None:
            return ""
        cells = self.query_one(Strips).shares.cells
        cell = cell_of(self.minute, cells)
        return cell_in_words(self.view, self._worked, request, self.day, cell, cells, dated=self.week)

    def _line(self, row: int, cells: int) -> Row:
        day = self._date(row)
        now = minute_of(self.view) if day == self._today else None
        if not self.week:
            return request_row(self.view, self._worked, self.view.requests[row], day, cells, now)
        assert self.request is not None
        looks = self._worked.looks(self.request, self.first, self._count(), cells)[row]
        return day_row(self.view, day, looks, now)
