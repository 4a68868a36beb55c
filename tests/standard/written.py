"""Timetables for hypothesis: rules of the model, most of them about the days of a place's clock change."""

import re
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.standard.model import Dates, DatesOfYears, Months, OfMonth, Rule, Time, Weekdays, Weeks, Years

# Each a zone and the first day of a window in which its clock, month or year changes.
PLACES = [
    ("America/Bogota", "2026-12-30"),
    ("America/Bogota", "2028-02-28"),
    ("Europe/Madrid", "2026-03-28"),
    ("Europe/Madrid", "2026-10-24"),
    ("America/Havana", "2026-03-07"),
    ("America/Havana", "2026-10-31"),
    ("Asia/Beirut", "2026-03-28"),
    ("Asia/Beirut", "2026-10-24"),
    ("Asia/Kathmandu", "2026-11-28"),
    ("Australia/Lord_Howe", "2026-10-03"),
    ("Pacific/Apia", "2011-12-29"),
]
DAYS = 3
"""How many days such a window has."""

COMMENTS = [None, None, None, "ask", "front desk", "24:00+, 2027Mar"]
_MODIFIERS = ["", "", "", "", "open", "off", "closed", "unknown"]

# Round hours and those of the clock changes come up often, so that hours meet, overlap and cross them.
_minutes = st.one_of(
    st.sampled_from([0, 30, 60, 90, 120, 150, 180, 540, 720, 1020, 1320, 1380, 1439]), st.integers(0, 1439)
)


@st.composite
def _span(draw):
    start = draw(_minutes)
    end = draw(st.one_of(_minutes, st.just(1440), st.integers(1441, 2880)))
    return Time(start, end if end > start else end + 1440)


@st.composite
def _open_end(draw):
    """Times with an open end, which is over before they come again on the next day."""
    start = draw(st.integers(8 * 60, 1439))
    if draw(st.booleans()):
        return (Time(start, start + draw(st.integers(30, 14 * 60)), open_end=True),)
    before = (
        (Time(8 * 60, draw(st.integers(8 * 60 + 1, start))),)
        if start > 9 * 60 and draw(st.booleans())
        else ()
    )
    return (*before, Time(start, None, open_end=True))


_times = st.one_of(st.just(()), *[st.tuples(_span())] * 5, *[st.tuples(_span(), _span())] * 2, _open_end())


def _near(around: date):
    return st.integers(-3, 6).map(lambda days: around + timedelta(days=days))


_months = st.builds(Months, st.integers(1, 12), st.integers(1, 12))


@st.composite
def _dates(draw, around):
    first, last = draw(_near(around)), draw(_near(around))
    last = draw(st.sampled_from([first, last, last + timedelta(days=200)]))
    if draw(st.booleans()):
        return Dates((first.month, first.day), (last.month, last.day))
    return DatesOfYears(first, max(first, draw(st.sampled_from([last, last + timedelta(days=400)]))))


@st.composite
def _weeks(draw, around):
    week = around.isocalendar().week
    first = draw(st.sampled_from([1, max(week - 1, 1), week, min(week + 1, 53)]))
    last = draw(st.integers(first, 53))
    return Weeks(first, last, draw(st.sampled_from([1, 1, 2, 3])) if last > first + 2 else 1)


@st.composite
def _years(draw, around):
    first = around.year + draw(st.integers(-1, 1))
    last = draw(st.sampled_from([first, first + 1, first + 4]))
    return Years(first, last, draw(st.sampled_from([1, 1, 2])) if last > first + 1 else 1)


_weekdays = st.one_of(
    st.builds(Weekdays, st.integers(0, 6), st.integers(0, 6)),
    st.builds(Weekdays, st.just(0), st.sampled_from([4, 5, 6])),
    st.builds(OfMonth, st.integers(0, 6), st.sampled_from([1, 2, 3, 4, 5, -1, -2])),
)


@st.composite
def rule(draw, around: date):
    """A rule about the days around a date, whatever stands before it."""
    some = {
        "years": _years(around),
        "dates": st.one_of(_months, _dates(around)),
        "weeks": _weeks(around),
        "weekdays": _weekdays,
    }
    kinds = draw(st.sets(st.sampled_from(["weekdays", *some]), max_size=2))
    if "years" in kinds:
        some["dates"] = _months  # a year before a date is the date's
    selectors = {
        kind: tuple(
            draw(st.lists(some[kind], min_size=1, max_size=draw(st.sampled_from([1, 1, 2])), unique=True))
        )
        for kind in sorted(kinds)
    }
    return Rule(
        **selectors,
        times=draw(_times),
        modifier=draw(st.sampled_from(_MODIFIERS)),
        comment=draw(st.sampled_from(COMMENTS)),
        separator=draw(st.sampled_from([";", ";", ","])),
    )


@st.composite
def rules(draw, around: date, most: int = 4):
    """A timetable about the days around a date, whose rules stand apart as the standard wants it.

    After the first one times have their days, and a comma stands after times, a state or a comment.
    """
    found = draw(st.lists(rule(around), min_size=1, max_size=most))
    for number, each in enumerate(found[1:], start=1):
        before = found[number - 1]
        if not (before.times or before.modifier or before.comment):
            each = each._replace(separator=";")
        if not (each.years or each.dates or each.weeks or each.weekdays):
            each = each._replace(weekdays=(Weekdays(0, 6),))
        found[number] = each
    return found


def spelt(weekly: str):
    """The expression as people write it, too: with other spaces, and hours of one digit."""
    times = r"(\d\d:\d\d)-(\d\d:\d\d)"
    return st.sampled_from(
        [
            weekly,
            re.sub(times, r"\1 - \2", weekly),
            re.sub(r"\b0(\d:\d\d)", r"\1", weekly),
            re.sub(r"; (?=[A-Z\d])", ";", weekly),
            re.sub(r"\boff\b(?!;)", "OFF", weekly),
        ]
    )
