"""The week that weekly rules mean, while they are typed."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import cast

from helpdesk_tui.answers.day import channel_strip
from helpdesk_tui.board.board import Board, Channel, State
from helpdesk_tui.board.hours import timetable
from helpdesk_tui.book.forms import check_weekly
from helpdesk_tui.book.models import OnHolidays

_TYPED = "typed"


def week_of(
    board: Board, weekly: str, on_holidays: str, count: int
) -> Sequence[tuple[date, list[State | None]]]:
    """The days of the board's week in `count` cells each; none where the rules are not right yet."""
    try:
        check_weekly(weekly)
    except ValueError:
        return ()
    typed = timetable(weekly, cast(OnHolidays, on_holidays), board.holidays, board.clock)
    own = board._replace(timetables={_TYPED: typed})
    channel = Channel(_TYPED, _TYPED, _TYPED)
    monday = board.around - timedelta(days=board.around.weekday())
    days = [monday + timedelta(days=each) for each in range(7)]
    return [(day, channel_strip(own, channel, day, count)) for day in days]
