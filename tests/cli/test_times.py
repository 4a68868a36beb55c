"""The time of `--at`, and the day of `--from`."""

import os
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.cli.program import book, misuse, process
from tests.support import DESK_TEXT


@pytest.mark.parametrize(
    "time",
    [
        "luego", "hoy 25", "mar 3", "2026-02-30", "2025-02-29", "2026-13-01", "2026-11-23T25:00", "25:00", "30 feb",
        "2026-11-23T16:60", "2026-11-23T16:25+99:00", "2026-11-23T16:25 America/Bogota", "1790000000",
        "2026", "2026-11", "20261123", "２０２６-１１-２３x", "-2026-11-23", "nan", "∞", pytest.param("9" * 5000, id="5,000 digits"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["status", "who p1", "check"])
def test_what_is_no_time_is_refused(cli, command, time):
    message = misuse(cli(*command.split(), f"--at={time}", "--lang", "en"))
    assert message == f"{time} is not a time, as sat 14:00, tomorrow 8 or 2026-12-08T10:00"


@pytest.mark.parametrize("time", ["", "  "])
def test_an_empty_time_is_refused(cli, time):
    assert "is not a time" in misuse(cli("status", f"--at={time}", "--lang", "en"))


@pytest.mark.parametrize(
    "time",
    ["0001-01-01", "1970-12-31T23:59:59", "9000-01-01", "9999-12-31", "9999-12-31T23:59:59.999999-23:59"],
)
def test_a_time_too_far_away_is_refused(cli, time):
    message = "is not between the years 1971 and 8999"
    assert misuse(cli("status", "--at", time, "--lang", "en")) == f"{time} {message}"
    assert misuse(cli("status", "--at", time, "--lang", "es")).endswith("no está entre los años 1971 y 8999")


@pytest.mark.parametrize(
    ("time", "stamp"),
    [
        pytest.param("1971-01-01", "1971-01-01T00:00:00-05:00", id="the first"),
        pytest.param("1971-01-01T00:00+23:59", "1970-12-30T19:01:00-05:00", id="the first, far in the east"),
        pytest.param("8999-12-31T23:59:59", "8999-12-31T23:59:59-05:00", id="the last"),
        pytest.param("8999-12-31T23:59-23:59", "9000-01-01T18:58:00-05:00", id="the last, far in the west"),
        pytest.param("2026-11-23", "2026-11-23T00:00:00-05:00", id="a date"),
        pytest.param(" 2026-11-23T16:25 ", "2026-11-23T16:25:00-05:00", id="spaces around"),
        pytest.param("2026-11-23 16:25", "2026-11-23T16:25:00-05:00", id="a space between"),
        pytest.param("20261123T1625", "2026-11-23T16:25:00-05:00", id="the basic form"),
        pytest.param("2026-11-23T16:25:30", "2026-11-23T16:25:30-05:00", id="seconds"),
        pytest.param("2026-11-23T21:25Z", "2026-11-23T16:25:00-05:00", id="UTC"),
        pytest.param("2026-11-24T03:10+05:45", "2026-11-23T16:25:00-05:00", id="an offset"),
        pytest.param("2028-02-29T10:00", "2028-02-29T10:00:00-05:00", id="29 February"),
        pytest.param("2026-W48-1", "2026-11-23T00:00:00-05:00", id="a week"),
    ],
)
def test_a_time_is_read_as_iso_8601(cli, time, stamp):
    assert cli("status", f"--at={time}", "--json").data["at"] == stamp


@pytest.mark.parametrize(
    ("time", "stamp"),
    [
        pytest.param("2026-03-29T02:30", "2026-03-29T03:30:00+02:00", id="a time that the clock skips"),
        pytest.param(
            "2026-10-25T02:30", "2026-10-25T02:30:00+02:00", id="a time that comes twice: the first"
        ),
        pytest.param("2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00", id="the second"),
    ],
)
def test_a_time_on_the_day_of_a_clock_change(cli, time, stamp):
    path = book(DESK_TEXT.replace("America/Bogota", "Europe/Madrid"), "madrid.toml")
    assert cli("status", f"--at={time}", "--json", "--book", path).data["at"] == stamp


@pytest.mark.parametrize("command", ["status", "who p1", "escalate", "coverage", "shift", "check"])
@pytest.mark.parametrize(
    ("time", "said"),
    [
        (
            "2027-03-28T02:30",
            "02:30 does not exist on 2027-03-28 in Madrid: the clock skips it; this is for 03:30",
        ),
        (
            "2027-10-31T02:30",
            "02:30 occurs twice on 2027-10-31 in Madrid: this is for the first; "
            "for the second use 2027-10-31T02:30+01:00",
        ),
        ("2027-10-31T02:30+01:00", ""),
        ("2027-03-28T01:59", ""),
        ("2027-03-28T03:00", ""),
        ("2027-10-31T03:00", ""),
    ],
)
def test_a_time_that_the_clock_skips_or_repeats_is_remarked_on(cli, command, time, said):
    path = book(DESK_TEXT.replace("America/Bogota", "Europe/Madrid"), "madrid.toml")
    ran = cli(*command.split(), f"--at={time}", "--book", path, "--lang", "en")
    assert ran.err == (f"helpdesk-tui: {said}\n" if said else "")
    assert ran.code in (0, 1)


def test_a_time_on_a_day_that_the_clock_skips_is_answered_for_the_next_day(cli):
    path = book(DESK_TEXT.replace("America/Bogota", "Pacific/Apia"), "apia.toml")
    ran = cli("status", "--at", "2011-12-30T10:00", "--book", path, "--lang", "en")
    assert ran.err.endswith("the clock skips it; this is for 2011-12-31 10:00\n")
    assert ran.lines[-1].startswith("sat 31 dec 2011 · 10:00 Apia")


BOGOTA = ZoneInfo("America/Bogota")


@pytest.mark.parametrize(
    "time",
    [
        "sáb 14:00",
        "tomorrow 8",
        "el próximo martes a las 8 de la noche",
        "8 dic 10:00",
        "13/4 9:30",
        "ayer 0",
    ],
)
@pytest.mark.parametrize("command", ["status", "who p1"])
def test_a_time_is_read_as_people_say_it(cli, command, time):
    """The stamp says which one it was: typed again in full, it gives the same answer."""
    ran = cli(*command.split(), f"--at={time}", "--lang", "es")
    assert ran.err == ""
    stamp = ran.lines[-1].partition(" Bogotá")[0].replace(" · ", " ")
    assert cli(*command.split(), f"--at={stamp}", "--lang", "es").lines == ran.lines
    assert stamp.endswith(cli("status", f"--at={time}", "--json").data["at"][11:16])


@pytest.mark.parametrize(
    ("time", "length"),
    [
        ("now", timedelta()),
        ("+2h", timedelta(hours=2)),
        ("-30m", timedelta(minutes=-30)),
        ("en 3 días", timedelta(days=3)),
    ],
)
def test_a_time_is_counted_from_the_clock_of_the_books_zone(cli, time, length):
    path = book(DESK_TEXT.replace("America/Bogota", "Pacific/Kiritimati"), "kiritimati.toml")
    before = datetime.now(BOGOTA).replace(second=0, microsecond=0)
    at = datetime.fromisoformat(cli("status", f"--at={time}", "--json", "--book", path).data["at"])
    assert at.utcoffset() == timedelta(hours=14)
    assert before + length <= at <= datetime.now(BOGOTA) + length


@pytest.mark.parametrize("command", ["status", "who p1", "check"])
@pytest.mark.parametrize(
    ("time", "hour"),
    [("2026-12-08", "00:00"), ("2026-12-08T10:00", None), ("tonight at 9", None), ("now", None)],
)
def test_a_time_without_an_hour_says_which_one_it_took(cli, command, time, hour):
    ran = cli(*command.split(), f"--at={time}", "--lang", "en")
    assert ran.err == (f"helpdesk-tui: {time} names no hour: this is for {hour}\n" if hour else "")


@pytest.mark.parametrize("text", ["sáb", "8 dic", "esta noche", "festivo"])
def test_the_hour_that_was_taken_is_that_of_the_answer(cli, text):
    ran = cli("status", "--at", text, "--lang", "es")
    hour = ran.lines[-1].partition(" · ")[2][:5]
    assert ran.err == f"helpdesk-tui: {text} no dice la hora: la respuesta es para las {hour}\n"


@pytest.mark.parametrize("command", ["status", "who p1", "check", "next", "shift"])
def test_the_next_holiday_is_that_of_the_book(cli, command):
    day = (datetime.now(BOGOTA) + timedelta(days=2)).date()
    text = DESK_TEXT.replace('country      = "CO"', "")
    path = book(f"{text}\n[holidays]\n{day} = 'Fiesta'\n", "fiesta.toml")
    ran = cli(*command.split(), "--at", "festivo 10:00", "--json", "--book", path)
    assert ran.err == ""
    if command != "check":
        assert ran.data["at"] == f"{day}T10:00:00-05:00"


def test_without_holidays_the_next_one_is_refused(cli):
    path = book(DESK_TEXT.replace('country      = "CO"', ""), "none.toml")
    assert misuse(cli("status", "--at", "festivo", "--book", path)).startswith("festivo is not a time")


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_can_be_read_in_two_ways_is_refused_with_both(cli, language):
    said = {
        "es": "3/4/2027 9 puede ser sáb 3 abr 2027 09:00 o jue 4 mar 2027 09:00",
        "en": "3/4/2027 9 can be sat 3 apr 2027 09:00 or thu 4 mar 2027 09:00",
    }
    assert misuse(cli("status", "--at", "3/4/2027 9", "--lang", language)) == said[language]
    day = {
        "es": "3/4/2027 puede ser sáb 3 abr 2027 o jue 4 mar 2027",
        "en": "3/4/2027 can be sat 3 apr 2027 or thu 4 mar 2027",
    }
    assert misuse(cli("coverage", "--from", "3/4/2027", "--lang", language)) == day[language]


MONDAY = "2026-11-23T10:00"


@pytest.mark.parametrize(
    ("day", "first"),
    [
        ("2026-12-08", "2026-12-08"),
        ("hoy", "2026-11-23"),
        ("tomorrow", "2026-11-24"),
        ("miércoles", "2026-11-25"),
        ("8 dic", "2026-12-08"),
        ("13/4", "2027-04-13"),
        ("hace 3 días", "2026-11-20"),
    ],
)
def test_the_first_day_is_read_as_people_say_it_from_the_time_that_is_asked_about(cli, day, first):
    ran = cli("coverage", "--from", day, "--days", "1", "--at", MONDAY, "--json")
    assert ran.data["from"] == f"{first}T00:00:00-05:00"


@pytest.mark.parametrize(
    "day", ["", "luego", "14:00", "mañana 8", "2026-12-08T10:00", "+2h", "ahora", "2026-02-30"]
)
def test_what_names_no_day_or_an_hour_as_well_is_refused(cli, day):
    said = misuse(cli("coverage", f"--from={day}", "--at", MONDAY, "--lang", "es"))
    assert said == f"{day} no es una fecha, como mañana, 8 dic o 2026-12-08 (sin hora)"


@pytest.mark.parametrize("command", ["status --at", "coverage --days 1 --at 2026-11-23T10:00 --from"])
def test_accents_are_understood_where_the_locale_has_none(command):
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    accents, none = (process(*command.split(), day, **plain) for day in ("miércoles", "miercoles"))
    assert (accents.returncode, accents.stderr) == (0, none.stderr)
    assert accents.stdout == none.stdout


def test_a_file_with_accents_is_opened_where_the_locale_has_none():
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    facts = ("--title", "X", "--timezone", "UTC", "--channel", "T=+57 601 7442727", "--request", "P=T")
    for words in (("init", "número.toml", *facts), ("diff", "número.toml", "número.toml")):
        ran = process(*words, **plain)
        assert ran.returncode == 0, ran.stderr
    assert os.path.exists("número.toml")


def test_a_bad_book_is_told_before_a_bad_time(cli):
    ran = cli("status", "--at", "luego", "--book", "nowhere.toml", "--lang", "en")
    assert (ran.code, ran.err) == (2, "nowhere.toml: there is no such file\n")
