"""Coverage as text: for each request a strip for each day and its gaps; or the gaps of all requests."""

from collections.abc import Iterator
from itertools import groupby

from helpdesk_tui.answers.coverage import Coverage, Staffing
from helpdesk_tui.answers.day import scale, strips
from helpdesk_tui.answers.holes import joined
from helpdesk_tui.cli.window import Window
from helpdesk_tui.phrases.coverage import (
    MARKS,
    ROLES,
    format_breach,
    format_coverage,
    format_day,
    format_staffing,
    periods_not_staffed,
    request_names,
    staffing_name,
)
from helpdesk_tui.phrases.holes import hole_line
from helpdesk_tui.phrases.lines import Line, Piece


def lines(window: Window) -> Iterator[Line]:
    """Yield the strips and stretches of requests that are covered alike, the legend, and the broken rules."""
    board, phrases = window.question.board, window.question.phrases
    days = {day: format_day(phrases, day) for day in window.dates()}
    width = max(map(len, days.values())) + 2
    for alike in _alike(window):
        yield (Piece(request_names(each.request for each in alike), "strong"),)
        yield (Piece(format_coverage(phrases, alike[0])),)
        yield (Piece(" " * width + scale(24).rstrip(), "dim"),)
        cells = strips(board, alike[0], window.first, window.days, 24)
        for (day, name), strip in zip(days.items(), cells, strict=True):
            holiday = phrases.holiday(day)
            after = [Piece(f"  {holiday}", "dim")] if holiday else []
            yield (Piece(name.ljust(width)), *_strip(strip), *after)
        for period, staffing in periods_not_staffed(alike[0]):
            yield (Piece(f"  {format_staffing(phrases, staffing, period)}"),)
        yield (Piece(""),)
    legend: list[Piece] = []
    for staffing, mark in MARKS.items():
        space = Piece("  " if legend else "")
        legend += [space, Piece(mark, ROLES[staffing]), Piece(f" {staffing_name(phrases, staffing)}")]
    yield legend
    for id, periods in window.breaches().items():
        for period in periods:
            yield (Piece(format_breach(phrases, board.requests[id], period), "alert"),)


def gap_lines(window: Window) -> Iterator[Line]:
    """Yield a line for each gap, worst first, and one line for gaps that recur."""
    board, phrases = window.question.board, window.question.phrases
    rows = joined(board, window.holes())
    if not rows:
        yield (Piece(phrases.language.gettext("No gaps in these days")),)
    yield from (hole_line(phrases, row) for row in rows)


def _strip(strip: list[Staffing | None]) -> Iterator[Piece]:
    for staffing, cells in groupby(strip):
        count = len(list(cells))
        yield Piece(" " * count) if staffing is None else Piece(MARKS[staffing] * count, ROLES[staffing])


def _alike(window: Window) -> list[list[Coverage]]:
    """The coverages, grouped by their gaps and unconfirmed stretches."""
    groups: dict[object, list[Coverage]] = {}
    for each in window.coverages():
        groups.setdefault(tuple(periods_not_staffed(each)), []).append(each)
    return list(groups.values())
