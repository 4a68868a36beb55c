"""The shift sheet on the screen: what it says, how it moves, what it copies."""

import pytest

from helpdesk_tui.tui.screens.dashboard import Dashboard
from helpdesk_tui.tui.screens.shift import Shift
from tests.tui.desk import HOLIDAY, MORNING, SMALL, book_of, opened, panel, shown

SHIFTS = """
[[shifts]]
name = "Mañana *[Sam]*"
weekly = "Mo-Fr 06:00-14:00"

[[shifts]]
name = "Noche"
weekly = "Mo-Fr 22:00-06:00"
"""


@pytest.fixture(scope="module")
def shifts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shifts")
    return {"book": book_of(folder, SMALL + SHIFTS), "cache": str(folder / "boards")}


async def test_s_shows_the_day_where_the_book_has_no_shifts(cache):
    async with opened(HOLIDAY, cache=cache) as (app, pilot):
        await pilot.press("s")
        assert isinstance(app.screen, Shift)
        text = panel(app, "text")
        assert text[0] == "mar 8 dic 2026 · Bogotá"
        assert text[2:4] == ["Próximos cambios", "  17:00 PQRSA: cierra"]
        assert "  4 cambios ya pasaron y no se muestran" in text
        assert "  Celular prioridad 1 · 318 7174937" in text
        assert "  mar 8 dic 2026: La Inmaculada Concepción" in text
        await pilot.press("escape")
        assert isinstance(app.screen, Dashboard)


async def test_s_shows_the_shift_that_is_on_and_lives_into_the_next(shifts):
    async with opened("2026-11-23T13:59:30", **shifts) as (app, pilot):
        await pilot.press("s")
        assert panel(app, "text")[0] == "Mañana *[Sam]* · lun 23 nov 2026 · 06:00 a 14:00 Bogotá"
        assert "  1 cambio ya pasó y no se muestra" in panel(app, "text")
        app.hand.set("2026-11-23T14:00")
        app.tick()
        await pilot.pause()
        assert panel(app, "text")[0].startswith("Noche · lun 23 nov 2026 · 22:00 a ")


async def test_s_on_the_sheet_shows_the_next_shift_and_again_this_one(shifts):
    async with opened("2026-11-23T13:59:30", **shifts) as (app, pilot):
        await pilot.press("s", "down", "s")
        assert panel(app, "text")[0].startswith("Noche · lun 23 nov 2026 · 22:00 a ")
        assert app.screen.query_one("#sheet").border_title == "Turno siguiente"
        await pilot.press("c")
        await pilot.pause()
        assert app.clipboard.startswith("## Noche")
        app.hand.set("2026-11-23T14:00")
        app.tick()
        await pilot.pause()
        assert panel(app, "text")[0].startswith("Mañana *[Sam]* · mar 24 nov 2026")
        await pilot.press("s")
        assert panel(app, "text")[0].startswith("Noche · lun 23 nov 2026 · 22:00 a ")
        assert app.screen.query_one("#sheet").border_title == "Turno"


async def test_no_shift_in_the_coming_year_is_said(tmp_path):
    text = SMALL + '\n[[shifts]]\nname = "Nunca"\nweekly = "off"\n'
    async with opened(book=book_of(tmp_path, text)) as (app, pilot):
        await pilot.press("s", "c")
        await pilot.pause()
        assert panel(app, "text") == ["Ningún turno empieza en el próximo año"]
        assert "No hay nada que copiar" in shown(app)


async def test_c_copies_the_sheet_as_markdown_in_which_a_name_is_no_markup(shifts):
    async with opened(**shifts) as (app, pilot):
        await pilot.press("s", "c")
        assert app.clipboard.startswith("## Mañana \\*\\[Sam\\]\\* · lun 23 nov 2026")
        assert "\n**Próximos cambios**\n\n- no hay\n" in app.clipboard
        assert "Hoja enviada al portapapeles de la terminal en Markdown" in panel(app, "foot")[0]


async def test_it_scrolls_by_line_by_page_and_from_its_end_to_the_top(cache):
    async with opened(HOLIDAY, size=(80, 24), cache=cache) as (app, pilot):
        await pilot.press("s")
        await pilot.pause()
        sheet = app.screen.query_one("#text")
        places = []
        for key in ("down", "j", "up", "pagedown", "pageup", "pageup"):
            await pilot.press(key)
            places.append(sheet.scroll_offset.y)
        assert places[:3] == [1, 2, 1]
        assert places[3] > 5
        assert places[-1] == 0
        while sheet.scroll_offset.y < sheet.max_scroll_y:
            await pilot.press("space")
        await pilot.press("space")
        assert sheet.scroll_offset.y == 0


SIZES = {"120": (120, 36), "80": (80, 24), "40": (40, 15)}


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_sheet_as_it_looks(at_size, size, language):
    assert at_size(MORNING, size, ["s"], language)
