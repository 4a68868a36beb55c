"""Who is on duty at the command line: JSON and text of `who`, `status` and `escalate`, and `diff`."""

import json
from pathlib import Path

import icalendar
import pytest

from helpdesk_tui.cli.main import run
from tests.book.test_bad_rosters import GOOD
from tests.cli.program import misuse

BOOK = GOOD + '[[escalation]]\nname = "Lead"\non_duty = "night"\n'


@pytest.fixture
def book(tmp_path):
    file = tmp_path / "contacts.toml"
    file.write_text(BOOK, "utf-8")
    return file


def ask(capsys, *arguments):
    run([*map(str, arguments)])
    return capsys.readouterr().out


PERSON = {
    "id": "ana",
    "name": "Ana",
    "until": "2026-11-03T08:00:00+01:00",
    "next": {"id": "luis", "name": "Luis"},
}
NOBODY = "2026-11-16T08:00"


def test_json_names_the_person_until_when_and_the_next_one(book, capsys):
    common = ("--book", book, "--at", "2026-11-02T08:00", "--json")
    who = json.loads(ask(capsys, "who", "p1", *common))
    assert who["contact"]["person"] == PERSON
    assert who["contact"]["telephone"] == "+34600100200"
    status = json.loads(ask(capsys, "status", *common))
    assert status["channels"][0]["person"] == PERSON
    escalate = json.loads(ask(capsys, "escalate", *common))
    assert escalate["levels"][0]["contacts"][0]["person"] == PERSON


def test_json_names_nobody_where_nobody_is_on_duty(book, capsys):
    status = json.loads(ask(capsys, "status", "--book", book, "--at", NOBODY, "--lang", "es", "--json"))
    contact = status["channels"][0]
    assert (contact["person"], contact["state"], contact["comment"]) == (
        None,
        "closed",
        "nadie está de turno",
    )


@pytest.mark.parametrize("command", [("who", "p1"), ("status",), ("escalate",)])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On duty: Ana until tomorrow 08:00, then Luis"),
        ("es", "De turno: Ana hasta mañana 08:00; después, Luis"),
    ],
)
def test_text_says_who_is_on_duty_until_when_and_who_comes_next(book, capsys, command, language, text):
    out = ask(capsys, *command, "--book", book, "--at", "2026-11-02T08:00", "--lang", language)
    assert text in [line.strip() for line in out.splitlines()]


def test_a_request_that_must_be_covered_is_not_while_nobody_is_on_duty(book, capsys):
    book.write_text(BOOK.replace('route = ["guard"]', 'route = ["guard"]\nmust_cover = "24/7"'), "utf-8")
    out = ask(capsys, "check", "--book", book, "--at", NOBODY, "--json")
    found = json.loads(out)["remarks"]
    assert any(each["name"] == "uncovered-request" for each in found)


def test_diff_tells_another_number_and_from_when_on_someone_else_is_on_duty(book, tmp_path, capsys):
    other = tmp_path / "other.toml"
    other.write_text(
        BOOK.replace("600 100 200", "600 100 209").replace('["ana", "luis", ""]', '["ana", "ana", ""]'),
        "utf-8",
    )
    out = ask(capsys, "diff", book, other, "--at", "2026-11-02T08:00", "--lang", "en")
    lines = [line.strip() for line in out.splitlines()]
    assert "Ana: telephone: from +34600100200 to +34600100209" in lines
    assert "night: on duty from 2026-11-09 08:00: from Luis to Ana" in lines


@pytest.mark.parametrize("format", ["csv", "vcard", "markdown"])
def test_a_channel_with_a_roster_is_exported_without_its_people(book, capsys, format):
    text = BOOK.replace(
        'on_duty = "night"', 'on_duty = "night"\nhours = "day"\ntelephone = "+34 600 100 201"', 1
    )
    book.write_text(text + '[hours.day]\nweekly = "Mo-Fr 08:00-18:00"\n', "utf-8")
    out = ask(capsys, "export", "--book", book, "--format", format)
    assert "Guard" in out
    assert "Ana" not in out


COMING = """
Guardia P1
  mié 25 nov 00:00 – mié 25 nov 08:00  nadie
  mié 25 nov 08:00 – vie 27 nov 18:00  Marta Ruiz
  vie 27 nov 18:00 – sáb 28 nov 08:00  Luis Gómez · Marta está de permiso
  sáb 28 nov 08:00 – mié 2 dic 08:00  Marta Ruiz
  mié 2 dic 08:00 – mié 9 dic 00:00  Ana Pérez
mié 25 nov 2026 · 10:00 Bogotá · aquí 15:00 · duty.toml
"""


@pytest.fixture
def coming(monkeypatch):
    monkeypatch.chdir(Path(__file__).parents[1] / "books")
    return ("--book", "duty.toml", "--at", "2026-11-25T10:00")


def test_the_coming_turns_of_a_roster_as_text(coming, cli):
    assert cli("duty", "GUARDIA p1", "--weeks", "2", *coming).lines == COMING.strip().splitlines()


def test_the_turns_of_one_person_from_a_day_on_as_json(coming, cli):
    data = cli("duty", "--person", "luis", "--from", "2026-12-09", "--weeks", "1", "--json", *coming).data
    assert (data["from"], data["to"]) == ("2026-12-09T00:00:00-05:00", "2026-12-16T00:00:00-05:00")
    first, second, third = data["rosters"]
    assert first["turns"] == [
        {
            "start": "2026-12-09T08:00:00-05:00",
            "end": "2026-12-16T00:00:00-05:00",
            "person": {"id": "luis", "name": "Luis Gómez"},
            "known": True,
            "reason": None,
        }
    ]
    assert (second["id"], len(second["turns"]), third["turns"]) == ("noche", 7, [])


def test_the_turns_of_one_person_by_every_roster_as_a_calendar(coming, cli):
    data = cli("duty", "--person", "Ana Pérez", "--weeks", "4", "--format", "ics", *coming).out
    events = icalendar.Calendar.from_ical(data).events
    assert [(str(each["SUMMARY"]), each.start.isoformat()) for each in events] == [
        ("Ana Pérez · Guardia P1", "2026-12-02T13:00:00+00:00")
    ]


def test_what_is_not_known_is_said_as_that(coming, cli):
    lines = cli("duty", "calendario", "--weeks", "1", "--lang", "en", *coming).lines
    assert lines[1].startswith(
        "  wed 25 nov 00:00 – wed 2 dec 00:00  not known · it is not known who is on duty"
    )


def test_a_book_without_rosters_has_none(cli, here):
    assert cli("duty", "--lang", "en").lines[0] == "The book has no rosters"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["x"], "no roster is called x; try: guardia, noche, calendario"),
        (["--person", "x"], "no person is called x; try: Ana Pérez, Luis Gómez, Marta Ruiz"),
        (["--weeks", "0"], "0 is not a number of weeks from 1 to 57"),
        (["--weeks", "58"], "58 is not a number of weeks from 1 to 57"),
        (["--json", "--format", "ics"], "--json and --format ics cannot be used together"),
    ],
)
def test_arguments_that_are_wrong_are_refused(coming, cli, arguments, told):
    assert misuse(cli("duty", *arguments, "--lang", "en", *coming)) == told


def people_with_turns(cli, book, text, person):
    book.write_text(text, "utf-8")
    out = cli("duty", "--book", str(book), "--person", person, "--at", "2026-11-02T08:00", "--json")
    return {turn["person"]["id"] for roster in out.data["rosters"] for turn in roster["turns"]}


@pytest.mark.parametrize("person", ["luis", "LUIS"])
def test_an_id_goes_before_the_name_of_somebody_else(book, cli, person):
    text = BOOK.replace("[people.ana]", '[people.other]\nname = "Luis"\n[people.ana]')
    assert people_with_turns(cli, book, text, person) == {"luis"}


def test_of_two_people_of_one_name_none_is_taken_and_their_ids_are_named(book, cli):
    text = BOOK.replace('name = "Luis"', 'name = "Sam"').replace('name = "Ana"', 'name = "Sam"')
    assert people_with_turns(cli, book, text, "luis") == {"luis"}
    told = misuse(cli("duty", "--book", str(book), "--person", "sam", "--lang", "en"))
    assert told == "several people are called sam; try: ana, luis"


def test_a_person_without_a_name_is_nobody_that_only_a_calendar_names(book, cli):
    event = "BEGIN:VEVENT\nUID:1\nDTSTART:20261102T080000Z\nDTEND:20261109T080000Z\nSUMMARY:Eva\nEND:VEVENT\n"
    calendar = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{event}END:VCALENDAR\n"
    book.with_name("duty.ics").write_text(calendar.replace("\n", "\r\n"), "utf-8")
    text = BOOK + '[rosters.day]\ncalendar = "duty.ics"\n'
    assert people_with_turns(cli, book, text, "eva") == {None}
    told = misuse(
        cli("duty", "--book", str(book), "--person", "", "--at", "2026-11-02T08:00", "--lang", "en")
    )
    assert told.startswith("no person is called ")
