"""Text for coverage: how stretches of time are staffed, how long they last, and broken rules."""

from collections.abc import Iterable
from datetime import date, timedelta

from helpdesk_tui.answers.coverage import Coverage, Period, Staffing
from helpdesk_tui.board.board import Request
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_date, format_duration, format_time, weekday_name

MARKS = {Staffing.STAFFED: "▆", Staffing.MESSAGES: "▂", Staffing.UNKNOWN: "?", Staffing.UNSTAFFED: "·"}
ROLES = {
    Staffing.STAFFED: "bar-live",
    Staffing.MESSAGES: "bar-message",
    Staffing.UNKNOWN: "bar-unknown",
    Staffing.UNSTAFFED: "hole",
}


def staffing_name(phrases: Phrases, staffing: Staffing) -> str:
    """How a stretch is staffed: `staffed`, `messages only`, `unconfirmed`, `unstaffed`."""
    _ = phrases.language.translate
    return {
        Staffing.STAFFED: _("staffed"),
        Staffing.MESSAGES: _("messages only"),
        Staffing.UNKNOWN: _("unconfirmed"),
        Staffing.UNSTAFFED: _("unstaffed"),
    }[staffing]


def periods_not_staffed(coverage: Coverage) -> list[tuple[Period, Staffing]]:
    """The gaps and the unconfirmed stretches in order of time, each with its staffing."""
    rows = [(gap.period, gap.staffing) for gap in coverage.gaps]
    return sorted(rows + [(period, Staffing.UNKNOWN) for period in coverage.unknowns])


def format_period(phrases: Phrases, period: Period) -> str:
    """The start and end of a stretch: `from mon 19:00 to tue 07:00 (12 h)`.

    A start or end beyond the board is omitted. Days beyond a week have dates.
    """
    _ = phrases.language.translate
    board = phrases.board
    begins, ends = period.start > board.start, period.end < board.end
    if not begins and not ends:
        return _("all year")
    start, end = board.local(period.start), board.local(period.end)
    if not ends:
        return _("from {time} on", time=f"{format_day(phrases, start)} {format_time(start)}")
    if not begins:
        return _("until {time}", time=f"{format_day(phrases, end)} {format_time(end)}")
    far = not 0 <= (start.date() - phrases.now.date()).days < 7 or (end.date() - start.date()).days > 6
    first, last = (
        format_day(phrases, each) if far else weekday_name(phrases.language, each) for each in (start, end)
    )
    return _(
        "from {start} to {end} ({length})",
        start=f"{first} {format_time(start)}",
        end=f"{last} {format_time(end)}",
        length=format_duration(phrases.language, period.end - period.start),
    )


def format_staffing(phrases: Phrases, staffing: Staffing, period: Period) -> str:
    """The staffing and times of a stretch: `messages only from mon 19:00 to tue 07:00 (12 h)`."""
    return f"{staffing_name(phrases, staffing)} {format_period(phrases, period)}"


def format_breach(phrases: Phrases, request: Request, period: Period) -> str:
    """The sentence for a period in which a request must be covered and is not."""
    return phrases.language.translate(
        "{request} must be covered, but no channel is known to be open {period}",
        request=request.name,
        period=format_period(phrases, period),
    )


def staffing_lengths(coverage: Coverage) -> list[tuple[Staffing, timedelta]]:
    """The total length of each staffing that the request has."""
    lengths = {Staffing.STAFFED: coverage.covered, Staffing.UNKNOWN: coverage.unknown}
    for gap in coverage.gaps:
        lengths[gap.staffing] = lengths.get(gap.staffing, timedelta()) + (gap.end - gap.start)
    return [(staffing, length) for staffing, length in lengths.items() if length]


def format_coverage(phrases: Phrases, coverage: Coverage) -> str:
    """The lengths of each staffing in a window: `staffed 84 h, unconfirmed 12 h, unstaffed 72 h`."""
    _ = phrases.language.translate
    if not coverage.unknown and not coverage.gap:
        return _("always staffed") if coverage.covered else _("the clock skips this day")
    return ", ".join(
        f"{staffing_name(phrases, staffing)} {format_hours(phrases, length)}"
        for staffing, length in staffing_lengths(coverage)
    )


def format_hours(phrases: Phrases, length: timedelta) -> str:
    """A length of time in hours and minutes, without days: `84 h`, `84 h 30 min`."""
    _ = phrases.language.translate
    whole, minutes = divmod(length // timedelta(minutes=1), 60)
    parts = [_("{count} h", count=whole)] if whole or not minutes else []
    parts += [_("{count} min", count=minutes)] if minutes else []
    return " ".join(parts)


def request_names(requests: Iterable[Request]) -> str:
    """The names of requests, with commas between them."""
    return ", ".join(request.name for request in requests)


def format_day(phrases: Phrases, day: date) -> str:
    """A date without its year: `mon 23 nov`."""
    return format_date(phrases.language, day, year=False)
