"""The time of `--at` and the day of `--from`; a look-up for now does without this module."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.phrases.clock_change import clock_change_remark
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.refused_time import why_refused
from helpdesk_tui.phrases.times import format_time
from helpdesk_tui.times.days import Holidays
from helpdesk_tui.times.typed import (
    NoDayError,
    NoTimeError,
    TypedTimeError,
    names_no_hour,
    read_day,
    read_time,
)


def time_of(text: str, now: datetime, language: Language, holidays: Holidays, zone: str) -> datetime:
    """The time that `text` names on the clock of `zone` at `now`, naive unless `text` has an offset.

    Raises UsageError where `text` names none.
    """
    try:
        return read_time(text, now.astimezone(ZoneInfo(zone)), holidays)
    except TypedTimeError as error:
        raise _refused(text, error, language) from error


def day_of(text: str, now: datetime, language: Language, holidays: Holidays) -> date:
    """The day that `text` names on a clock that shows `now`. Raises UsageError where it names none."""
    try:
        return read_day(text, now, holidays)
    except TypedTimeError as error:
        raise _refused(text, error, language) from error


def remark_on(phrases: Phrases, text: str, time: datetime, now: datetime) -> None:
    """Write a remark on a `text` that names no hour, and on a `time` that the clock skips or repeats."""
    board = phrases.board
    if names_no_hour(text, now.astimezone(ZoneInfo(board.timezone)), lambda: board.holidays):
        remark = phrases.language.gettext("{text} names no hour: this is for {time}")
        output.remark(f"helpdesk-tui: {remark.format(text=text.strip(), time=format_time(time))}")
    if (change := clock_change_remark(phrases, time)) is not None:
        output.remark(f"helpdesk-tui: {change}")


def _refused(text: str, error: TypedTimeError, language: Language) -> UsageError:
    reason = why_refused(language, text, error)
    _ = language.translate
    if isinstance(error, NoTimeError):
        reason = _("{reason}, as sat 14:00, tomorrow 8 or 2026-12-08T10:00", reason=reason)
    elif isinstance(error, NoDayError):
        reason = _("{reason}, as tomorrow, 8 dec or 2026-12-08 (no hour)", reason=reason)
    return UsageError(reason, language)
