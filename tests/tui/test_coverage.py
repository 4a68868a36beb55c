"""The coverage screen: a day of every request, seven days of one, who attends in a cell, and the gaps."""

import pytest
from rich.cells import cell_len

from helpdesk_tui.answers.coverage import Staffing
from helpdesk_tui.answers.day import cell_of, reach
from helpdesk_tui.phrases.coverage import MARKS, ROLES
from helpdesk_tui.tui.screens.coverage import Coverage
from helpdesk_tui.tui.screens.dashboard import Dashboard
from helpdesk_tui.tui.screens.who_then import WhoThen
from helpdesk_tui.tui.widgets.strips import scale, shares
from tests.tui.desk import (
    HOLIDAY,
    MORNING,
    NIGHT,
    SMALL,
    book_of,
    clicked_twice,
    lines,
    make_app,
    opened,
    panel,
    running,
    settled,
    shown,
)

CELLS = slice(-48, None)

HOLES = """
[book]
title = "Mesa"
timezone = "Europe/Madrid"

[hours.office]
weekly = "Mo-Fr 08:30-17:15"

[hours.night]
weekly = "Mo-Su 22:00-06:00"

[hours.never]
weekly = "off"

[channels.phone]
name = "Línea"
hours = "office"
telephone = "+34 912 345 678"

[channels.guard]
name = "Guardia"
hours = "night"
telephone = "+34 912 345 679"

[channels.door]
name = "Puerta"
telephone = "+34 912 345 670"

[channels.shut]
name = "Cerrado"
hours = "never"
email = "a@example.com"

[channels.mail]
name = "Buzón"
hours = "office"
email = "b@example.com"
takes_messages = true

[requests.p1]
name = "Uno"
key = "1"
route = ["phone", "guard"]
must_cover = "24/7"

[requests.p2]
name = "Dos"
key = "2"
route = ["phone"]

[requests.p3]
name = "Tres"
key = "3"
route = ["door"]

[requests.p4]
name = "Cuatro"
key = "4"
route = ["mail"]

[requests.p5]
name = "Cinco"
key = "5"
route = ["shut"]
"""


@pytest.fixture(scope="module")
def holes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("holes")
    return {"book": book_of(folder, HOLES), "cache": str(folder / "boards")}


def cover(app):
    """The panel with the strips."""
    return app.screen.query_one("#cover")


def title(app):
    return str(cover(app).border_title)


def marked(app):
    """What stands on the panel's lower edge: who attends in the marked cell."""
    return str(cover(app).border_subtitle)


def strip(app, row):
    """The cells of a line, without the mark of now."""
    found = app.screen.query_one("#strips").shares
    return panel(app, "strips")[row][found.strip :].ljust(found.cells)[: found.cells]


def gaps(app):
    return [line.strip() for line in panel(app, "gaps")]


async def test_v_shows_today_with_every_request_and_escape_goes_back(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("v")
        assert isinstance(app.screen, Coverage)
        assert title(app) == "Cobertura · lun 23 nov 2026 · hoy"
        assert [line[2:13].strip() for line in panel(app, "strips")] == [
            "Prioridad 1",
            "Prioridad 2",
            "Prioridad 3",
            "Prioridad 4",
            "PQRSA",
        ]
        await pilot.press("escape")
        assert isinstance(app.screen, Dashboard)


async def test_every_look_has_a_shape_and_a_colour_of_its_own(holes):
    assert len(set(MARKS.values())) == len(set(ROLES.values())) == len(Staffing)
    async with opened(MORNING, **holes) as (app, pilot):
        await pilot.press("v")
        assert strip(app, 0) == "▆" * 12 + "·" * 5 + "▆" * 15 + "┃" + "▆" + "·" * 10 + "▆" * 4
        assert strip(app, 1) == "·" * 17 + "▆" * 15 + "┃" + "▆" + "·" * 14
        assert strip(app, 2) == "?" * 32 + "┃" + "?" * 15
        assert strip(app, 3) == "▂" * 17 + "▆" * 15 + "┃" + "▆" + "▂" * 14
        legend = "▆ con atención  ▂ solo mensajes  ? sin confirmar  · nadie  ┃ ahora"
        assert panel(app, "legend")[0].strip() == legend


async def test_a_terminal_without_utf8_tells_the_four_looks_apart(holes):
    async with opened(MORNING, utf8=False, **holes) as (app, pilot):
        await pilot.press("v")
        await pilot.pause()
        assert shown(app).isascii()
        legend = next(line for line in lines(app) if "solo mensajes" in line)
        assert "# con atencion  = solo mensajes  ? sin confirmar  . nadie  | ahora" in legend


async def test_the_cells_stand_under_their_hours(cache):
    async with opened(NIGHT, cache=cache) as (app, pilot):
        await pilot.press("v", "2")
        hours, row = panel(app, "hours")[0], panel(app, "strips")[1]
        first = row.index("▆")
        assert hours[first - 2] == "6"  # 06:00 is two cells before 07:00
        assert row[hours.index("21") + 3] == "┃"  # 22:30
        assert hours[hours.index("21") + 3] == "▾"


async def test_left_and_right_move_by_a_day_and_the_mark_of_now_stays_on_today(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("v", "right")
        assert title(app) == "Cobertura · mar 24 nov 2026"
        assert "┃" not in "".join(panel(app, "strips"))
        await pilot.press("left", "left")
        assert title(app) == "Cobertura · dom 22 nov 2026"
        assert strip(app, 1) == "▂" * 48
        await pilot.press("right")
        assert "┃" in "".join(panel(app, "strips"))


async def test_the_days_end_with_the_board_and_the_foot_says_so(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("v")
        first, last = reach(app.picture.board)
        await pilot.press(*["left"] * 12)
        assert app.screen.day == first
        assert panel(app, "foot")[0] == " La cobertura está calculada del dom 15 nov 2026 al dom 28 nov 2027"
        app.screen.first = app.screen.day = last
        await pilot.press("right")
        assert app.screen.day == last
        assert "La cobertura está calculada" in panel(app, "foot")[0]
        await pilot.press("w")
        assert len(panel(app, "strips")) == 1
        await pilot.press("right", "down", "enter", "escape", "left")
        assert len(panel(app, "strips")) == 7


async def test_a_holiday_is_named_on_its_day(cache):
    async with opened("2026-12-07T10:25", cache=cache) as (app, pilot):
        await pilot.press("v")
        assert "Inmaculada" not in title(app)
        await pilot.press("right")
        assert title(app) == "Cobertura · mar 8 dic 2026 · La Inmaculada Concepción"
        assert strip(app, 1) == "▂" * 14 + "?" * 24 + "▂" * 10
        await pilot.press("w")
        assert "La Inmaculada Concepción" in panel(app, "strips")[0]
        assert "La Inmaculada Concepción" in marked(app)
    async with opened(HOLIDAY, size=(40, 15), cache=cache) as (app, pilot):
        await pilot.press("v")
        await pilot.pause()
        assert "mar 8 dic · La Inmaculada Concep" in shown(app)


async def test_w_shows_seven_days_of_the_marked_request(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("v", "2", "w")
        assert title(app) == "Cobertura · Prioridad 2 · Alta · lun 23 nov a dom 29 nov"
        assert [line[2:12] for line in panel(app, "strips")] == [
            f"{day} nov" for day in ("lun 23", "mar 24", "mié 25", "jue 26", "vie 27", "sáb 28", "dom 29")
        ]
        assert strip(app, 1) == "▂" * 14 + "▆" * 24 + "▂" * 10
        assert strip(app, 5) == "▂" * 16 + "▆" * 10 + "▂" * 22
        await pilot.press("down", "down")
        assert marked(app).startswith("mié 25 nov 10:00–10:30 · con atención")
        await pilot.press("right")
        assert panel(app, "strips")[2].startswith("▸ mié 2 dic")
        await pilot.press("5")
        assert title(app).startswith("Cobertura · PQRSA")
        await pilot.press("w", "w")
        assert title(app) == "Cobertura · mié 2 dic 2026"  # the marked day
        assert panel(app, "strips")[4].startswith("▸ PQRSA")


async def test_the_hour_moves_by_cells_and_stops_at_the_ends_of_the_day(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("v")
        assert marked(app) == "10:00–10:30 · con atención · Telefónico, Celular prioridad 1"
        await pilot.press("full_stop", "shift+right")
        assert marked(app).startswith("11:00–11:30")
        await pilot.press("comma", "shift+left")
        assert marked(app).startswith("10:00–10:30")
        await pilot.press(*["comma"] * 30)
        assert marked(app) == "00:00–00:30 · con atención · Celular prioridad 1"
        await pilot.press(*["full_stop"] * 60)
        assert marked(app).startswith("23:30–24:00")


async def test_enter_says_who_attends_then_and_why(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("v", "2", "right", "enter")
        assert isinstance(app.screen, WhoThen)
        assert str(app.screen.query_one("#sheet").border_title) == "mar 24 nov 2026 · 10:00"
        text = panel(app, "text")
        assert text[0] == "Prioridad 2 · Alta"
        assert text[1] == "▆ con atención de mar 07:00 a mar 19:00 (12 h)"
        assert any("Telefónico es el primer canal para Prioridad 2 · Alta" in line for line in text)
        assert any("cierra 19:00" in line for line in text)
        await pilot.press("escape")
        assert isinstance(app.screen, Coverage)


async def test_enter_on_a_hole_says_when_someone_attends_again_with_the_date(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("v", "2", *["full_stop"] * 24, "enter")
        text = panel(app, "text")
        assert text[1] == "▂ solo mensajes de lun 19:00 a mar 24 nov 07:00 (12 h)".replace(" 24 nov", "")
        assert any("Solo mensajes a esa hora" in line for line in text)
        assert any(
            "Telefónico" in line and "mar 24 nov 07:00" in line for line in text
        )  # "tomorrow" would be today's
        assert any("subasta.electronica@certicamara.com" in line for line in text)


async def test_a_cell_that_is_partly_open_answers_for_the_part_that_it_shows(holes):
    async with opened("2026-03-23T10:25", **holes) as (app, pilot):
        await pilot.press("v", "2", *["full_stop"] * 2)
        assert marked(app) == "17:00–17:30 · nadie"
        await pilot.press("enter")
        assert str(app.screen.query_one("#sheet").border_title) == "lun 23 mar 2026 · 17:15"
        assert panel(app, "text")[1] == "· nadie de lun 17:15 a mar 08:30 (15 h 15 min)"


async def test_what_never_changes_is_said_to_last_all_year(holes):
    async with opened(MORNING, **holes) as (app, pilot):
        await pilot.press("v", "3")
        assert gaps(app)[gaps(app).index("Tres") + 1] == "sin confirmar todo el año"
        await pilot.press("5")
        assert gaps(app)[gaps(app).index("Cinco") + 1] == "nadie todo el año"
        await pilot.press("enter")
        assert panel(app, "text")[1] == "· nadie todo el año"


async def test_the_gaps_stand_below_in_words_and_whole_across_the_days_edges(cache):
    async with opened("2026-11-28T09:00", cache=cache) as (app, pilot):
        await pilot.press("v", "2")
        assert gaps(app) == [
            "Prioridad 2 · Alta, Prioridad 3 · Media, Prioridad 4 · Baja",
            "solo mensajes de sáb 13:00 a lun 07:00 (1 día 18 h)",
            "solo mensajes de vie 27 nov 19:00 a sáb 28 nov 08:00 (13 h)",
            "",
            "PQRSA",
            "solo mensajes de vie 27 nov 17:00 a lun 30 nov 07:00 (2 días 14 h)",
        ]
        await pilot.press("1")
        assert gaps(app)[:2] == ["Prioridad 1 · Crítica", "siempre con atención"]


async def test_the_week_tells_the_gaps_of_its_request_alone(cache):
    async with opened("2026-12-07T09:00", cache=cache) as (app, pilot):
        await pilot.press("v", "5", "w")
        text = gaps(app)
        assert "PQRSA" not in text  # the title names it
        assert "sin confirmar de mar 07:00 a mar 17:00 (10 h)" in text
        assert "solo mensajes de vie 17:00 a lun 14 dic 07:00 (2 días 14 h)".replace(" 14 dic", "") in text
        assert not any("Prioridad" in line for line in text)


async def test_a_broken_rule_stands_first_and_is_told_once(holes):
    async with opened(MORNING, **holes) as (app, pilot):
        await pilot.press("v", "2")
        assert gaps(app)[:3] == [
            "! Uno: cobertura obligatoria, pero no se sabe de ningún canal abierto:",
            "de lun 17:15 a lun 22:00 (4 h 45 min)",
            "de lun 06:00 a lun 08:30 (2 h 30 min)",
        ]
        assert gaps(app).count("Uno") == 0


async def test_a_click_marks_a_cell_and_a_second_one_tells_of_it(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("v")
        strips = app.screen.query_one("#strips")
        place = (strips.shares.strip + 40, 1)
        await pilot.click("#strips", offset=place)
        await pilot.pause()
        assert marked(app) == "20:00–20:30 · solo mensajes"
        assert panel(app, "strips")[1].startswith("▸")
        await pilot.click("#strips", offset=(4, 2))
        await pilot.pause()
        assert marked(app).startswith("20:00")
        assert panel(app, "strips")[2].startswith("▸")
        await pilot.click("#strips", offset=(place[0], 2))
        await pilot.pause()
        assert isinstance(app.screen, WhoThen)
        assert app.picture.picked == 0


async def test_two_clicks_at_once_on_the_marked_cell_open_one_sheet(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("v")
        await pilot.pause()
        screen, strips = app.screen, app.screen.query_one("#strips")
        clicked_twice(app, "strips", 0, strips.shares.strip + cell_of(screen.minute, strips.shares.cells))
        await settled(app, pilot)
        assert [type(each) for each in app.screen_stack] == [Dashboard, Coverage, WhoThen]


@pytest.mark.parametrize(
    ("at", "cells"),
    [
        pytest.param("2026-03-29T05:00", "▆" * 4 + "  " + "▆" * 6 + "·", id="23 hours"),
        pytest.param("2026-10-25T05:00", "▆" * 12 + "·", id="25 hours"),
    ],
)
async def test_a_day_on_which_the_clock_changes_keeps_its_cells_under_their_hours(holes, at, cells):
    async with opened(at, **holes) as (app, pilot):
        await pilot.press("v", *["comma"] * 48, *["full_stop"] * 4)
        assert strip(app, 0).startswith(cells)
        assert len(strip(app, 0)) == 48
        if "  " in cells:
            assert marked(app) == "02:00–02:30 · El reloj se salta esta hora"
            await pilot.press("enter")
            assert "El reloj se salta esta hora" in panel(app, "foot")[0]
            await pilot.press("full_stop", "full_stop", "enter")
            assert panel(app, "text")[1] == "▆ con atención de sáb 28 mar 22:00 a dom 29 mar 06:00 (7 h)"
        else:
            assert marked(app).startswith("02:00–02:30 · con atención · Guardia")
            await pilot.press("enter")
            assert panel(app, "text")[1] == "▆ con atención de sáb 24 oct 22:00 a dom 25 oct 06:00 (9 h)"


@pytest.mark.parametrize(("width", "cells"), [(100, 48), (40, 24)])
async def test_days_after_a_clock_change_show_whole(holes, width, cells):
    async with opened("2027-03-25T10:25", size=(width, 36), **holes) as (app, pilot):
        await pilot.press("v", "2")
        half = cells // 24
        for _ in range(3):
            await pilot.press("right")
        assert title(app).endswith("dom 28 mar 2027")
        assert strip(app, 1) == "·" * 2 * half + " " * half + "·" * 21 * half
        await pilot.press("right")
        assert strip(app, 1)[: 17 * half] == "·" * (9 * half - half // 2) + "▆" * (8 * half + half // 2)
        await pilot.press("w", "down", "down", "enter", "escape")
        await pilot.pause()
        assert [len(strip(app, row)) for row in range(7)] == [cells] * 7


async def test_the_mark_of_now_moves_with_the_clock_and_nothing_else_is_written(cache):
    app = make_app("2026-11-23T10:25:59", cache=cache)
    async with running(app) as pilot:
        await pilot.press("v", "right")
        await pilot.press("left")
        for _ in range(3):
            await pilot.pause()
        app.terminal.written()
        app.hand.set("2026-11-23T10:26")
        app.tick()
        await pilot.pause()
        await pilot.pause()
        written = app.terminal.written()
        assert "6" in written
        assert len(written) < 200
        app.hand.set("2026-11-23T10:30")
        app.tick()
        await pilot.pause()
        assert strip(app, 1).index("┃") == 21
        assert len(app.terminal.written().encode()) < 2400


async def test_at_midnight_today_is_the_new_day(cache):
    async with opened("2026-11-23T23:59", cache=cache) as (app, pilot):
        await pilot.press("v")
        app.hand.set("2026-11-24T00:00")
        app.tick()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.pause()
        assert title(app) == "Cobertura · mar 24 nov 2026 · hoy"
        assert strip(app, 1).index("┃") == 0


async def test_another_time_is_where_the_screen_goes_and_comes_back_from(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("v", "right", "full_stop", "right_curly_bracket", "right_curly_bracket")
        await pilot.pause()
        assert title(app) == "Cobertura · mié 25 nov 2026"  # which is not today
        assert "┃ hora elegida" in panel(app, "legend")[0]
        assert marked(app).startswith("10:00–10:30")
        assert strip(app, 1).index("┃") == 20
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert marked(app).startswith("10:30–11:00")
        await pilot.press("w", "right_curly_bracket")
        await pilot.pause()
        assert panel(app, "strips")[0].startswith("▸ jue 26 nov")
        assert "┃" in strip(app, 0)


@pytest.mark.parametrize("size", [(120, 36), (100, 30), (80, 24), (60, 20), (40, 15), (40, 40), (300, 15)])
async def test_it_fits_every_size(cache, size):
    async with opened(HOLIDAY, size=size, cache=cache) as (app, pilot):
        for keys in (["v", "2"], ["w"], ["enter"]):
            await pilot.press(*keys)
            await pilot.pause()
            await pilot.pause()
            text = shown(app)
            assert {cell_len(line) for line in lines(app)} == {size[0]}
            assert "Cerrar" in text
            if keys != ["enter"]:
                assert "▸" in text
                assert "solo mensajes" in text
                assert "sin confirmar de" in text


async def test_no_storm_of_sizes_crashes(cache):
    async with opened(HOLIDAY, cache=cache) as (app, pilot):
        for keys in (["v"], ["w"], ["enter"], ["escape", "escape", "s"]):
            await pilot.press(*keys)
            for width, height in [(1, 1), (2, 40), (300, 2), (39, 15), (40, 15), (41, 16), (80, 24), (7, 9)]:
                await pilot.resize_terminal(width, height)
                await pilot.pause()
                assert len(lines(app)) == height
            for width in range(1, 60, 7):
                await pilot.resize_terminal(width, width)
            await pilot.resize_terminal(100, 30)
            await pilot.pause()


@pytest.mark.parametrize(
    "name", ["Desk [/] 24", "[bold red]x[/]", "[@click=app.quit]go[/]", "{name} $primary"]
)
async def test_nothing_in_a_book_is_markup(tmp_path, name):
    text = SMALL.replace("Línea", name).replace('"Uno"', f'"{name}"')
    text += f'\n[holidays]\n2026-11-23 = "{name}"\n'
    async with opened(book=book_of(tmp_path, text)) as (app, pilot):
        await pilot.press("v")
        await pilot.pause()
        assert shown(app).count(name) >= 4
        await pilot.press("w", "enter")
        await pilot.pause()
        assert name in shown(app)
        await pilot.press("escape", "escape", "s")
        await pilot.pause()
        assert name in shown(app)


@pytest.mark.parametrize("name", ["客服" * 30, "é" * 50, "ñ" * 199, "مرحبا"])
@pytest.mark.parametrize("width", [100, 80, 40])
async def test_wide_and_endless_names_keep_the_lines_straight(tmp_path, name, width):
    text = (
        SMALL.replace("Línea", name).replace('"Uno"', f'"{name}"') + f'\n[holidays]\n2026-11-23 = "{name}"\n'
    )
    async with opened(book=book_of(tmp_path, text), size=(width, 24)) as (app, pilot):
        for keys in (["v"], ["w"], ["enter"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert {cell_len(line) for line in lines(app)} == {width}


async def test_a_book_without_requests_has_a_coverage_screen(tmp_path):
    text = SMALL.partition("[requests.p1]")[0]
    async with opened(book=book_of(tmp_path, text)) as (app, pilot):
        await pilot.press("v", "down", "up", "right", "full_stop", "enter", "w", "pagedown", "space", "3")
        await pilot.pause()
        assert "El directorio no tiene solicitudes" in shown(app)
        assert "Ninguna solicitud tiene la tecla 3" in shown(app)


async def test_of_500_requests_only_those_in_sight_are_worked_out(tmp_path):
    parts = ['[book]\ntitle = "Grande"\ntimezone = "America/Bogota"\n']
    for number in range(500):
        parts.append(f'[hours.h{number}]\nweekly = "Mo-Fr 08:{number % 60:02}-17:00"\n')
        parts.append(
            f'[channels.c{number}]\nname = "C{number}"\nhours = "h{number}"\nemail = "c@example.com"\n'
        )
        parts.append(f'[requests.r{number}]\nname = "Solicitud {number}"\nroute = ["c{number}"]\n')
    settings = {"book": book_of(tmp_path, "\n".join(parts)), "cache": str(tmp_path / "boards")}
    async with opened(**settings):
        pass  # keeps the board
    async with opened(**settings) as (app, pilot):
        timetables = app.picture.board.timetables
        before = len(timetables.decoded)
        await pilot.press("v")
        await pilot.pause()
        assert len(timetables.decoded) < before + 40
        await pilot.press("pagedown", "pagedown", "down")
        await pilot.pause()
        await pilot.pause()
        assert "▸ Solicitud 25" in shown(app)
        assert gaps(app)[0] == "Solicitud 25"
        assert len(timetables.decoded) < before + 80
        assert "0     3" in shown(app)  # the hours stay in sight
        await pilot.press("pageup", "w")
        await pilot.pause()
        assert title(app).startswith("Cobertura · Solicitud 13")


@pytest.mark.parametrize("width", range(40, 160, 3))
@pytest.mark.parametrize("name", [1, 12, 21, 200])
def test_the_parts_of_a_line_fill_the_width_at_most(width, name):
    found = shares(width, name)
    assert found.strip + found.cells <= width
    assert found.strip + found.cells + (2 + found.tail if found.tail else 0) <= width
    assert sum(len(piece.text) for piece in scale(found, 1439)) == found.strip + found.cells


def test_a_minute_falls_in_its_cell():
    assert [cell_of(minute, 48) for minute in (0, 29, 30, 1439)] == [0, 0, 1, 47]
    assert [cell_of(minute, 24) for minute in (0, 59, 60, 1439)] == [0, 0, 1, 23]


SIZES = {"120": (120, 36), "80": (80, 24), "40": (40, 15)}
sizes = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
languages = pytest.mark.parametrize("language", ["es", "en"])


@sizes
@languages
def test_a_day_as_it_looks(at_size, size, language):
    assert at_size(MORNING, size, ["v", "2"], language)


@sizes
@languages
def test_a_week_with_a_holiday_as_it_looks(at_size, size, language):
    assert at_size("2026-12-07T10:25", size, ["v", "2", "w", "down"], language)


@sizes
@languages
def test_who_attends_then_as_it_looks(at_size, size, language):
    assert at_size(NIGHT, size, ["v", "2", "enter"], language)


def test_a_holiday_in_the_light_theme_as_it_looks(at_size):
    assert at_size(HOLIDAY, (100, 30), ["v", "5"], theme="helpdesk-light")
