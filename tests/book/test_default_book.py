"""The default book holds what the page publishes, and nothing else."""

from datetime import date
from pathlib import Path

import pytest

from helpdesk_tui.book import models
from helpdesk_tui.book.file import packaged, read
from helpdesk_tui.book.read import read_book
from tests.support import DEFAULT_BOOK, ROOT, default_board

OFFICE_NOTE = (
    "Este canal es atendido por personal de soporte en el horario descrito (si el requerimiento es crítico "
    "se recomienda realizar contacto al celular destinado para casos con prioridad 1)."
)

PUBLISHED = {
    "book": {
        "title": "Subasta Electrónica",
        "organization": "Certicámara",
        "language": "es",
        "timezone": "America/Bogota",
        "country": "CO",
        "closing_soon": 30,
        "source": "Certicámara, Subasta Electrónica: canales disponibles para la atención de requerimientos o "
        "soporte técnico",
        "verified": date(2026, 11, 23),
    },
    "hours": {
        "office": {"weekly": "Mo-Fr 07:00-19:00; Sa 08:00-13:00"},
        "pqrsa": {"weekly": "Mo-Fr 07:00-17:00"},
        "always": {"weekly": "24/7", "on_holidays": "open"},
    },
    "channels": {
        "phone": {
            "name": "Telefónico",
            "hours": "office",
            "telephone": "+576017442727",
            "menu": ("2", "5"),
            "note": "Línea de servicio al cliente en Bogotá",
        },
        "mobile": {
            "name": "Celular prioridad 1",
            "hours": "always",
            "telephone": "+573187174937",
            "note": "Se recomienda hacer uso de este número en los horarios en que no están disponibles los "
            "otros canales y el requerimiento presenta prioridad 1 (crítica).",
        },
        "email": {
            "name": "Correo electrónico",
            "hours": "office",
            "email": "subasta.electronica@certicamara.com",
            "takes_messages": True,
            "note": OFFICE_NOTE,
        },
        "chat": {
            "name": "Chat online",
            "hours": "office",
            "url": "http://idealab.certicamara.com/CertiChat/chat.php",
            "note": OFFICE_NOTE,
        },
        "pqrsa": {
            "name": "PQRSA",
            "hours": "pqrsa",
            "telephone": "+576017442727",
            "menu": ("3",),
            "email": "certicamararesponde@certicamara.com",
            "takes_messages": True,
            "note": "Se habilita este canal con el objeto de recibir peticiones, quejas, reclamos, sugerencias "
            "y/o apelaciones respecto al servicio.",
        },
    },
    "requests": {
        "p1": {
            "name": "Prioridad 1 · Crítica",
            "key": "1",
            "route": ("phone", "mobile"),
            "aliases": ("crítica", "crítico", "critical"),
            "must_cover": "24/7",
        },
        "p2": {
            "name": "Prioridad 2 · Alta",
            "key": "2",
            "route": ("phone", "email", "chat"),
            "aliases": ("alta", "high"),
        },
        "p3": {
            "name": "Prioridad 3 · Media",
            "key": "3",
            "route": ("phone", "email", "chat"),
            "aliases": ("media", "medium"),
        },
        "p4": {
            "name": "Prioridad 4 · Baja",
            "key": "4",
            "route": ("phone", "email", "chat"),
            "aliases": ("baja", "low"),
        },
        "pqrsa": {
            "name": "PQRSA",
            "key": "5",
            "route": ("pqrsa",),
            "aliases": ("petición", "queja", "reclamo", "sugerencia", "apelación", "complaint"),
        },
    },
    "escalation": (
        {"name": "Grupo de soporte técnico", "channels": ("phone", "email")},
        {
            "name": "Supervisor de Soporte",
            "email": "supervisor.mesadeayuda@certicamara.com",
            "telephone": "+576017452141",
            "extensions": ("1104", "1108", "1102"),
        },
        {
            "name": "Coordinador de Soporte",
            "email": "coordinador.mesadeayuda@certicamara.com",
            "telephone": "+576017452141",
            "extensions": ("1101",),
        },
    ),
}


def test_the_default_book_says_what_the_page_publishes():
    book = read_book(read(str(DEFAULT_BOOK))).model_dump(exclude_defaults=True)
    book["book"]["closing_soon"] = 30  # the default, and written out in the file
    assert book == PUBLISHED


def test_the_book_inside_the_package_is_the_default_book():
    found = Path(packaged())
    assert found in {DEFAULT_BOOK, ROOT / "helpdesk_tui" / "contacts.toml"}
    assert found.read_bytes() == DEFAULT_BOOK.read_bytes()


def test_the_numbers_are_written_as_the_page_writes_them():
    board, _ = default_board("2026-11-23T12:00")
    assert board.channels["phone"].dials[0] == "(601) 7442727"
    assert board.channels["mobile"].dials[0] == "318 7174937"
    assert [level.channels[0].dials[0] for level in board.levels[1:]] == ["(601) 7452141", "(601) 7452141"]


def test_the_book_tells_which_priorities_are_its_own():
    assert "Priorities 2 to 4 are this book's own" in DEFAULT_BOOK.read_text("utf-8")


@pytest.mark.parametrize(
    "table",
    [models.Book, models.Header, models.Hours, models.Channel, models.Request, models.Shift, models.Level],
)
def test_every_field_of_a_book_is_described_and_no_other_is_taken(table):
    assert table.model_config["extra"] == "forbid"
    for name, field in table.model_fields.items():
        assert field.description, name
