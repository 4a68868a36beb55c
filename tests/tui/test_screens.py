"""Every screen that there is: its name, its keys, its help and the palette."""

import gc
import importlib
import pkgutil

import pytest
from textual.strip import Strip

from helpdesk_tui.tui import screens
from helpdesk_tui.tui.app import HelpdeskApp
from helpdesk_tui.tui.commands import SCREENS
from helpdesk_tui.tui.screens.base import BaseScreen
from helpdesk_tui.tui.screens.help import Help
from helpdesk_tui.tui.screens.palette import Palette
from helpdesk_tui.tui.screens.preview import Preview
from tests.tui.desk import opened, panel

OPENED_BY = {
    "Channels": (["l"], "Canales"),
    "Coverage": (["v"], "Cobertura"),
    "Dashboard": ([], "Tablero"),
    "Duty": (["d"], "De turno"),
    "Editor": (["b"], "Editar el directorio"),
    "Help": (["question_mark"], "Todas las pantallas"),
    "Ladder": (["e"], "Escalamiento"),
    "Leave": (["b", "J", "escape"], "Cambios sin guardar"),
    "OtherTime": (["t"], "Otra hora"),
    "Palette": (["ctrl+p"], "Búsqueda y comandos"),
    "Preview": (["b", "J", "ctrl+s"], "Qué significan los cambios"),
    "Search": (["slash"], "Búsqueda y comandos"),
    "Shift": (["s"], "Turno"),
    "TakeoverSheet": (["T"], "Toma el turno"),
    "WhoThen": (["v", "enter"], "Todas las pantallas"),
}
"""The keys that open each screen from the dashboard, and the first section of its help, which may have no key of its own."""


def _subclasses(kind):
    return {each for sub in kind.__subclasses__() for each in (sub, *_subclasses(sub))}


for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
    importlib.import_module(module.name)

FOUND = {each.__name__: each for each in _subclasses(BaseScreen) if not each.__subclasses__()}
"""Every screen: the subclasses of the base that have none of their own."""

each_screen = pytest.mark.parametrize("name", sorted(FOUND))


def test_every_screen_is_opened_by_keys():
    assert FOUND.keys() == OPENED_BY.keys()


def test_every_screen_has_a_name_in_the_table_of_commands():
    assert {each.NAME for each in FOUND.values()} == SCREENS.keys()


@each_screen
def test_every_binding_has_its_action_and_its_key_means_one_thing(name):
    screen = FOUND[name]
    keys = [binding.key for binding in screen.BINDINGS]
    assert len(keys) == len(set(keys))
    for binding in screen.BINDINGS:
        owner, _, action = binding.action.partition("(")[0].rpartition(".")
        assert hasattr(HelpdeskApp if owner == "app" else screen, f"action_{action}"), binding


@each_screen
@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_opens_on_every_screen_with_the_keys_of_that_screen_first(cache, name, key):
    keys, title = OPENED_BY[name]
    async with opened(cache=cache) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
        assert type(app.screen) is FOUND[name]
        await pilot.press(key)
        await pilot.pause()
        assert type(app.screen) is Help
        assert panel(app, "text")[0] == title


@each_screen
async def test_the_palette_opens_on_every_screen(cache, name):
    async with opened(cache=cache) as (app, pilot):
        await pilot.press(*OPENED_BY[name][0], "ctrl+p")
        await pilot.pause()
        assert type(app.screen) is Palette


@each_screen
async def test_a_screen_shows_its_first_picture_once(cache, name, monkeypatch):
    shown, show_it = [], BaseScreen.show

    def show(self, picture):
        shown.append(self)
        show_it(self, picture)

    monkeypatch.setattr(BaseScreen, "show", show)
    monkeypatch.setattr(Preview, "in_thread", lambda self, work, then: None)
    async with opened(cache=cache) as (app, pilot):
        await pilot.press(*OPENED_BY[name][0])
        await pilot.pause()
        assert shown.count(app.screen) == 1


@pytest.fixture
def new_objects():
    """Have the garbage collector know only what the test makes: it looks through that alone, again and again."""
    gc.freeze()
    return gc.get_objects


@pytest.mark.parametrize("name", sorted(FOUND.keys() - {"Dashboard"}))
async def test_a_screen_that_is_closed_leaves_nothing_that_it_rendered(cache, name, new_objects):
    async with opened(cache=cache) as (app, pilot):

        async def rendered():
            """How many rendered lines there are once the screen was opened and closed."""
            await pilot.press(*OPENED_BY[name][0])
            while len(app.screen_stack) > 1:
                await app.pop_screen()
            await pilot.pause()
            gc.collect()
            return sum(type(each) is Strip for each in new_objects())

        first, *_, last = [await rendered() for _ in range(3)]
        assert last - first < 20
