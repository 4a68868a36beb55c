"""The whole screen at another time: typed or moved to, never taken for now, and one key back."""

from datetime import datetime, timedelta
from itertools import count

import pytest

from helpdesk_tui.times.instants import moved
from tests.tui.desk import (
    MORNING,
    SATURDAY,
    SMALL,
    Held,
    asked,
    book_of,
    cells,
    lines,
    make_app,
    opened,
    panel,
    running,
    settled,
    shown,
    ticked,
    turned,
)  # fmt: skip
from tests.tui.test_snapshots import SIZES

EVERYWHERE = pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 15)], ids=["120", "80", "40"])


@pytest.mark.parametrize(
    ("text", "banner"),
    [
        ("2026-12-08T10:00", "mar 8 dic 2026 · 10:00 Bogotá"),
        ("sáb 14:00", "sáb 28 nov 2026 · 14:00 Bogotá"),
        ("mañana 8", "mar 24 nov 2026 · 08:00 Bogotá"),
        ("sat 14:00", "sáb 28 nov 2026 · 14:00 Bogotá"),
        ("tomorrow 8", "mar 24 nov 2026 · 08:00 Bogotá"),
        ("8 dic 10:00", "mar 8 dic 2026 · 10:00 Bogotá"),
        ("hoy 20:00", "lun 23 nov 2026 · 20:00 Bogotá"),
        ("14:00", "lun 23 nov 2026 · 14:00 Bogotá"),
        ("2031-06-01T10:00", "dom 1 jun 2031 · 10:00 Bogotá"),
    ],
)
async def test_a_typed_time_is_shown_under_a_banner(cache, text, banner):
    async with opened(cache=cache) as (app, pilot):
        await asked(app, pilot, text)
        assert lines(app)[0].rstrip() == f" OTRA HORA · {banner} · no es ahora · n vuelve a ahora"
        assert len(app.screen_stack) == 1


@pytest.mark.parametrize("text", ["", "nunca", "31 feb", "[b]x[/]", "mañana 25", "9000-01-01", "x" * 5000])
async def test_what_names_no_time_is_said_and_changes_nothing(cache, text):
    async with opened(cache=cache) as (app, pilot):
        await asked(app, pilot, text)
        assert "No se cambió nada" in shown(app)
        assert text[:20] in shown(app)
        assert not app.picture.other_time
        app.screen.query_one("#typed").value = "sáb 14:00"
        await pilot.pause()
        assert "No se cambió nada" not in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "OTRA HORA" not in shown(app)


@EVERYWHERE
async def test_what_can_be_read_in_two_ways_is_refused_with_both(cache, size):
    async with opened(cache=cache, size=size) as (app, pilot):
        await asked(app, pilot, "3/4/2027 9")
        said = " ".join(panel(app, "examples"))
        assert "«3/4/2027 9» puede ser sáb 3 abr 2027 09:00 o jue 4 mar 2027 09:00 No se cambió nada" in said
        assert "ahora" in said
        assert not app.picture.other_time


async def test_a_time_is_understood_from_the_one_that_is_shown(cache):
    async with opened(cache=cache) as (app, pilot):
        await asked(app, pilot, "sáb 14:00")
        await asked(app, pilot, "mañana 8")
        assert "dom 29 nov 2026 · 08:00 Bogotá" in lines(app)[0]
        await asked(app, pilot, "ahora")
        assert not app.picture.other_time
        assert "10:25 Bogotá" in lines(app)[0]


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        pytest.param("esta noche", "lun 23 nov 2026 · 20:00", id="tonight"),
        pytest.param("festivo", "mar 8 dic 2026 · 10:25", id="the next holiday"),
    ],
)
async def test_tonight_and_the_next_holiday_of_the_book_are_understood(cache, text, stamp):
    async with opened(cache=cache) as (app, pilot):
        await asked(app, pilot, text)
        assert stamp in lines(app)[0]


async def test_brackets_move_by_half_an_hour_and_braces_by_a_day(cache):
    async with opened(cache=cache) as (app, pilot):
        for key, expected in [
            ("]", "lun 23 nov 2026 · 10:55"),
            ("]", "lun 23 nov 2026 · 11:25"),
            ("[", "lun 23 nov 2026 · 10:55"),
            ("}", "mar 24 nov 2026 · 10:55"),
            ("{", "lun 23 nov 2026 · 10:55"),
            ("{", "dom 22 nov 2026 · 10:55"),
        ]:
            await pilot.press(key)
            assert expected in lines(app)[0]
        assert app.picture.answer.contact.channel.id == "mobile"


async def test_moves_go_on_from_a_time_that_is_still_worked_out(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press(*["}"] * 60)
        await settled(app, pilot)
        await settled(app, pilot)
        assert "vie 22 ene 2027 · 10:25" in lines(app)[0]
        await pilot.press("n")
        assert not app.picture.other_time


@pytest.mark.parametrize(
    ("at", "minutes", "expected"),
    [
        ("2027-03-28T00:30+00:00", 30, "2027-03-28T01:00+00:00"),
        ("2027-03-27T01:30+00:00", 1440, "2027-03-28T01:30+00:00"),  # 02:30 is skipped
        ("2027-03-27T12:00+00:00", 1440, "2027-03-28T11:00+00:00"),
        ("2027-10-31T12:00+00:00", -1440, "2027-10-30T11:00+00:00"),
        ("2026-11-23T10:00:59+00:00", 30, "2026-11-23T10:30+00:00"),
        ("8999-12-31T23:00+00:00", 30, None),
        ("8999-12-31T12:00+00:00", 1440, None),
        ("1970-12-31T23:00+00:00", -30, None),
    ],
)
def test_a_day_is_moved_by_the_clock_of_the_zone_and_time_has_ends(at, minutes, expected):
    from datetime import timedelta

    found = moved(datetime.fromisoformat(at), timedelta(minutes=minutes), "Europe/Madrid")
    assert found == (expected and datetime.fromisoformat(expected))


async def test_the_end_of_time_is_said(cache):
    async with opened(cache=cache) as (app, pilot):
        await asked(app, pilot, "8999-12-31T23:59")
        assert "mar 31 dic 8999 · 23:59" in lines(app)[0]
        await pilot.press("]")
        await pilot.press("}")
        assert "Aquí el tiempo va de 1971 a 8999" in shown(app)
        assert "mar 31 dic 8999 · 23:59" in lines(app)[0]


@EVERYWHERE
@pytest.mark.parametrize("language", ["es", "en"])
async def test_the_banner_stands_on_every_screen(cache, size, language):
    title = {"es": "OTRA HORA", "en": "OTHER TIME"}[language]
    async with opened(cache=cache, size=size, language=language) as (app, pilot):
        await pilot.press("]")
        for keys in (
            [],
            ["e"],
            ["v"],
            ["v", "enter"],
            ["s"],
            ["slash"],
            ["question_mark"],
            ["ctrl+p"],
            ["t"],
        ):
            await pilot.press(*keys)
            await pilot.pause()
            top = "\n".join(lines(app)[:2])
            assert title in top, keys
            assert "10:55 Bogot" in top, keys
            assert "2026" in top, keys
            assert {len(line) for line in lines(app)} == {size[0]}
            while len(app.screen_stack) > 1:
                await pilot.press("escape")
                await pilot.pause()


async def test_the_banner_has_a_colour_of_its_own_from_edge_to_edge(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("]")
        await pilot.pause()
        colours = {cell.bg for cell in cells(app)[0]}
        assert colours == {app.theme_variables["role-fill-other"].lstrip("#")}


@pytest.mark.parametrize("key", ["e", "v", "s", "question_mark"])
async def test_n_is_the_way_back_on_every_screen(cache, key):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("}")
        await pilot.press(key)
        await pilot.pause()
        await pilot.press("n")
        await pilot.pause()
        assert "OTRA HORA" not in shown(app)
        assert app.picture.at == app.hand()
        assert len(app.screen_stack) == 2
        await pilot.press("escape")
        await pilot.pause()
        assert "lun 23 nov 2026 · 10:25 Bogotá" in lines(app)[0]


async def test_n_at_now_says_so(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("n")
        assert "Ya está en la hora actual" in shown(app)


async def test_open_screens_go_to_the_other_time_as_well(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("e")
        assert "● abierto" in panel(app, "ways")[0]
        await asked(app, pilot, "22:00")
        assert "○ cerrado" in panel(app, "ways")[0]
        await pilot.press("escape", "v", "}")
        await pilot.pause()
        assert "mar 24 nov 2026" in str(app.screen.query_one("#cover").border_title)
        await pilot.press("escape", "s")
        await pilot.pause()
        assert "mar 24 nov 2026" in shown(app)


async def test_no_clock_runs_while_another_time_is_shown(cache):
    app = make_app(MORNING, cache=cache, tick=0.05)
    async with running(app) as pilot:
        await pilot.press("]")
        await settled(app, pilot)
        app.terminal.written()
        for at in ("2026-11-23T10:26", "2026-11-23T19:00", "2026-11-24T00:00"):
            await turned(app, pilot, at)
        await ticked(app, pilot, 3)
        assert app.terminal.written() == ""
        assert "lun 23 nov 2026 · 10:55" in lines(app)[0]
        await pilot.press("n")
        await settled(app, pilot)
        assert "mar 24 nov 2026 · 00:00 Bogotá" in lines(app)[0]


async def test_the_book_is_watched_while_another_time_is_shown(tmp_path):
    book = book_of(tmp_path, SMALL)
    async with opened(book=book) as (app, pilot):
        for text, title in (("mañana 10", "Otra!"), ("2031-06-01T10:00", "Ya no")):
            await asked(app, pilot, text)
            book.write_text(SMALL.replace("Línea", title), encoding="utf-8")
            app.tick()
            await settled(app, pilot)
            assert title in shown(app)
            assert "OTRA HORA" in lines(app)[0]
            book.write_text(SMALL.replace("[book]", "[bok]"), encoding="utf-8")
            app.tick()
            await settled(app, pilot)
            assert "se muestra el último válido" in shown(app)
            await pilot.press(*["}"] * 40)  # a time that the last good book must be worked out for
            await settled(app, pilot)
            await settled(app, pilot)
            assert title in shown(app)
            await pilot.press("n")
            assert title in shown(app)
            assert "OTRA HORA" not in shown(app)


async def test_the_screen_is_not_frozen_while_a_far_time_is_worked_out(cache):
    held = Held()
    async with opened(cache=cache, load=held) as (app, pilot):
        await pilot.press("t", *"2031-06-01", "enter")
        assert "Calculando esa hora…" in shown(app)
        await pilot.press("2")
        assert app.picture.picked == 1
        assert not app.picture.other_time
        held.released.set()
        await settled(app, pilot)
        assert "dom 1 jun 2031 · 00:00" in lines(app)[0]
        assert app.picture.picked == 1
        held.released.clear()
        await pilot.press("n")
        assert not app.picture.other_time


async def test_the_way_back_wins_over_a_time_that_is_still_worked_out(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("t", *"2031-06-01", "enter", "n")
        await settled(app, pilot)
        assert not app.picture.other_time
        assert "lun 23 nov 2026 · 10:25 Bogotá" in lines(app)[0]


@pytest.mark.parametrize("at", ["2026-11-28T12:45-05:00", "2031-06-01T10:00-05:00"])
async def test_a_start_at_another_time_is_the_same(tmp_path, at):
    app = make_app(MORNING, cache=str(tmp_path), other_time=datetime.fromisoformat(at))
    async with running(app) as pilot:
        assert "OTRA HORA" in lines(app)[0]
        assert at[11:16] in lines(app)[0]
        await pilot.press("n")
        await settled(app, pilot)
        await settled(app, pilot)
        assert "OTRA HORA" not in shown(app)
        assert "lun 23 nov 2026 · 10:25 Bogotá" in lines(app)[0]


async def test_tomorrow_is_not_said_of_another_times_tomorrow(cache):
    async with opened(cache=cache) as (app, pilot):
        await asked(app, pilot, "22:00")
        assert "mañana" not in shown(app)
        assert "mar 07:00" in shown(app)


async def test_the_command_palette_goes_there_and_back(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("ctrl+p", *"otra hora", "enter")
        await pilot.pause()
        await pilot.press(*"14:00", "enter")
        await settled(app, pilot)
        assert "14:00 Bogotá" in lines(app)[0]
        await pilot.press("ctrl+p", *"vuelve", "enter")
        await pilot.pause()
        assert not app.picture.other_time


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("language", ["es", "en"])
def test_another_time_as_it_looks(at_size, size, language):
    assert at_size(MORNING, size, ["}", "]"], language=language)


@EVERYWHERE
def test_typing_a_time_as_it_looks(at_size, size):
    assert at_size(SATURDAY, size, ["t", *"31 feb", "enter"])


@EVERYWHERE
def test_coverage_at_another_time_in_the_light_theme_as_it_looks(at_size, size):
    assert at_size(MORNING, size, ["v", "}"], theme="helpdesk-light")


async def test_n_says_that_this_is_now_also_while_the_clock_runs(cache):
    async with opened(cache=cache) as (app, pilot):
        moments = count()
        start = app.hand.at
        app.session.feed.clock = lambda: start + timedelta(milliseconds=next(moments))
        await pilot.press("n")
        assert "Ya está en la hora actual" in shown(app)
