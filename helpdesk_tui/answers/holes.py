"""The holes of coverage, worst first: broken rules, then times when no channel is known to be open."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Period, Staffing, breaches, coverage
from helpdesk_tui.board.board import Board, Request


class HoleKind(StrEnum):
    """The kinds of holes, worst first."""

    BREACH = "breach"
    """A request must be covered, but no channel of its route in force is open."""
    UNSTAFFED = Staffing.UNSTAFFED
    MESSAGES = Staffing.MESSAGES
    UNKNOWN = Staffing.UNKNOWN


class Hole(NamedTuple):
    """A stretch of time in which some requests are not covered."""

    kind: HoleKind
    period: Period
    requests: tuple[Request, ...]


class Recurring(NamedTuple):
    """Holes of one kind that recur at the same hours on some days of the week."""

    holes: tuple[Hole, ...]
    days: tuple[date, ...]
    """The calendar days on which they begin."""
    without: tuple[date, ...]
    """The days without a hole between the first and the last one, on days of the week that have one."""


_rank = list(HoleKind).index

_FEWEST = 3
"""The fewest holes that are joined."""


def holes(board: Board, requests: Iterable[Request], start: datetime, end: datetime) -> list[Hole]:
    """The holes within [start, end), worst first, then in order of time; requests share equal holes.

    A hole within a breach of the same request's rule is left out.
    """
    shared: dict[tuple[HoleKind, Period], list[Request]] = {}
    for request in requests:
        broken = breaches(board, request, start, end)
        covered = coverage(board, request, start, end)
        lapses = [(HoleKind(gap.staffing), gap.period) for gap in covered.gaps]
        lapses += [(HoleKind.UNKNOWN, period) for period in covered.unknowns]
        keys = [(HoleKind.BREACH, period) for period in broken]
        keys += [(kind, period) for kind, period in lapses if not _within(period, broken)]
        for key in keys:
            shared.setdefault(key, []).append(request)
    ranked = sorted(shared, key=lambda key: (_rank(key[0]), key[1]))
    return [Hole(*key, tuple(shared[key])) for key in ranked]


def joined(board: Board, holes: Iterable[Hole]) -> list[Hole | Recurring]:
    """The holes in their order; those of one kind, with the same hours and requests, are joined."""
    groups: dict[object, list[Hole]] = {}
    for hole in holes:
        start, end = board.local(hole.period.start), board.local(hole.period.end)
        length = hole.period.end - hole.period.start
        groups.setdefault((hole.kind, hole.requests, start.time(), end.time(), length), []).append(hole)
    rows = [row for group in groups.values() for row in _rows(board, group)]
    return sorted(rows, key=lambda row: (_rank(first(row).kind), first(row).period))


def first(row: Hole | Recurring) -> Hole:
    """The hole, or the first one of those that recur."""
    return row.holes[0] if isinstance(row, Recurring) else row


def _rows(board: Board, group: list[Hole]) -> Sequence[Hole | Recurring]:
    """The holes as one row, unless they are few or too many of their days of the week have none."""
    days = tuple(board.local(hole.period.start).date() for hole in group)
    weekdays = {day.weekday() for day in days}
    between = (days[0] + timedelta(days=ahead) for ahead in range((days[-1] - days[0]).days + 1))
    without = tuple(day for day in between if day.weekday() in weekdays and day not in days)
    if len(group) < _FEWEST or len(without) > len(group) // _FEWEST:
        return group
    return [Recurring(tuple(group), days, without)]


def _within(period: Period, others: Iterable[Period]) -> bool:
    return any(each.start <= period.start and period.end <= each.end for each in others)
