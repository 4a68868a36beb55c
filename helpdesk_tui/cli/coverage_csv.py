"""Coverage as CSV (RFC 4180): a row for every stretch of every request."""

import csv
import io
from datetime import datetime
from functools import cache

from helpdesk_tui.answers.coverage import stretches
from helpdesk_tui.cli.window import Window


def table(window: Window) -> bytes:
    """The stretches with their channels' ids; times in ISO 8601 with the offset of the book's zone."""

    @cache  # requests share most of their changes
    def time(at: datetime) -> str:
        return window.board.local(at).isoformat()

    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(["request", "name", "start", "end", "minutes", "state", "look", "channels"])
    for request in window.board.requests.values():
        for stretch in stretches(window.board, request, window.start, window.end):
            minutes = int(stretch.length.total_seconds()) // 60
            channels = " ".join(channel.id for channel in stretch.channels)
            row = [request.id, _text(request.name), time(stretch.start), time(stretch.end)]
            writer.writerow([*row, minutes, stretch.state, stretch.look, channels])
    return file.getvalue().encode()


def _text(text: str) -> str:
    """`text` as a spreadsheet takes it for text: one that starts as a formula does is none."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
