import os

import pytest

from helpdesk_tui.session import watch
from tests.support import DESK_BOOK
from tests.tui.desk import make_app


@pytest.fixture(autouse=True)
def _beside_the_book(monkeypatch):
    """The screen shows the book's path: it must be the same wherever the repository lies."""
    monkeypatch.chdir(DESK_BOOK.parent)


@pytest.fixture(autouse=True)
def _time_enough(monkeypatch):
    """A machine that is busy with something else would put off what a tick has only so much time for."""
    monkeypatch.setattr(watch, "TICK_BUDGET", 60)


@pytest.fixture(scope="session")
def cache(tmp_path_factory):
    """Where boards are kept for all tests of a process: building one for each test would take minutes."""
    return str(tmp_path_factory.mktemp("boards"))


@pytest.fixture(scope="session")
def report_folder():
    """Where the snapshot plugin leaves its report; the tests' isolation drops every TEXTUAL_ variable."""
    return os.environ.get("TEXTUAL_SNAPSHOT_TEMPDIR", "")


@pytest.fixture
def at_size(snap_compare, cache, report_folder, monkeypatch):
    """Compares the screen at a time and a size with its snapshot."""

    monkeypatch.setenv("TEXTUAL_SNAPSHOT_TEMPDIR", report_folder)

    def compare(at, size, press=(), language="es", theme=None):
        app = make_app(at, language=language, cache=cache)

        async def before(pilot):
            if theme:
                app.theme = theme
                await pilot.pause()

        return snap_compare(app, press=press, terminal_size=size, run_before=before)

    return compare
