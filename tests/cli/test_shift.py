import pytest

from tests.cli.program import book, misuse, rows
from tests.support import DESK_TEXT

SHIFTS = """
[[shifts]]
name = "Mañana"
weekly = "Mo-Fr 06:00-14:00"

[[shifts]]
name = "Noche [B]"
weekly = "Mo-Su 22:00-06:00"

[[shifts]]
name = "Nunca"
weekly = "2001 Jan 1 10:00-12:00"
"""


@pytest.fixture
def shifts():
    return book(DESK_TEXT + SHIFTS)


def test_the_sheet_of_the_current_shift(cli, shifts):
    ran = cli("shift", "--at", "2026-12-07T06:30")
    assert ran.lines[:-1] == rows("""
Mañana · lun 7 dic 2026 · 06:00 a 14:00 Bogotá
Próximos cambios
  07:00 Telefónico, Correo electrónico, Chat online, PQRSA: abren
Abiertos todo el turno
  Celular prioridad 1 · 318 7174937
Abiertos parte del turno
  Telefónico · (601) 7442727 opción 2 → 5
  Correo electrónico · subasta.electronica@certicamara.com
  Chat online · http://idealab.certicamara.com/CertiChat/chat.php
  PQRSA · (601) 7442727 opción 3 · certicamararesponde@certicamara.com
Horas en que nadie atiende
  no hay
Solo mensajes
  de lun 06:00 a lun 07:00 (1 h): Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja, PQRSA
Próximo festivo
  mar 8 dic 2026: La Inmaculada Concepción
Novedades de los próximos siete días
  mar 8 dic: La Inmaculada Concepción (Telefónico, Correo electrónico, Chat online, PQRSA)
""")
    assert (ran.code, ran.err) == (0, "")


def test_what_is_over_is_left_out_and_counted(cli, shifts):
    assert cli("shift", "--at", "2026-12-07T07:30", "--lang", "en").lines[1:4] == rows("""
Next changes
  none
  4 past changes are left out
""")


def test_the_next_shift_on_request(cli, shifts):
    ran = cli("shift", "--next", "--at", "2026-12-07T07:30", "--lang", "en")
    assert ran.lines[:7] == rows("""
Noche [B] · mon 7 dec 2026 · 22:00 to tue 8 dec 06:00 Bogota
Next changes
  none
Open for the whole shift
  Celular prioridad 1 · 318 7174937
Closed for the whole shift
  Telefónico · (601) 7442727 option 2 → 5
""")
    assert cli("shift", "mañana", "--next", "--at", "2026-12-07T07:30", "--json").data["shift"] == {
        "name": "Mañana",
        "start": "2026-12-08T06:00:00-05:00",
        "end": "2026-12-08T14:00:00-05:00",
    }


def test_a_change_on_another_day_than_the_shift_begins_names_it(cli):
    book(DESK_TEXT + '[[shifts]]\nname = "Larga"\nweekly = "Mo-Fr 22:00-08:00"\n')
    ran = cli("shift", "--at", "2026-11-23T23:00")
    assert ran.lines[2] == "  mar 07:00 Telefónico, Correo electrónico, Chat online, PQRSA: abren"


def test_a_shift_by_name_and_over_midnight(cli, shifts):
    ran = cli("shift", "noche [b]", "--at", "2026-12-07T07:30", "--lang", "en")
    assert ran.lines[0] == "Noche [B] · mon 7 dec 2026 · 22:00 to tue 8 dec 06:00 Bogota"


def test_the_calendar_day_is_the_shift_of_a_book_without_any(cli, here):
    assert cli("shift", "--at", "2026-12-07T07:30").lines[0] == "lun 7 dic 2026 · Bogotá"


def test_the_sheet_to_paste_in_a_chat_shows_the_books_words_as_written(cli, shifts):
    ran = cli("shift", "--markdown", "--at", "2026-12-07T23:00")
    assert ran.lines[:13] == rows(r"""
## Noche \[B\] · lun 7 dic 2026 · 22:00 a mar 8 dic 06:00 Bogotá

**Próximos cambios**

- no hay

**Abiertos todo el turno**

- Celular prioridad 1 · 318 7174937

**Cerrados todo el turno**

- Telefónico · (601) 7442727 opción 2 → 5
""")


def test_the_sheet_as_json(cli, shifts):
    data = cli("shift", "--json", "--at", "2026-12-07T06:30").data
    assert data["at"] == "2026-12-07T06:30:00-05:00"
    assert data["shift"] == {
        "name": "Mañana",
        "start": "2026-12-07T06:00:00-05:00",
        "end": "2026-12-07T14:00:00-05:00",
    }
    part = ["phone", "email", "chat", "pqrsa"]
    assert (data["open"], data["part"], data["unknown"], data["closed"]) == (["mobile"], part, [], [])
    assert [(each["id"], each["state"]) for each in data["channels"]] == [
        ("mobile", "open"),
        *((each, "closed") for each in part),
    ]
    assert data["channels"][1]["telephone"] == "+576017442727"
    following = cli("next", "--json", "--at", "2026-12-07T06:30", "--hours", "1").data
    assert (data["changes"], data["past"]) == (following["changes"], 0)
    assert data["requests"][1] == {
        "id": "p2",
        "name": "Prioridad 2 · Alta",
        "gaps": [
            {"start": "2026-12-07T06:00:00-05:00", "end": "2026-12-07T07:00:00-05:00", "look": "message"}
        ],
        "gap_look": "message",
    }
    assert data["holiday"] == {"date": "2026-12-08", "name": "La Inmaculada Concepción"}
    assert data["exceptions"] == [
        {
            "date": "2026-12-08",
            "comment": "La Inmaculada Concepción",
            "channels": ["phone", "email", "chat", "pqrsa"],
        }
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["Nunca"], "ese turno no empieza en el próximo año", id="a shift that overlaps nothing"),
        pytest.param(
            ["tarde"],
            "ningún turno se llama tarde; pruebe con: Mañana, Noche [B], Nunca",
            id="an unknown shift",
        ),
        pytest.param(
            ["--at", "luego"],
            "luego no es una hora, como sáb 14:00, mañana 8 o 2026-12-08T10:00",
            id="no time",
        ),
    ],
)
def test_a_shift_that_makes_no_sense_is_refused(cli, shifts, arguments, said):
    assert misuse(cli("shift", "--lang", "es", *arguments)) == said
