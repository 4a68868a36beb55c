"""Who is on duty at the command line: JSON and text of `who`, `status` and `escalate`, and `diff`."""

import json

import pytest

from helpdesk_tui.cli.main import run
from tests.book.test_bad_rosters import GOOD

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
