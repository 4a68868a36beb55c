"""A route that differs by hours, as the command line tells it."""

import csv
import io

import pytest

from tests.answers.test_routes import DESK
from tests.cli.program import book

DAY = ("--from", "2026-11-28", "--days", "1", "--request", "p1")


@pytest.fixture(autouse=True)
def _here():
    book(DESK)


@pytest.mark.parametrize(
    ("at", "language", "expected"),
    [
        ("2026-11-23T23:00", "en", "Mobile is the first channel for Priority 1 at this hour, and it is open"),
        ("2026-11-23T21:00", "en", "Every channel for Priority 1 at this hour is closed"),
        ("2026-11-23T21:00", "en", "Mobile attends from 22:00 on"),
        ("2026-11-23T21:00", "es", "Mobile: atiende desde 22:00"),
        ("2026-11-23T21:00", "es", "Todos los canales para Priority 1 a esta hora están cerrados"),
        ("2026-11-24T06:30", "en", "Phone opens 07:00"),
    ],
)
def test_who_says_that_the_route_is_of_this_hour(cli, at, language, expected):
    assert expected in cli("who", "p1", "--at", at, "--lang", language).out


def test_each_gap_has_its_own_look(cli):
    (request,) = cli("coverage", *DAY, "--json").data["requests"]
    assert [each["look"] for each in request["gaps"]] == ["nobody", "nobody"]
    assert request["gap_look"] == "nobody"
    (request,) = cli("coverage", "--from", "2026-11-27", "--days", "2", "--request", "p1", "--json").data[
        "requests"
    ]
    assert [each["look"] for each in request["gaps"]] == ["message", "message", "nobody", "nobody"]
    assert request["gap_look"] is None


def test_the_table_and_the_calendar_follow_the_route(cli):
    rows = list(csv.DictReader(io.StringIO(cli("coverage", *DAY, "--format", "csv").out)))
    assert [(each["start_time"], each["look"], each["channels"]) for each in rows] == [
        ("00:00", "live", "mobile"),
        ("06:00", "nobody", ""),
        ("08:00", "live", "phone"),
        ("13:00", "nobody", ""),
        ("22:00", "live", "mobile"),
    ]
    assert (
        cli("coverage", *DAY, "--format", "ics", "--lang", "en").out.count("SUMMARY:Priority 1: unstaffed")
        == 2
    )


def test_next_tells_a_request_that_changes_alone(cli):
    ran = cli("next", "--at", "2026-11-23T21:30", "--hours", "1", "--lang", "en")
    assert ran.lines[0] == "22:00  30 min  Priority 1: staffed"
