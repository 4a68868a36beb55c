"""Finds and moves instants by the clock of a zone."""

from datetime import UTC, datetime, timedelta

DAY = 1440
"""Minutes of a day on a wall clock; a change of the clock does not count."""

FIRST_YEAR, LAST_YEAR = 1971, 8999
"""The years that can be asked about: around any day of them a board can be built in any zone."""


def instant_of(time: datetime, zone: str) -> datetime:
    """The instant of `time` in UTC; without an offset it is a time of the zone named `zone`."""
    if time.tzinfo is None:
        from zoneinfo import ZoneInfo  # a look-up for now does without it

        time = time.replace(tzinfo=ZoneInfo(zone))
    return time.astimezone(UTC)


def moved(at: datetime, step: timedelta, zone: str) -> datetime | None:
    """The minute of `at` moved by `step`; whole days keep the hour of the zone's clock.

    None beyond the years that can be asked about.
    """
    from zoneinfo import ZoneInfo

    at = at.replace(second=0, microsecond=0)
    wall = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if not FIRST_YEAR <= (wall + step).year <= LAST_YEAR:
        return None
    return instant_of(wall + step, zone) if step % timedelta(days=1) == timedelta() else at + step
