"""Coverage in words: who attends when, gaps, holidays, rules that are not kept."""

from collections.abc import Iterable
from datetime import date

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
    """How a stretch is attended: `attended`, `messages only`, `unconfirmed`, `nobody`."""
    _ = speaker.words.gettext
    return {
        Look.LIVE: _("attended"),
        Look.MESSAGE: _("messages only"),
        Look.UNKNOWN: _("unconfirmed"),
        Look.NOBODY: _("nobody"),
    }[look]


def uncovered(board: Board, coverage: Coverage) -> list[tuple[Period, Look]]:
    """The gaps and the unconfirmed stretches in order of time, each with how it is attended."""
    gap = gap_look(board, coverage.request)
    periods = [(period, gap) for period in coverage.gaps]
    return sorted([*periods, *((period, Look.UNKNOWN) for period in coverage.unknowns)])


def period(speaker: Speaker, period: Period) -> str:
    """`from mon 19:00 to tue 07:00 (12 h)`, with the date where the day of the week would not tell."""
    length = duration(speaker.words, period.end - period.start)
    start, end = speaker.board.local(period.start), speaker.board.local(period.end)
    far = not 0 <= (start.date() - speaker.now.date()).days < 7 or (end.date() - start.date()).days > 6
    days = [
        date_in_words(speaker.words, each, year=False) if far else weekday(speaker.words, each)
        for each in (start, end)
    ]
    return speaker.words.gettext("from {start} to {end} ({length})").format(
        start=f"{days[0]} {clock(start)}", end=f"{days[1]} {clock(end)}", length=length
    )


def lasting(speaker: Speaker, found: Period) -> str:
    """`from mon 19:00 to tue 07:00 (12 h)`; where the board does not see an end of it, without that end."""
    _ = speaker.words.gettext
    board = speaker.board
    begins, ends = found.start.timestamp() > board.start, found.end.timestamp() < board.end
    if begins and ends:
        return period(speaker, found)
    if not begins and not ends:
        return _("all year long")
    at = board.local(found.start if begins else found.end)
    text = _("from {time} on") if begins else _("until {time}")
    return text.format(time=f"{day(speaker, at)} {clock(at)}")


def looking(speaker: Speaker, shown: Look, period: Period) -> str:
    """How it is attended and how long: `messages only from mon 19:00 to tue 07:00 (12 h)`."""
    return f"{look(speaker, shown)} {lasting(speaker, period)}"


def breach(speaker: Speaker, request: Request, breach: Period) -> str:
    """That a request which must be covered is not."""
    return speaker.words.gettext("{request} must be covered and nobody is known to attend {period}").format(
        request=request.name, period=period(speaker, breach)
    )


def summary(speaker: Speaker, found: Coverage) -> str:
    """How much of the window is covered: `covered 84 h, unconfirmed 12 h, nobody 72 h`."""
    _ = speaker.words.gettext
    if not found.unknown and not found.gap:
        return _("always attended") if found.covered else _("the clock skips this day")
    messages = gap_look(speaker.board, found.request) is Look.MESSAGE
    parts = [
        (_("attended {length}"), found.covered),
        (_("unconfirmed {length}"), found.unknown),
        (_("messages only {length}") if messages else _("nobody {length}"), found.gap),
    ]
    return ", ".join(
        text.format(length=hours(speaker, length.total_seconds())) for text, length in parts if length
    )


def hours(speaker: Speaker, seconds: float) -> str:
    """A length in hours, however long: `84 h`, `84 h 30 min`."""
    whole, minutes = divmod(int(seconds) // 60, 60)
    parts = [
        speaker.words.gettext("{count} h").format(count=whole) if whole or not minutes else "",
        speaker.words.gettext("{count} min").format(count=minutes) if minutes else "",
    ]
    return " ".join(part for part in parts if part)


def names(requests: Iterable[Request]) -> str:
    """Requests by name, one after the other."""
    return ", ".join(request.name for request in requests)


def day(speaker: Speaker, day: date) -> str:
    """A day of a window: `mon 23 nov`."""
    return date_in_words(speaker.words, day, year=False)
