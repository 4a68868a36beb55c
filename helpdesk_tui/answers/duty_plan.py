"""Who is on duty over a stretch of time: every turn of a roster, and its days one by one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from helpdesk_tui.board.board import Board, Person, Roster, Turn
from helpdesk_tui.board.clock import from_second


class DutySpan(NamedTuple):
    """A half-open stretch of time [start, end), in UTC, in which the same person is on duty."""

    start: datetime
    end: datetime
    person: Person | None
    """None: nobody, or not known."""
    known: bool
    """Whether it is known who is on duty."""
    reason: str | None
    """That of an override; or why it is not known."""

    @property
    def is_hole(self) -> bool:
        """Whether it is known that nobody is on duty."""
        return self.known and self.person is None


class DutyDay(NamedTuple):
    """A calendar day of a roster."""

    people: tuple[Person, ...]
    """Those on duty in it, who is so for the longest time first."""
    has_hole: bool
    is_known: bool
    """Whether it is known for all of the day who is on duty."""


def duty_spans(board: Board, roster: Roster, start: datetime, end: datetime) -> list[DutySpan]:
    """Who is on duty from `start` to `end`, which lie in the board's window; the spans tile it.

    Turns of one person in a row are one span, unless an override has a reason of its own.
    """
    spans: list[DutySpan] = []
    for (person, known, reason), turns in groupby(_turns(roster, start, end), key=lambda turn: turn[1:]):
        begin = max(from_second(next(turns).start), start)
        spans.append(DutySpan(begin, end, board.people[person] if person else None, known, reason))
    return [
        span._replace(end=later.start if later else end)
        for span, later in zip(spans, [*spans[1:], None], strict=True)
    ]


def duty_days(board: Board, roster: Roster, first: date, count: int) -> list[DutyDay]:
    """`count` calendar days of the book's zone from `first` on."""
    days = [board.day(first + timedelta(days=ahead)) for ahead in range(count)]
    spans = duty_spans(board, roster, days[0][0], days[-1][1])
    starts = [span.start for span in spans]
    return [
        _day(spans[bisect_right(starts, start) - 1 : bisect_left(starts, end)], start, end)
        for start, end in days
    ]


def _turns(roster: Roster, start: datetime, end: datetime) -> Iterator[Turn]:
    for turn in roster.from_moment(int(start.timestamp())):
        if from_second(turn.start) >= end:
            return
        yield turn


def _day(spans: Sequence[DutySpan], start: datetime, end: datetime) -> DutyDay:
    lengths: dict[Person, timedelta] = {}
    for span in spans:
        if span.person is not None:
            length = min(span.end, end) - max(span.start, start)
            lengths[span.person] = lengths.get(span.person, timedelta()) + length
    return DutyDay(
        tuple(sorted(lengths, key=lengths.__getitem__, reverse=True)),
        any(span.is_hole for span in spans),
        all(span.known for span in spans),
    )
