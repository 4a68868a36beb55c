"""A time as someone types it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from helpdesk_tui.times.instants import instant_of
from helpdesk_tui.times.typed import time_typed

MONDAY = datetime(2026, 11, 23, 10, 25, 40)  # noqa: DTZ001 (what a clock shows)
SATURDAY = datetime(2026, 11, 28, 15, 0)  # noqa: DTZ001


def typed(text, now=MONDAY, zone="America/Bogota"):
    found = time_typed(text, now)
    return found and instant_of(found, zone).astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-08T10:00", "2026-12-08 10:00"),
        ("2026-12-08 10:00", "2026-12-08 10:00"),
        ("2026-12-08", "2026-12-08 00:00"),
        ("2026-12-08T10:00-08:00", "2026-12-08 13:00"),
        ("2026-12-08T10:00Z", "2026-12-08 05:00"),
        ("sáb 14:00", "2026-11-28 14:00"),
        ("SÁB 14:00", "2026-11-28 14:00"),
        ("sab 14:00", "2026-11-28 14:00"),
        ("  sábado   14:00 ", "2026-11-28 14:00"),
        ("sat 14:00", "2026-11-28 14:00"),
        ("saturday, 14:00", "2026-11-28 14:00"),
        ("mañana 8", "2026-11-24 08:00"),
        ("manana 8", "2026-11-24 08:00"),
        ("mañana a las 8", "2026-11-24 08:00"),
        ("tomorrow 8", "2026-11-24 08:00"),
        ("tomorrow at 8", "2026-11-24 08:00"),
        ("tomorrow 8pm", "2026-11-24 20:00"),
        ("mañana 8 p. m.", "2026-11-24 20:00"),
        ("mañana 12 am", "2026-11-24 00:00"),
        ("mañana al mediodía", "2026-11-24 12:00"),
        ("tomorrow noon", "2026-11-24 12:00"),
        ("lun 7", "2026-11-30 07:00"),
        ("lun 11", "2026-11-23 11:00"),
        ("monday 11", "2026-11-23 11:00"),
        ("sat 9", "2026-11-28 09:00"),
        ("el viernes 18h30", "2026-11-27 18:30"),
        ("próximo jueves 9", "2026-11-26 09:00"),
        ("next thursday 9", "2026-11-26 09:00"),
        ("mar 14:00", "2026-11-24 14:00"),
        ("martes 13", "2026-11-24 13:00"),
        ("tues 7", "2026-11-24 07:00"),
        ("miércoles 0", "2026-11-25 00:00"),
        ("hoy 20:00", "2026-11-23 20:00"),
        ("hoy 8", "2026-11-23 08:00"),
        ("today 8", "2026-11-23 08:00"),
        ("pasado mañana 9", "2026-11-25 09:00"),
        ("ayer 9", "2026-11-22 09:00"),
        ("14:00", "2026-11-23 14:00"),
        ("9:05", "2026-11-23 09:05"),
        ("9", "2026-11-23 09:00"),
        ("9h", "2026-11-23 09:00"),
        ("0", "2026-11-23 00:00"),
        ("a las 9", "2026-11-23 09:00"),
        ("9 pm", "2026-11-23 21:00"),
        ("8 dic 10:00", "2026-12-08 10:00"),
        ("8 de diciembre 10:00", "2026-12-08 10:00"),
        ("8 de diciembre de 2027 a las 10", "2027-12-08 10:00"),
        ("dec 8 10:00", "2026-12-08 10:00"),
        ("8 dic", "2026-12-08 10:25"),
        ("8/12 9:30", "2026-12-08 09:30"),
        ("8/12/2027 9:30", "2027-12-08 09:30"),
        ("8-12-2026 9:30", "2026-12-08 09:30"),
        ("1 ene 7:00", "2027-01-01 07:00"),
        ("23 nov 9:00", "2026-11-23 09:00"),
        ("3 set 9:00", "2027-09-03 09:00"),
        ("3 mar 9:00", "2027-03-03 09:00"),
        ("martes 8 dic 9:00", "2026-12-08 09:00"),
        ("29 feb 9:00", "2028-02-29 09:00"),
        ("mañana", "2026-11-24 10:25"),
        ("sáb", "2026-11-28 10:25"),
        ("lunes", "2026-11-30 10:25"),
        ("en 2 horas", "2026-11-23 12:25"),
        ("en 14 horas", "2026-11-24 00:25"),
        ("in 2 hours", "2026-11-23 12:25"),
        ("en 3 días", "2026-11-26 10:25"),
        ("hace 3 días", "2026-11-20 10:25"),
        ("1971-01-01T00:00", "1971-01-01 00:00"),
        ("8999-12-31T23:59", "8999-12-31 23:59"),
    ],
)
def test_what_is_typed_is_understood_from_monday_at_10_25(text, expected):
    assert typed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "x", "hola", "p1", "?", "[bold]", "\x00", "14:60", "25", "24:00", "mañana 24", "lun 31", "13 pm",
        "0 am", "31 feb", "31 feb 9:00", "30 de febrero de 2027", "diciembre", "mar 3", "may", "2030", "1430",
        "0801", "20261208", "1764000000", "8.12", "10:00 EST", "sab 14:00 utc", "sáb 8 dic 9:00", "martes 13 dic 9:00",
        "1970-12-31T23:59", "9000-01-01T00:00", "0001-01-01T00:00-05:00", "2026-13-01", "2026-02-31T10:00",
        "lun mar 9", "hoy mañana 9", "a" * 5000, "9" * 5000, "sáb 14:00" + " " * 5000, "en 99999999 días", "२०२६",
        "mañana mañana", "1.5", "-1", "9:", ":30", "客服 9:00",
    ],
)  # fmt: skip
def test_what_names_no_time_is_no_time(text):
    assert typed(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sáb 14:00", "2026-12-05 14:00"),
        ("sáb 16:00", "2026-11-28 16:00"),
        ("sat 15:00", "2026-12-05 15:00"),
        ("14:00", "2026-11-28 14:00"),
        ("dom 8", "2026-11-29 08:00"),
    ],
)
def test_a_day_of_the_week_is_the_next_one_on_which_the_hour_is_to_come(text, expected):
    assert typed(text, SATURDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2027-03-28T02:30", "2027-03-28 03:30"),
        ("28 mar 2027 2:30", "2027-03-28 03:30"),
        ("31 oct 2027 2:30", "2027-10-31 02:30"),
        ("28 mar 2027 3:00", "2027-03-28 03:00"),
    ],
)
def test_an_hour_that_the_clock_skips_is_an_hour_later_and_one_that_it_repeats_is_the_first(text, expected):
    assert typed(text, zone="Europe/Madrid") == expected


def test_of_an_hour_that_comes_twice_the_first_is_meant():
    found = instant_of(time_typed("2027-10-31T02:30", MONDAY), "Europe/Madrid")
    assert found.isoformat() == "2027-10-31T00:30:00+00:00"
