import gc
import os
import time

import pytest
from hypothesis import settings

settings.register_profile("fixed", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("fixed")

gc.set_threshold(10_000, 20, 100)  # to look for garbage as often as usual takes a sixth of the time

_SETTINGS = {
    "LANG": "C.UTF-8",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "COLUMNS": "100",
    "LINES": "30",
    "TZ": "UTC",
}

_UNSET = (
    "HELPDESK_TUI_BOOK",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "LANGUAGE",
    "SSH_CONNECTION",
    "SSH_TTY",
    "TMUX",
    "VISUAL",
    "EDITOR",
)


@pytest.fixture(autouse=True)
def _isolated(tmp_path, monkeypatch):
    """Keep the settings, books and kept boards of whoever runs the tests out of them."""
    home = tmp_path / "home"
    home.mkdir()
    for name in list(os.environ):
        if name.startswith(("XDG_", "LC_", "TEXTUAL_", "RICH_")) or name in _UNSET:
            monkeypatch.delenv(name)
    for name, value in _SETTINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(home / "site"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.chdir(home)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def pytest_xdist_auto_num_workers():
    """Two more than there are cores: the tests of the screen mostly wait, for Textual to be idle."""
    return len(os.sched_getaffinity(0)) + 2 if hasattr(os, "sched_getaffinity") else os.cpu_count()


def pytest_sessionfinish():
    """Spare pytest the search for garbage in all that the tests left: it looks five times, for seconds each."""
    gc.freeze()


def pytest_terminal_summary(terminalreporter):
    """Print the figures that tests recorded."""
    for report in (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")):
        for name, value in report.user_properties:
            if name == "figures":
                terminalreporter.write_line(value)
