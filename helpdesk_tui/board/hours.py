"""Timetables over time: weekly rules and holidays read day by day, then placed in UTC."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from opening_hours import State as RuleState

from helpdesk_tui.board.board import State, Timetable
from helpdesk_tui.board.clock import WallClock, from_second, wall_midnight
from helpdesk_tui.board.wall import wall_days
from helpdesk_tui.book.weekly import rules

OnHolidays = Literal["open", "closed", "unknown"]

_STATES = {
    RuleState.OPEN: State.OPEN,
    RuleState.CLOSED: State.CLOSED,
    RuleState.UNKNOWN: State.UNKNOWN,
}


class _Change(NamedTuple):
    """A state and a comment from this wall second on."""

    start: int
    state: State
    comment: str | None


def timetable(
    weekly: str, on_holidays: OnHolidays, holidays: Mapping[date, str], clock: WallClock
) -> Timetable:
    """Work a timetable out as far as the clock reaches.

    The state at an instant is what the rules say of the wall clock at that instant, so an hour that a
    clock change repeats has the same state twice, and one that it skips has none.
    """
    first, last = clock.offsets[0], clock.offsets[-1]
    wall = list(
        _changes(
            weekly,
            on_holidays,
            holidays,
            from_second(first.start + first.seconds).date() - timedelta(days=1),
            from_second(last.end + last.seconds).date() + timedelta(days=1),
        )
    )
    begins = [change.start for change in wall]
    found = Timetable([], [], [])
    for start, end, seconds in clock.offsets:
        in_force = bisect_right(begins, start + seconds) - 1
        for change in wall[in_force : bisect_left(begins, end + seconds)]:
            if not found.starts or (found.states[-1], found.comments[-1]) != change[1:]:
                found.starts.append(max(change.start - seconds, start))
                found.states.append(change.state)
                found.comments.append(change.comment)
    return found


def _changes(
    weekly: str, on_holidays: OnHolidays, holidays: Mapping[date, str], first: date, last: date
) -> Iterator[_Change]:
    """Yield what holds from `first` on and each change until `last`, holidays applied by calendar date."""
    before: tuple[State, str | None] | None = None
    for day, stretches in wall_days(rules(weekly), first, last):
        midnight = wall_midnight(day)
        holiday = holidays.get(day) if on_holidays != "open" else None
        for start, _, rule_state, comment, _ in stretches:
            state = _STATES[rule_state]
            if holiday is not None and on_holidays == "closed":
                state, comment = State.CLOSED, holiday
            elif holiday is not None and state is State.OPEN:
                state, comment = State.UNKNOWN, holiday
            if (state, comment) != before:
                before = state, comment
                yield _Change(midnight + start * 60, state, comment)
