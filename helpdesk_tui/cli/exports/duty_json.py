"""The turns of rosters as JSON."""

from collections.abc import Iterable, Sequence

from helpdesk_tui.answers.duty_plan import DutySpan
from helpdesk_tui.board.board import Roster
from helpdesk_tui.cli.window import Window


def duty_dict(window: Window, plans: Iterable[tuple[Roster, Sequence[DutySpan]]]) -> dict[str, object]:
    """The rosters with their turns in the window."""
    board, phrases = window.question.board, window.question.phrases
    return {
        "from": board.local(window.start).isoformat(),
        "to": board.local(window.end).isoformat(),
        "rosters": [
            {
                "id": roster.id,
                "name": roster.name,
                "turns": [
                    {
                        "start": board.local(span.start).isoformat(),
                        "end": board.local(span.end).isoformat(),
                        "person": span.person and {"id": span.person.id, "name": span.person.name},
                        "known": span.known,
                        "reason": phrases.translate_comment(span.reason, board.local(span.start).date()),
                    }
                    for span in spans
                ],
            }
            for roster, spans in plans
        ],
    }
