"""The program without the modules that only POSIX has, as on Windows."""

import subprocess
import sys

from tests.support import DESK_BOOK

PROGRAM = """
import importlib, importlib.abc, pkgutil, select, signal, sys

HIDDEN = {"curses", "fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"}

class Hides(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in HIDDEN:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

import asyncio, subprocess, sysconfig, click  # which ask for some of them, or for what only Windows has
sysconfig.get_config_vars()
for name in HIDDEN & sys.modules.keys():
    del sys.modules[name]
sys.meta_path.insert(0, Hides())
sys.platform = "win32"
del select.poll, signal.SIGHUP
# Textual's own driver of Windows needs Windows.
from textual.drivers.headless_driver import HeadlessDriver
windows = sys.modules["textual.drivers.windows_driver"] = type(sys)("windows_driver")
windows.WindowsDriver = HeadlessDriver

import helpdesk_tui
for module in pkgutil.walk_packages(helpdesk_tui.__path__, "helpdesk_tui."):
    if module.name != "helpdesk_tui.__main__":
        importlib.import_module(module.name)

from helpdesk_tui.cli import main
code = main.run(["who", "p1", "--at", "2026-11-23T10:00", "--book", sys.argv[1], "--lang", "es"])

from datetime import UTC, datetime
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.session.boards import load_in_process
from helpdesk_tui.session.feed import Feed
from helpdesk_tui.tui.app import HelpdeskApp
from helpdesk_tui.tui.hang_up import exit_with

feed = Feed(sys.argv[1], None, clock=lambda: datetime(2026, 11, 23, 15, tzinfo=UTC), zone=UTC, load=load_in_process)
app = HelpdeskApp(feed, Language("es"))
exit_with(0)

async def drive():
    async with app.run_test() as pilot:
        await pilot.press("2")
        return app.picture.answer.contact.channel.id

print(asyncio.run(drive()))
sys.exit(code)
"""


def test_the_prompt_and_the_screen_run_without_the_modules_of_posix():
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(DESK_BOOK)], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.splitlines()[0] == "(601) 7442727 opción 2 → 5"
    assert ran.stdout.splitlines()[-1] == "phone"
