"""Environments to measure in: the program as people install it, and khard."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

_CARD = """BEGIN:VCARD
VERSION:3.0
UID:1
FN:Subasta Electronica
N:Electronica;Subasta;;;
TEL;TYPE=work:+57 601 7442727
END:VCARD
"""


class Place:
    """A folder that holds the environments, a home of its own and the books."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "program" / "bin" / "python"
        self.program = folder / "program" / "bin" / "helpdesk-tui"
        self.khard = folder / "khard" / "bin" / "khard"
        self.khard_settings = folder / "khard.conf"
        home = folder / "home"
        home.mkdir(exist_ok=True)
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }

    def install(self) -> None:
        """Install the program, not editable, its modules compiled."""
        _install(self.folder / "program", str(ROOT))

    def install_khard(self) -> str:
        """Install khard with an address book of one card; return why it cannot be had, or nothing."""
        try:
            _install(self.folder / "khard", "khard")
        except subprocess.CalledProcessError as error:
            return f"khard cannot be installed ({error.stderr.strip().splitlines()[-1:]})"
        cards = self.folder / "cards"
        cards.mkdir(exist_ok=True)
        (cards / "1.vcf").write_text(_CARD)
        self.khard_settings.write_text(f"[addressbooks]\n[[cards]]\npath = {cards}\n")
        return ""


def _install(folder: Path, what: str) -> None:
    # pip compiles what it installs unless the environment forbids it.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for command in (
        [sys.executable, "-m", "venv", str(folder)],
        [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", what],
    ):
        subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
