"""A time, or a day, as someone types it."""

import random
import re
import string
from contextlib import suppress
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.times import format_moment
from helpdesk_tui.times.instants import FIRST_YEAR, LAST_YEAR, instant_of
from helpdesk_tui.times.typed import (
    BeyondYearsError,
    NoDayError,
    NoTimeError,
    SeveralReadingsError,
    TypedTimeError,
    names_no_hour,
    read_day,
    read_time,
)
from tests.support import ROOT

BOGOTA = ZoneInfo("America/Bogota")
MADRID = ZoneInfo("Europe/Madrid")
MONDAY = datetime(2026, 11, 23, 10, 25, 40, tzinfo=BOGOTA)
SATURDAY = datetime(2026, 11, 28, 15, 0, tzinfo=BOGOTA)


HOLIDAYS = [date(2027, 1, 1), date(2026, 12, 8), date(2026, 11, 16)]


def typed(text, now=MONDAY):
    """What the clock shows at the time that `text` names, where it shows `now`."""
    zone = now.tzinfo
    return (
        instant_of(read_time(text, now, lambda: HOLIDAYS), zone.key)
        .astimezone(zone)
        .strftime("%Y-%m-%d %H:%M")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-08T10:00", "2026-12-08 10:00"),
        ("2026-12-08 10:00", "2026-12-08 10:00"),
        ("2026-12-08", "2026-12-08 00:00"),
        ("2026/12/8", "2026-12-08 00:00"),
        ("2026-12-08T10:00-08:00", "2026-12-08 13:00"),
        ("2026-12-08T10:00Z", "2026-12-08 05:00"),
        ("20261208T1000", "2026-12-08 10:00"),
        ("2026-W50-2", "2026-12-08 00:00"),
        ("2026-12-08 8", "2026-12-08 08:00"),
        ("2026/12/08 a las 8 pm", "2026-12-08 20:00"),
        ("sáb 14:00", "2026-11-28 14:00"),
        ("SÁB 14:00", "2026-11-28 14:00"),
        ("sab 14:00", "2026-11-28 14:00"),
        ("sáb. 14:00", "2026-11-28 14:00"),
        ("  sábado   14:00 ", "2026-11-28 14:00"),
        ("sat 14:00", "2026-11-28 14:00"),
        ("saturday, 14:00", "2026-11-28 14:00"),
        ("14:00 on saturday", "2026-11-28 14:00"),
        ("mañana 8", "2026-11-24 08:00"),
        ("manana 8", "2026-11-24 08:00"),
        ("mañana a las 8", "2026-11-24 08:00"),
        ("tomorrow 8", "2026-11-24 08:00"),
        ("tomorrow at 8", "2026-11-24 08:00"),
        ("tomorrow 8pm", "2026-11-24 20:00"),
        ("8 pm tomorrow", "2026-11-24 20:00"),
        ("mañana 8 p. m.", "2026-11-24 20:00"),
        ("mañana 12 am", "2026-11-24 00:00"),
        ("mañana al mediodía", "2026-11-24 12:00"),
        ("mañana 12 m.", "2026-11-24 12:00"),
        ("tomorrow noon", "2026-11-24 12:00"),
        ("mañana a las 8 de la mañana", "2026-11-24 08:00"),
        ("a las 8 de la noche del sábado", "2026-11-28 20:00"),
        ("tomorrow at 3 in the afternoon", "2026-11-24 15:00"),
        ("lun 7", "2026-11-30 07:00"),
        ("lun 11", "2026-11-23 11:00"),
        ("lun 8.30", "2026-11-30 08:30"),
        ("monday 11", "2026-11-23 11:00"),
        ("sat 9", "2026-11-28 09:00"),
        ("el viernes 18h30", "2026-11-27 18:30"),
        ("próximo jueves 9", "2026-11-26 09:00"),
        ("el próximo jueves a la 1 pm", "2026-11-26 13:00"),
        ("next thursday 9", "2026-11-26 09:00"),
        ("mar 14:00", "2026-11-24 14:00"),
        ("mar a las 14", "2026-11-24 14:00"),
        ("martes 13", "2026-11-24 13:00"),
        ("tues 7", "2026-11-24 07:00"),
        ("miércoles 0", "2026-11-25 00:00"),
        ("hoy 20:00", "2026-11-23 20:00"),
        ("hoy 8", "2026-11-23 08:00"),
        ("today 8", "2026-11-23 08:00"),
        ("pasado mañana 9", "2026-11-25 09:00"),
        ("the day after tomorrow 9", "2026-11-25 09:00"),
        ("ayer 9", "2026-11-22 09:00"),
        ("anteayer 9", "2026-11-21 09:00"),
        ("14:00", "2026-11-23 14:00"),
        ("14:00 h", "2026-11-23 14:00"),
        ("14h30", "2026-11-23 14:30"),
        ("8.30", "2026-11-23 08:30"),
        ("9:05", "2026-11-23 09:05"),
        ("9", "2026-11-23 09:00"),
        ("9h", "2026-11-23 09:00"),
        ("0", "2026-11-23 00:00"),
        ("a las 9", "2026-11-23 09:00"),
        ("9 pm", "2026-11-23 21:00"),
        ("9.30 p.m.", "2026-11-23 21:30"),
        ("12:30 de la tarde", "2026-11-23 12:30"),
        ("noon", "2026-11-23 12:00"),
        ("medianoche", "2026-11-24 00:00"),
        ("today at midnight", "2026-11-24 00:00"),
        ("8 dic 10:00", "2026-12-08 10:00"),
        ("8 dic 9", "2026-12-08 09:00"),
        ("8 de diciembre 10:00", "2026-12-08 10:00"),
        ("8 de diciembre de 2027 a las 10", "2027-12-08 10:00"),
        ("1º de enero 7:00", "2027-01-01 07:00"),
        ("dec 8 10:00", "2026-12-08 10:00"),
        ("8th of december 10:00", "2026-12-08 10:00"),
        ("December 8th, 2027, 10 am", "2027-12-08 10:00"),
        ("8-dic-2027 7:00", "2027-12-08 07:00"),
        ("8 dic", "2026-12-08 10:25"),
        ("13/4", "2027-04-13 10:25"),
        ("4/13 9:30", "2027-04-13 09:30"),
        ("13-4 9", "2027-04-13 09:00"),
        ("12/12 9:30", "2026-12-12 09:30"),
        ("31.12 9:30", "2026-12-31 09:30"),
        ("8.12.2027 9:30", "2027-12-08 09:30"),
        ("13/12/2027 9:30", "2027-12-13 09:30"),
        ("martes 8/12 9:30", "2026-12-08 09:30"),  # 12 August is a Thursday
        ("1 ene 7:00", "2027-01-01 07:00"),
        ("23 nov 9:00", "2026-11-23 09:00"),
        ("3 set 9:00", "2027-09-03 09:00"),
        ("3 mar 9:00", "2027-03-03 09:00"),
        ("martes 8 dic 9:00", "2026-12-08 09:00"),
        ("mar 8 dic 2026 9:00", "2026-12-08 09:00"),
        ("29 feb 9:00", "2028-02-29 09:00"),
        ("mañana", "2026-11-24 10:25"),
        ("sáb", "2026-11-28 10:25"),
        ("lunes", "2026-11-30 10:25"),
        ("ahora", "2026-11-23 10:25"),
        ("en 2 horas", "2026-11-23 12:25"),
        ("en 14 horas", "2026-11-24 00:25"),
        ("in 2 hours", "2026-11-23 12:25"),
        ("en una hora", "2026-11-23 11:25"),
        ("+2h", "2026-11-23 12:25"),
        ("+2h 30m", "2026-11-23 12:55"),
        ("en 1 hora y 30 minutos", "2026-11-23 11:55"),
        ("-30m", "2026-11-23 09:55"),
        ("2 hours ago", "2026-11-23 08:25"),
        ("hace 10 minutos", "2026-11-23 10:15"),
        ("en 3 días", "2026-11-26 10:25"),
        ("in 2 weeks at 9", "2026-12-07 09:00"),
        ("hace 3 días", "2026-11-20 10:25"),
        ("esta noche", "2026-11-23 20:00"),
        ("Tonight", "2026-11-23 20:00"),
        ("esta noche a las 9", "2026-11-23 21:00"),
        ("esta noche, 9:30", "2026-11-23 21:30"),
        ("tonight at 9", "2026-11-23 21:00"),
        ("9 pm tonight", "2026-11-23 21:00"),
        ("tonight 22:15", "2026-11-23 22:15"),
        ("next monday 14:00", "2026-11-30 14:00"),
        ("14:00 on the next monday", "2026-11-30 14:00"),
        ("el próximo lunes 14:00", "2026-11-30 14:00"),
        ("próximo lunes", "2026-11-30 10:25"),
        ("el próximo martes a las 9", "2026-11-24 09:00"),
        ("este lunes 14:00", "2026-11-23 14:00"),
        ("a las 12 m", "2026-11-23 12:00"),
        ("mañana a las 12:00 m.", "2026-11-24 12:00"),
        ("festivo 10:00", "2026-12-08 10:00"),
        ("el próximo festivo a las 10", "2026-12-08 10:00"),
        ("next holiday", "2026-12-08 10:25"),
        ("10 am on the next public holiday", "2026-12-08 10:00"),
        ("día festivo", "2026-12-08 10:25"),
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
        "0 am", "31 feb", "31 feb 9:00", "30 de febrero de 2027", "diciembre", "mar 3", "mar 31", "may", "2030", "1430",
        "0801", "20261208", "1764000000", "10:00 EST", "sab 14:00 utc", "sáb 8 dic 9:00", "martes 13 dic 9:00",
        "2026-13-01", "2026-02-31T10:00", "2026-12-08x10:00",
        "lun mar 9", "hoy mañana 9", "a" * 5000, "9" * 5000, "sáb 14:00" + " " * 5000, "en 99999999 días", "२०२६",
        "mañana mañana", "1.5", "-1", "9:", ":30", "客服 9:00", "8 mañana", "esta mañana 8", "next tomorrow 8",
        "+2", "+2x", "2 horas", "en 2 horas ago", "en 1 día 2 horas", "+1d 2h", "-1d 2h", "en 1 día 2 h", "in 1 day 2h",
        "in 1 day and 2 h", "hace 1 día 2 h", "2h 1d ago", "31semana diciembre ago", "-2h ago", "en 2", "29 feb 2027", "32/1", "13/13", "0/5",
        "esta noche a las 3", "tonight at noon", "esta noche mañana", "noche", "sáb esta noche", "tonight 25",
        "12 de la noche", "12 de la mañana", "13 de la tarde", "mié 8/12 9:30",
    ],
)  # fmt: skip
def test_what_names_no_time_is_refused(text):
    with pytest.raises(NoTimeError):
        read_time(text, MONDAY)


@pytest.mark.parametrize(
    "text",
    [
        "1970-12-31T23:59",
        "9000-01-01T00:00",
        "0001-01-01T00:00-05:00",
        "8 dic 1970",
        "3/4/9500",
        "8 dic 9999",
    ],
)
def test_a_time_too_far_away_is_refused(text):
    with pytest.raises(BeyondYearsError):
        read_time(text, MONDAY)


@pytest.mark.parametrize("text", ["+1m", "tomorrow", "in 99999 weeks", "1 ene"])
def test_nothing_comes_after_the_last_year(text):
    with pytest.raises(BeyondYearsError):
        read_time(text, datetime(LAST_YEAR, 12, 31, 23, 59, tzinfo=ZoneInfo("UTC")))


@pytest.mark.parametrize(
    ("text", "now", "expected"),
    [
        ("esta noche", "2026-11-23T22:10", "2026-11-23 22:10"),
        ("tonight at 9", "2026-11-23T22:10", "2026-11-23 21:00"),
        ("festivo 10:00", "2026-12-08T09:59", "2026-12-08 10:00"),
        ("festivo 10:00", "2026-12-08T10:00", "2027-01-01 10:00"),
        ("next holiday", "2026-12-08T10:00", "2027-01-01 10:00"),
        ("next holiday 14:00", "2026-12-08T10:00", "2027-01-01 14:00"),
    ],
)
def test_an_evening_that_has_begun_is_now_and_a_holiday_is_the_next_on_which_the_hour_is_to_come(
    text, now, expected
):
    assert typed(text, datetime.fromisoformat(now).replace(tzinfo=BOGOTA)) == expected


@pytest.mark.parametrize("text", ["festivo", "next holiday at 10"])
def test_without_holidays_to_come_the_next_one_is_no_time(text):
    for holidays in ([], [date(2026, 11, 22)]):
        with pytest.raises(NoTimeError):
            read_time(text, MONDAY, lambda holidays=holidays: holidays)


@pytest.mark.parametrize(
    ("text", "left_open"),
    [
        ("2026-12-08", True),
        ("8 dic", True),
        ("sáb", True),
        ("mañana", True),
        ("en 3 días", True),
        ("festivo", True),
        ("esta noche", True),
        ("tonight at 9", False),
        ("festivo 10", False),
        ("2026-12-08T10:00", False),
        ("+2h", False),
        ("14:00", False),
        ("now", False),
    ],
)
def test_a_text_without_an_hour_is_known(text, left_open):
    assert names_no_hour(text, MONDAY, lambda: HOLIDAYS) is left_open


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("8/12 9:30", ["2026-12-08 09:30", "2027-08-12 09:30"]),
        ("3-4", ["2027-04-03 10:25", "2027-03-04 10:25"]),
        ("8/12/2027 9", ["2027-12-08 09:00", "2027-08-12 09:00"]),
        ("8.12", ["2026-12-08 10:25", "2026-11-23 08:12"]),
        ("8 dic 10", ["2010-12-08 10:25", "2026-12-08 10:00"]),
        ("mañana a medianoche", ["2026-11-24 00:00", "2026-11-25 00:00"]),
        ("monday midnight", ["2026-11-30 00:00", "2026-11-24 00:00"]),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused_with_both(text, readings):
    with pytest.raises(SeveralReadingsError) as error:
        read_time(text, MONDAY)
    assert [f"{each:%Y-%m-%d %H:%M}" for each in error.value.readings] == readings


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
    assert typed(text, MONDAY.astimezone(MADRID)) == expected


def test_of_an_hour_that_comes_twice_the_first_is_meant():
    found = instant_of(read_time("2027-10-31T02:30", MONDAY), "Europe/Madrid")
    assert found.isoformat() == "2027-10-31T00:30:00+00:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("+2h", "04:30"), ("en 120 minutos", "04:30"), ("en 1 día", "01:30"), ("hace 2 horas", "23:30")],
)
def test_hours_are_counted_as_they_pass_and_days_by_the_clock(text, expected):
    before_the_clock_skips_an_hour = datetime(2027, 3, 28, 1, 30, tzinfo=MADRID)
    assert typed(text, before_the_clock_skips_an_hour)[11:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-08", "2026-12-08"),
        (" 2026/12/8 ", "2026-12-08"),
        ("2026-W50-2", "2026-12-08"),
        ("hoy", "2026-11-23"),
        ("Yesterday", "2026-11-22"),
        ("mañana", "2026-11-24"),
        ("el próximo miércoles", "2026-11-25"),
        ("lunes", "2026-11-30"),
        ("8 de diciembre", "2026-12-08"),
        ("dec 8, 2027", "2027-12-08"),
        ("13/4", "2027-04-13"),
        ("8.12", "2026-12-08"),
        ("en 3 días", "2026-11-26"),
        ("-1w", "2026-11-16"),
        ("el próximo festivo", "2026-12-08"),
    ],
)
def test_a_day_is_read_in_every_form_that_names_one(text, expected):
    assert read_day(text, MONDAY, lambda: HOLIDAYS).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", NoDayError),
        ("x", NoDayError),
        ("14:00", NoDayError),
        ("8", NoDayError),
        ("ahora", NoDayError),
        ("mañana 8", NoDayError),
        ("2026-12-08T10:00", NoDayError),
        ("+2h", NoDayError),
        ("esta noche", NoDayError),
        ("2026-02-30", NoDayError),
        ("20261208", NoDayError),
        ("3/4", SeveralReadingsError),
        ("9000-01-01", BeyondYearsError),
    ],
)
def test_what_names_no_day_or_an_hour_as_well_is_refused(text, error):
    with pytest.raises(error):
        read_day(text, MONDAY)


MONTHS = {
    "es": ["enero", "febrero", "marzo", "abril", "mayo", "junio",
           "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    "en": ["january", "february", "march", "april", "may", "june",
           "july", "august", "september", "october", "november", "december"],
}  # fmt: skip
WEEKDAYS = {
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    "en": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
}


def hours_of(at):
    """Every way to write the hour of `at`."""
    twelve = f"{at.hour % 12 or 12}:{at.minute:02}"
    half = "am" if at.hour < 12 else "pm"
    yield from (f"{at:%H:%M}", f"a las {at.hour}:{at.minute:02}", f"at {at.hour}h{at.minute:02}")
    yield from (
        f"{at.hour}.{at.minute:02} h",
        f"{twelve} {half}",
        f"{twelve}{half[0]}.m.",
        f"{twelve} {half[0]}. m.",
    )


def dates_of(at):
    """Every way to write the date of `at` with its year."""
    es, en = (MONTHS[language][at.month - 1] for language in ("es", "en"))
    yield from (f"{at:%Y-%m-%d}", f"{at:%Y}/{at.month}/{at.day}", f"{at.day}.{at.month}.{at.year}")
    yield from (
        f"{at.day} {es[:3]} {at.year}",
        f"{at.day} de {es} de {at.year}",
        f"{at.day}-{en[:3]}-{at.year}",
    )
    yield from (f"{en} {at.day}th, {at.year}", f"the {at.day}th of {en} {at.year}")
    yield f"{WEEKDAYS['es'][at.weekday()]}, {at.day} de {es} del {at.year}"
    yield f"{WEEKDAYS['en'][at.weekday()][:3]} {at.day} {en[:3]} {at.year}"
    if at.day > 12 or at.day == at.month:
        yield from (f"{at.day}/{at.month}/{at.year}", f"{at.month}-{at.day}-{at.year}")


def disguised(text, dice):
    """The same text in another case and with other spaces."""
    return dice.choice([text, text.upper(), text.title(), f"  {text.replace(' ', '  ')} "])


minutes = st.datetimes(datetime(FIRST_YEAR, 1, 1), datetime(LAST_YEAR, 12, 31, 23, 59)).map(  # noqa: DTZ001
    lambda at: at.replace(second=0, microsecond=0)
)


@settings(max_examples=25)
@given(minutes, st.randoms(use_true_random=False))
@example(datetime(2028, 2, 29), random.Random(1))  # noqa: DTZ001
def test_a_date_and_an_hour_in_every_form_read_back_to_their_time(at, dice):
    assert read_time(at.isoformat(), MONDAY) == at
    for day in dates_of(at):
        assert read_day(disguised(day, dice), MONDAY) == at.date()
        for hour in hours_of(at):
            assert read_time(disguised(f"{day} {hour}", dice), MONDAY) == at, (day, hour)
            assert read_time(disguised(f"{hour} {day}", dice), MONDAY) == at, (hour, day)


@settings(max_examples=25)
@given(minutes, st.integers(1, 60 * 24 * 364), st.sampled_from(["es", "en"]))
def test_what_the_program_says_of_a_coming_time_reads_back_to_it(now, ahead, language):
    now = now.replace(year=min(now.year, LAST_YEAR - 1), tzinfo=BOGOTA)
    at = now + timedelta(minutes=ahead)
    said = format_moment(Language(language), at, now)
    assert read_time(said, now) == at.replace(tzinfo=None), said


@settings(max_examples=25)
@given(
    st.integers(1, 5000),
    st.sampled_from([("h", "hours", "horas"), ("m", "minutes", "minutos"), ("d", "days", "días")]),
)
def test_a_length_from_now_reads_back_to_it_in_every_form(count, units):
    letter, english, spanish = units
    length = timedelta(**{english: count})
    now = MONDAY.replace(second=0)
    for text in (
        f"+{count}{letter}",
        f"in {count} {english}",
        f"en {count} {spanish}",
        f"dentro de {count} {spanish}",
    ):
        assert instant_of(read_time(text, now), BOGOTA.key) == now + length, text
    for text in (f"-{count}{letter}", f"{count} {english} ago", f"hace {count} {spanish}"):
        assert instant_of(read_time(text, now), BOGOTA.key) == now - length, text


@settings(max_examples=60)
@given(st.text(string.ascii_lowercase + "áéíñ ", min_size=6, max_size=40), minutes)
def test_words_that_mean_nothing_name_no_time_alone_or_beside_one(text, at):
    word = "q" + text.strip()
    for nonsense in (
        word,
        f"{word} {at:%H:%M}",
        f"{at:%Y-%m-%d} {word}",
        f"{at:%Y-%m-%dT%H:%M} {word}",
        f"mañana {word} 8",
    ):
        with pytest.raises(TypedTimeError):
            read_time(nonsense, MONDAY)
        with pytest.raises(TypedTimeError):
            read_day(nonsense, MONDAY)


@settings(max_examples=60)
@given(
    st.integers(24, 10**12),
    st.sampled_from(["{}", "mañana {}", "{}:00", "a las {}", "{} pm", "sáb {}", "8:{}0"]),
)
def test_a_number_beyond_the_hours_names_no_time(number, form):
    with pytest.raises(NoTimeError):
        read_time(form.format(number), MONDAY)


@settings(max_examples=40)
@given(minutes, st.integers(1, 6))
def test_a_day_of_the_week_that_contradicts_the_date_names_no_time(at, off):
    for language in ("es", "en"):
        weekday = WEEKDAYS[language][(at.weekday() + off) % 7]
        month = MONTHS[language][at.month - 1]
        with pytest.raises(NoTimeError):
            read_time(f"{weekday} {at.day} {month} {at.year} 9:00", MONDAY)
        with pytest.raises(NoTimeError):
            read_time(f"{weekday} {at:%Y-%m-%d} 9:00", MONDAY)


@settings(max_examples=40)
@given(st.text(max_size=30))
@example("²")
@example("８:３０")
@example("0-0-0")
def test_any_text_is_read_or_refused(text):
    with suppress(TypedTimeError):
        assert FIRST_YEAR <= read_time(text, MONDAY).year <= LAST_YEAR


def rows_of_the_readme():
    table = (
        (ROOT / "README.md").read_text("utf-8").partition("<!-- times -->")[2].partition("<!-- end -->")[0]
    )
    for row in re.findall(r"^\| (`.*) \| (.*) \|$", table, re.MULTILINE):
        yield from ((text, row[1]) for text in re.findall(r"`([^`]+)`", row[0]))


@pytest.mark.parametrize(("text", "expected"), rows_of_the_readme())
def test_the_readme_says_what_is_meant(text, expected):
    assert typed(text) == expected


def test_the_readme_names_every_kind_of_time():
    assert len(list(rows_of_the_readme())) > 40
