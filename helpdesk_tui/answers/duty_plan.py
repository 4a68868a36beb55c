"""Who is on duty over a stretch of time, by turns and by days."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby, takewhile
from typing import NamedTuple

from helpdesk_tui.board.board import Board, Person, Roster
from helpdesk_tui.board.clock import from_second


class DutySpan(NamedTuple):
    """A half-open stretch of time [start, end), in UTC, in which the same person is on duty."""

    start: datetime
    end: datetime
    person: Person | None
    """None if nobody is on duty, or it is not known who."""
    known: bool
    """Whether it is known who is on duty."""
    reason: str | None
    """The reason of an override, or why it is not known who is on duty."""


class DutyDay(NamedTuple):
    """A calendar day of a roster."""

    people: tuple[Person, ...]
    """The people on duty in it, the one with the longest time first."""
    has_hole: bool
    is_known: bool
    """Whether it is known during the whole day who is on duty."""


def duty_spans(board: Board, roster: Roster, start: datetime, end: datetime) -> list[DutySpan]:
    """Who is on duty from `start` to `end`, which lie in the board's window; the spans tile this time.

    Successive turns of a person are one span, unless their reasons differ.
    """
    spans: list[DutySpan] = []
    started = takewhile(
        lambda turn: from_second(turn.start) < end, roster.from_moment(int(start.timestamp()))
    )
    for (person, known, reason), turns in groupby(started, key=lambda turn: turn[1:]):
        begin = max(from_second(next(turns).start), start)
        if spans:
            spans[-1] = spans[-1]._replace(end=begin)
        spans.append(DutySpan(begin, end, board.people[person] if person else None, known, reason))
    return spans


def duty_days(board: Board, roster: Roster, first: date, count: int) -> list[DutyDay]:
    """`count` calendar days of the book's zone from `first` on."""
    days = [board.day(first + timedelta(days=ahead)) for ahead in range(count)]
    spans = duty_spans(board, roster, days[0][0], days[-1][1])
    starts = [span.start for span in spans]
    return [
        _day(spans[bisect_right(starts, start) - 1 : bisect_left(starts, end)], start, end)
        for start, end in days
    ]


def _day(spans: Sequence[DutySpan], start: datetime, end: datetime) -> DutyDay:
    lengths: dict[Person, timedelta] = defaultdict(timedelta)
    for span in spans:
        if span.person is not None:
            lengths[span.person] += min(span.end, end) - max(span.start, start)
    return DutyDay(
        tuple(sorted(lengths, key=lengths.__getitem__, reverse=True)),
        any(span.known and span.person is None for span in spans),
        all(span.known for span in spans),
    )
