"""Times, dates and durations in words are right at their edges."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.times import (
    format_date,
    format_duration,
    format_moment,
    format_moment_by_date,
    format_moment_by_weekday,
    weekday_name,
)

BOGOTA = ZoneInfo("America/Bogota")


@pytest.mark.parametrize(
    ("at", "english", "spanish"),
    [
        pytest.param("2026-11-23T19:00", "19:00", "19:00", id="today"),
        pytest.param("2026-11-23T00:00", "00:00", "00:00", id="today's midnight"),
        pytest.param("2026-11-24T00:00", "tomorrow 00:00", "mañana 00:00", id="tomorrow"),
        pytest.param("2026-11-25T07:05", "wed 07:05", "mié 07:05", id="in two days"),
        pytest.param("2026-11-29T23:59", "sun 23:59", "dom 23:59", id="in six days"),
        pytest.param("2026-11-30T07:00", "mon 30 nov 07:00", "lun 30 nov 07:00", id="in a week"),
        pytest.param("2026-12-31T07:00", "thu 31 dec 07:00", "jue 31 dic 07:00", id="this year"),
        pytest.param("2027-01-01T07:00", "fri 1 jan 2027 07:00", "vie 1 ene 2027 07:00", id="next year"),
    ],
)
def test_an_instant_is_said_as_it_is_at_that_time(at, english, spanish):
    now = datetime(2026, 11, 23, 16, 25, tzinfo=ZoneInfo("America/Bogota"))
    then = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("America/Bogota"))
    assert format_moment(Language("en"), then, now) == english
    assert format_moment(Language("es"), then, now) == spanish


def test_new_years_morning_is_tomorrow_on_new_years_eve():
    now = datetime(2026, 12, 31, 23, 59, tzinfo=UTC)
    assert format_moment(Language("en"), now + timedelta(minutes=1), now) == "tomorrow 00:00"


@pytest.mark.parametrize(
    ("length", "english", "spanish"),
    [
        pytest.param(timedelta(0), "0 min", "0 min", id="none"),
        pytest.param(timedelta(seconds=1), "1 min", "1 min", id="a second"),
        pytest.param(timedelta(minutes=59, seconds=1), "1 h", "1 h", id="rounded up to an hour"),
        pytest.param(timedelta(hours=2, minutes=35), "2 h 35 min", "2 h 35 min", id="hours and minutes"),
        pytest.param(timedelta(hours=24), "1 day", "1 día", id="a day"),
        pytest.param(timedelta(days=3, hours=4, minutes=5), "3 days 4 h", "3 días 4 h", id="days and hours"),
        pytest.param(timedelta(days=370), "370 days", "370 días", id="the look-ahead"),
    ],
)
def test_a_length_of_time_is_rounded_up_to_the_minute(length, english, spanish):
    assert format_duration(Language("en"), length) == english
    assert format_duration(Language("es"), length) == spanish


def test_dates_are_those_of_the_language():
    spanish = Language("es")
    week = [weekday_name(spanish, date(2026, 11, 23) + timedelta(days=day)) for day in range(7)]
    assert week == ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"]
    year = [format_date(spanish, date(2026, number, 1)).split()[2] for number in range(1, 13)]
    assert year == ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"]
    assert format_date(spanish, date(2028, 2, 29)) == "mar 29 feb 2028"


@pytest.mark.parametrize(
    ("at", "by_weekday", "by_date"),
    [
        pytest.param("2026-11-23T19:00", "19:00", "19:00", id="the same day"),
        pytest.param("2026-11-24T07:00", "tue 07:00", "tue 24 nov 07:00", id="the next day"),
        pytest.param("2026-11-29T23:59", "sun 23:59", "sun 29 nov 23:59", id="in six days"),
        pytest.param("2026-11-30T07:00", "mon 30 nov 07:00", "mon 30 nov 07:00", id="in a week"),
        pytest.param("2026-11-22T07:00", "sun 22 nov 07:00", "sun 22 nov 07:00", id="the day before"),
        pytest.param("2027-01-01T07:00", "fri 1 jan 2027 07:00", "fri 1 jan 2027 07:00", id="next year"),
    ],
)
def test_seen_from_another_time_no_day_is_tomorrow(at, by_weekday, by_date):
    now = datetime(2026, 11, 23, 16, 25, tzinfo=BOGOTA)
    then = datetime.fromisoformat(at).replace(tzinfo=BOGOTA)
    assert format_moment_by_weekday(Language("en"), then, now) == by_weekday
    assert format_moment_by_date(Language("en"), then, now) == by_date
