"""The editor as it looks: the list, the form with a mistake, hours, the preview, and the question before leaving."""

import pytest

from tests.tui.desk import MORNING, make_app, settled
from tests.tui.test_snapshots import SIZES

sizes = pytest.mark.parametrize("size", [SIZES["120"], SIZES["80"], SIZES["40"]], ids=["120", "80", "40"])
languages = pytest.mark.parametrize("language", ["es", "en"])

VIEWS = {
    "list": ["b", "down"],
    "channel": ["b", "enter", "down", "down", "backspace"],
    "hours": ["b", "right", "down", "enter", "down"],
    "request": ["b", "right", "right", "down", "enter", "down", "down"],
    "preview": ["b", "enter", "x", "escape", "down", "J", "ctrl+s"],
    "leave": ["b", "J", "escape"],
}


@pytest.fixture
def looks(snap_compare, cache, report_folder, monkeypatch):
    monkeypatch.setenv("TEXTUAL_SNAPSHOT_TEMPDIR", report_folder)

    def compare(size, keys, language="es", theme=None):
        app = make_app(MORNING, language=language, cache=cache)

        async def before(pilot):
            if theme:
                app.theme = theme
            await pilot.press(*keys)
            await settled(app, pilot)

        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


@languages
@sizes
@pytest.mark.parametrize("view", VIEWS)
def test_the_editor_as_it_looks(looks, view, size, language):
    assert looks(size, VIEWS[view], language)


def test_the_editor_in_the_light_theme_as_it_looks(looks):
    assert looks((100, 30), VIEWS["channel"], theme="helpdesk-light")
