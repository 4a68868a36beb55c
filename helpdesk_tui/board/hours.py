"""Timetables over time: weekly rules and holidays, day by day on the wall clock and then in UTC."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache, partial
from itertools import pairwise

from opening_hours import State as RuleState

from helpdesk_tui.board.board import State, Timetable
from helpdesk_tui.board.clock import WallClock, from_second, wall_midnight
from helpdesk_tui.board.wall import day_stretches, days_as, rules_by_day
from helpdesk_tui.book.models import OnHolidays
from helpdesk_tui.book.weekly import WEEKDAYS, Rule, rules
from helpdesk_tui.times.instants import DAY

_Change = tuple[int, State, str | None]

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
    parsed = rules(weekly)
    by_day = rules_by_day(parsed, first, last)
    before = first - timedelta(days=1)  # its night is the first day's morning
    if on_holidays.startswith("as "):
        days = [day for day in holidays if before <= day <= last]
        weekday = WEEKDAYS.index(on_holidays.removeprefix("as "))
        for day, named in days_as(parsed, weekday, days).items():
            by_day[(day - before).days] = named
    names = {} if on_holidays == "open" else {(day - first).days: name for day, name in holidays.items()}
    changes_of = cache(partial(_day_changes, parsed))  # most days are alike
    result = Timetable([], [], [])
    midnight = wall_midnight(first)
    for index, (night, today) in enumerate(pairwise(by_day)):
        holiday = names.get(index)
        for start, state, comment in changes_of(night, today):
            if holiday is not None:
                state, comment = _on_holiday(on_holidays, holiday, state, comment)
            result.append(midnight + start, state, comment)
        midnight += DAY * 60
    return result


def _day_changes(rules: Sequence[Rule], before: Sequence[bool], today: Sequence[bool]) -> Sequence[_Change]:
    """The changes of a day, each with its second of the day."""
    stretches = day_stretches(rules, before, today)
    return [(each.start * 60, _STATES[each.state], each.comment) for each in stretches]


def _on_holiday(
    on_holidays: OnHolidays, holiday: str, state: State, comment: str | None
) -> tuple[State, str | None]:
    """The state and the comment on the holiday of this name."""
    if on_holidays == "closed":
        return State.CLOSED, holiday
    if on_holidays.startswith("as "):
        # An hour that the rules leave unknown is not unknown because of the holiday.
        return state, comment or (None if state is State.UNKNOWN else holiday)
    return (State.UNKNOWN, holiday) if state is State.OPEN else (state, comment)
