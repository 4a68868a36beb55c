"""What opens and closes in the coming hours, as text and JSON."""

import pytest

from tests.cli.program import AT, HOLIDAY, book, misuse, rows
from tests.support import one_channel

STAMP = "lun 23 nov 2026 · 16:25 Bogotá · aquí 21:25 · contacts.toml"

TEXTS = [
    pytest.param(["--at", AT], "120", f"""
17:00  35 min      PQRSA: cierra
                   PQRSA: solo mensajes
19:00  2 h 35 min  Telefónico, Correo electrónico, Chat online: cierran
                   Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja: solo mensajes
{STAMP}
""", id="columns stand straight"),
    pytest.param(["--at", AT, "--hours", "1", "--lang", "en"], "80", """
17:00  35 min  PQRSA closes
               PQRSA: messages only
mon 23 nov 2026 · 16:25 Bogota · here 21:25 · contacts.toml
""", id="in English"),
    pytest.param(["--at", AT], "60", f"""
17:00 · 35 min
  PQRSA: cierra
  PQRSA: solo mensajes
19:00 · 2 h 35 min
  Telefónico, Correo electrónico, Chat online: cierran
  Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja: solo mensajes
{STAMP}
""", id="narrow"),
    pytest.param(["--at", "2026-12-07T22:00", "--hours", "10", "--lang", "en"], "140", """
tomorrow 07:00  9 h  Telefónico, Correo electrónico, Chat online, PQRSA become unconfirmed (Immaculate Conception)
                     Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja, PQRSA: unconfirmed
mon 7 dec 2026 · 22:00 Bogota · here tue 03:00 · contacts.toml
""", id="another day is named, and so is the holiday"),
    pytest.param(["--at", "2026-11-21T14:00", "--lang", "en"], "120", """
Nothing changes within 8 h; the first change after that:
mon 07:00  1 day 17 h  Telefónico, Correo electrónico, Chat online, PQRSA open
                       Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja, PQRSA: staffed
sat 21 nov 2026 · 14:00 Bogota · here 19:00 · contacts.toml
""", id="nothing changes within the hours"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "columns", "expected"), TEXTS)
def test_the_next_changes_as_text(cli, here, monkeypatch, arguments, columns, expected):
    monkeypatch.setenv("COLUMNS", columns)
    ran = cli("next", *arguments)
    assert ran.lines == rows(expected)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "Nada cambia en el próximo año"), ("en", "Nothing changes in the coming year")],
)
def test_a_desk_that_never_changes_says_so(cli, language, said):
    book(one_channel("24/7", on_holidays="open"))
    assert cli("next", "--at", AT, "--lang", language).lines[:-1] == [said]


@pytest.mark.parametrize("columns", ["40", "60", "80"])
def test_in_a_narrow_window_a_change_begins_a_line_of_its_own(cli, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    assert "17:00 · 35 min" in cli("next", "--at", AT).lines


def test_the_next_changes_as_json(cli, here):
    data = cli("next", "--hours", "1", "--at", AT, "--json").data
    assert data == {
        "at": "2026-11-23T16:25:00-05:00",
        "until": "2026-11-23T17:25:00-05:00",
        "changes": [
            {
                "at": "2026-11-23T17:00:00-05:00",
                "channels": [{"id": "pqrsa", "name": "PQRSA", "state": "closed", "comment": None}],
                "requests": [{"id": "pqrsa", "name": "PQRSA", "look": "message"}],
            }
        ],
        "first_after": None,
    }


def test_where_nothing_changes_json_holds_the_first_changes_after(cli):
    data = cli("next", "--at", "2026-11-21T14:00", "--json").data
    assert data["changes"] == []
    assert data["first_after"]["at"] == "2026-11-23T07:00:00-05:00"


def test_a_comment_of_a_holiday_is_in_the_readers_language(cli):
    data = cli("next", "--at", "2026-12-08T06:00", "--json", "--lang", "en").data
    assert data["changes"][0]["channels"][0]["comment"] == "Immaculate Conception"
    assert HOLIDAY.startswith(data["changes"][0]["at"][:10])


@pytest.mark.parametrize(
    "hours",
    ["0", "-1", "745", "x", "1.5", "９", "", "9" * 5000, "0" * 8 + "8" + "1" * 5, "0" * 8 + "8" + "1" * 5000],
)
def test_hours_that_are_no_number_in_reach_are_refused(cli, hours):
    said = f"{hours} is not a number of hours from 1 to 744"
    assert misuse(cli("next", f"--hours={hours}", "--lang", "en")) == said
