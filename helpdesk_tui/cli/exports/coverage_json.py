"""Coverage as JSON: `{"from", "to", "requests"}`, minutes and stretches exact."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache

from helpdesk_tui.answers.coverage import Period, gap_look
from helpdesk_tui.cli.exports.answer_json import dump
from helpdesk_tui.cli.window import Window


def document(window: Window) -> str:
    """The coverage of the window's requests, as a JSON document."""
    board = window.question.board

    @cache  # requests share most of their changes
    def time(at: datetime) -> str:
        return board.local(at).isoformat()

    def rows(periods: Iterable[Period]) -> list[dict[str, str]]:
        return [{"start": time(period.start), "end": time(period.end)} for period in periods]

    breaches = window.breaches()
    requests = [
        {
            "id": each.request.id,
            "name": each.request.name,
            "covered_minutes": each.covered // timedelta(minutes=1),
            "unknown_minutes": each.unknown // timedelta(minutes=1),
            "gap_minutes": each.gap // timedelta(minutes=1),
            "gaps": rows(each.gaps),
            "unknown": rows(each.unknowns),
            "gap_look": gap_look(board, each.request),
            "breaches": rows(breaches.get(each.request.id, ())),
        }
        for each in window.coverages()
    ]
    return dump({"from": time(window.start), "to": time(window.end), "requests": requests}, indent=None)
