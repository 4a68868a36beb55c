"""Reads who is on duty, and from when on, from the bytes of an iCalendar file (RFC 5545).

Each event says who is on duty while it lasts. Of events that overlap, `[L9]` before a name outranks `[L1]`,
and `[L1]` an event without a mark; of equal ones the one that began last is in force, then the one that ends
first, then the last one of the file. Without an event nobody is on duty.
"""

import heapq
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import recurring_ical_events
from icalendar import Calendar

from helpdesk_tui.board.calendar_file import BROKEN, STRANGE_ZONE, UnreadCalendarError
from helpdesk_tui.board.duty_names import Named, Names, rank_and_name
from helpdesk_tui.board.duty_rules import check_rules, check_text

_FAILURES = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""The errors that the packages raise on a broken file."""

_DAY = timedelta(days=1)
_LASTS = "X-LASTS"
"""Holds the length of an event without an end; the expansion turns it into an end on the wall clock."""

_MARGIN = timedelta(days=2)
"""More than any zone differs from UTC."""


class HandOver(NamedTuple):
    """Who is on duty from `start` on, in seconds of the epoch."""

    start: int
    person: Named | None
    """None for nobody."""


class _Event(NamedTuple):
    start: int
    end: int
    rank: int
    person: Named

    def order(self, index: int) -> tuple[int, int, int, int]:
        """The sort key of the event with this index in the file: the least is in force."""
        return -self.rank, -self.start, self.end, -index


def read_hand_overs(
    content: bytes, names: Names, zone: ZoneInfo, start: datetime, end: datetime
) -> list[HandOver]:
    """Who is on duty from `start` to `end` by a calendar file; the first entry is at `start`.

    All-day events and times without a zone are in `zone`, unless the file has an `X-WR-TIMEZONE`. Raises
    UnreadCalendarError if the file cannot be read, or not within a second or so.
    """
    try:
        text = content.decode("utf-8-sig")
        check_text(text)
        events = list(_events(text, names, zone, start, end))
    except _FAILURES as error:
        raise UnreadCalendarError(BROKEN) from error
    return list(_hand_overs(events, int(start.timestamp()), int(end.timestamp())))


def _events(text: str, names: Names, zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[_Event]:
    """Yield the events that last for a time within `_MARGIN` of [start, end)."""
    calendar = Calendar.from_ical(text)
    check_rules(calendar, start - _MARGIN, end + _MARGIN)
    if named := calendar.get("X-WR-TIMEZONE"):
        try:
            zone = ZoneInfo(str(named))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise UnreadCalendarError(STRANGE_ZONE) from None
    # `recurring_ical_events.of` would move times in UTC into the zone of X-WR-TIMEZONE: in an hour that the
    # clock repeats it then loses which of the two is meant.
    for event in calendar.events:
        if "DURATION" in event:
            event[_LASTS] = event["DURATION"]
    query = recurring_ical_events.CalendarQuery(calendar)
    events: list[Any] = query.between(start - _MARGIN, end + _MARGIN)
    for event in events:
        if str(event.get("STATUS", "")).upper() == "CANCELLED":
            continue
        begin, stop = (_second(event[key].dt, zone) for key in ("DTSTART", "DTEND"))
        if _LASTS in event and (lasts := event[_LASTS].dt) % _DAY:
            stop = begin + int(lasts.total_seconds())  # hours are elapsed time
        rank, name = rank_and_name(str(event.get("SUMMARY", "")))
        if begin < stop:
            yield _Event(begin, stop, rank, names.named(name))


def _second(value: date, zone: ZoneInfo) -> int:
    """The second of the epoch at which an event starts or ends; a day starts at midnight in `zone`.

    A local time that the clock skips has the offset before the skip; one that it repeats is the earlier one
    (RFC 5545, 3.3.5).
    """
    at = value if isinstance(value, datetime) else datetime.combine(value, time())
    return int((at if at.tzinfo else at.replace(tzinfo=zone)).timestamp())


def _hand_overs(events: Iterable[_Event], first: int, last: int) -> Iterator[HandOver]:
    """Yield who is on duty from `first` to `last`: each change of person, the first at `first`."""
    coming = deque(sorted((event.start, event.order(index), event) for index, event in enumerate(events)))
    edges = {edge for start, _, event in coming for edge in (start, event.end)}
    current: list[tuple[tuple[int, int, int, int], _Event]] = []
    hand_over: HandOver | None = None
    for second in (first, *sorted(edge for edge in edges if first < edge < last)):
        while coming and coming[0][0] <= second:
            heapq.heappush(current, coming.popleft()[1:])
        while current and current[0][1].end <= second:
            heapq.heappop(current)
        person = current[0][1].person if current else None
        if hand_over is None or hand_over.person != person:
            hand_over = HandOver(second, person)
            yield hand_over
