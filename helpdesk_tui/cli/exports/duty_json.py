"""The turns of rosters as JSON."""

from collections.abc import Iterable, Sequence

from helpdesk_tui.answers.duty_plan import DutySpan
from helpdesk_tui.board.board import Roster
from helpdesk_tui.cli.exports.answer_json import named_json, period_json, time_json
from helpdesk_tui.cli.window import Window


def duty_dict(window: Window, plans: Iterable[tuple[Roster, Sequence[DutySpan]]]) -> dict[str, object]:
    """The rosters with their turns in the window."""
    phrases = window.question.phrases

    def turn(span: DutySpan) -> dict[str, object]:
        return {
            **period_json(phrases, span),
            "person": span.person and named_json(span.person),
            "known": span.known,
            "reason": phrases.translate_comment(span.reason, phrases.board.local(span.start).date()),
        }

    rosters = [{**named_json(roster), "turns": [turn(span) for span in spans]} for roster, spans in plans]
    start, end = time_json(phrases, window.start), time_json(phrases, window.end)
    return {"from": start, "to": end, "rosters": rosters}
