"""The answer on the screen: right from the first frame, by key, by arrow, by mouse."""

from datetime import timedelta, timezone

import pytest

from tests.support import DESK_TEXT
from tests.tui.desk import (
    HOLIDAY,
    MORNING,
    NIGHT,
    SATURDAY,
    SMALL,
    book_of,
    channels,
    header,
    opened,
    panel,
    shown,
)


async def test_the_first_requests_answer_is_there_with_no_key_pressed(cache):
    async with opened(MORNING, cache=cache) as (app, _):
        card = panel(app, "answer")
        assert card[:4] == [
            "▄▀ █▀▀ █▀█ ▀█  ▀▄   ▀▀█ █ █ █ █ ▀▀█ ▀▀█ ▀▀█ ▀▀█",
            "█  █▀█ █ █  █   █     █ ▀▀█ ▀▀█ █▀▀   █ █▀▀   █",
            " ▀ ▀▀▀ ▀▀▀ ▀▀▀ ▀      ▀   ▀   ▀ ▀▀▀   ▀ ▀▀▀   ▀",
            "(601) 7442727   opción 2 → 5",
        ]
        assert any("Telefónico · cierra 19:00 · 8 h 35 min" in line for line in card)


async def test_a_digit_changes_the_answer(cache):
    async with opened(NIGHT, cache=cache) as (app, pilot):
        assert app.picture.answer.contact.channel.id == "mobile"
        await pilot.press("2")
        assert app.picture.answer.contact is None
        assert "Nadie atiende ahora" in panel(app, "answer")[0]
        assert any("subasta.electronica@certicamara.com" in line for line in panel(app, "answer"))
        assert any("Telefónico · mañana 07:00" in line for line in panel(app, "answer"))
        await pilot.press("1")
        assert app.picture.answer.contact.channel.id == "mobile"


@pytest.mark.parametrize("at", [MORNING, NIGHT])
async def test_a_requests_note_stands_on_its_card(cache, tmp_path, at):
    text = DESK_TEXT.replace("[requests.p2]", '[requests.p2]\nnote = "Pida el tiquete"')
    async with opened(at, cache=cache, book=book_of(tmp_path, text)) as (app, pilot):
        assert not any("tiquete" in line for line in panel(app, "answer"))
        await pilot.press("2")
        assert any(line.split() == ["Solicitud", "Pida", "el", "tiquete"] for line in panel(app, "answer"))


async def test_messages_are_left_in_writing(cache):
    async with opened(NIGHT, cache=cache) as (app, pilot):
        await pilot.press("5")
        text = "\n".join(panel(app, "answer"))
        assert "Mensajes" in text
        assert "certicamararesponde@certicamara.com" in text
        assert "7442727" not in text
        await pilot.press("c")
        assert "certicamararesponde@certicamara.com" in panel(app, "foot")[0]


@pytest.mark.parametrize(("down", "up"), [("down", "up"), ("j", "k")])
async def test_arrows_and_their_letters_move_through_the_requests_and_stop_at_the_ends(cache, down, up):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press(up)
        assert app.picture.picked == 0
        await pilot.press(*[down] * 9)
        assert app.picture.requests[app.picture.picked].id == "pqrsa"
        await pilot.press(up)
        assert app.picture.requests[app.picture.picked].id == "p4"


async def test_a_click_on_a_request_picks_it(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.click("#requests", offset=(8, 6))
        await pilot.pause()
        assert app.picture.requests[app.picture.picked].id == "p3"
        await pilot.click("#requests", offset=(8, 12))
        assert app.picture.requests[app.picture.picked].id == "p3"


async def test_a_digit_that_no_request_has_is_said(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("9")
        assert "Ninguna solicitud tiene la tecla 9" in panel(app, "foot")[0]
        assert app.picture.picked == 0


async def test_who_comes_next_stands_with_its_number(cache):
    async with opened(MORNING, cache=cache) as (app, _):
        assert any("Si no contestan  318 7174937" in line for line in panel(app, "answer"))


async def test_a_holiday_leaves_the_number_unconfirmed_and_names_the_holiday(cache):
    async with opened(HOLIDAY, cache=cache) as (app, pilot):
        await pilot.press("2")
        card = panel(app, "answer")
        assert "sin confirmar · La Inmaculada Concepción" in card[0]
        assert card[1].startswith("▄▀ █▀▀ █▀█ ▀█  ▀▄")
        assert card[4] == "(601) 7442727   opción 2 → 5"
        assert "La Inmaculada Concepción" in header(app)
        assert not app.screen.query_one("#answer").has_class("-open")


@pytest.mark.parametrize(
    ("at", "key", "role"),
    [(MORNING, "1", "open"), (SATURDAY, "2", "soon"), (HOLIDAY, "2", "unknown"), (NIGHT, "1", "open")],
)
async def test_the_number_has_the_colour_of_the_state(cache, at, key, role):
    async with opened(at, cache=cache) as (app, pilot):
        await pilot.press(key)
        card = app.screen.query_one("#answer")
        drawn = [piece for index in range(6) for piece in card.line(index, 60) if "█" in piece.text]
        written = [
            piece
            for index in range(6)
            for piece in card.line(index, 60)
            if "7442727" in piece.text or "7174937" in piece.text
        ]
        assert [piece.role for piece in (*drawn[:2], written[0])] == [role] * 3


async def test_the_marked_level_has_its_number_drawn_and_written(cache):
    async with opened(NIGHT, cache=cache) as (app, pilot):
        await pilot.press("e", "e")
        marked = panel(app, "marked")
        assert marked[1].startswith("▄▀ █▀▀ █▀█ ▀█  ▀▄")
        assert marked[4] == "(601) 7452141   ext. 1104, 1108, 1102"


async def test_closing_soon_has_a_shape_and_a_word_of_its_own(cache):
    async with opened(SATURDAY, cache=cache) as (app, _):
        phone = channels(app)[1]
        assert phone.startswith("◐ Telefónico")
        assert "por cerrar" in phone
        assert "cierra 13:00 · 15 min" in phone


async def test_every_state_of_a_channel_has_its_own_shape(cache):
    shapes = set()
    for at in (MORNING, NIGHT, SATURDAY, HOLIDAY):
        async with opened(at, cache=cache) as (app, _):
            shapes |= {line[0] for line in channels(app)[1:]}
    assert shapes == {"●", "◐", "○", "?"}


@pytest.mark.parametrize("width", [100, 80, 40])
async def test_an_address_is_whole_or_goes_on_in_the_next_line(cache, width):
    async with opened(cache=cache, size=(width, 30)) as (app, pilot):
        await pilot.press("5")
        lines = [line.strip() for line in panel(app, "answer")]
        (first,) = [index for index, line in enumerate(lines) if "certicamararesponde" in line]
        together = "".join(lines[first : first + (1 if width > 40 else 2)])
        assert "certicamararesponde@certicamara.com" in together


async def test_an_address_loses_its_indent_before_it_is_broken(cache):
    async with opened(NIGHT, cache=cache, size=(40, 24)) as (app, pilot):
        await pilot.press("2")
        assert "subasta.electronica@certicamara.com" in panel(app, "answer")


async def test_a_contact_that_is_an_address_alone_stands_first_on_a_line_of_its_own(tmp_path):
    text = SMALL.replace('telephone = "+57 601 7442727"', 'email = "mesa@example.com"')
    async with opened(book=book_of(tmp_path, text)) as (app, _):
        assert panel(app, "answer")[0] == "mesa@example.com"


async def test_the_machines_time_stands_beside_the_books_where_it_differs(cache):
    async with opened(MORNING, cache=cache) as (app, _):
        assert header(app).endswith("lun 23 nov 2026 · 10:25 Bogotá")
    async with opened(MORNING, cache=cache, zone=timezone(timedelta(hours=1))) as (app, _):
        assert header(app).endswith("10:25 Bogotá · aquí 16:25")


async def test_a_book_without_requests_or_levels_has_a_screen(tmp_path):
    text = SMALL.partition("[requests.p1]")[0]
    async with opened(book=book_of(tmp_path, text)) as (app, pilot):
        assert "El directorio no tiene solicitudes" in shown(app)
        await pilot.press("1", "down", "up", "c")
        assert "No hay nada que copiar" in shown(app)
        await pilot.press("e", "e", "down", "up", "c", "escape")
        await pilot.press("slash", "x", "enter", "escape")
        assert len(app.screen_stack) == 1


async def test_an_extension_alone_is_the_headline_and_is_copied(cache, tmp_path):
    number = 'telephone = "+57 601 7442727"\nmenu      = ["2", "5"]'
    assert number in DESK_TEXT
    text = DESK_TEXT.replace(number, 'extensions = ["1104", "08"]')
    async with opened(MORNING, cache=cache, book=book_of(tmp_path, text)) as (app, pilot):
        assert panel(app, "answer")[0] == "ext. 1104, 08"
        await pilot.press("c")
        assert app.clipboard == "1104"
