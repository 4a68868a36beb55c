"""The JSON answers as other programs read them."""

from datetime import datetime, timedelta

import pytest

from tests.cli.program import AT, HOLIDAY, NIGHT, book
from tests.support import DESK_TEXT

KEYS = [
    "id",
    "name",
    "state",
    "comment",
    "until",
    "opens",
    "telephone",
    "telephones",
    "menu",
    "extensions",
    "email",
    "url",
    "note",
    "person",
]

CRITICAL_NOTE = "si el requerimiento es crítico se recomienda realizar contacto al celular destinado para casos con prioridad 1"

PHONE = {
    "id": "phone",
    "name": "Telefónico",
    "state": "open",
    "comment": None,
    "until": "2026-11-23T19:00:00-05:00",
    "opens": "2026-11-24T07:00:00-05:00",
    "telephone": "+576017442727",
    "telephones": ["+576017442727"],
    "menu": ["2", "5"],
    "extensions": [],
    "email": None,
    "url": None,
    "note": "Línea de servicio al cliente en Bogotá",
    "person": None,
}
MOBILE = {
    **PHONE,
    "id": "mobile",
    "name": "Celular prioridad 1",
    "until": None,
    "opens": None,
    "telephone": "+573187174937",
    "telephones": ["+573187174937"],
    "menu": [],
    "note": "Se recomienda hacer uso de este número en los horarios en que no están disponibles los otros canales"
    " y el requerimiento presenta prioridad 1 (crítica).",
    "person": None,
}
EMAIL = {
    **PHONE,
    "id": "email",
    "name": "Correo electrónico",
    "telephone": None,
    "telephones": [],
    "menu": [],
    "email": "subasta.electronica@certicamara.com",
    "note": f"Este canal es atendido por personal de soporte en el horario descrito ({CRITICAL_NOTE}).",
    "person": None,
}
CHAT = {
    **EMAIL,
    "id": "chat",
    "name": "Chat online",
    "email": None,
    "url": "http://idealab.certicamara.com/CertiChat/chat.php",
}
PQRSA = {
    **PHONE,
    "id": "pqrsa",
    "name": "PQRSA",
    "until": "2026-11-23T17:00:00-05:00",
    "menu": ["3"],
    "email": "certicamararesponde@certicamara.com",
    "note": "Se habilita este canal con el objeto de recibir peticiones, quejas, reclamos, sugerencias y/o apelaciones"
    " respecto al servicio.",
    "person": None,
}
UNPUBLISHED = {
    **PHONE,
    "state": "unknown",
    "comment": "horario no publicado",
    "until": None,
    "opens": None,
    "telephone": "+576017452141",
    "telephones": ["+576017452141"],
    "menu": [],
    "note": None,
    "person": None,
}
SUPERVISOR = {
    **UNPUBLISHED,
    "id": "level-2",
    "name": "Supervisor de Soporte",
    "extensions": ["1104", "1108", "1102"],
    "email": "supervisor.mesadeayuda@certicamara.com",
}
COORDINATOR = {
    **UNPUBLISHED,
    "id": "level-3",
    "name": "Coordinador de Soporte",
    "extensions": ["1101"],
    "email": "coordinador.mesadeayuda@certicamara.com",
}


def closed(contact):
    return {**contact, "state": "closed", "until": contact["opens"]}


def holiday(contact, until):
    day = {"comment": "La Inmaculada Concepción", "opens": "2026-12-09T07:00:00-05:00"}
    return {**contact, "state": "unknown", "until": f"2026-12-08T{until}:00-05:00", **day}


def test_status(cli, here):
    answer = {
        "at": "2026-11-23T16:25:00-05:00",
        "book": "contacts.toml",
        "channels": [PHONE, MOBILE, EMAIL, CHAT, PQRSA],
    }
    assert cli("status", "--at", AT, "--json").data == answer


def test_status_at_night(cli, here):
    channels = [closed(PHONE), MOBILE, closed(EMAIL), closed(CHAT), closed(PQRSA)]
    assert cli("status", "--at", NIGHT, "--json").data["channels"] == channels


def test_status_on_a_holiday(cli, here):
    channels = [
        holiday(PHONE, "19:00"),
        MOBILE,
        holiday(EMAIL, "19:00"),
        holiday(CHAT, "19:00"),
        holiday(PQRSA, "17:00"),
    ]
    assert cli("status", "--at", HOLIDAY, "--json").data["channels"] == channels


def test_who(cli, here):
    assert cli("who", "p1", "--at", AT, "--json").data == {
        "at": "2026-11-23T16:25:00-05:00",
        "request": {"id": "p1", "name": "Prioridad 1 · Crítica", "note": None},
        "contact": PHONE,
        "reason": "Telefónico es el primer canal para Prioridad 1 · Crítica y está abierto",
        "fallbacks": [MOBILE],
        "messages": [],
        "opens": None,
    }


def test_who_when_everything_is_closed(cli, here):
    assert cli("who", "p2", "--at", NIGHT, "--json").data == {
        "at": "2026-11-23T22:00:00-05:00",
        "request": {"id": "p2", "name": "Prioridad 2 · Alta", "note": None},
        "contact": None,
        "reason": "Todos los canales para Prioridad 2 · Alta están cerrados",
        "fallbacks": [],
        "messages": [closed(EMAIL)],
        "opens": {"id": "phone", "at": "2026-11-24T07:00:00-05:00"},
    }


def test_who_when_nothing_is_known(cli, here):
    assert cli("who", "p2", "--at", HOLIDAY, "--json").data == {
        "at": "2026-12-08T10:00:00-05:00",
        "request": {"id": "p2", "name": "Prioridad 2 · Alta", "note": None},
        "contact": holiday(PHONE, "19:00"),
        "reason": "No se sabe de ningún canal abierto para Prioridad 2 · Alta. "
        "No se sabe si Telefónico atiende en este festivo: La Inmaculada Concepción",
        "fallbacks": [holiday(EMAIL, "19:00"), holiday(CHAT, "19:00")],
        "messages": [holiday(EMAIL, "19:00")],
        "opens": {"id": "phone", "at": "2026-12-09T07:00:00-05:00"},
    }


def test_nobody_is_sent_to_a_telephone_to_leave_a_message(cli, here):
    (written,) = cli("who", "pqrsa", "--at", NIGHT, "--json").data["messages"]
    assert written == {**closed(PQRSA), "telephone": None, "telephones": [], "menu": []}


def test_escalate(cli, here):
    group = {
        "level": 1,
        "name": "Grupo de soporte técnico",
        "state": "open",
        "comment": None,
        "contacts": [PHONE, EMAIL],
    }
    unknown = {"state": "unknown", "comment": "horario no publicado"}
    supervisor = {"level": 2, "name": "Supervisor de Soporte", **unknown, "contacts": [SUPERVISOR]}
    coordinator = {"level": 3, "name": "Coordinador de Soporte", **unknown, "contacts": [COORDINATOR]}
    levels = [group, supervisor, coordinator]
    assert cli("escalate", "--at", AT, "--json").data == {"at": "2026-11-23T16:25:00-05:00", "levels": levels}
    for number, level in enumerate(levels, start=1):
        assert cli("escalate", str(number), "--at", AT, "--json").data["levels"] == [level]


def test_a_level_reached_by_channels_has_the_comment_of_its_best_state(cli, here):
    (level,) = cli("escalate", "1", "--at", HOLIDAY, "--json").data["levels"]
    assert (level["state"], level["comment"]) == ("unknown", "La Inmaculada Concepción")
    (level,) = cli("escalate", "1", "--at", NIGHT, "--json").data["levels"]
    assert (level["state"], level["comment"]) == ("closed", None)


@pytest.mark.parametrize("at", [AT, NIGHT, HOLIDAY, "2026-11-21T12:45", "2028-02-29T23:59"])
def test_a_contact_always_has_the_same_keys_and_times_have_offsets(cli, at):
    found = list(cli("status", "--at", at, "--json").data["channels"])
    for level in cli("escalate", "--at", at, "--json").data["levels"]:
        assert list(level) == ["level", "name", "state", "comment", "contacts"]
        found += level["contacts"]
    for request in ("p1", "p2", "p3", "p4", "pqrsa"):
        answer = cli("who", request, "--at", at, "--json").data
        assert list(answer) == ["at", "request", "contact", "reason", "fallbacks", "messages", "opens"]
        found += [answer["contact"]] if answer["contact"] else []
        found += answer["fallbacks"] + answer["messages"]
    assert len(found) >= 10
    for contact in found:
        assert list(contact) == KEYS
        assert contact["state"] in {"open", "closed", "unknown"}
        assert isinstance(contact["menu"], list)
        assert isinstance(contact["extensions"], list)
    numbers = {contact["telephone"] for contact in found} - {None}
    assert {number[:3] for number in numbers} == {"+57"}
    times = {contact[key] for contact in found for key in ("until", "opens")} - {None}
    assert {datetime.fromisoformat(time).utcoffset() for time in times} == {timedelta(hours=-5)}


def test_json_is_one_document_of_utf_8_whatever_its_width(cli, monkeypatch):
    whole = cli("status", "--at", AT, "--json")
    monkeypatch.setenv("COLUMNS", "20")
    assert cli("status", "--at", AT, "--json") == whole
    assert "Telefónico" in whole.out
    assert whole.out.endswith("}\n")


def test_json_speaks_the_language_that_was_asked_for_in_its_sentences_alone(cli):
    answer = cli("who", "p1", "--at", AT, "--json", "--lang", "en").data
    assert answer["reason"] == "Telefónico is the first channel for Prioridad 1 · Crítica, and it is open"
    assert answer["contact"] == PHONE
    assert (
        cli("escalate", "2", "--at", AT, "--json", "--lang", "en").data["levels"][0]["comment"]
        == "hours not published"
    )


def test_times_are_in_the_books_zone_over_a_change_of_its_clock(cli):
    path = book(DESK_TEXT.replace("America/Bogota", "Europe/Madrid").replace('"CO"', '"ES"'), "madrid.toml")
    answer = cli("who", "p2", "--at", "2026-10-24T22:00", "--book", path, "--json").data
    assert answer["at"] == "2026-10-24T22:00:00+02:00"
    assert answer["opens"] == {"id": "phone", "at": "2026-10-26T07:00:00+01:00"}


def test_a_time_with_an_offset_is_answered_in_the_books_zone(cli):
    one = cli("status", "--at", "2026-11-23T22:25+01:00", "--json")
    assert one == cli("status", "--at", AT, "--json")
    assert cli("status", "--at", "2026-11-23T21:25Z", "--json") == one


def test_a_refusal_writes_no_json_to_standard_output(cli):
    for arguments in ("who nobody", "status --at x", "escalate 9", "status --book none.toml"):
        ran = cli(*arguments.split(), "--json")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err
