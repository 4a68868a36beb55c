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
    ran = cli("shift", "--at", "2026-12-07T07:30")
    assert ran.lines[:-1] == rows("""
Mañana · lun 7 dic 2026 · 06:00 a 14:00 Bogotá
Abiertos todo el turno
  Celular prioridad 1 · 318 7174937
Aperturas y cierres
  07:00 Telefónico: abre
  07:00 Correo electrónico: abre
  07:00 Chat online: abre
  07:00 PQRSA: abre
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


def test_a_shift_by_name_and_over_midnight(cli, shifts):
    ran = cli("shift", "noche [b]", "--at", "2026-12-07T07:30", "--lang", "en")
    assert ran.lines[0] == "Noche [B] · mon 7 dec 2026 · 22:00 to tue 8 dec 06:00 Bogota"


def test_the_calendar_day_is_the_shift_of_a_book_without_any(cli, here):
    assert cli("shift", "--at", "2026-12-07T07:30").lines[0] == "lun 7 dic 2026 · Bogotá"


def test_the_sheet_to_paste_in_a_chat_shows_the_books_words_as_written(cli, shifts):
    ran = cli("shift", "--markdown", "--at", "2026-12-07T23:00")
    assert ran.lines[:5] == rows(r"""
## Noche \[B\] · lun 7 dic 2026 · 22:00 a mar 8 dic 06:00 Bogotá

**Abiertos todo el turno**

- Celular prioridad 1 · 318 7174937
""")


def test_the_sheet_as_json(cli, shifts):
    data = cli("shift", "--json", "--at", "2026-12-07T07:30").data
    assert data["at"] == "2026-12-07T07:30:00-05:00"
    assert data["shift"] == {
        "name": "Mañana",
        "start": "2026-12-07T06:00:00-05:00",
        "end": "2026-12-07T14:00:00-05:00",
    }
    assert (data["open"], data["unknown"]) == (["mobile"], [])
    assert data["changes"][0] == {
        "at": "2026-12-07T07:00:00-05:00",
        "id": "phone",
        "state": "open",
        "comment": None,
    }
    assert data["requests"][1] == {
        "id": "p2",
        "name": "Prioridad 2 · Alta",
        "gaps": [{"start": "2026-12-07T06:00:00-05:00", "end": "2026-12-07T07:00:00-05:00"}],
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
