"""What a supervisor need not look for: the shift, a broken rule, and channels that close, open or become unknown."""

import pytest
from rich.cells import cell_len

from tests.support import DESK_TEXT
from tests.tui.desk import (
    MORNING,
    SHIFTS,
    SMALL,
    book_of,
    header,
    lines,
    make_app,
    opened,
    panel,
    running,
    settled,
    shown,
    turned,
)  # fmt: skip

UNCOVERED = DESK_TEXT.replace('["phone", "mobile"]', '["phone"]')
"""The tests' own book, in which priority 1 is not covered at night as it must be."""

COVERED = SMALL.replace('route = ["phone"]', 'route = ["phone"]\nmust_cover = "{rule}"')


@pytest.fixture(scope="module")
def shifts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shifts")
    return book_of(folder, UNCOVERED + SHIFTS)


# The shift


async def test_the_head_names_the_shift_and_its_end(cache, shifts):
    async with opened(MORNING, book=shifts, cache=cache) as (app, pilot):
        assert "Turno mañana hasta 14:00" in header(app)
        await turned(app, pilot, "2026-11-23T14:00")
        assert "Turno tarde hasta 22:00" in header(app)
        await turned(app, pilot, "2026-11-23T23:00")
        assert "Turno noche hasta mañana 06:00" in header(app)


@pytest.mark.parametrize("width", [120, 100, 80, 60, 40])
async def test_the_shift_is_whole_or_left_out_at_every_width(cache, shifts, width):
    async with opened(MORNING, book=shifts, cache=cache, size=(width, 30)) as (app, _):
        head = header(app)
        assert cell_len(head) <= width
        assert ("Turno" in head) == ("Turno mañana hasta 14:00" in head)
        assert "10:25 Bogotá" in head
        assert ("Turno" in head) == (width >= 80)


async def test_a_shift_to_come_is_named_with_its_start(tmp_path):
    text = SMALL + '[[shifts]]\nname = "Guardia"\nweekly = "Mo-Fr 14:00-18:00"\n'
    async with opened(MORNING, book=book_of(tmp_path, text)) as (app, _):
        assert "Guardia desde 14:00" in header(app)


async def test_a_book_without_shifts_names_none(cache):
    async with opened(MORNING, cache=cache) as (app, _):
        assert app.picture.notices.shift is None
        assert "hasta" not in header(app)


async def test_the_shift_is_worked_out_once_a_minute(cache, shifts, monkeypatch):
    import helpdesk_tui.answers.shift as shift

    asked = []
    current = shift.current
    monkeypatch.setattr(shift, "current", lambda *given: asked.append(1) or current(*given))
    async with opened(MORNING, book=shifts, cache=cache) as (app, pilot):
        await pilot.press("2", "3", "down", "1")
        assert len(asked) == 1
        await turned(app, pilot, "2026-11-23T10:26")
        assert len(asked) == 2


# The rule


async def warned(tmp_path, rule, at, width=120, **settings):
    async with opened(
        at, book=book_of(tmp_path, COVERED.format(rule=rule)), size=(width, 24), **settings
    ) as (app, _):
        return next((line.strip() for line in panel(app, "banner")), None)


@pytest.mark.parametrize(
    ("rule", "at", "expected"),
    [
        ("Mo-Fr 08:00-17:00", "2026-11-23T10:00", None),
        ("Mo-Fr 08:00-18:00", "2026-11-23T10:00",
         "! Uno: cobertura obligatoria, pero no se sabe de ningún canal abierto de lun 17:00 a lun 18:00 (1 h)"),
        ("Mo-Fr 08:00-18:00", "2026-11-23T17:30", "! Uno: no se sabe de ningún canal abierto hasta 18:00"),
        ("Mo-Fr 08:00-18:00", "2026-11-23T18:00",
         "! Uno: cobertura obligatoria, pero no se sabe de ningún canal abierto de mar 17:00 a mar 18:00 (1 h)"),
        ("Sa 08:00-18:00", "2026-11-23T10:00", None),
        ("Sa 08:00-18:00", "2026-11-27T08:00", None),
        ("Sa 08:00-18:00", "2026-11-27T08:01",
         "! Uno: cobertura obligatoria, pero no se sabe de ningún canal abierto de sáb 08:00 a sáb 18:00 (10 h)"),
        ("24/7", "2026-11-27T18:00", "! Uno: no se sabe de ningún canal abierto hasta lun 08:00"),
    ],
)  # fmt: skip
async def test_a_rule_that_is_broken_within_a_day_is_warned_of(tmp_path, rule, at, expected):
    found = await warned(tmp_path, rule, at)
    assert found == expected


@pytest.mark.parametrize("width", [120, 100, 80, 60, 40])
async def test_the_warning_is_one_line_in_as_many_words_as_fit(tmp_path, width):
    found = await warned(tmp_path, "Mo-Fr 08:00-18:00", "2026-11-23T10:00", width)
    assert found.startswith("! Uno")
    assert "…" not in found
    assert "17:00" in found


async def test_more_requests_are_counted_after_the_first_to_be_unstaffed(tmp_path):
    text = COVERED.format(rule="Mo-Fr 08:00-19:00")
    for number, until in ((2, 18), (3, 20)):
        text += f'\n[requests.p{number}]\nname = "Nr {number}"\nroute = ["phone"]\nmust_cover = "Mo-Fr {until - 1}:00-{until}:00"\n'
    async with opened("2026-11-23T10:00", book=book_of(tmp_path, text), size=(120, 24)) as (app, _):
        assert panel(app, "banner")[0].strip().startswith("! Uno: cob")
        assert panel(app, "banner")[0].strip().endswith("· +2")


async def test_the_default_book_keeps_its_rules(cache):
    async with opened(MORNING, cache=cache) as (app, _):
        assert panel(app, "banner") == []


async def test_many_rules_are_looked_at_after_the_first_frame(tmp_path):
    text = COVERED.format(rule="24/7")
    for number in range(2, 60):
        text += f'\n[requests.p{number}]\nname = "Nr {number}"\nroute = ["phone"]\nmust_cover = "24/7"\n'
    app = make_app("2026-11-23T18:00", book=book_of(tmp_path, text))
    assert app.picture.notices.first_breach is None
    async with running(app) as pilot:
        await settled(app, pilot)
        assert panel(app, "banner")[0].strip().endswith("· +58")


# What changes


async def test_a_channel_about_to_close_is_told_of_once(cache):
    async with opened("2026-11-23T16:29", cache=cache) as (app, pilot):
        app.tick()
        assert not app.picture.notification
        await turned(app, pilot, "2026-11-23T16:30")
        assert "PQRSA: cierra 17:00 (30 min)" in shown(app)
        await pilot.press("down")
        await pilot.pause()
        assert not panel(app, "over")
        assert app.picture.picked == 1  # the key does what it does as well
        await turned(app, pilot, "2026-11-23T16:31")
        assert not app.picture.notification
        await turned(app, pilot, "2026-11-23T17:00")
        assert "PQRSA: cerrado; abre mañana 07:00" in shown(app)


async def test_up_to_three_changes_are_told_one_by_one_and_more_are_counted(cache, tmp_path):
    async with opened("2026-11-23T18:59", cache=cache) as (app, pilot):
        app.tick()
        await turned(app, pilot, "2026-11-23T19:00")
        assert app.picture.notification == (
            "Telefónico: cerrado; abre mañana 07:00",
            "Correo electrónico: cerrado; abre mañana 07:00",
            "Chat online: cerrado; abre mañana 07:00",
        )
    text = SMALL
    for number in range(11):
        text += (
            f'\n[channels.c{number}]\nname = "C{number}"\nhours = "office"\nemail = "c{number}@example.com"\n'
        )
    text += '\n[hours.late]\nweekly = "17:00-18:00"\n[channels.late]\nname = "L"\nhours = "late"\nurl = "http://example.com"\n'
    async with opened("2026-11-23T16:59", book=book_of(tmp_path, text)) as (app, pilot):
        app.tick()
        await turned(app, pilot, "2026-11-23T17:00")
        assert app.picture.notification == ("12 canales cerraron", "1 canal abrió")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2026-11-24T06:59", "2026-11-24T07:00", ["4 canales abrieron"]),
        ("2026-12-08T06:59", "2026-12-08T07:00", ["4 canales quedaron sin confirmar"]),
        ("2026-11-23T10:00", "2026-11-23T22:00", ["4 canales cerraron"]),
        ("2026-11-23T16:59", "2026-11-23T17:00", ["PQRSA: cerrado; abre mañana 07:00"]),
        ("2026-11-23T10:00", "2026-11-24T10:00", []),  # slept through a night: all is as it was
        ("2026-11-23T20:00", "2026-11-24T20:00", []),
    ],
)
async def test_what_changed_while_a_machine_slept_is_told_as_it_is_now(tmp_path, before, after, expected):
    async with opened(before, cache=str(tmp_path)) as (app, pilot):
        app.tick()
        await turned(app, pilot, after)
        assert list(app.picture.notification) == expected
        await turned(app, pilot, f"{after}:09")
        assert list(app.picture.notification) == expected
        await turned(app, pilot, after[:-1] + "1")
        assert app.picture.notification == ()


async def test_a_new_day_is_not_taken_for_another_book(tmp_path):
    text = SMALL.replace("Mo-Fr 08:00-17:00", "Mo 08:00-24:00")
    async with opened("2026-11-23T23:59", book=book_of(tmp_path, text), cache=str(tmp_path)) as (app, pilot):
        app.tick()
        await turned(app, pilot, "2026-11-24T00:00")
        assert app.picture.board.around.isoformat() == "2026-11-24"
        assert app.picture.notification == ("Línea: cerrado; abre lun 08:00",)


async def test_nothing_is_told_at_the_start_nor_of_another_book(tmp_path):
    book = book_of(tmp_path, SMALL)
    async with opened("2026-11-23T16:40", book=book) as (app, pilot):
        app.tick()
        assert not app.picture.notification
        book.write_text(SMALL.replace("08:00-17:00", "18:00-19:00"), encoding="utf-8")
        app.tick()
        await settled(app, pilot)
        app.tick()
        await turned(app, pilot, "2026-11-23T16:41")
        assert "cerrado" in shown(app)
        assert not app.picture.notification


async def test_nothing_is_told_while_another_time_is_shown(cache):
    async with opened("2026-11-23T18:59", cache=cache) as (app, pilot):
        app.tick()
        await pilot.press("}")
        await turned(app, pilot, "2026-11-23T19:00")
        await pilot.press("]")
        app.tick()
        assert not app.picture.notification


async def test_it_is_told_on_every_screen(cache):
    for keys in (["e"], ["v"], ["s"], ["question_mark"], ["slash"]):
        async with opened("2026-11-23T16:59", cache=cache) as (app, pilot):
            app.tick()
            await pilot.press(*keys)
            await turned(app, pilot, "2026-11-23T17:00")
            assert "PQRSA: cerrado; abre mañana 07:00" in shown(app), keys


@pytest.mark.parametrize("bell", [True, False])
async def test_the_bell_rings_once_where_it_is_asked_for_and_then_nothing_is_written(cache, bell):
    app = make_app("2026-11-23T18:59:58", cache=cache, bell=bell)
    async with running(app) as pilot:
        app.tick()
        await settled(app, pilot)
        app.terminal.written()
        await turned(app, pilot, "2026-11-23T19:00")
        assert app.terminal.written().count("\a") == bell
        app.tick()
        await settled(app, pilot)
        assert app.terminal.written() == ""
        app.hand.set("2026-11-23T19:00:10")  # its ten seconds are over
        app.tick()
        await settled(app, pilot)
        assert not panel(app, "over")
        assert app.terminal.written() != ""
        for second in range(11, 50):
            app.hand.set(f"2026-11-23T19:00:{second:02}")
            app.tick()
            await pilot.pause()
        assert app.terminal.written() == ""


async def test_a_name_in_a_notice_is_no_markup(tmp_path):
    book = book_of(tmp_path, SMALL.replace("Línea", "[b]Línea[/] {x}"))
    async with opened("2026-11-23T16:59", book=book) as (app, pilot):
        app.tick()
        await turned(app, pilot, "2026-11-23T17:00")
        assert "[b]Línea[/] {x}: cerrado" in "\n".join(lines(app)[-6:])


# As it looks


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 15)], ids=["120", "80", "40"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_shift_a_warning_and_a_change_as_they_look(
    snap_compare, cache, report_folder, monkeypatch, tmp_path, size, language
):
    monkeypatch.setenv("TEXTUAL_SNAPSHOT_TEMPDIR", report_folder)
    book_of(tmp_path, UNCOVERED + SHIFTS)
    monkeypatch.chdir(tmp_path)
    app = make_app("2026-11-23T18:29", book="contacts.toml", language=language, cache=cache)

    async def before(pilot):
        app.tick()
        await turned(app, pilot, "2026-11-23T18:30")

    assert snap_compare(app, terminal_size=size, run_before=before)
