"""Hours that two books do not share: those of channels and levels, of `must_cover`, and of shifts."""

from collections.abc import Iterator
from typing import NamedTuple

from helpdesk_tui.answers.differences import Attendance, HoursChange, Item, Kind, Times
from helpdesk_tui.answers.pairs import Pairs
from helpdesk_tui.answers.recurrence import Timeline, Window, differing, recurring
from helpdesk_tui.board.board import Board, Channel, Level, State
from helpdesk_tui.board.clock import from_second


class _Compared(NamedTuple):
    """An item of the new book, and the keys of its timetables in both books.

    `without` is the state of where there is no timetable: unknown for hours, closed for a rule.
    """

    item: Item
    old: str | None
    new: str | None
    old_without: State
    new_without: State


def hours_changes(old: Board, new: Board, found: Pairs, window: Window) -> Iterator[HoursChange]:
    """Yield the changes of hours; items that share one stand in it."""
    alike: dict[tuple[Attendance, Attendance, Times], list[Item]] = {}
    for each in _compared(old, new, found):
        was = old.timetables.get(each.old) if each.old else None
        now = new.timetables.get(each.new) if each.new else None
        if was == now and (was is not None or each.old_without is each.new_without):
            continue
        before = _timeline(old, each.old, each.old_without, window)
        after = _timeline(new, each.new, each.new_without, window)
        changes = differing(_states(before), _states(after), window)
        for pair, periods in differing(before, after, window).items():
            if pair[0].state is pair[1].state:  # only the comment differs
                changes[pair] = periods
        for pair, periods in changes.items():
            for times in recurring(new, periods, window):
                alike.setdefault((*pair, times), []).append(each.item)
    return (HoursChange(tuple(items), *key) for key, items in alike.items())


def _compared(old: Board, new: Board, found: Pairs) -> Iterator[_Compared]:
    unknown, closed = State.UNKNOWN, State.CLOSED
    for before, after in found.channels:
        if after is not None:
            was, now = old.channels[before] if before is not None else None, new.channels[after]
            yield _hours(Item(Kind.CHANNEL, after, now.name), was, now)
    levels = {level.number: level for level in old.levels}
    for number, level in zip((before for before, after in found.levels if after), new.levels, strict=True):
        if (channel := own_channel(level)) is not None:
            was = own_channel(levels[number]) if number is not None else None
            yield _hours(Item(Kind.LEVEL, str(level.number), level.name), was, channel)
    for before, after in found.requests:
        if after is not None:
            rule = old.requests[before].must_cover if before is not None else None
            request = new.requests[after]
            item = Item(Kind.REQUEST, after, request.name)
            yield _Compared(item, rule, request.must_cover, closed, closed)
    old_shifts, new_shifts = ({shift.name: shift.hours for shift in board.shifts} for board in (old, new))
    for before, after in found.shifts:
        if after is not None:
            key = old_shifts[before] if before is not None else None
            yield _Compared(Item(Kind.SHIFT, after, after), key, new_shifts[after], closed, unknown)


def _hours(item: Item, was: Channel | None, now: Channel) -> _Compared:
    """The hours of a channel; one that is added had none, and was closed."""
    if was is None:
        return _Compared(item, None, now.hours, State.CLOSED, State.UNKNOWN)
    return _Compared(item, was.hours, now.hours, State.UNKNOWN, State.UNKNOWN)


def own_channel(level: Level) -> Channel | None:
    """The level's own contact details; None where it is reached by the book's channels."""
    first = level.channels[0]
    return first if first.id == f"level-{level.number}" else None


def _timeline(board: Board, key: str | None, without: State, window: Window) -> Timeline[Attendance]:
    if key is None:
        return [(window.first, Attendance(without, None))]
    line = []
    for start, state, comment in board.timetables[key].from_moment(int(window.first.timestamp())):
        at = max(from_second(start), window.first)
        # The name of a holiday is told with the holidays.
        on_holiday = comment is not None and comment == board.holidays.get(board.local(at).date())
        line.append((at, Attendance(state, None if on_holiday else comment)))
    return line


def _states(line: Timeline[Attendance]) -> Timeline[Attendance]:
    return [(at, Attendance(value.state, None)) for at, value in line]
