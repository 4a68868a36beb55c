"""Calendar days in cells of the wall clock, each with the worst look or state in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from helpdesk_tui.answers.coverage import (
    Coverage,
    Look,
    Period,
    Stretch,
    breaches,
    coverage,
    gap_look,
    stretches,
)
from helpdesk_tui.board.board import LOOK_AHEAD, Board, Channel, Request, Span, State, from_second
from helpdesk_tui.times.day import DAY

_BESIDE = timedelta(days=9)
"""How far beyond a window's edges a stretch is followed at first: holidays and a week's end are shorter."""


def scale(cells: int, step: int = 6) -> str:
    """The hours over a strip of this many cells, every `step` hours: `0     6     12    18`."""
    return "".join(str(hour).ljust(step * cells // 24) for hour in range(0, 24, step))


def cell_of(minute: int, cells: int) -> int:
    """The cell that a minute of the clock on the wall falls in."""
    return minute * cells // DAY


def start_of(cell: int, cells: int) -> int:
    """The minute of the clock on the wall at which a cell begins."""
    return cell * DAY // cells


def reach(board: Board) -> tuple[date, date]:
    """The first and the last day about which the board can tell all."""
    first = board.local(from_second(board.start)).date() + timedelta(days=1)
    return first, board.around + LOOK_AHEAD


def within(board: Board, day: date) -> date:
    """`day`, or the nearest one that the board reaches."""
    first, last = reach(board)
    return min(max(day, first), last)


def strips(board: Board, found: Coverage, first: date, days: int, count: int) -> list[list[Look | None]]:
    """Each of `days` days from `first` on in `count` cells (a divisor of 1440), all in the window of `found`.

    An hour that the clock repeats is in one cell twice; one that it skips is None.
    """
    size = DAY * 60 // count
    base = int(datetime.combine(first, time(), UTC).timestamp())
    cells: list[Look | None] = [Look.LIVE] * (days * count)
    for periods, look in ((found.unknowns, Look.UNKNOWN), (found.gaps, gap_look(board, found.request))):
        for start, stop in _touched(board, periods, base, size, len(cells)):
            cells[start:stop] = [look] * (stop - start)
    for start, stop in _skipped(board, base, size, len(cells)):
        cells[start:stop] = [None] * (stop - start)
    return [cells[day * count : (day + 1) * count] for day in range(days)]


def channel_strip(board: Board, channel: Channel, day: date, count: int) -> list[State | None]:
    """The day in `count` cells, each with the channel's worst state in it; None where the clock skips it."""
    size = DAY * 60 // count
    base = int(datetime.combine(day, time(), UTC).timestamp())
    cells: list[State | None] = [State.OPEN] * count
    spans = board.spans(channel, *board.day(day))
    for worse in (State.UNKNOWN, State.CLOSED):
        found = (span for span in spans if span.state is worse)
        for start, stop in _touched(board, found, base, size, count):
            cells[start:stop] = [worse] * (stop - start)
    for start, stop in _skipped(board, base, size, count):
        cells[start:stop] = [None] * (stop - start)
    return cells


def giving(
    board: Board, stretches: Sequence[Stretch], day: date, cell: int, count: int, look: Look
) -> tuple[Stretch, datetime] | None:
    """The first of `stretches` that gives one of a day's cells its look, with its first instant there.

    None where none of them does: the clock skips the cell.
    """
    size = DAY * 60 // count
    wall = int(datetime.combine(day, time(), UTC).timestamp()) + cell * size
    for index, offset in enumerate(board.offsets):
        stop = board.offsets[index + 1].start if index + 1 < len(board.offsets) else board.end
        begin = from_second(max(wall - offset.seconds, offset.start))
        end = from_second(min(wall + size - offset.seconds, stop))
        for stretch in stretches:
            at = max(stretch.start, begin)
            if stretch.look is look and at < min(stretch.end, end):
                return stretch, at
    return None


def whole_year(board: Board, request: Request) -> tuple[Stretch, ...]:
    """The request's stretches over all of the board's window."""
    return stretches(board, request, from_second(board.start), from_second(board.end))


def touching(board: Board, request: Request, start: datetime, end: datetime) -> Coverage:
    """How the request is covered in [start, end), with gaps and unknown stretches that cross its edges whole.

    One that the board itself does not see the end of begins or ends with the board's window.
    """

    def gaps(begin: datetime, stop: datetime) -> tuple[Period, ...]:
        return coverage(board, request, begin, stop).gaps

    def unknowns(begin: datetime, stop: datetime) -> tuple[Period, ...]:
        return coverage(board, request, begin, stop).unknowns

    inside = coverage(board, request, start, end)
    return inside._replace(
        gaps=_whole(board, gaps, start, end) if inside.gaps else (),
        unknowns=_whole(board, unknowns, start, end) if inside.unknowns else (),
    )


def broken(board: Board, request: Request, start: datetime, end: datetime) -> tuple[Period, ...]:
    """The breaches of the request's coverage rule that touch [start, end), whole as with `touching`."""

    def find(begin: datetime, stop: datetime) -> tuple[Period, ...]:
        return breaches(board, request, begin, stop)

    return _whole(board, find, start, end) if find(start, end) else ()


_Find = Callable[[datetime, datetime], tuple[Period, ...]]


def _whole(board: Board, find: _Find, start: datetime, end: datetime) -> tuple[Period, ...]:
    """What `find` finds that touches [start, end), looked for further around where an edge cuts it."""
    first, last = from_second(board.start), from_second(board.end)
    begin, stop = max(start - _BESIDE, first), min(end + _BESIDE, last)
    found = _touch(find(begin, stop), start, end)
    if any((each.start == begin > first) or (each.end == stop < last) for each in found):
        found = _touch(find(first, last), start, end)
    return found


def _touch(periods: tuple[Period, ...], start: datetime, end: datetime) -> tuple[Period, ...]:
    return tuple(period for period in periods if period.start < end and start < period.end)


def _touched(
    board: Board, periods: Iterable[Period | Span], base: int, size: int, count: int
) -> Iterator[tuple[int, int]]:
    """Yield the cells that any of `periods` touches, as [start, stop).

    There are `count` cells of `size` seconds, the first of which begins at `base` on the wall clock.
    """
    for period in periods:
        for begin, end in _wall(board, period):
            start, stop = max((begin - base) // size, 0), min(-((base - end) // size), count)
            if start < stop:
                yield start, stop


def _skipped(board: Board, base: int, size: int, count: int) -> Iterator[tuple[int, int]]:
    """Yield the cells that the clock skips from their start to their end, as [start, stop)."""
    for before, after in zip(board.offsets, board.offsets[1:], strict=False):
        begin, end = after.start + before.seconds, after.start + after.seconds
        start, stop = max(-((base - begin) // size), 0), min((end - base) // size, count)
        if start < stop:
            yield start, stop


def _wall(board: Board, period: Period | Span) -> Iterator[tuple[int, int]]:
    """Yield the parts of `period` on the wall clock, in seconds as if that were UTC."""
    begin, end = int(period.start.timestamp()), int(period.end.timestamp())
    for index, offset in enumerate(board.offsets):
        stop = board.offsets[index + 1].start if index + 1 < len(board.offsets) else board.end
        start = max(begin, offset.start)
        if start < min(end, stop):
            yield start + offset.seconds, min(end, stop) + offset.seconds
