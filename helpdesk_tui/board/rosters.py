"""Works out who is on duty by the rosters of a book over a window of time."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain, count, pairwise, takewhile
from zoneinfo import ZoneInfo

from helpdesk_tui.board.board import NOT_KNOWN, Roster, Turn
from helpdesk_tui.board.clock import first_change
from helpdesk_tui.book.models import LineUp, Override
from helpdesk_tui.book.models import Roster as BookRoster
from helpdesk_tui.book.turns import Every, Unit

_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}


def roster(
    key: str, book: BookRoster, calendar: Sequence[Turn], zone: ZoneInfo, start: datetime, end: datetime
) -> Roster:
    """The turns of a book's roster from `start` to `end`.

    `calendar` holds the turns of the roster's calendar, if it has one.
    """
    first, last = int(start.timestamp()), int(end.timestamp())
    turns = calendar if book.calendar else _turns(book.turns, zone, first)
    overridden = _overridden(_within(turns, first, last), book.overrides, zone, first, last)
    return Roster(key, book.name or key, list(overridden))


def instant(zone: ZoneInfo, local: datetime) -> int:
    """The second of the epoch at which the zone's clock shows `local`.

    A time that it shows twice is the earlier one; one that it skips is the first second after the skip.
    """
    at = local.replace(tzinfo=zone)
    later = at.replace(fold=1)
    before, after = at.utcoffset(), later.utcoffset()
    second = int(at.timestamp())
    if before is None or after is None or before >= after:
        return second
    low = int(later.timestamp())
    return first_change(lambda each: datetime.fromtimestamp(each, zone).utcoffset(), low, second)


def _turns(line_ups: Sequence[LineUp], zone: ZoneInfo, first: int) -> Iterator[Turn]:
    """Yield turns without end, from one that begins at or before `first`."""
    yield Turn(first, None, False, NOT_KNOWN)
    begins = [instant(zone, each.start) for each in line_ups]
    for line_up, begin, until in zip(line_ups, begins, [*begins[1:], None], strict=False):
        for number, second in _hand_overs(line_up, begin, zone, first):
            if until is not None and second >= until:
                break
            yield Turn(second, line_up.members[number % len(line_up.members)] or None, True, None)


def _hand_overs(line_up: LineUp, begin: int, zone: ZoneInfo, first: int) -> Iterator[tuple[int, int]]:
    """Yield the number and the second of a line-up's hand-overs, from one at or before `first`."""
    step, unit = line_up.every
    # A day of the wall clock begins within two days of the same day of UTC.
    shown = datetime.fromtimestamp(first, UTC).replace(tzinfo=None) - timedelta(days=2)
    if unit is Unit.HOUR:
        passed = (first - begin) // 3600
    elif unit is Unit.MONTH:
        passed = (shown.year - line_up.start.year) * 12 + shown.month - line_up.start.month - 1
    else:
        passed = (shown - line_up.start).days // _DAYS[unit]
    for number in count(max(passed // step, 0)):
        if unit is Unit.HOUR:
            yield number, begin + number * step * 3600
        else:
            yield number, instant(zone, _hand_over(line_up.start, line_up.every, number))


def _hand_over(start: datetime, every: Every, number: int) -> datetime:
    """The wall time of the hand-over with this number, from 0.

    A month that is too short for the day of the first hand-over has its own on its last day.
    """
    if every.unit is not Unit.MONTH:
        return start + timedelta(days=number * every.number * _DAYS[every.unit])
    years, month = divmod(start.month - 1 + number * every.number, 12)
    year, month = start.year + years, month + 1
    return start.replace(year=year, month=month, day=min(start.day, monthrange(year, month)[1]))


def _within(turns: Iterable[Turn], first: int, last: int) -> Iterator[Turn]:
    """Yield the turns that last for a time within the window, cut at its start."""
    started = takewhile(lambda turn: turn.start < last, turns)
    for turn, following in pairwise(chain(started, [Turn(last, None, False, None)])):
        start = max(turn.start, first)
        if start < following.start:
            yield turn._replace(start=start)


def _overridden(
    turns: Iterable[Turn], overrides: Sequence[Override], zone: ZoneInfo, first: int, last: int
) -> Iterator[Turn]:
    """Yield the turns with the overrides laid over them; after an override the turn of that time goes on."""
    base = list(turns)
    starts = [turn.start for turn in base]
    position = 0
    spans = [(instant(zone, each.start), instant(zone, each.until), each) for each in overrides]
    for begin, end, override in sorted(spans, key=lambda span: span[:2]):
        begin, end = max(begin, first), min(end, last)
        if begin >= end:
            continue
        yield from base[position : bisect_left(starts, begin)]
        yield Turn(begin, override.person or None, True, override.reason)
        position = bisect_right(starts, end) - 1
        base[position], starts[position] = base[position]._replace(start=end), end
    yield from (turn for turn in base[position:] if turn.start < last)
