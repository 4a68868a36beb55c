"""How the screen looks: sizes, themes, plain terminals, and text that is anything but plain."""

import pytest
from rich.cells import cell_len

from helpdesk_tui.session.session import Session
from helpdesk_tui.tui.ascii import plain
from helpdesk_tui.tui.themes import DARK, FILLS, LIGHT, ROLES
from helpdesk_tui.tui.widgets.text import cut, fit, wrap
from tests.support import DESK_TEXT
from tests.tui.desk import (
    HOLIDAY,
    MORNING,
    NIGHT,
    SHIFTS,
    SMALL,
    book_of,
    cells,
    lines,
    make_app,
    opened,
    panel,
    running,
    settled,
    shown,
)

SIZES = [(120, 36), (100, 30), (80, 24), (60, 20), (40, 40), (100, 15), (40, 15)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_answer_is_in_sight_at_every_size(cache, size):
    async with opened(MORNING, size=size, cache=cache) as (app, _):
        text = shown(app)
        assert "(601) 7442727   opción 2 → 5" in text
        assert ("▄▀ █▀▀ █▀█ ▀█  ▀▄" in text) == (size[0] >= 60)
        assert "Telefónico" in text
        assert "cierra 19:00" in text
        assert "Prioridad 1 · Crítica" in text
        assert ("? Ayuda" in text) == (size[0] == 120)
        assert ("? Más" in text) == (size[0] < 120)  # some keys are left out


@pytest.mark.parametrize("size", [(39, 15), (40, 14), (12, 3), (1, 1), (200, 5)])
async def test_a_window_too_small_says_how_large_it_must_be(cache, size):
    async with opened(MORNING, size=size, cache=cache) as (app, pilot):
        assert "40×15" in "".join("".join(panel(app, "over")).split())
        await pilot.press("e")
        await pilot.pause()
        assert all(cell_len(line) == size[0] for line in lines(app))


async def test_no_size_and_no_storm_of_sizes_crashes(cache):
    async with opened(HOLIDAY, size=(100, 30), cache=cache) as (app, pilot):
        for keys in ([], ["e"], ["slash", "a"], ["question_mark"], ["ctrl+p"]):
            await pilot.press(*keys)
            for width, height in [(1, 1), (2, 40), (300, 2), (39, 15), (40, 15), (41, 16), (80, 24), (7, 9)]:
                await pilot.resize_terminal(width, height)
                await pilot.pause()
                assert len(lines(app)) == height
            for width in range(1, 60, 7):
                await pilot.resize_terminal(width, width)  # the next comes before this one is drawn
            await pilot.resize_terminal(100, 30)
            await pilot.press("escape")
            await pilot.pause()
        assert "Telefónico" in shown(app)


@pytest.mark.parametrize(
    "name",
    ["Desk [/] 24", "Ask [Sam]", "[bold red]x[/]", "\\[b]", "[@click=app.quit]go[/]", "{name} %s $primary"],
)
async def test_nothing_in_a_book_is_markup(tmp_path, name):
    quoted = name.replace("\\", "\\\\")
    text = SMALL.replace("Mesa", quoted).replace("Línea", quoted).replace('"Uno"', f'"{quoted}"')
    text += f'\n[[escalation]]\nname = "{quoted}"\nchannels = ["phone"]\n'
    async with opened(book=book_of(tmp_path, text)) as (app, pilot):
        assert shown(app).count(name) >= 4
        await pilot.press("e")
        await pilot.pause()
        assert name in shown(app)
        await pilot.press("escape", "slash")
        await pilot.pause()
        assert name in shown(app)


@pytest.mark.parametrize(
    "name",
    [
        "客服" * 30,
        "é" * 50,
        "مرحبا بالعالم",
        "👩‍👩‍👧‍👦" * 9,
        "ñ" * 199,
        "а́" * 80,
        "\u200bzero\u200b",
        "️",
        "‍a",
    ],
)
@pytest.mark.parametrize("width", [100, 80, 40])
async def test_wide_combining_and_endless_names_keep_the_lines_straight(tmp_path, name, width):
    text = SMALL.replace("Mesa", f"x{name}").replace("Línea", f"x{name}").replace('"Uno"', f'"x{name}"')
    text += f'\n[[escalation]]\nname = "x{name}"\nchannels = ["phone"]\n'
    async with opened(book=book_of(tmp_path, text), size=(width, 24)) as (app, pilot):
        assert {cell_len(line) for line in lines(app)} == {width}
        if "\u200d" in name:
            return  # under the edge of a sheet Textual itself cuts a joined emoji in two
        for keys in (["e"], ["escape", "slash"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert {cell_len(line) for line in lines(app)} == {width}


@pytest.mark.parametrize("at", [MORNING, NIGHT, HOLIDAY])
async def test_a_terminal_without_utf8_gets_ascii_of_the_same_width_without_large_digits(cache, at):
    app = make_app(at, cache=cache)
    app.session = Session(app.session.feed, app.language, large_digits=False)
    async with running(app) as pilot:
        wide = lines(app)
        await pilot.press("e")
        ladder = [plain(line) for line in lines(app)]
    async with opened(at, cache=cache, utf8=False) as (app, pilot):
        assert [plain(line) for line in wide] == lines(app)
        assert shown(app).isascii()
        assert {len(line) for line in lines(app)} == {100}
        await pilot.press("e")
        assert lines(app) == ladder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Telefónico", "Telefonico"),
        ("╭─ Canales ─╮", "+- Canales -+"),
        ("● ◐ ○ ▸ → ▆░·", "* ! o > > #?."),
        ("客服", "????"),
        ("é", "e"),
        ("¿Qué?", "?Que?"),
    ],
)
def test_plain_text_looks_alike_and_is_as_wide(text, expected):
    assert plain(text) == expected


async def test_no_color_leaves_the_words_and_shapes(cache, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(HOLIDAY, cache=cache) as (app, pilot):
        await pilot.press("2")
        assert "? Telefónico" in shown(app)
        colours = {colour for line in cells(app) for cell in line for colour in (cell.fg, cell.bg)}
        named = {"default", "black", "white", "brightblack", "brightwhite"}
        assert all(each[:2] == each[2:4] == each[4:] for each in colours - named)


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_text_has_enough_contrast_in_both_themes(theme):
    colours = theme.variables
    for role in ROLES:
        least = (
            2.5 if role.startswith("bar-") else 4.5
        )  # the bars are shapes, beside a word that says the same
        for ground in (theme.background, theme.surface):
            assert _contrast(colours[f"role-{role}"], ground) >= least, role
    for name, (role, *_) in FILLS.items():
        assert _contrast(colours[f"role-{role}"], colours[f"role-{name}"]) >= 4.5, name
    for text in ("text", "strong", "key"):
        assert _contrast(colours[f"role-{text}"], colours["role-chosen"]) >= 4.5, text


async def test_the_theme_changes_and_changes_back(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("m")
        await pilot.pause()
        assert app.theme == LIGHT.name
        (row, line) = next((row, line) for row, line in enumerate(lines(app)) if "Telefónico" in line)
        colour = cells(app)[row][line.index("Telefónico")].fg
        assert f"#{colour}" == LIGHT.variables["role-text"]
        await pilot.press("m")
        assert app.theme == DARK.name


@pytest.mark.parametrize("text", ["", "a", "a b", "aaaaaaaaaa bbb", "客服客服客服 x", "á" * 9, "x\xa0y zz"])
@pytest.mark.parametrize("width", [1, 2, 3, 5, 80])
def test_wrapped_cut_and_fitted_text_keeps_to_its_width(text, width):
    assert all(cell_len(line) <= max(width, 2) for line in wrap(text, width))
    assert "".join(wrap(text, width)).replace(" ", "") == text.replace(" ", "").replace("\xa0", "")
    assert cell_len(cut(text, width)) <= width
    assert cell_len(fit(text, width)) == width


async def test_text_that_wraps_beside_its_scrollbar_scrolls_to_its_last_line(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("f1")
        await pilot.pause()
        text = app.screen.block("text")
        assert text.show_vertical_scrollbar
        text.scroll_end(animate=False)
        await pilot.pause()
        assert lines(app)[text.content_region.bottom - 1][text.content_region.x :].startswith(
            panel(app, "text")[-1]
        )


async def test_a_sheet_that_no_more_fits_in_scrolls_to_a_line_that_is_added(tmp_path):
    book = book_of(tmp_path, DESK_TEXT.replace('["phone", "mobile"]', '["phone"]') + SHIFTS)
    async with opened("2026-11-23T16:29:30", book=book) as (app, pilot):
        await pilot.press("s")
        await pilot.pause()
        text = app.screen.block("text")
        before = text.count(text.content_size.width)
        book.write_text(DESK_TEXT, "utf-8")
        app.tick()
        await settled(app, pilot)
        count = text.count(text.content_size.width)
        assert count > before > text.size.height
        assert text.max_scroll_y == count - text.size.height
