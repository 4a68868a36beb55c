"""Coverage as CSV (RFC 4180): a row for every stretch of every request."""

import csv
import io
from datetime import datetime, timedelta
from functools import cache

from helpdesk_tui.answers.coverage import Staffing, stretches
from helpdesk_tui.cli.window import Window
from helpdesk_tui.phrases.coverage import staffing_name
from helpdesk_tui.phrases.times import format_time

COLUMNS = (
    "request", "name", "start", "end", "minutes", "state", "look", "channels",
    "channel_names", "look_in_words", "start_date", "start_time", "end_date", "end_time",
)  # fmt: skip


def table(window: Window, *, excel: bool = False) -> bytes:
    """The stretches with the ids and names of their channels; times are those of the book's zone.

    `excel` puts a byte order mark first, without which Excel takes UTF-8 for another encoding.
    """
    board = window.question.board
    staffings = {each: staffing_name(window.question.phrases, each) for each in Staffing}

    @cache  # requests share most of their changes
    def time(at: datetime) -> tuple[str, str, str]:
        local = board.local(at)
        return local.isoformat(), local.date().isoformat(), format_time(local)

    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for request in window.requests:
        for stretch in stretches(board, request, window.start, window.end):
            start, *started = time(stretch.start)
            end, *ended = time(stretch.end)
            minutes = stretch.length // timedelta(minutes=1)
            ids = " ".join(channel.id for channel in stretch.channels)
            names = ", ".join(channel.name for channel in stretch.channels)
            row = [request.id, _text(request.name), start, end, minutes, stretch.state, stretch.staffing, ids]
            writer.writerow([*row, _text(names), staffings[stretch.staffing], *started, *ended])
    return file.getvalue().encode("utf-8-sig" if excel else "utf-8")


def _text(text: str) -> str:
    """`text` so that a spreadsheet does not take it for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
