"""Timetables over time: weekly rules and holidays read day by day, then placed in UTC."""

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


class _Wall(NamedTuple):
    """A stretch of wall-clock time, in seconds as if the wall clock were UTC."""

    start: int
    end: int
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
    wall = list(_wall_stretches(weekly, on_holidays, holidays, first, last))
    found = Timetable([], [], [])
    for index, offset in enumerate(zone_offsets):
        stop = zone_offsets[index + 1].start if index + 1 < len(zone_offsets) else end
        for stretch in wall:
            begin = max(stretch.start - offset.seconds, offset.start)
            if begin >= min(stretch.end - offset.seconds, stop):
                continue
            if not found.starts or (found.states[-1], found.comments[-1]) != (stretch.state, stretch.comment):
                found.starts.append(begin)
                found.states.append(stretch.state)
                found.comments.append(stretch.comment)
    return found


def _wall_stretches(
    weekly: str, on_holidays: OnHolidays, holidays: Mapping[date, str], first: date, last: date
) -> Iterator[_Wall]:
    """Yield the stretches of every day from `first` to `last`, holidays applied by calendar date."""
    for day, stretches in wall_days(rules(weekly), first, last):
        midnight = int(datetime.combine(day, time(), UTC).timestamp())
        holiday = holidays.get(day) if on_holidays != "open" else None
        if holiday is not None and on_holidays == "closed":
            yield _Wall(midnight, midnight + 86400, State.CLOSED, holiday)
            continue
        for stretch in stretches:
            state, comment = _STATES[stretch.state], stretch.comment
            if holiday is not None and state is State.OPEN:
                state, comment = State.UNKNOWN, holiday
            yield _Wall(midnight + stretch.start * 60, midnight + stretch.end * 60, state, comment)


def _wall_day(second: int) -> date:
    return datetime.fromtimestamp(second, UTC).date()
