"""Coverage as JSON: `{"from", "to", "requests"}`, minutes and stretches exact."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache

from helpdesk_tui.answers.coverage import Period, gap_staffing
from helpdesk_tui.cli.exports.answer_json import dump
from helpdesk_tui.cli.window import Window


def document(window: Window) -> str:
    """The coverage of the window's requests, as a JSON document."""

    @cache  # requests share most of their changes
    def time(at: datetime) -> str:
        return window.board.local(at).isoformat()

    def rows(periods: Iterable[Period]) -> list[dict[str, str]]:
        return [{"start": time(period.start), "end": time(period.end)} for period in periods]

    broken = window.breaches()
    requests = [
        {
            "id": found.request.id,
            "name": found.request.name,
            "covered_minutes": int(found.covered.total_seconds()) // 60,
            "unknown_minutes": int(found.unknown.total_seconds()) // 60,
            "gap_minutes": int(found.gap.total_seconds()) // 60,
            "gaps": rows(found.gaps),
            "unknown": rows(found.unknowns),
            "gap_look": gap_staffing(window.board, found.request),
            "breaches": rows(broken.get(found.request.id, ())),
        }
        for found in window.coverages()
    ]
    return dump({"from": time(window.start), "to": time(window.end), "requests": requests}, indent=None)
