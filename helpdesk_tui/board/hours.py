"""Timetables over time: weekly rules and holidays, day by day on the wall clock and then in UTC."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from opening_hours import State as RuleState

from helpdesk_tui.board.board import State, StateChange, Timetable
from helpdesk_tui.board.clock import WallClock, from_second, wall_midnight
from helpdesk_tui.board.wall import wall_days
from helpdesk_tui.book.weekly import rules
from helpdesk_tui.times.instants import DAY

OnHolidays = Literal["open", "closed", "unknown"]

_STATES = {RuleState.OPEN: State.OPEN, RuleState.CLOSED: State.CLOSED, RuleState.UNKNOWN: State.UNKNOWN}


def timetable(
    weekly: str, on_holidays: OnHolidays, holidays: Mapping[date, str], clock: WallClock
) -> Timetable:
    """Work out a timetable over the clock's window.

    The state at an instant is what the rules say of the wall clock at that instant, so an hour that a
    clock change repeats has the same state twice, and one that it skips has none.
    """
    # The wall clock is less than two days from UTC.
    first = from_second(clock.offsets[0].start).date() - timedelta(days=2)
    last = from_second(clock.offsets[-1].end).date() + timedelta(days=2)
    wall = list(_changes(weekly, on_holidays, holidays, first, last))
    begins = [change.start for change in wall]
    starts: list[int] = []
    states: list[State] = []
    comments: list[str | None] = []
    for start, end, seconds in clock.offsets:
        in_force = bisect_right(begins, start + seconds) - 1
        for change in wall[in_force : bisect_left(begins, end + seconds)]:
            if not starts or (states[-1], comments[-1]) != change[1:]:
                starts.append(max(change.start - seconds, start))
                states.append(change.state)
                comments.append(change.comment)
    return Timetable(starts, states, comments)


def _changes(
    weekly: str, on_holidays: OnHolidays, holidays: Mapping[date, str], first: date, last: date
) -> Iterator[StateChange]:
    """Yield what holds from `first` on and each change until `last`, in wall seconds."""
    before: tuple[State, str | None] | None = None
    midnight = wall_midnight(first)
    for day, stretches in wall_days(rules(weekly), first, last):
        holiday = holidays.get(day) if on_holidays != "open" else None
        for start, _, rule_state, comment, _ in stretches:
            state = _STATES[rule_state]
            if holiday is not None and on_holidays == "closed":
                state, comment = State.CLOSED, holiday
            elif holiday is not None and state is State.OPEN:
                state, comment = State.UNKNOWN, holiday
            if (state, comment) != before:
                before = state, comment
                yield StateChange(midnight + start * 60, state, comment)
        midnight += DAY * 60
