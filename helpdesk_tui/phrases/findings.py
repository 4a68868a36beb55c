"""Text for the findings of a check: severities, and the meaning of each kind."""

from datetime import timedelta

from helpdesk_tui.answers.coverage import Gap
from helpdesk_tui.board.board import Request
from helpdesk_tui.book.kinds import Kind, Severity
from helpdesk_tui.phrases.coverage import format_hours, format_period
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases


def severity_name(language: Language, severity: Severity) -> str:
    """`error`, `warning` or `note`."""
    _ = language.gettext
    return {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.NOTE: _("note")}[severity]


def format_unreachable(phrases: Phrases, request: Request, gaps: tuple[Gap, ...]) -> str:
    """The sentence for a request that reaches nobody in these gaps: the first one, and their total length."""
    total = sum((gap.end - gap.start for gap in gaps), timedelta())
    return phrases.language.translate(
        "{request} reaches nobody {period}; {hours} within 14 days",
        request=request.name,
        period=format_period(phrases, gaps[0].period),
        hours=format_hours(phrases, total),
    )


def explain(language: Language, kind: Kind) -> list[str]:
    """The meaning of a kind of finding, why it matters, how to mend it, and how to ignore it."""
    _ = language.translate
    severity = severity_name(language, kind.severity)
    lines = [
        f"{kind.name} ({kind.code}, {severity})",
        _(kind.means),
        _("Why it matters: {text}", text=_(kind.matters)),
        _("How to mend it: {text}", text=_(kind.mend)),
    ]
    if kind.severity is not Severity.ERROR:
        lines.append(_('To leave it out, in the book: [check] ignore = ["{name}"]', name=kind.name))
    return lines
