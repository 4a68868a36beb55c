"""What is seen at a glance on the dashboard, and what a click or the copy command does with it."""

import pytest
from textual.color import Color

from helpdesk_tui.tui.screens.channels import Channels
from helpdesk_tui.tui.screens.dashboard import Dashboard
from helpdesk_tui.tui.screens.help import Help
from helpdesk_tui.tui.screens.ladder import Ladder
from helpdesk_tui.tui.themes import DARK, LIGHT
from tests.support import DESK_TEXT
from tests.tui.desk import HOLIDAY, MORNING, NIGHT, book_of, channels, lines, opened, panel, shown


def place(app, text, panel_id):
    """Column and row of the first cell of `text` within a panel."""
    region = app.screen.query_one(f"#{panel_id}").region
    for y, line in enumerate(lines(app)[region.y : region.bottom]):
        if (x := line[region.x : region.right].find(text)) >= 0:
            return x, y
    raise AssertionError(f"{text} is not in {panel_id}")


async def click(app, pilot, text, panel_id):
    await pilot.click(f"#{panel_id}", offset=place(app, text, panel_id))
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize(
    ("at", "size", "expected"),
    [
        pytest.param(MORNING, (120, 35), ["1 ▸ ● Prioridad 1 · Crítica  (601) 7442727 opción 2 → 5", "5   ● PQRSA                  (601) 7442727 opción 3"], id="in a line"),
        pytest.param(MORNING, (100, 30), ["1 ▸ ● Prioridad 1 · Crítica", "(601) 7442727 opción 2 → 5", "(601) 7442727 opción 3"], id="in two lines"),
        pytest.param(MORNING, (80, 24), ["1 ▸ ● Prioridad 1 · Crítica", "(601) 7442727 2 → 5", "(601) 7442727 3"], id="the keys of the menu alone"),
        pytest.param(MORNING, (60, 24), ["1 ▸ ● Prioridad 1 · Crítica  (601) 7442727 opción 2 → 5"], id="over the answer"),
        pytest.param(MORNING, (40, 24), ["1 ▸ ● Prioridad 1 · Crítica"], id="the name alone"),
        pytest.param(NIGHT, (120, 35), ["1 ▸ ● Prioridad 1 · Crítica  318 7174937", "2   ○ Prioridad 2 · Alta     abre mañana 07:00"], id="who opens next where nobody attends"),
        pytest.param(HOLIDAY, (120, 35), ["2   ? Prioridad 2 · Alta     (601) 7442727 opción 2 → 5"], id="unconfirmed"),
    ],
)  # fmt: skip
async def test_each_line_of_the_picker_shows_whom_to_contact(cache, at, size, expected):
    async with opened(at, size=size, cache=cache) as (app, _):
        picker = "\n".join(panel(app, "requests"))
        for text in expected:
            assert text in picker


async def test_a_number_beside_a_channel_is_left_out_where_it_would_cost_the_time_that_it_closes(cache):
    async with opened(size=(120, 35), cache=cache) as (app, _):
        assert "(601) 7442727 opción 2 → 5  cierra 19:00 · 8 h 35 min" in channels(app)[1]
        assert "@" not in channels(app)[3]
    async with opened(size=(100, 30), cache=cache) as (app, _):
        assert "7442727" not in channels(app)[1]
        assert "cierra 19:00 · 8 h 35 min" in channels(app)[1]


@pytest.mark.parametrize(
    ("size", "changes", "levels"),
    [((80, 24), False, False), ((80, 30), True, False), ((100, 30), True, False), ((120, 34), True, False), ((120, 35), True, True), ((60, 40), False, False)],
)  # fmt: skip
async def test_what_comes_next_stands_where_there_is_room(cache, size, changes, levels):
    async with opened("2026-11-23T16:25", size=size, cache=cache) as (app, _):
        text = shown(app)
        assert ("PQRSA: cierra" in text) is changes
        assert ("Próximos cambios" in text) is changes
        assert ("3 Coordinador de Soporte" in text) is levels


async def test_only_the_first_change_says_how_long_it_is_until_then(cache):
    async with opened("2026-11-23T16:25", size=(120, 35), cache=cache) as (app, pilot):
        before = panel(app, "changes")
        app.hand.set("2026-11-23T16:26")
        app.tick()
        await pilot.pause()
        after = panel(app, "changes")
        assert after[0].endswith("34 min")
        assert before[1:] == after[1:]


async def test_many_timetables_are_not_read_for_the_first_frame(tmp_path):
    hours = "".join(f'[hours.h{n}]\nweekly = "08:{n:02}-17:00"\n' for n in range(51))
    rows = "".join(f'[channels.c{n}]\nname = "C{n}"\nhours = "h{n}"\nurl = "tel:{n}"\n' for n in range(51))
    book = book_of(
        tmp_path,
        f'[book]\ntitle = "T"\ntimezone = "America/Bogota"\nlanguage = "es"\n{hours}{rows}[requests.r]\nname = "R"\nroute = ["c0"]\n',
    )
    async with opened("2026-11-23T16:25", book=book) as (app, pilot):
        assert app.picture.notices.changes == ()
        for _ in range(100):
            app.tick()
        await pilot.pause()
        assert panel(app, "changes")[0].startswith("17:00  C0, C1, C2")


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_borders_can_be_seen(theme):
    for ground in (theme.background, theme.surface):
        one, other = sorted((_luminance(theme.panel), _luminance(ground)))
        assert (other + 0.05) / (one + 0.05) >= 3


def _luminance(colour):
    parts = [part / 255 for part in Color.parse(colour).rgb]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("size", [(60, 20), (40, 15)])
async def test_a_key_shows_the_channels_in_a_small_window(cache, size):
    async with opened(size=size, cache=cache) as (app, pilot):
        assert "l Canales" in lines(app)[-1]
        assert "? Más" in lines(app)[-1]
        await pilot.press("l", "down")
        await pilot.pause()
        assert isinstance(app.screen, Channels)
        assert panel(app, "marked")[0] == "Celular prioridad 1"
        assert "318 7174937" in panel(app, "marked")[-2]


# The mouse


async def test_a_click_on_a_channel_marks_it(cache):
    async with opened(size=(120, 35), cache=cache) as (app, pilot):
        await click(app, pilot, "Chat online", "names")
        assert isinstance(app.screen, Channels)
        assert panel(app, "marked")[0] == "Chat online"


async def test_a_click_on_a_fallback_shows_it(cache):
    async with opened(size=(120, 35), cache=cache) as (app, pilot):
        await click(app, pilot, "Celular prioridad 1", "answer")
        assert isinstance(app.screen, Channels)
        assert panel(app, "marked")[0] == "Celular prioridad 1"


async def test_a_click_on_a_level_shows_it(cache):
    async with opened(size=(120, 35), cache=cache) as (app, pilot):
        await click(app, pilot, "2 Supervisor", "levels")
        assert isinstance(app.screen, Ladder)
        assert panel(app, "marked")[0] == "Nivel 2 · Supervisor de Soporte"


@pytest.mark.parametrize(
    ("text", "panel_id", "copied"),
    [
        pytest.param("318 7174937", "names", "3187174937", id="a channel's number"),
        pytest.param("(601) 7442727", "answer", "6017442727", id="the answer's number"),
        pytest.param("█", "answer", "6017442727", id="the large digits"),
        pytest.param("318 7174937", "answer", "3187174937", id="a fallback's number"),
        pytest.param("(601) 7452141", "levels", "6017452141", id="a level's number"),
    ],
)
async def test_a_click_on_a_number_copies_it(cache, text, panel_id, copied):
    async with opened(size=(120, 35), cache=cache) as (app, pilot):
        await click(app, pilot, text, panel_id)
        assert app.clipboard == copied
        assert isinstance(app.screen, Dashboard)
        assert f"{copied}: enviado al portapapeles de la terminal" in panel(app, "foot")[0]


async def test_a_click_on_the_foot_line_runs_the_command(cache):
    async with opened(size=(120, 35), cache=cache) as (app, pilot):
        await click(app, pilot, "Ayuda", "foot")
        assert isinstance(app.screen, Help)
        await pilot.press("escape", "e")
        await pilot.pause()
        await click(app, pilot, "Siguiente", "foot")
        assert panel(app, "marked")[0] == "Nivel 2 · Supervisor de Soporte"


async def test_what_the_mouse_points_at_looks_so(cache):
    async with opened(size=(120, 35), cache=cache) as (app, pilot):
        x, y = place(app, "318 7174937", "names")
        region = app.screen.query_one("#names").region
        cell = app.terminal.screen.buffer[region.y + y][region.x + x]
        assert cell.underscore
        await pilot.hover("#names", offset=(x, y))
        await pilot.pause()
        assert app.terminal.screen.buffer[region.y + y][region.x + x].bg != cell.bg


# Copying


async def test_the_copy_command_goes_on_to_what_follows(cache):
    async with opened(size=(120, 35), cache=cache) as (app, pilot):
        sent = []
        for _ in range(4):
            await pilot.press("c")
            await pilot.pause()
            sent.append(app.clipboard)
        assert sent == ["6017442727", "2,5", "3187174937", "6017442727"]
        assert "otra vez: 2,5" in panel(app, "foot")[0]


async def test_another_key_begins_with_the_number_again(cache):
    async with opened(size=(120, 35), cache=cache) as (app, pilot):
        await pilot.press("c", "1", "c")
        assert app.clipboard == "6017442727"


async def test_the_ladder_copies_a_number_then_each_extension(cache):
    async with opened(cache=cache) as (app, pilot):
        sent = []
        await pilot.press("e", "e")
        for _ in range(5):
            await pilot.press("c")
            await pilot.pause()
            sent.append(app.clipboard)
        assert sent == ["6017452141", "1104", "1108", "1102", "6017452141"]


async def test_the_book_says_how_a_number_is_copied(tmp_path):
    text = DESK_TEXT.replace("[book]\n", '[book]\ncopied_numbers = "international"\n')
    async with opened(NIGHT, book=book_of(tmp_path, text)) as (app, pilot):
        await pilot.press("c")
        assert app.clipboard == "+573187174937"


# Another time


async def test_the_time_that_is_typed_stands_under_the_field(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("t", *"sáb 14:00")
        await pilot.pause()
        assert panel(app, "examples")[0] == "→ sáb 28 nov 2026 · 14:00"
        await pilot.press(*"xyz")
        await pilot.pause()
        assert not panel(app, "examples")[0].startswith("→")


@pytest.mark.parametrize("size", [(120, 40), (120, 35), (100, 30), (80, 24), (80, 22), (60, 20), (40, 15)])
@pytest.mark.parametrize("keys", [["question_mark"], ["s"], ["l"], ["e"], ["slash"]], ids="".join)
async def test_every_sheet_shows_its_foot_line_at_every_size(cache, size, keys):
    async with opened(size=size, cache=cache) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
        await pilot.pause()
        assert any("esc Cerrar" in line for line in panel(app, "foot"))
        foot, sheet = app.screen.query_one("#foot").region, app.screen.query_one("#sheet").region
        assert sheet.bottom - 2 <= foot.bottom <= sheet.bottom - 1
        assert sheet.bottom <= size[1]


async def test_the_hour_at_which_a_channel_opens_is_never_cut(cache):
    async with opened("2026-11-23T22:10", size=(80, 24), language="en", cache=cache) as (app, _pilot):
        assert "opens tue 07:00" in shown(app)
        assert "07…" not in shown(app)
