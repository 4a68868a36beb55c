"""Says why a text that was typed is not taken for a time."""

from datetime import date, datetime

from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.times import format_date, format_time
from helpdesk_tui.times.instants import FIRST_YEAR, LAST_YEAR
from helpdesk_tui.times.typed import BeyondYearsError, NoDayError, SeveralReadingsError, TypedTimeError


def why_refused(language: Language, text: str, error: TypedTimeError) -> str:
    """What is wrong with `text`: it names no time, one that is too far away, or more than one."""
    _ = language.gettext
    match error:
        case SeveralReadingsError(readings=(first, other, *_more)):
            reason = _("{text} can be {first} or {other}")
            return reason.format(text=text, first=_reading(language, first), other=_reading(language, other))
        case BeyondYearsError():
            reason = _("{time} is not between the years {first} and {last}")
            return reason.format(time=text, first=FIRST_YEAR, last=LAST_YEAR)
        case NoDayError():
            return _("{text} is not a date").format(text=text)
        case _:
            return _("{text} is not a time").format(text=text)


def _reading(language: Language, reading: date) -> str:
    """The reading as it can be typed."""
    hour = f" {format_time(reading)}" if isinstance(reading, datetime) else ""
    return f"{format_date(language, reading)}{hour}"
