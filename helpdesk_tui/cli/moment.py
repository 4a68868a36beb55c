"""The instant that is asked about: now, or the one of `--at`."""

from datetime import UTC, datetime

from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.words.catalogue import Words

_FIRST, _LAST = 1971, 8999


def moment_of(text: str, zone: str, words: Words) -> datetime:
    """The instant that `text` names: ISO 8601, in the zone named `zone` unless it has an offset.

    Raises UsageError where it names none.
    """
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError as error:
        message = words.gettext("{time} is not a time, as 2026-12-08T10:00").format(time=text)
        raise UsageError(message, words) from error
    if not _FIRST <= at.year <= _LAST:
        message = words.gettext("{time} is not between the years {first} and {last}")
        raise UsageError(message.format(time=text, first=_FIRST, last=_LAST), words)
    if at.tzinfo is None:
        from zoneinfo import ZoneInfo  # a look-up for now does without it

        at = at.replace(tzinfo=ZoneInfo(zone))
    return at.astimezone(UTC)
