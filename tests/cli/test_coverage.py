import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.cli.program import book, misuse, process, rows
from tests.support import DEFAULT_TEXT

MONDAY = "2026-12-07T10:00"


def test_a_holiday_week_is_drawn_day_by_day_and_its_gaps_are_told(cli, here):
    ran = cli("coverage", "--at", MONDAY, "--days", "2")
    assert ran.lines[:-1] == rows("""
Prioridad 1 · Crítica
siempre cubierta
           0     6     12    18
lun 7 dic  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
mar 8 dic  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆  La Inmaculada Concepción

Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja
cubierta 12 h, sin confirmar 12 h, sin nadie 24 h
           0     6     12    18
lun 7 dic  ▂▂▂▂▂▂▂▆▆▆▆▆▆▆▆▆▆▆▆▂▂▂▂▂
mar 8 dic  ▂▂▂▂▂▂▂????????????▂▂▂▂▂  La Inmaculada Concepción
  nadie de lun 00:00 a lun 07:00 (7 h)
  nadie de lun 19:00 a mar 07:00 (12 h)
  nadie de mar 19:00 a mié 00:00 (5 h)

PQRSA
cubierta 10 h, sin confirmar 10 h, sin nadie 28 h
           0     6     12    18
lun 7 dic  ▂▂▂▂▂▂▂▆▆▆▆▆▆▆▆▆▆▂▂▂▂▂▂▂
mar 8 dic  ▂▂▂▂▂▂▂??????????▂▂▂▂▂▂▂  La Inmaculada Concepción
  nadie de lun 00:00 a lun 07:00 (7 h)
  nadie de lun 17:00 a mar 07:00 (14 h)
  nadie de mar 17:00 a mié 00:00 (7 h)

▆ atendido  ▂ solo mensajes  ? sin confirmar  · nadie
""")
    assert (ran.code, ran.err) == (0, "")


def test_coverage_speaks_english(cli, here):
    ran = cli("coverage", "--at", MONDAY, "--days", "1", "--lang", "en")
    assert "  nobody from mon 19:00 to tue 00:00 (5 h)" in ran.lines
    assert ran.lines[-2] == "▆ attended  ▂ messages only  ? unconfirmed  · nobody"


def test_the_json_has_the_keys_of_the_contract_and_exact_minutes(cli, here):
    ran = cli("coverage", "--at", MONDAY, "--days", "2", "--json")
    assert sorted(ran.data) == ["from", "requests", "to"]
    assert (ran.data["from"], ran.data["to"]) == ("2026-12-07T00:00:00-05:00", "2026-12-09T00:00:00-05:00")
    by_id = {request["id"]: request for request in ran.data["requests"]}
    assert list(by_id) == ["p1", "p2", "p3", "p4", "pqrsa"]
    assert by_id["p2"] == {
        "id": "p2",
        "name": "Prioridad 2 · Alta",
        "covered_minutes": 720,
        "unknown_minutes": 720,
        "gap_minutes": 1440,
        "gaps": [
            {"start": "2026-12-07T00:00:00-05:00", "end": "2026-12-07T07:00:00-05:00"},
            {"start": "2026-12-07T19:00:00-05:00", "end": "2026-12-08T07:00:00-05:00"},
            {"start": "2026-12-08T19:00:00-05:00", "end": "2026-12-09T00:00:00-05:00"},
        ],
        "unknown": [{"start": "2026-12-08T07:00:00-05:00", "end": "2026-12-08T19:00:00-05:00"}],
        "breaches": [],
    }


def test_seven_days_from_today_are_asked_about_unless_told_otherwise(cli, here):
    data = cli("coverage", "--at", MONDAY, "--json").data
    assert (data["from"][:10], data["to"][:10]) == ("2026-12-07", "2026-12-14")


@pytest.mark.parametrize("first", ["1999-12-31", "2026-11-30", "2027-12-24", "2031-02-27"])
def test_any_day_may_be_the_first(cli, here, first):
    data = cli("coverage", "--at", MONDAY, "--from", first, "--days", "400", "--json").data
    assert (data["from"][:10], data["to"][:10]) == (
        first,
        (date.fromisoformat(first) + timedelta(days=400)).isoformat(),
    )
    for request in data["requests"]:
        assert sum(request[key] for key in ("covered_minutes", "unknown_minutes", "gap_minutes")) == 576_000


def test_the_calendar_holds_every_gap_and_holiday_and_can_be_read_back(here):
    ran = process("coverage", "--at", MONDAY, "--days", "2", "--format", "ics")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert all(line.endswith(b"\r\n") for line in ran.stdout.splitlines(keepends=True))
    events = Calendar.from_ical(ran.stdout).walk("VEVENT")
    assert len({event["uid"] for event in events}) == len(events) == 4 * 3 + 1
    gaps = [event for event in events if event["summary"] == "PQRSA: nadie"]
    assert [(gap.decoded("dtstart"), gap.decoded("dtend")) for gap in gaps] == [
        (datetime(2026, 12, 7, 5, tzinfo=UTC), datetime(2026, 12, 7, 12, tzinfo=UTC)),
        (datetime(2026, 12, 7, 22, tzinfo=UTC), datetime(2026, 12, 8, 12, tzinfo=UTC)),
        (datetime(2026, 12, 8, 22, tzinfo=UTC), datetime(2026, 12, 9, 5, tzinfo=UTC)),
    ]
    holiday = events[-1]
    assert (str(holiday["summary"]), holiday.decoded("dtstart")) == (
        "La Inmaculada Concepción",
        date(2026, 12, 8),
    )


def test_two_exports_of_one_window_name_their_events_alike(here):
    one, other = (process("coverage", "--at", at, "--from", "2026-12-07", "--format", "ics").stdout for at in (MONDAY, "2026-12-09T11:00"))  # fmt: skip
    names = [[event["uid"] for event in Calendar.from_ical(data).walk("VEVENT")] for data in (one, other)]
    assert names[0] == names[1]


def test_the_table_has_a_row_for_every_stretch(here):
    ran = process("coverage", "--at", MONDAY, "--days", "1", "--format", "csv")
    table = list(csv.DictReader(io.StringIO(ran.stdout.decode(), newline="")))
    assert [(row["request"], row["start"][11:16], row["minutes"], row["look"], row["channels"]) for row in table][:6] == [
        ("p1", "00:00", "420", "live", "mobile"),
        ("p1", "07:00", "720", "live", "phone mobile"),
        ("p1", "19:00", "300", "live", "mobile"),
        ("p2", "00:00", "420", "message", ""),
        ("p2", "07:00", "720", "live", "phone email chat"),
        ("p2", "19:00", "300", "message", ""),
    ]  # fmt: skip


def test_a_name_that_looks_like_a_formula_is_text_in_the_table(here):
    book(DEFAULT_TEXT.replace('"Prioridad 1 · Crítica"', '"=1+1"'))
    ran = process("coverage", "--at", MONDAY, "--days", "1", "--format", "csv")
    assert ran.stdout.decode().splitlines()[1].startswith("p1,'=1+1,")


BROKEN = DEFAULT_TEXT.replace('["phone", "mobile"]', '["phone"]')


def test_a_broken_rule_is_told_with_its_times_and_exits_1(cli):
    book(BROKEN)
    ran = cli("coverage", "--at", MONDAY, "--days", "2")
    assert ran.code == 1
    told = [line for line in ran.lines if "debe estar cubierta" in line]
    assert told == rows("""
Prioridad 1 · Crítica debe estar cubierta y no se sabe de nadie que atienda de lun 00:00 a lun 07:00 (7 h)
Prioridad 1 · Crítica debe estar cubierta y no se sabe de nadie que atienda de lun 19:00 a mié 00:00 (1 día 5 h)
""")
    data = cli("coverage", "--at", MONDAY, "--days", "2", "--json").data
    assert data["requests"][0]["breaches"] == [
        {"start": "2026-12-07T00:00:00-05:00", "end": "2026-12-07T07:00:00-05:00"},
        {"start": "2026-12-07T19:00:00-05:00", "end": "2026-12-09T00:00:00-05:00"},
    ]


def test_check_tells_of_a_rule_that_is_broken_within_a_fortnight(cli):
    book(BROKEN)
    ran = cli("check", "--at", "2026-11-23T10:00")
    assert ran.code == 1
    assert ran.lines[1] == (
        "requests.p1.must_cover: Prioridad 1 · Crítica debe estar cubierta y no se sabe de nadie que atienda "
        "de lun 19:00 a mar 07:00 (12 h)"
    )


def test_check_keeps_quiet_of_a_rule_that_is_broken_later(cli):
    book(DEFAULT_TEXT.replace('must_cover = "24/7"', 'must_cover = "2026 Dec 20 00:00-24:00"').replace(
        '["phone", "mobile"]', '["phone"]'
    ))  # fmt: skip
    assert cli("check", "--at", "2026-11-23T10:00").code == 0
    assert cli("check", "--at", "2026-12-10T10:00").code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--days", "0"], "0 no es un número de días de 1 a 400", id="no days"),
        pytest.param(["--days", "-3"], "-3 no es un número de días de 1 a 400", id="an end before its start"),
        pytest.param(["--days", "401"], "401 no es un número de días de 1 a 400", id="too many days"),
        pytest.param(["--days", "9" * 5000], "9" * 5000 + " no es un número de días de 1 a 400", id="far too many"),
        pytest.param(["--days", "dos"], "dos no es un número de días de 1 a 400", id="days in words"),
        pytest.param(["--from", "ayer"], "ayer no es una fecha, como 2026-12-08", id="a date in words"),
        pytest.param(["--from", "2026-02-30"], "2026-02-30 no es una fecha, como 2026-12-08", id="no such date"),
        pytest.param(["--from", "9999-12-31"], "9999-12-31 no está entre los años 1971 y 8999", id="too late"),
        pytest.param(["--at", "luego"], "luego no es una hora, como 2026-12-08T10:00", id="no time"),
    ],
)  # fmt: skip
def test_a_window_that_makes_no_sense_is_refused(cli, here, arguments, said):
    assert misuse(cli("coverage", "--lang", "es", *arguments)) == said


MADRID = """
[book]
title = "Mesa"
language = "es"
timezone = "Europe/Madrid"
[hours.night]
weekly = "02:00-03:00"
[channels.night]
name = "Noche"
hours = "night"
telephone = "+34 912345678"
[requests.r]
name = "R"
route = ["night"]
"""


def test_the_strips_of_a_day_of_25_hours_and_one_of_23(cli):
    book(MADRID)
    spring = cli("coverage", "--from", "2026-03-29", "--days", "1", "--at", "2026-03-29T12:00").lines
    assert spring[3] == "dom 29 mar  ·· ·····················"
    autumn = cli("coverage", "--from", "2026-10-25", "--days", "1", "--at", "2026-10-25T12:00").lines
    assert autumn[1] == "cubierta 2 h, sin nadie 23 h"
    assert autumn[3] == "dom 25 oct  ··▆·····················"


@pytest.mark.parametrize(
    ("first", "days"), [("2027-03-29", 1), ("2027-03-30", 7), ("2027-03-28", 2), ("2027-11-01", 3)]
)
def test_days_after_a_clock_change_are_drawn_whole(cli, first, days):
    book(MADRID)
    window = ["--from", first, "--days", str(days)]
    drawn = cli("coverage", *window, "--at", "2027-03-25T10:00").lines[3 : 3 + days]
    assert {line[-24:] for line in drawn} <= {"··▆·····················", "·· ·····················"}
    assert len(drawn) == days
