"""Coverage as text: for each request a strip a day, then its gaps and unconfirmed stretches in words."""

from collections.abc import Iterator
from itertools import groupby

from helpdesk_tui.answers.coverage import Coverage, Look
from helpdesk_tui.answers.day import strips
from helpdesk_tui.cli.window import Window
from helpdesk_tui.phrases import coverage as say
from helpdesk_tui.phrases.lines import Line, Piece

_SCALE = "0     6     12    18"


def lines(window: Window) -> Iterator[Line]:
    """Yield the strips and stretches of each request, then the legend and the broken rules.

    Requests that are covered alike stand together.
    """
    board, speaker = window.question.board, window.question.speaker
    days = {day: say.day(speaker, day) for day in window.dates()}
    width = max(map(len, days.values())) + 2
    for alike in _alike(window):
        yield (Piece(say.names(each.request for each in alike), "strong"),)
        yield (Piece(say.summary(speaker, alike[0])),)
        yield (Piece(" " * width + _SCALE, "dim"),)
        cells = strips(board, alike[0], window.first, window.days, 24)
        for (day, name), strip in zip(days.items(), cells, strict=True):
            holiday = speaker.holiday(day)
            after = [Piece(f"  {holiday}", "dim")] if holiday else []
            yield (Piece(name.ljust(width)), *_strip(strip), *after)
        for period, look in say.uncovered(board, alike[0]):
            yield (Piece(f"  {say.looking(speaker, look, period)}"),)
        yield (Piece(""),)
    legend: list[Piece] = []
    for look, mark in say.MARKS.items():
        space = "  " if legend else ""
        legend += [Piece(space), Piece(mark, say.ROLES[look]), Piece(f" {say.look(speaker, look)}")]
    yield legend
    for key, periods in window.breaches().items():
        for period in periods:
            yield (Piece(say.breach(speaker, board.requests[key], period), "alert"),)


def _strip(strip: list[Look | None]) -> Iterator[Piece]:
    for look, cells in groupby(strip):
        count = len(list(cells))
        yield Piece(" " * count) if look is None else Piece(say.MARKS[look] * count, say.ROLES[look])


def _alike(window: Window) -> list[list[Coverage]]:
    """The coverages in groups that have the same gaps and unconfirmed stretches."""
    groups: dict[object, list[Coverage]] = {}
    for each in window.coverages():
        groups.setdefault(tuple(say.uncovered(window.question.board, each)), []).append(each)
    return list(groups.values())
