import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from tests.cli.program import book, misuse, process, rows
from tests.support import DESK_TEXT, one_channel

MONDAY = "2026-12-07T10:00"


def test_a_window_years_away_is_told_by_the_clock_that_is_in_force_now(cli):
    text = one_channel("Mo-Fr 09:00-17:00", zone="Europe/Madrid")
    path = book(text, "own.toml")
    ran = cli("coverage", "--book", path, "--at", "2026-11-23T10:00", "--from", "2029-07-02", "--days", "1")
    assert "2 jul" in "\n".join(ran.lines)
    assert ran.lines[-1] == "mon 23 nov 2026 · 10:00 Madrid · here 09:00 · own.toml"


def test_a_holiday_week_is_drawn_day_by_day_and_its_gaps_are_told(cli, here):
    ran = cli("coverage", "--at", MONDAY, "--days", "2")
    assert ran.lines[:-1] == rows("""
Prioridad 1 · Crítica
siempre con atención
           0     6     12    18
lun 7 dic  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆
mar 8 dic  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆  La Inmaculada Concepción

Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja
con atención 12 h, sin confirmar 12 h, solo mensajes 24 h
           0     6     12    18
lun 7 dic  ▂▂▂▂▂▂▂▆▆▆▆▆▆▆▆▆▆▆▆▂▂▂▂▂
mar 8 dic  ▂▂▂▂▂▂▂????????????▂▂▂▂▂  La Inmaculada Concepción
  solo mensajes de lun 00:00 a lun 07:00 (7 h)
  solo mensajes de lun 19:00 a mar 07:00 (12 h)
  sin confirmar de mar 07:00 a mar 19:00 (12 h)
  solo mensajes de mar 19:00 a mié 00:00 (5 h)

PQRSA
con atención 10 h, sin confirmar 10 h, solo mensajes 28 h
           0     6     12    18
lun 7 dic  ▂▂▂▂▂▂▂▆▆▆▆▆▆▆▆▆▆▂▂▂▂▂▂▂
mar 8 dic  ▂▂▂▂▂▂▂??????????▂▂▂▂▂▂▂  La Inmaculada Concepción
  solo mensajes de lun 00:00 a lun 07:00 (7 h)
  solo mensajes de lun 17:00 a mar 07:00 (14 h)
  sin confirmar de mar 07:00 a mar 17:00 (10 h)
  solo mensajes de mar 17:00 a mié 00:00 (7 h)

▆ con atención  ▂ solo mensajes  ? sin confirmar  · nadie
""")
    assert (ran.code, ran.err) == (0, "")


def test_coverage_speaks_english(cli, here):
    ran = cli("coverage", "--at", MONDAY, "--days", "1", "--lang", "en")
    assert "  messages only from mon 19:00 to tue 00:00 (5 h)" in ran.lines
    assert ran.lines[-2] == "▆ staffed  ▂ messages only  ? unconfirmed  · unstaffed"


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
            {"start": "2026-12-07T00:00:00-05:00", "end": "2026-12-07T07:00:00-05:00", "look": "message"},
            {"start": "2026-12-07T19:00:00-05:00", "end": "2026-12-08T07:00:00-05:00", "look": "message"},
            {"start": "2026-12-08T19:00:00-05:00", "end": "2026-12-09T00:00:00-05:00", "look": "message"},
        ],
        "unknown": [{"start": "2026-12-08T07:00:00-05:00", "end": "2026-12-08T19:00:00-05:00"}],
        "gap_look": "message",
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


def test_the_calendar_holds_gaps_unconfirmed_stretches_and_holidays_each_once(here):
    ran = process("coverage", "--at", MONDAY, "--days", "2", "--format", "ics")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert all(line.endswith(b"\r\n") for line in ran.stdout.splitlines(keepends=True))
    events = Calendar.from_ical(ran.stdout).walk("VEVENT")
    assert len({event["uid"] for event in events}) == len(events)
    alike = "Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja"
    assert [
        (str(event["summary"]), f"{event.decoded('dtstart'):%d %H}", f"{event.decoded('dtend'):%d %H}")
        for event in events
    ] == [
        (f"{alike}, PQRSA: solo mensajes", "07 05", "07 12"),
        ("PQRSA: solo mensajes", "07 22", "08 12"),
        (f"{alike}: solo mensajes", "08 00", "08 12"),
        ("PQRSA: sin confirmar", "08 12", "08 22"),
        (f"{alike}: sin confirmar", "08 12", "09 00"),
        ("PQRSA: solo mensajes", "08 22", "09 05"),
        (f"{alike}: solo mensajes", "09 00", "09 05"),
        ("La Inmaculada Concepción", "08 00", "09 00"),
    ]
    assert events[0].decoded("dtstart") == datetime(2026, 12, 7, 5, tzinfo=UTC)
    assert events[-1].decoded("dtstart") == date(2026, 12, 8)


def test_two_exports_of_one_window_name_their_events_alike(here):
    one, other = (process("coverage", "--at", at, "--from", "2026-12-07", "--format", "ics").stdout for at in (MONDAY, "2026-12-09T11:00"))  # fmt: skip
    names = [[event["uid"] for event in Calendar.from_ical(data).walk("VEVENT")] for data in (one, other)]
    assert names[0] == names[1]


def table(*arguments):
    """The rows of the exported table, each by its columns."""
    ran = process("coverage", "--at", MONDAY, "--days", "1", "--format", "csv", *arguments)
    return list(csv.DictReader(io.StringIO(ran.stdout.decode(), newline="")))


def test_the_table_has_a_row_for_every_stretch(here):
    assert [(row["request"], row["start"][11:16], row["minutes"], row["look"], row["channels"]) for row in table()][:6] == [
        ("p1", "00:00", "420", "live", "mobile"),
        ("p1", "07:00", "720", "live", "phone mobile"),
        ("p1", "19:00", "300", "live", "mobile"),
        ("p2", "00:00", "420", "message", ""),
        ("p2", "07:00", "720", "live", "phone email chat"),
        ("p2", "19:00", "300", "message", ""),
    ]  # fmt: skip


def test_the_table_keeps_its_first_columns_and_adds_names_words_and_the_local_clock(here):
    row = table("--request", "p2")[1]
    assert list(row) == [
        "request", "name", "start", "end", "minutes", "state", "look", "channels",
        "channel_names", "look_in_words", "start_date", "start_time", "end_date", "end_time",
    ]  # fmt: skip
    assert list(row.values())[8:] == [
        "Telefónico, Correo electrónico, Chat online", "con atención", "2026-12-07", "07:00", "2026-12-07", "19:00",
    ]  # fmt: skip
    assert table("--lang", "en", "--request", "p2")[0]["look_in_words"] == "messages only"


def test_the_table_for_excel_is_marked_as_utf_8(here):
    plain, marked = (
        process("coverage", "--at", MONDAY, "--format", "csv", *more).stdout for more in ([], ["--excel"])
    )
    assert marked == b"\xef\xbb\xbf" + plain
    assert plain.startswith(b"request,")


@pytest.mark.parametrize(
    "named",
    [
        pytest.param(["--request", "p1", "--request", "pqrsa"], id="twice"),
        pytest.param(["--request", "pqrsa,p1"], id="with a comma"),
        pytest.param(["--request", "QUEJA, Crítica,1"], id="by key, name and alias, one of them twice"),
    ],
)
def test_only_the_requests_that_are_named_are_told_in_the_books_order(cli, here, named):
    window = ["coverage", "--at", MONDAY, "--days", "1", *named]
    *blocks, _legend = "\n".join(cli(*window).lines).split("\n\n")
    assert [block.partition("\n")[0] for block in blocks] == ["Prioridad 1 · Crítica", "PQRSA"]
    assert [each["id"] for each in cli(*window, "--json").data["requests"]] == ["p1", "pqrsa"]
    assert {row["request"] for row in table(*named)} == {"p1", "pqrsa"}
    events = Calendar.from_ical(process(*window, "--format", "ics").stdout).walk("VEVENT")
    assert {str(event["summary"]) for event in events} == {"PQRSA: solo mensajes"}


def test_a_name_with_a_comma_is_one_name(cli):
    book(DESK_TEXT.replace('"Prioridad 2 · Alta"', '"Alta, urgente"'))
    data = cli("coverage", "--request", "alta, urgente", "--at", MONDAY, "--json").data
    assert [each["id"] for each in data["requests"]] == ["p2"]


def test_a_rule_of_a_request_that_is_not_asked_about_is_not_told(cli):
    book(BROKEN)
    broken, kept = (cli("coverage", "--at", MONDAY, "--request", request) for request in ("p1", "p2"))
    assert (broken.code, "cobertura obligatoria" in broken.out) == (1, True)
    assert (kept.code, "cobertura obligatoria" in kept.out) == (0, False)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--request", "p9"], "ninguna solicitud se llama p9; pruebe con: p1, p2, p3, p4, pqrsa"),
        (["--request", "p1,queha"], "ninguna solicitud se llama queha; pruebe con: queja"),
        (["--request", "p1,,p2"], "ninguna solicitud se llama ; pruebe con: p1, p2, p3, p4, pqrsa"),
        (["--json", "--format", "ics"], "--json y --format ics no se pueden usar juntos"),
        (["--json", "--format", "text"], "--json y --format text no se pueden usar juntos"),
        (["--excel"], "--excel solo sirve con --format csv"),
        (["--excel", "--json"], "--excel solo sirve con --format csv"),
        (["--excel", "--format", "ics"], "--excel solo sirve con --format csv"),
    ],
)
def test_what_cannot_be_exported_is_refused(cli, here, arguments, said):
    assert misuse(cli("coverage", "--lang", "es", *arguments)) == said


def test_json_may_be_asked_for_twice(cli, here):
    assert cli("coverage", "--json", "--format", "json").data == cli("coverage", "--json").data


def test_a_route_that_takes_no_messages_has_nobody_in_every_form(cli):
    book(DESK_TEXT.replace("takes_messages = true", "takes_messages = false"))
    window = ["coverage", "--at", MONDAY, "--days", "1", "--request", "p2"]
    lines = cli(*window).lines
    assert lines[1] == "con atención 12 h, nadie 12 h"
    assert lines[4] == "  nadie de lun 00:00 a lun 07:00 (7 h)"
    assert cli(*window, "--json").data["requests"][0]["gap_look"] == "nobody"
    assert table("--request", "p2")[0]["look_in_words"] == "nadie"
    events = Calendar.from_ical(process(*window, "--format", "ics").stdout).walk("VEVENT")
    assert {str(event["summary"]) for event in events} == {"Prioridad 2 · Alta: nadie"}


def test_a_name_that_looks_like_a_formula_is_text_in_the_table(here):
    book(DESK_TEXT.replace('"Prioridad 1 · Crítica"', '"=1+1"'))
    ran = process("coverage", "--at", MONDAY, "--days", "1", "--format", "csv")
    assert ran.stdout.decode().splitlines()[1].startswith("p1,'=1+1,")


BROKEN = DESK_TEXT.replace('["phone", "mobile"]', '["phone"]')


def test_a_broken_rule_is_told_with_its_times_and_exits_1(cli):
    book(BROKEN)
    ran = cli("coverage", "--at", MONDAY, "--days", "2")
    assert ran.code == 1
    told = [line for line in ran.lines if "cobertura obligatoria" in line]
    assert told == rows("""
Prioridad 1 · Crítica: cobertura obligatoria, pero no se sabe de ningún canal abierto de lun 00:00 a lun 07:00 (7 h)
Prioridad 1 · Crítica: cobertura obligatoria, pero no se sabe de ningún canal abierto de lun 19:00 a mié 00:00 (1 día 5 h)
""")
    data = cli("coverage", "--at", MONDAY, "--days", "2", "--json").data
    assert data["requests"][0]["breaches"] == [
        {"start": "2026-12-07T00:00:00-05:00", "end": "2026-12-07T07:00:00-05:00"},
        {"start": "2026-12-07T19:00:00-05:00", "end": "2026-12-09T00:00:00-05:00"},
    ]


APIA = DESK_TEXT.replace("America/Bogota", "Pacific/Apia")


def test_a_day_that_the_clock_skips_is_told_as_none(cli):
    book(APIA)
    ran = cli("coverage", "--from", "2011-12-30", "--days", "1", "--at", "2011-12-29T10:00", "--lang", "en")
    assert ran.err == "helpdesk-tui: 2011-12-30 does not exist in Apia: the clock skips it\n"
    assert ran.lines[1] == "the clock skips this day"
    assert ran.lines[3].rstrip() == "fri 30 dec"
    assert cli("coverage", "--from", "2011-12-29", "--days", "1", "--at", "2011-12-29T10:00").err == ""


def test_check_tells_of_a_rule_that_is_broken_within_a_fortnight(cli):
    book(BROKEN)
    ran = cli("check", "--at", "2026-11-23T10:00")
    assert ran.code == 1
    assert "no tiene errores" not in ran.out
    assert ran.lines[1] == (
        "contacts.toml:70: error: requests.p1.must_cover: Prioridad 1 · Crítica: cobertura obligatoria, "
        "pero no se sabe de ningún canal abierto de lun 19:00 a mar 07:00 (12 h) [HD102 uncovered-request]"
    )


def test_check_keeps_quiet_of_a_rule_that_is_broken_later(cli):
    book(DESK_TEXT.replace('must_cover = "24/7"', 'must_cover = "2026 Dec 20 00:00-24:00"').replace(
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
        pytest.param(["--days", f"000000007{'1' * 5000}"], f"000000007{'1' * 5000} no es un número de días de 1 a 400", id="far too many after zeros"),
        pytest.param(["--days", "9" * 5000], "9" * 5000 + " no es un número de días de 1 a 400", id="far too many"),
        pytest.param(["--days", "dos"], "dos no es un número de días de 1 a 400", id="days in words"),
        pytest.param(["--from", "luego"], "luego no es una fecha, como mañana, 8 dic o 2026-12-08 (sin hora)", id="no date"),
        pytest.param(["--from", "2026-02-30"], "2026-02-30 no es una fecha, como mañana, 8 dic o 2026-12-08 (sin hora)", id="no such date"),
        pytest.param(["--from", "9999-12-31"], "9999-12-31 no está entre los años 1971 y 8999", id="too late"),
        pytest.param(["--at", "luego"], "luego no es una hora, como sáb 14:00, mañana 8 o 2026-12-08T10:00", id="no time"),
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
    assert autumn[1] == "con atención 2 h, nadie 23 h"
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
