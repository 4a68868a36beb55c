"""Timetables over time: weekly rules and holidays, day by day on the wall clock and then in UTC."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date, timedelta

from opening_hours import State as RuleState

from helpdesk_tui.board.board import State, Timetable
from helpdesk_tui.board.clock import WallClock, from_second, wall_midnight
from helpdesk_tui.board.wall import days_as, rules_by_day, stretches_by_day
from helpdesk_tui.book.models import OnHolidays
from helpdesk_tui.book.weekly import WEEKDAYS, rules
from helpdesk_tui.times.instants import DAY

_STATES = {RuleState.OPEN: State.OPEN, RuleState.CLOSED: State.CLOSED, RuleState.UNKNOWN: State.UNKNOWN}


def timetable(
    weekly: str, on_holidays: OnHolidays, holidays: Mapping[date, str], clock: WallClock
) -> Timetable:
    """Work out a timetable over the clock's window.

    The state at an instant follows from the time on the wall clock: an hour that the clock repeats has the
    same state twice, and one that it skips has none.
    """
    # The wall clock is less than two days from UTC.
    first = from_second(clock.offsets[0].start).date() - timedelta(days=2)
    last = from_second(clock.offsets[-1].end).date() + timedelta(days=2)
    wall = _on_the_wall(weekly, on_holidays, holidays, first, last)
    result = Timetable([], [], [])
    for start, end, seconds in clock.offsets:
        begin = bisect_right(wall.starts, start + seconds) - 1
        stop = bisect_left(wall.starts, end + seconds)
        result.append(start, wall.states[begin], wall.comments[begin])
        later = slice(begin + 1, stop)
        result.starts.extend(each - seconds for each in wall.starts[later])
        result.states.extend(wall.states[later])
        result.comments.extend(wall.comments[later])
    return result


def _on_the_wall(
    weekly: str, on_holidays: OnHolidays, holidays: Mapping[date, str], first: date, last: date
) -> Timetable:
    """The timetable from the day `first` to `last`, with its starts in wall seconds."""
    result = Timetable([], [], [])
    midnight = wall_midnight(first)
    parsed = rules(weekly)
    by_day = rules_by_day(parsed, first, last)
    before = first - timedelta(days=1)  # its night is the first day's morning
    as_weekday = on_holidays.startswith("as ")
    if as_weekday:
        feasts = [day for day in holidays if before <= day <= last]
        weekday = WEEKDAYS.index(on_holidays.removeprefix("as "))
        for day, named in days_as(parsed, weekday, feasts).items():
            by_day[(day - before).days] = named
    for day, stretches in stretches_by_day(parsed, by_day, first):
        holiday = holidays.get(day) if on_holidays != "open" else None
        for start, _, rule_state, comment, _ in stretches:
            state = _STATES[rule_state]
            if holiday is not None and on_holidays == "closed":
                state, comment = State.CLOSED, holiday
            elif holiday is not None and as_weekday:
                # An hour that the rules leave unknown is not unknown because of the holiday.
                comment = comment or (None if state is State.UNKNOWN else holiday)
            elif holiday is not None and state is State.OPEN:
                state, comment = State.UNKNOWN, holiday
            result.append(midnight + start * 60, state, comment)
        midnight += DAY * 60
    return result
