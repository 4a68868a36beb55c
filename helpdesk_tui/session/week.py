"""The days of a week by weekly rules that are being typed."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import cast

from helpdesk_tui.answers.day import channel_strip
from helpdesk_tui.board.board import Board, Channel, State
from helpdesk_tui.board.calendar import public_holidays
from helpdesk_tui.board.hours import timetable
from helpdesk_tui.book.entries import BOOK, VALUE
from helpdesk_tui.book.forms import check_weekly
from helpdesk_tui.book.models import OnHolidays
from helpdesk_tui.book.read import corrections_of
from helpdesk_tui.session.draft import Draft

_TYPED = "typed"


def holidays_of(draft: Draft, board: Board) -> Mapping[date, str]:
    """The draft's holidays around the week of the file's `board`."""
    before, now = draft.steps[0].tables, draft.tables
    if (now["holidays"], now[BOOK]) == (before["holidays"], before[BOOK]):
        return board.holidays
    corrections = corrections_of({entry.key: entry.fields[VALUE] for entry in now["holidays"]})
    country, year = now[BOOK][0].fields.get("country"), board.around.year
    with suppress(NotImplementedError):  # the country is not valid yet
        return public_holidays(country, board.language, range(year - 1, year + 2), corrections)
    return board.holidays


def week_of(
    board: Board, weekly: str, on_holidays: str, holidays: Mapping[date, str], count: int
) -> Sequence[tuple[date, list[State | None]]]:
    """The days of the board's week in `count` cells each; none if the rules are not valid yet."""
    try:
        check_weekly(weekly)
    except ValueError:
        return ()
    typed = timetable(weekly, cast(OnHolidays, on_holidays), holidays, board.clock)
    own = board._replace(timetables={_TYPED: typed})
    channel = Channel(_TYPED, _TYPED, _TYPED)
    monday = board.around - timedelta(days=board.around.weekday())
    days = [monday + timedelta(days=each) for each in range(7)]
    return [(day, channel_strip(own, channel, day, count)) for day in days]
