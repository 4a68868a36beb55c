"""The commands: declared once, known to Textual, translated, and doing what they say."""

import base64
import re
import string

import pytest
from textual.drivers.linux_driver import XTermParser
from textual.events import Key
from textual.keys import Keys

from helpdesk_tui.phrases.language import Language
from helpdesk_tui.tui.commands import BY_ID, COMMANDS, CONFLICT, EDITOR, FOOT, FORM, GONE, PREVIEW, SCREENS
from helpdesk_tui.tui.keys import key_sections
from helpdesk_tui.tui.screens.dashboard import Dashboard
from helpdesk_tui.tui.screens.help import Help
from tests.tui.desk import (
    HOLIDAY,
    NIGHT,
    clicked_twice,
    make_app,
    opened,
    panel,
    running,
    settled,
    shown,
    turned,
)


def test_textual_knows_every_key():
    named = {key.value for key in Keys}
    typed = {event.key for event in XTermParser().feed(string.printable) if isinstance(event, Key)}
    assert {key for command in COMMANDS for key in command.keys.split()} <= named | typed


def test_a_foot_line_shows_commands_that_work_on_its_screen_and_have_a_label():
    assert SCREENS.keys() <= FOOT.keys()
    of = {FORM: EDITOR, CONFLICT: PREVIEW, GONE: PREVIEW}
    for screen, ids in FOOT.items():
        for command in map(BY_ID.__getitem__, ids.split()):
            assert command.label and of.get(screen, screen) in command.screens.split()


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_table_of_keys_names_every_command_once(language):
    sections = key_sections(Language(language))
    for section in sections:
        assert len({meaning for _, meaning in section.rows}) == len(section.rows)
    table = [row for section in sections for row in section.rows]
    assert ("/", Language(language).gettext("Search the whole book; accents and case do not matter")) in table


async def test_e_opens_level_1_and_then_the_next_and_stays_on_the_last(cache):
    async with opened(cache=cache) as (app, pilot):
        levels = []
        for _ in range(4):
            await pilot.press("e")
            levels.append(panel(app, "marked")[0])
        assert levels == [
            "Nivel 1 · Grupo de soporte técnico",
            "Nivel 2 · Supervisor de Soporte",
            "Nivel 3 · Coordinador de Soporte",
            "Nivel 3 · Coordinador de Soporte",
        ]
        await pilot.press("escape")
        assert isinstance(app.screen, Dashboard)


async def test_the_ladder_marks_each_way_in_turn(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("e", "e")
        assert app.screen.to_copy()[0] == "6017452141"
        assert any("ext. 1104, 1108, 1102" in line for line in panel(app, "marked"))
        await pilot.press("down")
        assert app.screen.to_copy()[0] == "supervisor.mesadeayuda@certicamara.com"
        assert "supervisor.mesadeayuda@certicamara.com" in panel(app, "marked")[1]
        await pilot.press("up", "up")
        assert app.screen.to_copy()[0] == "subasta.electronica@certicamara.com"
        await pilot.click("#ways", offset=(8, 9))
        assert app.screen.to_copy()[0] == "6017452141"


async def test_two_clicks_at_once_on_a_command_run_it_once(cache):
    async with opened(cache=cache) as (app, pilot):
        theme = app.theme
        await pilot.press("ctrl+p", *"claro")
        await pilot.pause()
        clicked_twice(app, "results")
        await settled(app, pilot)
        assert isinstance(app.screen, Dashboard)
        assert app.theme != theme


async def test_a_level_without_hours_is_unconfirmed_never_open(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("e", "e")
        assert "? sin confirmar" in "\n".join(panel(app, "marked"))
        levels = panel(app, "ways")
        second = next(i for i, line in enumerate(levels) if "2 Supervisor" in line)
        assert not any("abierto" in line for line in levels[second:])


async def test_copying_sends_the_number_as_it_is_dialled_and_says_that_it_was_sent(cache):
    app = make_app(NIGHT, cache=cache)
    async with running(app) as pilot:
        await pilot.pause()
        app.terminal.written()
        await pilot.press("c")
        await pilot.pause()
        sent = re.search("\x1b]52;c;([^\a]*)\a", app.terminal.written())
        assert base64.b64decode(sent[1]).decode() == "3187174937"
        assert "3187174937: enviado al portapapeles de la terminal" in panel(app, "foot")[0]
        assert "318 7174937" in panel(app, "answer")  # the number is still there
        await pilot.press("e", "e", "c")
        await pilot.pause()
        sent = re.search("\x1b]52;c;([^\a]*)\a", app.terminal.written())
        assert base64.b64decode(sent[1]).decode() == "6017452141"


async def test_links_are_for_the_readers_terminal_to_open(cache):
    app = make_app(NIGHT, cache=cache)
    async with running(app) as pilot:
        await pilot.pause()
        assert re.search("\x1b]8;id=[^;]*;tel:\\+573187174937\x1b", app.terminal.written())
        await pilot.press("2")
        await pilot.pause()
        assert "mailto:subasta.electronica@certicamara.com" in app.terminal.written()


@pytest.mark.parametrize("typed", ["critica", "CRÍTICA", "crí prioridad"])
async def test_search_does_not_mind_accents_and_case(cache, typed):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("slash")
        await pilot.pause()
        app.screen.query_one("#typed").value = typed
        await pilot.pause()
        assert "Prioridad 1 · Crítica" in panel(app, "results")[0]


async def test_search_finds_a_number_and_an_extension_and_takes_what_is_marked(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("slash", *"1104")
        await pilot.pause()
        assert [line.split() for line in panel(app, "results")] == [
            ["Nivel", "2", "Supervisor", "de", "Soporte", "extensión:", "1104"]
        ]
        assert any("supervisor.mesadeayuda@certicamara.com" in line for line in panel(app, "details"))
        await pilot.press("enter")
        await pilot.pause()
        assert panel(app, "marked")[0] == "Nivel 2 · Supervisor de Soporte"
        await pilot.press("escape", "slash", *"queja", "enter")
        await pilot.pause()
        assert app.picture.requests[app.picture.picked].id == "pqrsa"
        assert isinstance(app.screen, Dashboard)


async def test_enter_on_a_channel_that_was_found_shows_it(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("slash", *"chat online", "enter", "c")
        await pilot.pause()
        assert panel(app, "marked")[0] == "Chat online"
        assert app.clipboard == "http://idealab.certicamara.com/CertiChat/chat.php"


async def test_search_says_that_a_name_is_only_similar(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("slash", *"supervisr")
        await pilot.pause()
        assert panel(app, "results")[0].split("  ")[-1] == "nombre parecido"
        await pilot.press("backspace", "o", "r")
        await pilot.pause()
        assert "parecido" not in panel(app, "results")[0]


async def test_search_says_that_it_found_nothing(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("slash", *"zzzzzzzz", "enter", "down", "up")
        await pilot.pause()
        assert panel(app, "details") == ["No se encontró nada"]


async def test_the_palette_holds_translated_commands_and_does_them(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert [line.split()[0] for line in panel(app, "results")][:3] == ["Escalar", "Copiar", "Canales"]
        await pilot.press(*"claro", "enter")
        await pilot.pause()
        assert app.theme == "helpdesk-light"
        await pilot.press("ctrl+p", *"ayuda", "enter")
        await pilot.pause()
        assert isinstance(app.screen, Help)


async def test_help_names_every_key_and_the_book(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("question_mark")
        text = "\n".join(panel(app, "text"))
        for keys in [keys for section in key_sections(Language("es")) for keys, _ in section.rows]:
            assert keys in text
        assert app.session.feed.path in text.replace("\n", "").replace(" ", "")
        assert "revisado 2026-11-23" in text


async def test_q_leaves_and_ctrl_c_says_how(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("ctrl+c")
        assert "Para salir, oprima q" in shown(app)
        await pilot.press("q")
        await pilot.pause()
        assert not app.is_running
        assert app.return_code == 0


async def test_the_search_marks_the_first_result_again_when_something_else_is_typed(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("slash", "down", "down")
        await pilot.pause()
        assert app.screen.query_one("#results").marked == 2
        await pilot.press("a")
        await pilot.pause()
        assert app.screen.query_one("#results").marked == 0


async def test_a_sheet_that_is_opened_twice_is_closed_at_once(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("f1", "f1", "ctrl+p", "ctrl+p", "escape", "escape")
        await pilot.pause()
        assert isinstance(app.screen, Dashboard)


async def test_another_request_is_answered_from_the_top(cache):
    async with opened(HOLIDAY, size=(40, 15), cache=cache) as (app, pilot):
        await pilot.press("2", "space")
        await pilot.pause()
        assert app.screen.block("answer").scroll_offset.y > 0
        await pilot.press("3")
        await pilot.pause()
        assert app.screen.block("answer").scroll_offset.y == 0


async def test_the_marked_way_stays_marked_when_a_new_minute_begins(cache):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press("e", "e", "down")
        marked = app.screen.to_copy()
        await turned(app, pilot, "2026-11-23T10:26")
        assert app.screen.to_copy() == marked
        await pilot.press("up")
        assert app.screen.to_copy() != marked
