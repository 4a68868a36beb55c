"""Timetables over time: weekly rules and holidays read day by day, then placed in UTC."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from opening_hours import State as RuleState

from helpdesk_tui.board.board import Offset, State, Timetable
from helpdesk_tui.board.wall import wall_days
from helpdesk_tui.book.weekly import rules

OnHolidays = Literal["open", "closed", "unknown"]

_STATES = {
    RuleState.OPEN: State.OPEN,
    RuleState.CLOSED: State.CLOSED,
    RuleState.UNKNOWN: State.UNKNOWN,
}
_STEP = 6 * 3600


class _Change(NamedTuple):
    """A state and a comment from this second on, as if the wall clock were UTC."""

    start: int
    state: State
    comment: str | None


def offsets(zone: ZoneInfo, start: int, end: int) -> tuple[Offset, ...]:
    """Every offset from UTC in force in `zone` between two seconds of the epoch."""

    def ahead(second: int) -> int:
        shift = datetime.fromtimestamp(second, zone).utcoffset()
        return int(shift.total_seconds()) if shift is not None else 0

    found = [Offset(start, ahead(start))]
    for before in range(start, end, _STEP):
        low, high = before, min(before + _STEP, end)
        if ahead(low) == ahead(high):
            continue
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if ahead(middle) == ahead(low) else (low, middle)
        found.append(Offset(high, ahead(high)))
    return tuple(found)


def timetable(
    weekly: str,
    on_holidays: OnHolidays,
    holidays: Mapping[date, str],
    zone_offsets: Iterable[Offset],
    start: int,
    end: int,
) -> Timetable:
    """Work a timetable out over [start, end), in seconds of the epoch.

    The state at an instant is what the rules say of the wall clock at that instant, so an hour that a
    clock change repeats has the same state twice, and one that it skips has none.
    """
    zone_offsets = tuple(zone_offsets)
    first = _wall_day(start + zone_offsets[0].seconds) - timedelta(days=1)
    last = _wall_day(end + zone_offsets[-1].seconds) + timedelta(days=1)
    wall = list(_changes(weekly, on_holidays, holidays, first, last))
    begins = [change.start for change in wall]
    found = Timetable([], [], [])
    for index, offset in enumerate(zone_offsets):
        stop = zone_offsets[index + 1].start if index + 1 < len(zone_offsets) else end
        in_force = bisect_right(begins, offset.start + offset.seconds) - 1
        for change in wall[in_force : bisect_left(begins, stop + offset.seconds)]:
            if not found.starts or (found.states[-1], found.comments[-1]) != change[1:]:
                found.starts.append(max(change.start - offset.seconds, offset.start))
                found.states.append(change.state)
                found.comments.append(change.comment)
    return found


def _changes(
    weekly: str, on_holidays: OnHolidays, holidays: Mapping[date, str], first: date, last: date
) -> Iterator[_Change]:
    """Yield what holds from `first` on and each change until `last`, holidays applied by calendar date."""
    before: tuple[State, str | None] | None = None
    midnight = int(datetime.combine(first, time(), UTC).timestamp())
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
                yield _Change(midnight + start * 60, state, comment)
        midnight += 86400


def _wall_day(second: int) -> date:
    return datetime.fromtimestamp(second, UTC).date()
