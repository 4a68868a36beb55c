"""Coverage in words: how stretches of time are staffed, how long they last, and broken rules."""

from collections.abc import Iterable
from datetime import date, timedelta

from helpdesk_tui.answers.coverage import Coverage, Look, Period, gap_look
from helpdesk_tui.board.board import Board, Request
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.times import clock, date_in_words, duration, weekday

MARKS = {Look.LIVE: "▆", Look.MESSAGE: "▂", Look.UNKNOWN: "?", Look.NOBODY: "·"}
ROLES = {
    Look.LIVE: "bar-live",
    Look.MESSAGE: "bar-message",
    Look.UNKNOWN: "bar-unknown",
    Look.NOBODY: "hole",
}


def look(speaker: Speaker, look: Look) -> str:
    """How a stretch is staffed: `staffed`, `messages only`, `unconfirmed`, `unstaffed`."""
    _ = speaker.words.translate
    return {
        Look.LIVE: _("staffed"),
        Look.MESSAGE: _("messages only"),
        Look.UNKNOWN: _("unconfirmed"),
        Look.NOBODY: _("unstaffed"),
    }[look]


def uncovered(board: Board, coverage: Coverage) -> list[tuple[Period, Look]]:
    """The gaps and the unconfirmed stretches in order of time, each with how it is staffed."""
    gap = gap_look(board, coverage.request)
    rows = [(period, gap) for period in coverage.gaps]
    return sorted(rows + [(period, Look.UNKNOWN) for period in coverage.unknowns])


def lasting(speaker: Speaker, period: Period) -> str:
    """When a stretch begins and ends: `from mon 19:00 to tue 07:00 (12 h)`.

    An end that lies beyond the board is left out. Beyond a week the days are named by their dates.
    """
    _ = speaker.words.translate
    board = speaker.board
    begins, ends = period.start.timestamp() > board.start, period.end.timestamp() < board.end
    if not begins and not ends:
        return _("all year")
    start, end = board.local(period.start), board.local(period.end)
    if not ends:
        return _("from {time} on", time=f"{day(speaker, start)} {clock(start)}")
    if not begins:
        return _("until {time}", time=f"{day(speaker, end)} {clock(end)}")
    far = not 0 <= (start.date() - speaker.now.date()).days < 7 or (end.date() - start.date()).days > 6
    first, last = (day(speaker, each) if far else weekday(speaker.words, each) for each in (start, end))
    return _(
        "from {start} to {end} ({length})",
        start=f"{first} {clock(start)}",
        end=f"{last} {clock(end)}",
        length=duration(speaker.words, period.end - period.start),
    )


def looking(speaker: Speaker, shown: Look, period: Period) -> str:
    """How a stretch is staffed, and when: `messages only from mon 19:00 to tue 07:00 (12 h)`."""
    return f"{look(speaker, shown)} {lasting(speaker, period)}"


def breach(speaker: Speaker, request: Request, period: Period) -> str:
    """The sentence for a broken coverage rule: when a request must be covered and is not."""
    text = speaker.words.translate("{request} must be covered, but no channel is known to be open {period}")
    return text.format(request=request.name, period=lasting(speaker, period))


def lengths(board: Board, coverage: Coverage) -> list[tuple[Look, timedelta]]:
    """How long a request is staffed in each way; ways in which it never is are left out."""
    gap = gap_look(board, coverage.request)
    rows = ((Look.LIVE, coverage.covered), (Look.UNKNOWN, coverage.unknown), (gap, coverage.gap))
    return [(look, length) for look, length in rows if length]


def summary(speaker: Speaker, coverage: Coverage) -> str:
    """How long a request is staffed in a window: `staffed 84 h, unconfirmed 12 h, unstaffed 72 h`."""
    _ = speaker.words.translate
    if not coverage.unknown and not coverage.gap:
        return _("always staffed") if coverage.covered else _("the clock skips this day")
    rows = lengths(speaker.board, coverage)
    return ", ".join(f"{look(speaker, each)} {hours(speaker, length)}" for each, length in rows)


def hours(speaker: Speaker, length: timedelta) -> str:
    """A length of time in hours and minutes, never in days: `84 h`, `84 h 30 min`."""
    _ = speaker.words.translate
    whole, minutes = divmod(length // timedelta(minutes=1), 60)
    parts = [_("{count} h", count=whole)] if whole or not minutes else []
    parts += [_("{count} min", count=minutes)] if minutes else []
    return " ".join(parts)


def names(requests: Iterable[Request]) -> str:
    """The names of requests, with commas between them."""
    return ", ".join(request.name for request in requests)


def day(speaker: Speaker, day: date) -> str:
    """A date without its year: `mon 23 nov`."""
    return date_in_words(speaker.words, day, year=False)
