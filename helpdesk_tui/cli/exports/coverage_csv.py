"""Coverage as CSV (RFC 4180): a row for each stretch of each request, or for each gap."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import cache

from helpdesk_tui.answers.coverage import Staffing, stretches
from helpdesk_tui.cli.exports.csv_text import guarded, to_csv
from helpdesk_tui.cli.window import Window
from helpdesk_tui.phrases.coverage import request_names, staffing_name
from helpdesk_tui.phrases.holes import kind_name
from helpdesk_tui.phrases.times import format_time

_MINUTE = timedelta(minutes=1)

COLUMNS = (
    "request", "name", "start", "end", "minutes", "state", "look", "channels",
    "channel_names", "look_in_words", "start_date", "start_time", "end_date", "end_time",
)  # fmt: skip
GAP_COLUMNS = (
    "look", "requests", "names", "start", "end", "minutes",
    "look_in_words", "start_date", "start_time", "end_date", "end_time",
)  # fmt: skip


def table(window: Window, *, excel: bool = False) -> bytes:
    """The stretches of the requests, with their channels. `excel` is as in `to_csv`."""
    board, time = window.question.board, _times(window)
    staffings = {each: staffing_name(window.question.phrases, each) for each in Staffing}

    def rows() -> Iterable[list[object]]:
        for request in window.requests:
            for stretch in stretches(board, request, window.start, window.end):
                (start, *started), (end, *ended) = time(stretch.start), time(stretch.end)
                ids = " ".join(channel.id for channel in stretch.channels)
                names = ", ".join(channel.name for channel in stretch.channels)
                minutes, staffing = (stretch.end - stretch.start) // _MINUTE, stretch.staffing
                row = [request.id, guarded(request.name), start, end, minutes, stretch.state]
                yield [*row, staffing, ids, guarded(names), staffings[staffing], *started, *ended]

    return to_csv(COLUMNS, rows(), excel=excel)


def gaps_table(window: Window, *, excel: bool = False) -> bytes:
    """The gaps, worst first, with the requests that share each. `excel` is as in `to_csv`."""
    time, phrases = _times(window), window.question.phrases

    def rows() -> Iterable[list[object]]:
        for hole in window.holes():
            (start, *started), (end, *ended) = time(hole.period.start), time(hole.period.end)
            ids = " ".join(request.id for request in hole.requests)
            minutes = (hole.period.end - hole.period.start) // _MINUTE
            row = [hole.kind, ids, guarded(request_names(hole.requests)), start, end, minutes]
            yield [*row, kind_name(phrases, hole.kind), *started, *ended]

    return to_csv(GAP_COLUMNS, rows(), excel=excel)


def _times(window: Window) -> Callable[[datetime], tuple[str, str, str]]:
    """A function that formats an instant in the book's zone: in ISO 8601, its date, its time of day."""

    @cache  # requests share most of their changes
    def time(at: datetime) -> tuple[str, str, str]:
        local = window.question.board.local(at)
        return local.isoformat(), local.date().isoformat(), format_time(local)

    return time
