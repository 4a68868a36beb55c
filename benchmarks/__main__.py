"""Measures everything and prints one table: `python -m benchmarks`."""

import argparse
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import books, suites
from benchmarks.hang_ups import hang_ups
from benchmarks.install import Place
from benchmarks.measure import Row, table

SUITES = ("lookups", "frames", "keys", "saves", "idle", "hang-ups")


def main() -> None:
    """Measure what was asked for, in a folder that is gone afterwards."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=SUITES, help="measure this alone; may be repeated")
    parser.add_argument("--rounds", type=int, default=30, help="repetitions of each start (30)")
    parser.add_argument("--presses", type=int, default=100, help="keys pressed on each screen (100)")
    parser.add_argument("--idle-minutes", type=int, default=1, help="how long a screen is left alone (1)")
    parser.add_argument("--hang-ups", type=int, default=90, help="terminals taken away, of 18 kinds (90)")
    parser.add_argument("--shared-hours", action="store_true", help="large book: 20 timetables, not 1,000")
    arguments = parser.parse_args()
    with TemporaryDirectory(prefix="helpdesk-tui-") as folder:
        rows = _measure(Place(Path(folder)), arguments)
    print(table(rows))


def _measure(place: Place, arguments: argparse.Namespace) -> list[Row]:
    chosen = arguments.only or SUITES
    _say("installing")
    place.install()
    default, large = place.folder / "default.toml", place.folder / "large.toml"
    default.write_bytes(books.DEFAULT.read_bytes())
    large.write_text(books.large_book(1000, 500, 20 if arguments.shared_hours else 1000))
    rosters = place.folder / "rosters.toml"
    rosters.write_text(books.rosters_book(50, 200), "utf-8")
    for book in (default, large, rosters):
        command = [str(place.program), "status", "--book", str(book)]
        subprocess.run(command, check=True, env=place.environment, stdout=subprocess.DEVNULL)
    rows: list[Row] = []
    if "lookups" in chosen:
        _say("look-ups")
        rows += suites.lookups(place, default, large, rosters, place.install_khard(), arguments.rounds)
    if "frames" in chosen:
        _say("first frames")
        rows += suites.frames(place, default, large, rosters, arguments.rounds)
    if "keys" in chosen:
        _say("keys")
        rows += suites.keys(place, default, large, rosters, arguments.presses)
    if "saves" in chosen:
        _say("saves")
        rows += suites.saves(place)
    if "idle" in chosen:
        _say("idle")
        rows += suites.idle(place, default, arguments.idle_minutes)
    if "hang-ups" in chosen:
        _say("hang-ups")
        rows += hang_ups(place, default, arguments.hang_ups)
    return rows


def _say(text: str) -> None:
    if os.isatty(sys.stderr.fileno()):
        print(f"{text}…", file=sys.stderr)


if __name__ == "__main__":
    main()
