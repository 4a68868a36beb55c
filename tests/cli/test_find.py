"""Anything in the book, found by what is typed."""

import pytest

from tests.cli.program import AT, NIGHT, book, rows
from tests.support import DESK_TEXT

TEXTS = [
    pytest.param(["ext", "1104", "--at", AT], "120", """
? Supervisor de Soporte · Nivel 2 · sin confirmar · horario no publicado
  (601) 7452141 ext. 1104, 1108, 1102 · sin confirmar
  supervisor.mesadeayuda@certicamara.com · sin confirmar
  extensión: 1104
lun 23 nov 2026 · 16:25 Bogotá · aquí 21:25 · contacts.toml
""", id="an extension"),
    pytest.param(["chat", "--at", AT, "--lang", "en"], "120", """
● Chat online · Channel · open · closes 19:00 · 2 h 35 min
  http://idealab.certicamara.com/CertiChat/chat.php
  id: chat
● Prioridad 2 · Alta · Request · open · closes 19:00 · 2 h 35 min
  (601) 7442727 option 2 → 5 · Telefónico
  channel: Chat online
● Prioridad 3 · Media · Request · open · closes 19:00 · 2 h 35 min
  (601) 7442727 option 2 → 5 · Telefónico
  channel: Chat online
● Prioridad 4 · Baja · Request · open · closes 19:00 · 2 h 35 min
  (601) 7442727 option 2 → 5 · Telefónico
  channel: Chat online
mon 23 nov 2026 · 16:25 Bogota · here 21:25 · contacts.toml
""", id="a channel before the requests that have it"),
    pytest.param(["alta", "--at", NIGHT, "--lang", "en"], "80", """
○ Prioridad 2 · Alta · Request · No channel is open now
mon 23 nov 2026 · 22:00 Bogota · here tue 03:00 · contacts.toml
""", id="a request that nobody attends"),
    pytest.param(["grupo", "--at", NIGHT], "60", """
○ Grupo de soporte técnico · Nivel 1 · cerrado
abre mañana 07:00
  (601) 7442727 opción 2 → 5 · Telefónico · cerrado
  subasta.electronica@certicamara.com · Correo electrónico
  cerrado
lun 23 nov 2026 · 22:00 Bogotá · aquí mar 03:00 · contacts.toml
""", id="a level reached by channels, in a narrow window"),
    pytest.param(["suprevisor", "--at", AT], "40", """
Nada contiene esas palabras; hay parecidas:
? Supervisor de Soporte · Nivel 2
sin confirmar · horario no publicado
  (601) 7452141 ext. 1104, 1108, 1102
  sin confirmar
  supervisor.mesadeayuda@certicamara.com
  sin confirmar
lun 23 nov 2026 · 16:25 Bogotá · aquí 21:25 · contacts.toml
""", id="what is mistyped, in a very narrow window"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "columns", "expected"), TEXTS)
def test_what_was_found_as_text(cli, here, monkeypatch, arguments, columns, expected):
    monkeypatch.setenv("COLUMNS", columns)
    ran = cli("find", *arguments)
    assert ran.lines == rows(expected)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize(("language", "said"), [("es", "No se encontró nada"), ("en", "Nothing found")])
def test_where_nothing_is_found_it_says_so_and_exits_with_1(cli, language, said):
    ran = cli("find", "7452142", "--at", AT, "--lang", language)
    assert (ran.code, ran.err, ran.lines[:-1]) == (1, "", [said])
    ran = cli("find", "7452142", "--at", AT, "--json")
    assert (ran.code, ran.data["hits"], ran.data["similar"]) == (1, [], False)


def test_what_was_found_as_json(cli):
    (hit,) = cli("find", "+57 601 745 2141", "ext.", "1104", "--at", AT, "--json").data["hits"]
    contact = cli("escalate", "2", "--at", AT, "--json").data["levels"][0]["contacts"][0]
    assert hit == {
        "kind": "level",
        "id": "level-2",
        "name": "Supervisor de Soporte",
        "matched": {"field": "telephone", "text": "(601) 7452141"},
        "state": "unknown",
        "contacts": [contact],
    }


@pytest.mark.parametrize(
    ("words", "kind", "key", "state", "contacts"),
    [
        pytest.param("critica", "request", "p1", "open", ["mobile"], id="a request"),
        pytest.param("alta", "request", "p2", "closed", [], id="a request that nobody attends"),
        pytest.param("telefonico", "channel", "phone", "closed", ["phone"], id="a channel"),
        pytest.param("grupo", "level", "level-1", "closed", ["phone", "email"], id="a level"),
    ],
)
def test_each_kind_in_json_has_the_same_keys(cli, words, kind, key, state, contacts):
    hit = cli("find", words, "--at", NIGHT, "--json").data["hits"][0]
    assert list(hit) == ["kind", "id", "name", "matched", "state", "contacts"]
    assert (hit["kind"], hit["id"], hit["state"]) == (kind, key, state)
    assert [each["id"] for each in hit["contacts"]] == contacts


def test_similar_names_are_marked_in_json(cli):
    data = cli("find", "suprevisor", "--at", AT, "--json").data
    assert (data["similar"], [each["id"] for each in data["hits"]]) == (True, ["level-2"])


def test_of_many_hits_the_first_are_written_and_the_others_counted(cli):
    text = "".join(
        f"[requests.r{number}]\nname = 'Otra {number}'\nroute = ['phone']\n" for number in range(30)
    )
    book(DESK_TEXT + text)
    ran = cli("find", "otra", "--at", AT, "--lang", "en")
    assert sum("Otra" in line for line in ran.lines) == 20
    assert ran.lines[-2] == "10 more; add a word"
    assert len(cli("find", "otra", "--at", AT, "--json").data["hits"]) == 30
