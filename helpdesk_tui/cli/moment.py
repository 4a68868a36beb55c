"""The time of `--at`: what it names, and which instant that is in a book's zone."""

from datetime import UTC, datetime

from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.words.catalogue import Words

FIRST_YEAR, LAST_YEAR = 1971, 8999


def time_of(text: str, words: Words) -> datetime:
    """The time that `text` names in ISO 8601, without a zone where it has no offset.

    Raises UsageError where it names none.
    """
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError as error:
        message = words.gettext("{time} is not a time, as 2026-12-08T10:00").format(time=text)
        raise UsageError(message, words) from error
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        message = words.gettext("{time} is not between the years {first} and {last}")
        raise UsageError(message.format(time=text, first=FIRST_YEAR, last=LAST_YEAR), words)
    return at


def instant_of(time: datetime, zone: str) -> datetime:
    """The instant of `time` in UTC, in the zone named `zone` unless it has an offset."""
    if time.tzinfo is None:
        from zoneinfo import ZoneInfo  # a look-up for now does without it

        time = time.replace(tzinfo=ZoneInfo(zone))
    return time.astimezone(UTC)
