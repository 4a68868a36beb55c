"""The text answers, line by line."""

import pytest

from tests.cli.program import AT, HOLIDAY, NIGHT, book, rows
from tests.support import DESK_TEXT, one_channel

CRITICAL = (
    "Se recomienda hacer uso de este número en los horarios en que no están disponibles los otros canales"
    " y el requerimiento presenta prioridad 1 (crítica)."
)
COMPLAINTS = (
    "Se habilita este canal con el objeto de recibir peticiones, quejas, reclamos, sugerencias y/o apelaciones"
    " respecto al servicio."
)

WHO = [
    pytest.param("p1", AT, "es", """
(601) 7442727 opción 2 → 5
● Telefónico · abierto · cierra 19:00 · 2 h 35 min
Telefónico es el primer canal para Prioridad 1 · Crítica y está abierto
Línea de servicio al cliente en Bogotá
Si no contestan:
  318 7174937 · Celular prioridad 1 · abierto
lun 23 nov 2026 · 16:25 Bogotá · aquí 21:25 · contacts.toml
""", id="open"),
    pytest.param("p1", AT, "en", """
(601) 7442727 option 2 → 5
● Telefónico · open · closes 19:00 · 2 h 35 min
Telefónico is the first channel for Prioridad 1 · Crítica, and it is open
Línea de servicio al cliente en Bogotá
If nobody answers:
  318 7174937 · Celular prioridad 1 · open
mon 23 nov 2026 · 16:25 Bogota · here 21:25 · contacts.toml
""", id="open, in English"),
    pytest.param("p1", NIGHT, "es", f"""
318 7174937
● Celular prioridad 1 · abierto · todos los días, 24 horas
Celular prioridad 1 es el primer canal abierto para Prioridad 1 · Crítica (Telefónico: cerrado)
{CRITICAL}
lun 23 nov 2026 · 22:00 Bogotá · aquí mar 03:00 · contacts.toml
""", id="critical at night"),
    pytest.param("p1", HOLIDAY, "en", f"""
318 7174937
● Celular prioridad 1 · open · every day, 24 hours
Celular prioridad 1 is the first open channel for Prioridad 1 · Crítica (Telefónico: unconfirmed · Immaculate Conception)
{CRITICAL}
If nobody answers:
  (601) 7442727 option 2 → 5 · Telefónico · unconfirmed
tue 8 dec 2026 · 10:00 Bogota · here 15:00 · contacts.toml
""", id="critical on a holiday, in English"),
    pytest.param("p2", NIGHT, "es", """
Nadie atiende ahora · Prioridad 2 · Alta
Todos los canales para Prioridad 2 · Alta están cerrados
Para dejar un mensaje:
  subasta.electronica@certicamara.com · Correo electrónico · cerrado
Telefónico: abre mañana 07:00
lun 23 nov 2026 · 22:00 Bogotá · aquí mar 03:00 · contacts.toml
""", id="closed"),
    pytest.param("p2", NIGHT, "en", """
No channel is open now · Prioridad 2 · Alta
Every channel for Prioridad 2 · Alta is closed
To leave a message:
  subasta.electronica@certicamara.com · Correo electrónico · closed
Telefónico opens tomorrow 07:00
mon 23 nov 2026 · 22:00 Bogota · here tue 03:00 · contacts.toml
""", id="closed, in English"),
    pytest.param("p2", HOLIDAY, "es", """
(601) 7442727 opción 2 → 5 · sin confirmar
? Telefónico · sin confirmar · La Inmaculada Concepción
No se sabe de ningún canal abierto para Prioridad 2 · Alta. No se sabe si Telefónico atiende en este festivo: La Inmaculada Concepción
Línea de servicio al cliente en Bogotá
Si no contestan:
  subasta.electronica@certicamara.com · Correo electrónico · sin confirmar
  http://idealab.certicamara.com/CertiChat/chat.php · Chat online · sin confirmar
Para dejar un mensaje:
  subasta.electronica@certicamara.com · Correo electrónico · sin confirmar
Telefónico: abre mañana 07:00
mar 8 dic 2026 · 10:00 Bogotá · aquí 15:00 · contacts.toml
""", id="unknown"),
    pytest.param("pqrsa", "2026-11-23T16:35", "es", f"""
(601) 7442727 opción 3
certicamararesponde@certicamara.com
◐ PQRSA · por cerrar · cierra 17:00 · 25 min
PQRSA es el primer canal para PQRSA y está abierto
{COMPLAINTS}
lun 23 nov 2026 · 16:35 Bogotá · aquí 21:35 · contacts.toml
""", id="closing soon"),
    pytest.param("pqrsa", "2026-11-21T12:45", "en", """
No channel is open now · PQRSA
Every channel for PQRSA is closed
To leave a message:
  certicamararesponde@certicamara.com · PQRSA · closed
PQRSA opens mon 07:00
sat 21 nov 2026 · 12:45 Bogota · here 17:45 · contacts.toml
""", id="closed over the weekend, in English"),
]  # fmt: skip


@pytest.mark.parametrize(("request_", "at", "language", "expected"), WHO)
def test_who(cli, here, monkeypatch, request_, at, language, expected):
    monkeypatch.delenv("COLUMNS")
    ran = cli("who", request_, "--at", at, "--lang", language)
    assert ran.lines == rows(expected)
    assert ran.err == ""


STATUS = [
    pytest.param(AT, "es", """
● Telefónico           abierto  cierra 19:00 · 2 h 35 min
● Celular prioridad 1  abierto  todos los días, 24 horas
● Correo electrónico   abierto  cierra 19:00 · 2 h 35 min
● Chat online          abierto  cierra 19:00 · 2 h 35 min
● PQRSA                abierto  cierra 17:00 · 35 min
lun 23 nov 2026 · 16:25 Bogotá · aquí 21:25 · contacts.toml
""", id="open"),
    pytest.param("2026-11-21T12:45", "es", """
◐ Telefónico           por cerrar  cierra 13:00 · 15 min
● Celular prioridad 1  abierto     todos los días, 24 horas
◐ Correo electrónico   por cerrar  cierra 13:00 · 15 min
◐ Chat online          por cerrar  cierra 13:00 · 15 min
○ PQRSA                cerrado     abre lun 07:00
sáb 21 nov 2026 · 12:45 Bogotá · aquí 17:45 · contacts.toml
""", id="closing soon"),
    pytest.param(NIGHT, "en", """
○ Telefónico           closed  opens tomorrow 07:00
● Celular prioridad 1  open    every day, 24 hours
○ Correo electrónico   closed  opens tomorrow 07:00
○ Chat online          closed  opens tomorrow 07:00
○ PQRSA                closed  opens tomorrow 07:00
mon 23 nov 2026 · 22:00 Bogota · here tue 03:00 · contacts.toml
""", id="night, in English"),
    pytest.param(HOLIDAY, "en", """
? Telefónico           unconfirmed  Immaculate Conception
● Celular prioridad 1  open         every day, 24 hours
? Correo electrónico   unconfirmed  Immaculate Conception
? Chat online          unconfirmed  Immaculate Conception
? PQRSA                unconfirmed  Immaculate Conception
tue 8 dec 2026 · 10:00 Bogota · here 15:00 · contacts.toml
""", id="a holiday, in English"),
]  # fmt: skip


@pytest.mark.parametrize(("at", "language", "expected"), STATUS)
def test_status(cli, here, monkeypatch, at, language, expected):
    monkeypatch.delenv("COLUMNS")
    assert cli("status", "--at", at, "--lang", language).lines == rows(expected)


@pytest.mark.parametrize(
    ("weekly", "at", "when"),
    [
        pytest.param("17:00+", "2026-11-23T10:00", "unconfirmed from 17:00", id="an open end"),
        pytest.param("Mo-Fr 08:00-12:00 unknown", "2026-11-23T20:00", "unconfirmed from tomorrow 08:00", id="unknown hours"),
        pytest.param("2026 Nov 20 08:00-12:00", "2026-11-23T20:00", "does not open in the coming year", id="hours that are over"),
    ],
)  # fmt: skip
def test_hours_that_are_never_known_to_be_open_are_unconfirmed_and_not_closed_for_a_year(
    cli, weekly, at, when
):
    own = book(one_channel(weekly), "own.toml")
    assert f"○ Desk  closed  {when}" in cli("status", "--book", own, "--at", at, "--lang", "en").lines


LADDER = """
1 Grupo de soporte técnico · abierto · cierra 19:00 · 2 h 35 min
  (601) 7442727 opción 2 → 5 · Telefónico · abierto
  subasta.electronica@certicamara.com · Correo electrónico · abierto
2 Supervisor de Soporte · sin confirmar · horario no publicado
  (601) 7452141 ext. 1104, 1108, 1102
  supervisor.mesadeayuda@certicamara.com
3 Coordinador de Soporte · sin confirmar · horario no publicado
  (601) 7452141 ext. 1101
  coordinador.mesadeayuda@certicamara.com
lun 23 nov 2026 · 16:25 Bogotá · aquí 21:25 · contacts.toml
"""


@pytest.mark.parametrize(
    ("command", "line"),
    [
        pytest.param(["status"], "? Desk  unconfirmed  by appointment", id="status"),
        pytest.param(["who", "help"], "? Desk · unconfirmed · by appointment", id="who"),
    ],
)
def test_hours_with_a_comment_alone_are_unconfirmed_and_the_comment_is_shown(cli, command, line):
    own = book(one_channel('Mo-Fr 08:00-18:00 "by appointment"'), "own.toml")
    assert line in cli(*command, "--book", own, "--at", "2026-11-23T10:00", "--lang", "en").lines


def test_escalate(cli, here, monkeypatch):
    monkeypatch.delenv("COLUMNS")
    ladder = rows(LADDER)
    assert cli("escalate", "--at", AT).lines == ladder
    assert cli("escalate", "1", "--at", AT).lines == [*ladder[:3], ladder[-1]]
    assert cli("escalate", "2", "--at", AT).lines == [*ladder[3:6], ladder[-1]]
    assert cli("escalate", "3", "--at", AT).lines == ladder[6:]


def test_escalate_in_english_at_night(cli, here):
    assert cli("escalate", "--at", NIGHT, "--lang", "en").lines[:4] == rows("""
1 Grupo de soporte técnico · closed · opens tomorrow 07:00
  (601) 7442727 option 2 → 5 · Telefónico · closed
  subasta.electronica@certicamara.com · Correo electrónico · closed
2 Supervisor de Soporte · unconfirmed · hours not published
""")


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "there is no level {}; the book has 3"), ("es", "no existe el nivel {}; el directorio tiene 3")],
)
@pytest.mark.parametrize("level", ["0", "4", "9", "-1", "x", "02", "1.0", "²", "", " "])
def test_a_level_that_is_none_is_refused(cli, level, language, says):
    ran = cli("escalate", "--lang", language, "--at", AT, "--", level)
    assert (ran.code, ran.out) == (2, "")
    assert says.format(level) in ran.err


def test_a_book_without_levels_says_so(cli, here):
    text = DESK_TEXT[: DESK_TEXT.index("[[escalation]]")]
    path = book(text, "flat.toml")
    ran = cli("escalate", "--at", AT, "--book", path)
    assert ran.code == 0
    assert ran.lines[0] == "El directorio no tiene niveles de escalamiento"
    assert cli("escalate", "--at", AT, "--book", path, "--json").data["levels"] == []


def test_the_readers_clock_stands_beside_the_books_where_they_differ(cli, here, monkeypatch):
    import time

    for zone, stamp in [
        ("America/Bogota", "lun 23 nov 2026 · 16:25 Bogotá · contacts.toml"),
        ("America/Lima", "lun 23 nov 2026 · 16:25 Bogotá · contacts.toml"),
        ("Asia/Tokyo", "lun 23 nov 2026 · 16:25 Bogotá · aquí mar 06:25 · contacts.toml"),
        ("Asia/Kathmandu", "lun 23 nov 2026 · 16:25 Bogotá · aquí mar 03:10 · contacts.toml"),
    ]:
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert cli("status", "--at", AT).lines[-1] == stamp


NARROW = {
    "who p1": """
(601) 7442727 opción 2 → 5
● Telefónico · abierto
cierra 19:00 · 2 h 35 min
Telefónico es el primer canal para Prioridad 1 · Crítica y está abierto
Línea de servicio al cliente en Bogotá
Si no contestan:
  318 7174937 · Celular prioridad 1
  abierto
lun 23 nov 2026 · 16:25 Bogotá · aquí 21:25 · contacts.toml
""",
    "status": """
● Telefónico
  abierto · cierra 19:00 · 2 h 35 min
● Celular prioridad 1
  abierto · todos los días, 24 horas
● Correo electrónico
  abierto · cierra 19:00 · 2 h 35 min
● Chat online
  abierto · cierra 19:00 · 2 h 35 min
● PQRSA
  abierto · cierra 17:00 · 35 min
lun 23 nov 2026 · 16:25 Bogotá · aquí 21:25 · contacts.toml
""",
    "escalate 3": """
3 Coordinador de Soporte · sin confirmar
horario no publicado
  (601) 7452141 ext. 1101
coordinador.mesadeayuda@certicamara.com
lun 23 nov 2026 · 16:25 Bogotá · aquí 21:25 · contacts.toml
""",
}


NOTED = one_channel("Mo-Fr 09:00-17:00").replace("'Help'", "'Help'\nnote = 'Ask for the ticket number first'")


@pytest.mark.parametrize("at", ["2026-11-23T10:00", "2026-11-23T20:00"])
def test_a_requests_note_stands_in_its_answer_whether_anyone_attends_or_not(cli, at):
    named = ("who", "help", "--book", book(NOTED), "--at", at)
    lines = cli(*named).lines
    assert (
        lines.index("Ask for the ticket number first")
        == lines.index(cli(*named, "--json").data["reason"]) + 1
    )
    assert cli(*named, "--json").data["request"] == {
        "id": "help",
        "name": "Help",
        "note": "Ask for the ticket number first",
    }
    assert cli("find", "ticket", "--book", book(NOTED), "--at", at).lines[0].startswith(("● Help", "○ Help"))


@pytest.mark.parametrize("command", ["who help", "find lead", "escalate 1"])
def test_every_number_of_a_channel_stands_in_its_answer_the_first_one_first(cli, command):
    numbers = "telephones = ['+57 318 7174937', '+57 601 7442727']"
    text = one_channel("24/7", header="country = 'CO'").replace("email = 'desk@example.com'", numbers)
    named = book(f"{text}[[escalation]]\nname = 'Lead'\n{numbers}\n")
    lines = [line.strip() for line in cli(*command.split(), "--book", named, "--at", AT).lines]
    shown = [line.partition(" · ")[0] for line in lines if "7442727" in line or "7174937" in line]
    assert shown == ["318 7174937", "(601) 7442727"]


def test_every_number_of_a_channel_stands_in_json(cli):
    numbers = "telephone = '+57 318 7174937'\ntelephones = ['+57 601 7442727']"
    text = one_channel("24/7").replace("email = 'desk@example.com'", numbers)
    contact = cli("who", "help", "--book", book(text), "--at", AT, "--json").data["contact"]
    assert contact["telephone"] == "+573187174937"
    assert contact["telephones"] == ["+573187174937", "+576017442727"]


INTERNAL = one_channel("24/7").replace("email = 'desk@example.com'", "extensions = ['1104', '08']") + (
    "[[escalation]]\nname = 'Lead'\nextensions = ['77']\ntakes_messages = ['telephone']\n"
)


@pytest.mark.parametrize(
    ("command", "line"),
    [
        pytest.param("who help", "ext. 1104, 08", id="who"),
        pytest.param("find 1104", "  ext. 1104, 08", id="find"),
        pytest.param("find ext 08", "  ext. 1104, 08", id="find by the word"),
        pytest.param("escalate 1", "  ext. 77", id="escalate"),
        pytest.param("shift", "  Desk · ext. 1104, 08", id="shift"),
    ],
)
def test_an_extension_alone_is_a_way_everywhere(cli, command, line):
    found = cli(*command.split(), "--book", book(INTERNAL), "--at", AT).lines
    assert any(each == line or each.startswith(f"{line} ·") for each in found), found


@pytest.mark.parametrize("command", list(NARROW))
def test_forty_columns(cli, here, monkeypatch, command):
    monkeypatch.setenv("COLUMNS", "40")
    assert cli(*command.split(), "--at", AT).lines == rows(NARROW[command])


WAYS = [
    "(601) 7442727 opción 2 → 5",
    "(601) 7442727 opción 3",
    "318 7174937",
    "(601) 7452141 ext. 1104, 1108, 1102",
    "(601) 7452141 ext. 1101",
    "subasta.electronica@certicamara.com",
    "certicamararesponde@certicamara.com",
    "supervisor.mesadeayuda@certicamara.com",
    "coordinador.mesadeayuda@certicamara.com",
    "http://idealab.certicamara.com/CertiChat/chat.php",
]


@pytest.mark.parametrize("columns", ["1", "10", "20", "40", "80", "1000"])
def test_no_number_or_address_is_cut_at_any_width(cli, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    out = "".join(
        cli(*each.split(), "--at", AT).out for each in ("who p1", "who p2", "who pqrsa", "escalate")
    )
    for way in WAYS:
        assert any(way in line for line in out.splitlines()), way


@pytest.mark.parametrize("columns", ["0", "-5", "x", "", "１００"])
def test_columns_that_make_no_sense_limit_nothing(cli, here, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", columns)
    ran = cli("status", "--at", AT)
    assert ran.code == 0
    assert ran.lines[0] == "● Telefónico           abierto  cierra 19:00 · 2 h 35 min"


def test_text_has_no_escape_bytes_and_no_trailing_blanks(cli):
    for command in ("status", "who p1", "who p2", "who pqrsa", "escalate", "check", "--help", "who --help"):
        for at in (AT, NIGHT, HOLIDAY):
            for line in cli(*command.split(), "--at", at).lines:
                assert line.isprintable(), line
                assert line == line.rstrip(), line
