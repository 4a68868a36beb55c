"""The reasons why a typed text is refused as a time."""

from datetime import date, datetime

from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.times import format_date, format_time
from helpdesk_tui.times.instants import FIRST_YEAR, LAST_YEAR
from helpdesk_tui.times.typed import BeyondYearsError, NoDayError, SeveralReadingsError, TypedTimeError


def why_refused(language: Language, text: str, error: TypedTimeError) -> str:
    """The reason to refuse `text`: it names no time, one too far away, or more than one."""
    _ = language.translate
    match error:
        case SeveralReadingsError(readings=readings):
            first, other = (_reading(language, each) for each in readings[:2])
            return _("{text} can be {first} or {other}", text=text, first=first, other=other)
        case BeyondYearsError():
            reason = _("{time} is not between the years {first} and {last}")
            return reason.format(time=text, first=FIRST_YEAR, last=LAST_YEAR)
        case NoDayError():
            return _("{text} is not a date", text=text)
        case _:
            return _("{text} is not a time", text=text)


def _reading(language: Language, reading: date) -> str:
    """The reading as it can be typed."""
    hour = f" {format_time(reading)}" if isinstance(reading, datetime) else ""
    return f"{format_date(language, reading)}{hour}"
