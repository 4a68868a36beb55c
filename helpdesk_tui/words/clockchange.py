"""Says where a time that was asked for is one that the clock skips, or shows twice."""

from datetime import UTC, date, datetime

from helpdesk_tui.words.sentences import Speaker
from helpdesk_tui.words.times import clock


def odd_time(speaker: Speaker, time: datetime) -> str | None:
    """That the clock of the book's zone skips `time`, or shows it twice, and what is answered for then.

    None for any other time, and for one with an offset: that is one instant.
    """
    if time.tzinfo is not None:
        return None
    from zoneinfo import ZoneInfo  # a look-up for now does without it

    zone = ZoneInfo(speaker.board.timezone)
    first, second = (time.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    before, after = first.utcoffset(), second.utcoffset()
    if before is None or after is None or before == after:
        return None
    asked = {"time": clock(time), "date": time.date().isoformat(), "city": speaker.city()}
    if before > after:
        return speaker.words.gettext(
            "{time} comes twice on {date} in {city}: answering for the first; for the second ask for {other}"
        ).format(**asked, other=second.isoformat(timespec="minutes"))
    answered = first.astimezone(UTC).astimezone(zone)
    shown = clock(answered)
    if answered.date() != time.date():
        shown = f"{answered.date().isoformat()} {shown}"
    return speaker.words.gettext(
        "{time} does not exist on {date} in {city}: the clock skips it; answering for {answered}"
    ).format(**asked, answered=shown)


def odd_date(speaker: Speaker, day: date) -> str | None:
    """That the clock of the book's zone skips the whole of `day`; None for any other day."""
    start, end = speaker.board.day(day)
    if start < end:
        return None
    return speaker.words.gettext("{date} does not exist in {city}: the clock skips it").format(
        date=day.isoformat(), city=speaker.city()
    )
