"""The clock on the wall against zoneinfo, second by second around its changes, and beyond what it holds."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk_tui.board.clock import from_second, wall_clock, wall_midnight

# Each a zone and a day around which its clock changes.
CHANGES = [
    ("Europe/Madrid", "2026-03-29"),
    ("Europe/Madrid", "2026-10-25"),
    ("America/Bogota", "2026-11-23"),
    ("Australia/Lord_Howe", "2026-10-04"),  # half an hour
    ("America/Santiago", "2026-09-06"),  # midnight is skipped
    ("Pacific/Apia", "2011-12-30"),  # a whole day is skipped
    ("America/St_Johns", "2006-10-29"),  # a minute after midnight
    ("Africa/Monrovia", "1972-01-07"),  # 44 minutes and a half
]
DAYS = 20


def clock_around(zone, day):
    """The zone's clock over the days around one."""
    noon = datetime.fromisoformat(f"{day}T12:00Z")
    return wall_clock(zone, noon - timedelta(days=DAYS), noon + timedelta(days=DAYS))


def wall_second(at, zone):
    """What zoneinfo says that the clock shows."""
    return int(at.astimezone(ZoneInfo(zone)).replace(tzinfo=UTC).timestamp())


seconds = st.one_of(
    st.integers(-2 * 86400, 2 * 86400), st.integers(-DAYS * 86400, DAYS * 86400 - 1), st.integers(-(10**8), 10**8)
)  # fmt: skip


@given(st.sampled_from(CHANGES), seconds)
def test_local_time_is_that_of_the_zone_also_beyond_what_the_clock_holds(change, second):
    zone, day = change
    at = datetime.fromisoformat(f"{day}T12:00Z") + timedelta(seconds=second)
    local = clock_around(zone, day).local(at)
    assert local.isoformat() == at.astimezone(ZoneInfo(zone)).isoformat()


@given(st.sampled_from(CHANGES), st.integers(-5 * 86400, 5 * 86400), st.integers(1, 3 * 86400), st.data())
def test_what_is_shown_is_what_the_zone_shows(change, second, length, data):
    zone, day = change
    clock = clock_around(zone, day)
    start = datetime.fromisoformat(f"{day}T12:00Z") + timedelta(seconds=second)
    parts = list(clock.wall_stretches(start, start + timedelta(seconds=length)))
    assert sum(stop - begin for begin, stop in parts) == length
    at = data.draw(st.integers(0, length - 1))
    left = at
    for begin, stop in parts:
        if left < stop - begin:
            assert begin + left == wall_second(start + timedelta(seconds=at), zone)
            break
        left -= stop - begin


@given(st.sampled_from(CHANGES), st.integers(-3 * 86400, 3 * 86400), st.integers(1, 2 * 86400), st.data())
def test_it_shows_a_time_exactly_when_the_zone_does(change, second, length, data):
    zone, day = change
    clock = clock_around(zone, day)
    wall = wall_midnight(date.fromisoformat(day)) + second
    parts = list(clock.instants_showing(wall, wall + length))
    ends = [each for part in parts for each in part] + [from_second(wall), from_second(wall + length)]
    at = data.draw(st.sampled_from(ends)) + timedelta(seconds=data.draw(st.integers(-2, 2)))
    shown = any(begin <= at < stop for begin, stop in parts)
    assert shown is (wall <= wall_second(at, zone) < wall + length)


@pytest.mark.parametrize(
    ("zone", "day", "skipped"),
    [
        ("Europe/Madrid", "2026-03-29", ("2026-03-29T02:00", "2026-03-29T03:00")),
        ("America/Santiago", "2026-09-06", ("2026-09-06T00:00", "2026-09-06T01:00")),
        ("Pacific/Apia", "2011-12-30", ("2011-12-30T00:00", "2011-12-31T00:00")),
        ("Africa/Monrovia", "1972-01-07", ("1972-01-07T00:00", "1972-01-07T00:44:30")),
        ("Europe/Madrid", "2026-10-25", None),
        ("America/Bogota", "2026-11-23", None),
    ],
)
def test_what_the_clock_skips_is_never_shown(zone, day, skipped):
    clock = clock_around(zone, day)
    wall = [int(datetime.fromisoformat(f"{each}Z").timestamp()) for each in skipped or ()]
    assert list(clock.skipped()) == ([tuple(wall)] if skipped else [])
    if skipped:
        assert list(clock.instants_showing(*wall)) == []


@pytest.mark.parametrize(
    ("zone", "day", "midnight"),
    [
        ("Europe/Madrid", "2026-03-29", "2026-03-28T23:00Z"),
        ("Europe/Madrid", "2026-03-30", "2026-03-29T22:00Z"),
        ("America/Santiago", "2026-09-06", "2026-09-06T04:00Z"),
        ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z"),
        ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00Z"),
        ("America/St_Johns", "2006-10-29", "2006-10-29T02:30Z"),
    ],
)
def test_a_day_begins_at_midnight_or_at_the_skip_over_it(zone, day, midnight):
    assert clock_around(zone, day).midnight(date.fromisoformat(day)) == datetime.fromisoformat(midnight)


def test_a_change_after_its_end_is_not_in_it():
    start = datetime.fromisoformat("2026-03-28T23:00Z")
    clock = wall_clock("Europe/Madrid", start, start + timedelta(hours=2))
    assert [(from_second(each.start), from_second(each.end)) for each in clock.offsets] == [
        (start, start + timedelta(hours=2))
    ]


def test_a_clock_that_changes_late_in_the_last_step_has_that_change():
    start = datetime.fromisoformat("2026-03-29T00:00Z")
    clock = wall_clock("Europe/Madrid", start, start + timedelta(hours=1, seconds=1))
    assert [(from_second(each.start), each.seconds) for each in clock.offsets] == [
        (start, 3600),
        (start + timedelta(hours=1), 7200),
    ]
