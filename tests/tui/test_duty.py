"""Who is on duty on the screen: the coming weeks, the answer, hand-overs, and taking the duty."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.support import instant
from tests.tui.desk import make_app, opened, panel, settled, shown, turned

TEXT = (Path(__file__).parents[1] / "books" / "duty.toml").read_text("utf-8")
AT = "2026-11-25T10:00"


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "contacts.toml"
    path.write_text(TEXT, "utf-8")
    return path


async def test_the_answer_names_who_is_on_duty_until_when_and_who_comes_next(book):
    async with opened(AT, book=book, size=(120, 36)) as (app, pilot):
        answer = "\n".join(panel(app, "answer"))
        assert "315 2345678" in answer
        assert "De turno: Marta Ruiz hasta vie 18:00; después, Luis Gómez" in answer
        await pilot.press("e")
        assert "De turno: Marta Ruiz hasta vie 18:00" in shown(app)
        await pilot.press("escape", "s")
        assert "De turno: Marta Ruiz" in shown(app)


async def test_where_nobody_is_on_duty_the_channel_is_closed_and_says_so(book):
    async with opened("2026-11-25T07:30", book=book, size=(120, 36)) as (app, pilot):
        answer = "\n".join(panel(app, "answer"))
        assert "(601) 7442727" in answer
        assert "cerrado · nadie está de turno" in " ".join(answer.split())
        assert "—" in "\n".join(panel(app, "names"))
        await pilot.press("l", "escape", "e", "c")
        assert "No hay nada que copiar" in shown(app)


async def test_twelve_weeks_of_every_roster_with_holes_and_one_persons_turns_standing_out(book):
    async with opened(AT, book=book, size=(120, 36)) as (app, pilot):
        await pilot.press("d")
        assert panel(app, "weeks")[0].split()[:4] == ["25", "nov", "2", "dic"]
        marks = panel(app, "rosters")[0].split()[-1]
        assert len(marks) == 84
        assert marks[:15] == "!MMMMMMMaaaaaal"
        assert marks[21:28] == "!!!!!!!"
        assert panel(app, "turns")[:3] == [
            "mié 25 nov 10:00    Marta Ruiz",
            "vie 27 nov 18:00    Luis Gómez · Marta está de permiso",
            "sáb 28 nov 08:00    Marta Ruiz",
        ]
        await pilot.press("right")
        assert panel(app, "rosters")[0].split()[-1][:15] == "!mLLmmmaaaaaaaL"
        await pilot.press("left", "left")
        assert panel(app, "rosters")[0].split()[-1][:15] == "!mmmmmmAAAAAAAA"
        await pilot.press("down")
        assert panel(app, "rosters")[1].split()[-1] == "L" * 84
        await pilot.press("right")
        assert panel(app, "rosters")[1].split()[-1] == "M" * 84
        await pilot.press("down")
        assert panel(app, "rosters")[2].split()[-1] == "?" * 84
        await pilot.press("down", "up")
        assert panel(app, "turns")[0].endswith("Luis Gómez")


async def test_the_marked_roster_stays_marked_when_the_book_gets_another_one_before_it(book):
    async with opened(AT, book=book, size=(120, 36)) as (app, pilot):
        await pilot.press("d", "down")
        assert app.screen.roster.id == "noche"
        first = '[rosters.primera]\nname = "Primera"\n[[rosters.primera.turns]]\nfrom = 2026-01-01T08:00:00\n'
        first += 'every = "1 week"\nmembers = ["ana"]\n\n'
        book.write_text(TEXT.replace("# la guardia del celular", first), "utf-8")
        app.tick()
        await settled(app, pilot)
        assert "Primera" in panel(app, "rosters")[0]
        assert app.screen.roster.id == "noche"
        await pilot.press("T")
        await pilot.pause()
        assert "· Noche" in shown(app)


async def test_a_book_without_rosters_says_so(cache):
    async with opened(cache=cache, size=(120, 36)) as (app, pilot):
        assert "De turno" not in "\n".join(panel(app, "foot"))
        await pilot.press("d")
        assert "El directorio no tiene guardias" in shown(app)
        await pilot.press("escape", "T")
        assert "El directorio no tiene guardias" in shown(app)


async def test_the_number_of_who_is_on_duty_is_copied(book):
    async with opened(AT, book=book) as (app, pilot):
        await pilot.press("d", "c")
        assert app.clipboard == "3152345678"


async def test_a_hand_over_is_notified(book):
    async with opened("2026-11-27T17:59", book=book, size=(120, 36)) as (app, pilot):
        app.tick()
        await turned(app, pilot, "2026-11-27T18:00")
        assert "Guardia P1: Luis Gómez está de turno hasta mañana 08:00" in shown(app)
        await turned(app, pilot, "2026-11-27T18:01")
        assert "310 2345678" in "\n".join(panel(app, "answer"))


async def test_a_hand_over_is_notified_at_once_also_where_a_key_is_pressed_as_the_minute_turns(book):
    async with opened("2026-11-27T17:59", book=book, size=(120, 36)) as (app, pilot):
        app.tick()
        app.hand.set("2026-11-27T18:00")
        await pilot.press("2")
        await turned(app, pilot, "2026-11-27T18:00")
        assert "Guardia P1: Luis Gómez está de turno hasta mañana 08:00" in shown(app)


async def test_the_day_of_a_channel_marks_its_hand_overs(book):
    async with opened(AT, book=book, size=(120, 36)) as (app, _):
        (line,) = [line for line in panel(app, "times") if "no cierra" in line]
        assert line.count("╎") == 2
        (phone,) = [line for line in panel(app, "times") if "cierra 19:00" in line]
        assert "╎" not in phone


async def taking(pilot, text):
    await pilot.press("T")
    for character in text:
        await pilot.press({" ": "space", ":": "colon", "+": "plus"}.get(character, character))


async def test_somebody_takes_the_duty_and_the_book_keeps_it(book):
    async with opened(AT, book=book, size=(120, 36)) as (app, pilot):
        await taking(pilot, "luis hasta 18:00")
        assert "→ Luis Gómez tiene Guardia P1 hasta 18:00" in shown(app)
        await pilot.press("enter")
        await settled(app, pilot)
        overrides = tomllib.loads(book.read_text("utf-8"))["rosters"]["guardia"]["overrides"]
        assert [(each["person"], f"{each['from']}", f"{each['until']}") for each in overrides][-1] == (
            "luis", "2026-11-25 10:00:00", "2026-11-25 18:00:00",
        )  # fmt: skip
        assert "Luis Gómez tiene Guardia P1 hasta 18:00" in shown(app)
        assert "De turno: Luis Gómez hasta 18:00; después, Marta Ruiz" in "\n".join(panel(app, "answer"))
        assert book.with_name("contacts.toml.bak").read_text("utf-8") == TEXT


async def test_a_name_or_a_time_that_cannot_be_is_said_and_nothing_is_saved(book):
    async with opened(AT, book=book, size=(120, 36)) as (app, pilot):
        await taking(pilot, "pedro hasta 18:00")
        await pilot.press("enter")
        assert "El directorio no tiene a nadie llamado «pedro»" in shown(app)
        await pilot.press("escape")
        await taking(pilot, "luis hasta hoy 9")
        await pilot.press("enter")
        assert "Esa hora ya pasó" in shown(app)
        assert book.read_text("utf-8") == TEXT


async def test_somebody_elses_change_is_not_overwritten_and_the_second_enter_takes_it(book):
    theirs = TEXT.replace("Guardia nocturna", "Guardia de noche")
    async with opened(AT, book=book, size=(120, 36)) as (app, pilot):
        await taking(pilot, "luis hasta 18:00")
        book.write_text(theirs, "utf-8")
        await pilot.press("enter")
        await settled(app, pilot)
        assert book.read_text("utf-8") == theirs
        assert "Otra persona cambió el directorio entretanto" in shown(app)
        await pilot.press("enter")
        await settled(app, pilot)
        text = book.read_text("utf-8")
        assert "Guardia de noche" in text
        assert re.search("until += 2026-11-25T18:00:00", text)


async def test_at_another_time_no_duty_is_taken(book):
    async with opened(AT, book=book, other_time=instant("2026-12-01T10:00"), size=(120, 36)) as (app, pilot):
        await taking(pilot, "luis hasta 18:00")
        assert "Se muestra otra hora" in shown(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert book.read_text("utf-8") == TEXT


async def test_a_book_that_cannot_be_written_says_so(book):
    book.chmod(0o444)
    async with opened(AT, book=book, size=(120, 36)) as (app, pilot):
        await taking(pilot, "luis hasta 18:00")
        assert "No se puede escribir en este archivo" in shown(app)
        await pilot.press("enter")
        assert book.read_text("utf-8") == TEXT


VIEWS = {"duty": ("d",), "take": ("T", "l", "u", "i", "s"), "dashboard": ()}
SIZES = {"120": (120, 36), "80": (80, 24), "40": (40, 20)}


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("view", VIEWS)
def test_who_is_on_duty_as_it_looks(snap_compare, monkeypatch, report_folder, view, size, language):
    monkeypatch.setenv("TEXTUAL_SNAPSHOT_TEMPDIR", report_folder)
    monkeypatch.chdir(Path(__file__).parents[1] / "books")
    app = make_app(AT, book="duty.toml", language=language)

    async def before(pilot):
        await pilot.press(*VIEWS[view])
        await settled(app, pilot)

    assert snap_compare(app, terminal_size=size, run_before=before)


async def test_a_roster_that_is_not_in_the_file_any_more_is_not_written(book):
    async with opened(AT, book=book, size=(120, 36)) as (app, pilot):
        renamed = TEXT.replace("guardia", "otra")
        book.write_text(renamed, encoding="utf-8")
        await taking(pilot, "luis hasta 18:00")
        await pilot.press("enter")
        await settled(app, pilot)
        assert book.read_text("utf-8") == renamed
        assert "Esa guardia ya no está en el directorio" in shown(app)


async def test_of_two_people_of_one_name_the_sheet_asks_for_an_id(book):
    book.write_text(TEXT + '\n[people.luis2]\nname = "Luis Gómez"\n', "utf-8")
    async with opened(AT, book=book, size=(120, 36)) as (app, pilot):
        await taking(pilot, "luis gomez hasta 18:00")
        await pilot.press("enter")
        assert "«luis gomez» puede ser varias personas; escriba uno de: luis, luis2" in shown(app)
