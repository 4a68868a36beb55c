"""Works out who is on duty by the rosters of a book over a window of time."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain, count, pairwise, takewhile
from zoneinfo import ZoneInfo

from helpdesk_tui.board.board import NOT_KNOWN, Roster, Turn
from helpdesk_tui.book.models import Override, Turns
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

    def changed(moment: int) -> bool:
        return datetime.fromtimestamp(moment, zone).utcoffset() != before

    return low + bisect_left(range(low, second), True, key=changed)


def _turns(line_ups: Sequence[Turns], zone: ZoneInfo, first: int) -> Iterator[Turn]:
    """Yield turns without end, from one that begins at or before `first`."""
    yield Turn(first, None, False, NOT_KNOWN)
    begins = [instant(zone, each.start) for each in line_ups]
    for line_up, begin, (_, until) in zip(line_ups, begins, pairwise([*begins, None]), strict=True):
        if until is not None and until <= first:
            continue
        for number, second in _hand_overs(line_up, begin, zone, first):
            if until is not None and second >= until:
                break
            yield Turn(second, line_up.members[number % len(line_up.members)] or None, True, None)


def _hand_overs(line_up: Turns, begin: int, zone: ZoneInfo, first: int) -> Iterator[tuple[int, int]]:
    """Yield the number and the second of a line-up's hand-overs, from one at or before `first`."""
    step, unit = line_up.every
    if unit is Unit.HOUR:
        number = max((first - begin) // (step * 3600), 0)
        yield from ((each, begin + each * step * 3600) for each in count(number))
        return
    # A day of the wall clock begins within two days of the one that UTC has.
    shown = datetime.fromtimestamp(first, UTC).replace(tzinfo=None) - timedelta(days=2)
    if unit is Unit.MONTH:
        months = (shown.year - line_up.start.year) * 12 + shown.month - line_up.start.month - 1
        number = max(months // step, 0)
    else:
        number = max((shown - line_up.start).days // (step * _DAYS[unit]), 0)
    yield from ((each, instant(zone, stepped(line_up.start, line_up.every, each))) for each in count(number))


def stepped(start: datetime, every: Every, number: int) -> datetime:
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
