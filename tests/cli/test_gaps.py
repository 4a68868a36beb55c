"""The gaps of coverage alone, worst first."""

import csv
import io

import pytest

from tests.cli.program import AT, book, rows
from tests.support import DESK_TEXT

RULE = DESK_TEXT.replace(
    'must_cover = "24/7" # the page publishes a mobile for it at every hour', ""
).replace(
    'name    = "Prioridad 2 · Alta"', 'name    = "Prioridad 2 · Alta"\nmust_cover = "Mo-Fr 07:00-20:00"'
)

DAY = """
rule broken from mon 19:00 to mon 20:00 (1 h): Prioridad 2 · Alta
messages only from mon 00:00 to mon 07:00 (7 h): Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja, PQRSA
messages only from mon 17:00 to tue 00:00 (7 h): PQRSA
messages only from mon 19:00 to tue 00:00 (5 h): Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja
mon 23 nov 2026 · 16:25 Bogota · here 21:25 · contacts.toml
"""


def test_the_gaps_of_a_day_as_text(cli, here):
    ran = cli("coverage", "--gaps", "--days", "1", "--at", AT, "--lang", "en", "--book", book(RULE))
    assert ran.lines == rows(DAY)
    assert (ran.code, ran.err) == (1, "")


def test_the_gaps_of_a_month_as_text_tell_those_that_recur_as_one(cli, here):
    ran = cli("coverage", "--gaps", "--days", "28", "--at", AT, "--book", book(RULE))
    assert [line.partition(": Prioridad")[0] for line in ran.lines[:2]] == [
        "regla incumplida lun–vie 19:00 a 20:00 (1 h), 19 veces de lun 23 nov a vie 18 dic, sin mar 8 dic",
        "regla incumplida de mar 8 dic 07:00 a mar 8 dic 20:00 (13 h)",
    ]
    assert (
        "solo mensajes vie 17:00 a lun 07:00 (2 días 14 h), 3 veces de vie 27 nov a vie 11 dic: PQRSA"
        in ran.lines
    )
    assert len(ran.lines) < 16


def test_without_gaps_it_says_so(cli, here):
    ran = cli("coverage", "--gaps", "--request", "p1", "--at", AT, "--lang", "en")
    assert (ran.code, ran.lines[:-1]) == (0, ["No gaps in these days"])
    assert cli("coverage", "--gaps", "--request", "p1", "--at", AT, "--json").data["gaps"] == []


def test_the_gaps_as_json_are_each_told(cli):
    data = cli("coverage", "--gaps", "--days", "1", "--at", AT, "--json", "--book", book(RULE)).data
    assert (data["from"], data["to"]) == ("2026-11-23T00:00:00-05:00", "2026-11-24T00:00:00-05:00")
    assert data["gaps"][0] == {
        "look": "breach",
        "start": "2026-11-23T19:00:00-05:00",
        "end": "2026-11-23T20:00:00-05:00",
        "minutes": 60,
        "requests": [{"id": "p2", "name": "Prioridad 2 · Alta"}],
    }
    assert [each["look"] for each in data["gaps"]] == ["breach", "message", "message", "message"]


@pytest.mark.parametrize("days", ["1", "28"])
def test_the_gaps_as_csv_are_those_of_json(cli, days):
    window = ["coverage", "--gaps", "--days", days, "--at", AT, "--book", book(RULE)]
    table = list(csv.DictReader(io.StringIO(cli(*window, "--format", "csv").out)))
    data = cli(*window, "--json").data["gaps"]
    assert [(row["look"], row["start"], row["end"], int(row["minutes"])) for row in table] == [
        (each["look"], each["start"], each["end"], each["minutes"]) for each in data
    ]
    assert table[0] == {
        "look": "breach",
        "requests": "p2",
        "names": "Prioridad 2 · Alta",
        "start": "2026-11-23T19:00:00-05:00",
        "end": "2026-11-23T20:00:00-05:00",
        "minutes": "60",
        "look_in_words": "regla incumplida",
        "start_date": "2026-11-23",
        "start_time": "19:00",
        "end_date": "2026-11-23",
        "end_time": "20:00",
    }
