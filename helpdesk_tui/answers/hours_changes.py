"""Changes of hours: those of channels and levels, of `must_cover`, and of shifts."""

from collections.abc import Iterator

from helpdesk_tui.answers.differences import Attendance, BookItem, HoursChange, ItemKind, Times
from helpdesk_tui.answers.pairs import Pairs
from helpdesk_tui.answers.recurrence import Timeline, Window, differing, recurring
from helpdesk_tui.board.board import Board, State
from helpdesk_tui.board.clock import from_second


def hours_changes(old: Board, new: Board, pairs: Pairs, window: Window) -> Iterator[HoursChange]:
    """Yield the changes of hours; items with the same change share one."""
    shared: dict[tuple[Attendance, Attendance, Times], list[BookItem]] = {}
    old_ids = {(kind, new_id): old_id for kind, rows in pairs.items() for old_id, new_id in rows}
    old_hours: dict[tuple[ItemKind, str | None], tuple[str | None, State]] = {
        (item.kind, item.id): (key, state) for item, key, state in _hours(old)
    }
    for item, key, state in _hours(new):
        old_key, old_state = old_hours.get((item.kind, old_ids[item.kind, item.id]), (None, State.CLOSED))
        was = old.timetables[old_key] if old_key else None
        now = new.timetables[key] if key else None
        if was == now and (was is not None or old_state is state):
            continue
        before = _timeline(old, old_key, old_state, window)
        after = _timeline(new, key, state, window)
        changes = differing(_states(before), _states(after), window)
        for pair, periods in differing(before, after, window).items():
            if pair[0].state is pair[1].state:  # only the comment differs
                changes[pair] = periods
        for pair, periods in changes.items():
            for times in recurring(new, periods, window):
                shared.setdefault((*pair, times), []).append(item)
    return (HoursChange(tuple(items), *key) for key, items in shared.items())


def _hours(board: Board) -> Iterator[tuple[BookItem, str | None, State]]:
    """Yield the items that can have hours, with the key of their timetable, and their state without one."""
    for id, channel in board.channels.items():
        yield BookItem(ItemKind.CHANNEL, id, channel.name), channel.hours, State.UNKNOWN
    for level in board.levels:
        if level.own_channel:
            yield (
                BookItem(ItemKind.LEVEL, str(level.number), level.name),
                level.own_channel.hours,
                State.UNKNOWN,
            )
    for id, request in board.requests.items():
        yield BookItem(ItemKind.REQUEST, id, request.name), request.must_cover, State.CLOSED
    for shift in board.shifts:
        yield BookItem(ItemKind.SHIFT, shift.name, shift.name), shift.hours, State.CLOSED


def _timeline(board: Board, key: str | None, state: State, window: Window) -> Timeline[Attendance]:
    """The states and the comments of a timetable; `state` alone if there is none."""
    if key is None:
        return [(window.first, Attendance(state, None))]
    line = []
    for start, now, comment in board.timetables[key].from_moment(int(window.first.timestamp())):
        at = max(from_second(start), window.first)
        # Names of holidays are among the changes of holidays.
        on_holiday = comment is not None and comment == board.holidays.get(board.local(at).date())
        line.append((at, Attendance(now, None if on_holiday else comment)))
    return line


def _states(line: Timeline[Attendance]) -> Timeline[Attendance]:
    return [(at, Attendance(value.state, None)) for at, value in line]
