"""The time of `--at` and the day of `--from`; a look-up for now does without this module."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.phrases.clock_change import clock_change_remark
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.refused_time import why_refused
from helpdesk_tui.times.typed import NoDayError, NoTimeError, TypedTimeError, read_day, read_time


def time_of(text: str, now: datetime, language: Language, zone: str) -> datetime:
    """The time that `text` names on the clock of `zone` at `now`; without a zone where it has no offset.

    Raises UsageError where it names none.
    """
    try:
        return read_time(text, now.astimezone(ZoneInfo(zone)))
    except TypedTimeError as error:
        raise _refused(text, error, language) from error


def day_of(text: str, now: datetime, language: Language) -> date:
    """The day that `text` names on a clock that shows `now`. Raises UsageError where it names none."""
    try:
        return read_day(text, now)
    except TypedTimeError as error:
        raise _refused(text, error, language) from error


def remark_on(phrases: Phrases, time: datetime) -> None:
    """Remark where the clock of the book's zone skips `time`, or shows it twice."""
    if (remark := clock_change_remark(phrases, time)) is not None:
        output.remark(f"helpdesk-tui: {remark}")


def _refused(text: str, error: TypedTimeError, language: Language) -> UsageError:
    reason = why_refused(language, text, error)
    if isinstance(error, NoTimeError):
        reason = language.gettext("{reason}, as sat 14:00, tomorrow 8 or 2026-12-08T10:00").format(
            reason=reason
        )
    elif isinstance(error, NoDayError):
        reason = language.gettext("{reason}, as tomorrow, 8 dec or 2026-12-08 (no hour)").format(
            reason=reason
        )
    return UsageError(reason, language)
