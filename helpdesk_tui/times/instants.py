"""Instants from times on the clock of a zone: placed, and moved."""

from datetime import UTC, datetime, timedelta

DAY = 1440
"""Minutes that a wall clock shows in a day, whatever it skips or repeats."""

FIRST_YEAR, LAST_YEAR = 1971, 8999
"""The years that can be asked about: a board around a day of them can be worked out in any zone."""


def instant_of(time: datetime, zone: str) -> datetime:
    """The instant of `time` in UTC, in the zone named `zone` unless it has an offset."""
    if time.tzinfo is None:
        from zoneinfo import ZoneInfo  # a look-up for now does without it

        time = time.replace(tzinfo=ZoneInfo(zone))
    return time.astimezone(UTC)


def moved(at: datetime, step: timedelta, zone: str) -> datetime | None:
    """`at` on the minute, moved by `step`: whole days by the zone's clock, so that the hour stays the same.

    None beyond the years that can be asked about.
    """
    from zoneinfo import ZoneInfo

    at = at.replace(second=0, microsecond=0)
    wall = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if not FIRST_YEAR <= (wall + step).year <= LAST_YEAR:
        return None
    return instant_of(wall + step, zone) if step % timedelta(days=1) == timedelta() else at + step
