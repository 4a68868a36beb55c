"""Reads the lengths of turns and the local times in a book."""

import re
from contextlib import suppress
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

MEMBERS = 400
"""The most members of a line-up."""
OVERRIDES = 1000
"""The most overrides of a roster."""
YEARS = range(1980, 2200)
"""The years that a local time may have."""


class Unit(StrEnum):
    """A unit of the length of a turn."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Every(NamedTuple):
    """The length of a turn: elapsed hours, or days, weeks and months of the wall clock."""

    number: int
    unit: Unit

    @property
    def hours(self) -> int:
        """A lower bound of its length in hours."""
        return self.number * {Unit.HOUR: 1, Unit.DAY: 23, Unit.WEEK: 167, Unit.MONTH: 671}[self.unit]


_LOCAL_TIME = r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?"

EVERY = "[1-9][0-9]{0,2} (hour|day|week|month)s?"


def every_of(text: object) -> Every | None:
    """The length of a turn, as `12 hours` or `1 week`; None for anything else."""
    if not isinstance(text, str) or not re.fullmatch(EVERY, text):
        return None
    number, _, unit = text.partition(" ")
    return Every(int(number), Unit(unit.removesuffix("s")))


def local_time(value: object) -> datetime | None:
    """A local date and time, of TOML or as text; None for anything else, also for other years."""
    if isinstance(value, str) and re.fullmatch(_LOCAL_TIME, value, re.ASCII):
        with suppress(ValueError):
            value = datetime.fromisoformat(value)
    if isinstance(value, datetime) and value.tzinfo is None and not value.microsecond and value.year in YEARS:
        return value
    return None
