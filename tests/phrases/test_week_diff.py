"""What a change of a book means for the coming week, in words."""

import pytest

from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.week_diff import format_week_diff
from tests.support import DESK_TEXT, board_of

MONDAY = "2026-11-23T10:25"


def means(*changes, at=MONDAY, keys=None, language="es", text=DESK_TEXT):
    old, moment = board_of(text, at)
    after = text
    for before, now in changes:
        assert before in after
        after = after.replace(before, now)
    new, _ = board_of(after, at)
    return list(format_week_diff(old, Phrases(Language(language), new, moment), moment, keys or {}))


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        pytest.param(("# http, as published", "# published"), [], id="nothing but a comment"),
        pytest.param(('name      = "Telefónico"', 'name = "Línea"'), [], id="a name"),
        pytest.param(
            ("Sa 08:00-13:00", "Sa 08:00-12:00"),
            [
                "Prioridad 1 · Crítica: de Telefónico a Celular prioridad 1: sáb 12:00–13:00",
                "Prioridad 2 · Alta: de Telefónico a nadie: sáb 12:00–13:00",
                "Prioridad 3 · Media: de Telefónico a nadie: sáb 12:00–13:00",
                "Prioridad 4 · Baja: de Telefónico a nadie: sáb 12:00–13:00",
                "Horario que se pierde, sáb 12:00–13:00: Telefónico, Correo electrónico, Chat online",
            ],
            id="hours lost",
        ),
        pytest.param(
            ("Mo-Fr 07:00-17:00", "Mo-Th 07:00-17:00; Fr 06:00-17:00"),
            ["PQRSA: de nadie a PQRSA: vie 06:00–07:00", "Horario que se gana, vie 06:00–07:00: PQRSA"],
            id="hours gained",
        ),
        pytest.param(
            ('["phone", "mobile"]', '["phone"]'),
            [
                "Prioridad 1 · Crítica: de Celular prioridad 1 a nadie: lun 00:00–07:00, "
                "lun, mar, mié, jue 19:00–07:00, vie 19:00–08:00, sáb 13:00 – lun 00:00"
            ],
            id="a route that is shorter",
        ),
        pytest.param(
            ('menu           = ["3"]', 'menu           = ["4"]'),
            [
                "PQRSA: de PQRSA (601) 7442727 → 3 · certicamararesponde@certicamara.com "
                "a PQRSA (601) 7442727 → 4 · certicamararesponde@certicamara.com: lun, mar, mié, jue, vie 07:00–17:00"
            ],
            id="another key of the menu",
        ),
        pytest.param(
            ('["pqrsa"]', '["mobile"]'),
            [
                "PQRSA: de nadie a Celular prioridad 1: lun 00:00–07:00, lun, mar, mié, jue 17:00–07:00, "
                "vie 17:00 – lun 00:00",
                "PQRSA: de PQRSA a Celular prioridad 1: lun, mar, mié, jue, vie 07:00–17:00",
            ],
            id="another channel",
        ),
    ],
)
def test_what_a_change_means_in_the_coming_week(change, lines):
    assert means(change) == lines


def test_a_key_that_changes_changes_nothing():
    changes = (
        ("[channels.phone]", "[channels.tel]"),
        ('["phone"', '["tel"'),
        ("[requests.p1]", "[requests.uno]"),
    )
    assert means(*changes, keys={"tel": "phone", "uno": "p1"}) == []


def test_a_holiday_makes_contacts_unconfirmed():
    lines = means(('on_holidays = "unknown"', 'on_holidays = "closed"'), at="2026-12-07T10:00")
    assert "Prioridad 2 · Alta: de Telefónico (sin confirmar) a nadie: mar 07:00–19:00" in lines


def test_a_contact_that_is_another_one_at_every_hour_is_so_the_whole_week():
    (line,) = means(
        ("+57 318 7174937", "+57 318 7174938"), text=DESK_TEXT.replace('"phone", "mobile"', '"mobile"')
    )
    assert line == (
        "Prioridad 1 · Crítica: de Celular prioridad 1 318 7174937 a Celular prioridad 1 318 7174938: toda la semana"
    )


def test_english():
    assert means(("Mo-Fr 07:00-17:00", "Mo-Th 07:00-17:00"), language="en") == [
        "PQRSA: from PQRSA to nobody: fri 07:00–17:00",
        "Hours lost, fri 07:00–17:00: PQRSA",
    ]
