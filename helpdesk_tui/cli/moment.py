"""The time of `--at`."""

from datetime import datetime

from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.times.instants import FIRST_YEAR, LAST_YEAR


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


def remark_on(speaker: Speaker, time: datetime) -> None:
    """Remark where the clock of the book's zone skips `time`, or shows it twice."""
    from helpdesk_tui.phrases.clock_change import odd_time  # a look-up for now does without it

    if (remark := odd_time(speaker, time)) is not None:
        output.remark(f"helpdesk-tui: {remark}")
