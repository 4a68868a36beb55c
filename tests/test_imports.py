"""What a look-up with a kept board loads, shown by a fresh interpreter."""

import subprocess
import sys

import pytest

from tests.support import DESK_BOOK

HEAVY = (
    "pydantic",
    "pydantic_core",
    "opening_hours",
    "holidays",
    "phonenumbers",
    "email_validator",
    "babel",
    "rich",
    "textual",
    "tomllib",
    "dataclasses",
    "pathlib",
    "zoneinfo",
    "difflib",
    "rapidfuzz",
    "hashlib",
    "asyncio",
    "helpdesk_tui.answers.search",
    "helpdesk_tui.times.typed",
)

ASK = """
import sys
from helpdesk_tui.cli.main import run
heavy = [*sys.argv[1].split(","), "helpdesk_tui.tui"]
try:
    sys.exit(run(sys.argv[2:]))
finally:
    print("loaded:", *[name for name in heavy if name in sys.modules], file=sys.stderr)
"""


def ask(*arguments):
    """What a fresh interpreter prints for these arguments, and the packages that it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, ",".join(HEAVY), *arguments, "--book", str(DESK_BOOK)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    *remarks, loaded = done.stderr.splitlines()
    assert "Traceback" not in done.stderr
    return done, remarks, loaded.removeprefix("loaded:").split()


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["who", "p1"], id="who"),
        pytest.param(["who", "p1", "--json"], id="who, JSON"),
        pytest.param(["who", "critica", "--lang", "en"], id="who, by an alias"),
        pytest.param(["status"], id="status"),
        pytest.param(["next"], id="next"),
        pytest.param(["next", "--json"], id="next, JSON"),
        pytest.param(["escalate"], id="escalate"),
        pytest.param(["escalate", "2"], id="escalate, one level"),
        pytest.param(["coverage"], id="coverage"),
        pytest.param(["coverage", "--days", "2", "--json"], id="coverage, JSON"),
        pytest.param(["coverage", "--gaps"], id="coverage, gaps"),
        pytest.param(["coverage", "--format", "csv"], id="coverage, CSV"),
        pytest.param(["shift"], id="shift"),
        pytest.param(["shift", "--markdown"], id="shift, Markdown"),
    ],
)
def test_a_look_up_with_a_kept_board_loads_no_heavy_package(command):
    _, _, loaded = ask(*command)
    assert "pydantic" in loaded, "a first look-up reads the book"
    second, remarks, loaded = ask(*command)
    assert loaded == []
    assert (second.stdout != "", remarks) == (True, [])


@pytest.mark.parametrize(
    "command",
    [
        ["check"],
        ["--help"],
        ["--version"],
        ["who", "nobody"],
        ["who", "p1", "--at", "yesterday"],
        ["nonsense"],
    ],
)
def test_no_command_but_the_dashboard_loads_the_screen(command):
    _, _, loaded = ask(*command)
    assert "textual" not in loaded
    assert "helpdesk_tui.tui" not in loaded


def test_the_editor_is_loaded_when_it_is_opened():
    code = (
        "import sys, helpdesk_tui.tui.app\n"
        "names = ('pydantic', 'tomlrt', 'helpdesk_tui.book.document', 'helpdesk_tui.session.draft')\n"
        "print(*[name for name in names if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.split() == []
