"""Coverage as text: a strip a day for each request, then its gaps and unconfirmed stretches in words."""

from collections.abc import Iterator
from itertools import groupby

from helpdesk_tui.answers.coverage import Coverage, Look, gap_look
from helpdesk_tui.answers.day import strips
from helpdesk_tui.cli.window import Window
from helpdesk_tui.phrases import coverage as say
from helpdesk_tui.phrases.lines import Line, Piece

_SCALE = "0     6     12    18    "


def lines(window: Window, columns: int | None) -> Iterator[Line]:
    """Requests that are covered alike stand together; then the legend, and every rule that is broken."""
    days = {day: say.day(window.speaker, day) for day in window.dates()}
    wide = max(len(name) for name in days.values()) + 2
    for alike in _alike(window.coverages(), window):
        found = alike[0]
        yield (Piece(say.names(each.request for each in alike), "strong"),)
        yield (Piece(say.summary(window.speaker, found)),)
        yield (Piece(" " * wide + _SCALE.rstrip(), "dim"),)
        cells = strips(window.board, found, window.first, window.days, 24)
        for (day, name), strip in zip(days.items(), cells, strict=True):
            holiday = window.speaker.holiday(day)
            after = [Piece(f"  {holiday}", "dim")] if holiday else []
            yield (Piece(name.ljust(wide)), *_pieces(strip), *after)
        looks = [(period, gap_look(window.board, found.request)) for period in found.gaps]
        looks += [(period, Look.UNKNOWN) for period in found.unknowns]
        for period, look in sorted(looks):
            yield (Piece(f"  {say.looking(window.speaker, look, period)}"),)
        yield (Piece(""),)
    legend: list[Piece] = []
    for look, mark in say.MARKS.items():
        legend += [Piece("  " if legend else ""), Piece(mark, say.ROLES[look])]
        legend.append(Piece(f" {say.look(window.speaker, look)}"))
    yield tuple(legend)
    for key, periods in window.breaches().items():
        for period in periods:
            text = say.breach(window.speaker, window.board.requests[key], period)
            yield (Piece(text, "alert"),)


def _pieces(strip: list[Look | None]) -> Iterator[Piece]:
    for look, cells in groupby(strip):
        count = len(list(cells))
        yield Piece(" " * count) if look is None else Piece(say.MARKS[look] * count, say.ROLES[look])


def _alike(coverages: list[Coverage], window: Window) -> list[list[Coverage]]:
    """Coverages of requests whose strips would be the same, together."""
    groups: dict[tuple[object, ...], list[Coverage]] = {}
    for found in coverages:
        look = gap_look(window.board, found.request)
        groups.setdefault((found.gaps, found.unknowns, look), []).append(found)
    return list(groups.values())
