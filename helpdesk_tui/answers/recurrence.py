"""The periods in which two timelines differ, grouped by day of the week."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from helpdesk_tui.answers.coverage import Period
from helpdesk_tui.answers.differences import Times
from helpdesk_tui.board.board import Board

T = TypeVar("T")

Timeline = Sequence[tuple[datetime, T]]
"""Values, each in force from its instant until the next one; the first is at the start of the window."""


class Window(NamedTuple):
    """The compared stretch of time [start, end), within the wider [first, last) of the timelines.

    The wider one keeps whole the nights that `start` and `end` would cut.
    """

    first: datetime
    start: datetime
    end: datetime
    last: datetime
    days: Sequence[date]
    """The calendar days of [start, end)."""


def differing(old: Timeline[T], new: Timeline[T], window: Window) -> dict[tuple[T, T], list[Period]]:
    """The periods that touch the window and in which two timelines differ, by the two values."""
    result: dict[tuple[T, T], list[Period]] = {}
    begin, pair = window.first, (old[0][1], new[0][1])
    for at, after in [*_merged(old, new), (window.last, None)]:
        if after == pair:
            continue
        if pair[0] != pair[1] and begin < window.end and at > window.start:
            result.setdefault(pair, []).append(Period(begin, at))
        if after is not None:
            begin, pair = at, after
    return result


def _merged(old: Timeline[T], new: Timeline[T]) -> Iterator[tuple[datetime, tuple[T, T]]]:
    """Yield each instant at which a value of one timeline begins, with the values of both."""
    before, after = dict(old), dict(new)
    was, now = old[0][1], new[0][1]
    for at in sorted({*before, *after}):
        was, now = before.get(at, was), after.get(at, now)
        yield at, (was, now)


def recurring(board: Board, periods: Iterable[Period], window: Window) -> list[Times]:
    """The periods in groups that begin and end at the same time of day.

    Days of the week are listed as such if most of their dates have a period; other dates one by one.
    """
    groups: dict[object, list[tuple[date, Period]]] = {}
    for period in periods:
        start, end = board.local(period.start), board.local(period.end)
        key = start.time(), end.time(), (end.date() - start.date()).days
        groups.setdefault(key, []).append((start.date(), period))
    return [times for group in groups.values() for times in _split(group, window.days)]


def _split(by_day: Sequence[tuple[date, Period]], window_days: Sequence[date]) -> list[Times]:
    counts = Counter(day.weekday() for day, _ in by_day)
    dates = Counter(day.weekday() for day in window_days)
    weekly = {weekday for weekday, count in counts.items() if 3 * count >= 2 * dates[weekday]}
    parts = []
    for regular in (True, False):
        rows = [(day, period) for day, period in by_day if (day.weekday() in weekly) is regular]
        if rows:
            days = tuple(day for day, _ in rows)
            weekdays = tuple(sorted(weekly)) if regular else ()
            left_out = {day for day in window_days if day.weekday() in weekdays} - set(days)
            periods = tuple(period for _, period in rows)
            parts.append(Times(periods, weekdays, days, tuple(sorted(left_out))))
    return parts
