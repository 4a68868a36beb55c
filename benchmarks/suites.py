"""What is measured: look-ups, first frames, keys, an idle screen."""

import os
import subprocess
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from benchmarks.install import Place
from benchmarks.measure import Figure, Row, high_percentile, interleaved, ratio
from benchmarks.terminal import Terminal

QUIET = 0.5
"""Seconds of silence after which a first frame is taken to be whole; a repaint takes a third of that."""


def lookups(
    place: Place, default: Path, large: Path, rosters: Path, without_khard: str, rounds: int
) -> list[Row]:
    """Return the rows of `who p1` and `coverage` with a kept board."""
    program = str(place.program)

    def who(book: Path) -> list[str]:
        return [program, "who", "p1", "--book", str(book)]

    cases = {
        "pass": [str(place.python), "-c", "pass"],
        "who": who(default),
        "large": who(large),
        "rosters": [program, "who", "d7", "--book", str(rosters)],
        "coverage": [program, "coverage", "--days", "7", "--book", str(default)],
    }
    if not without_khard:
        cases["khard"] = [str(place.khard), "-c", str(place.khard_settings), "phone", "subasta"]
    taken = interleaved(
        {name: partial(_run, command, place.environment) for name, command in cases.items()}, rounds
    )
    khard = ratio(taken["who"], taken["khard"]) if "khard" in taken else None
    year = [program, "coverage", "--days", "400", "--book", str(large)]
    drawn = [_run(year, place.environment) for _ in range(3)]
    data = [_run([*year, "--json"], place.environment) for _ in range(3)]
    return [
        Row("who p1, kept board", "python -c pass", ratio(taken["who"], taken["pass"]), "×", 3.3),
        Row("who p1, kept board", "khard phone", khard, "×", 0.5, without_khard),
        Row("who p1, large book", "the default book", ratio(taken["large"], taken["who"]), "×", 3),
        Row(
            "who, 50 rosters of 200 people", "the default book", ratio(taken["rosters"], taken["who"]), "×", 3
        ),
        Row(
            "coverage, 7 days, kept board", "python -c pass", ratio(taken["coverage"], taken["pass"]), "×", 4
        ),
        Row("coverage, 400 days, large book, JSON", "", _seconds(data), "s", 2),
        Row("the same drawn as text", "", _seconds(drawn), "s", 2),
    ]


def _seconds(taken: list[float]) -> Figure:
    return Figure(median(taken), min(taken), max(taken))


def frames(place: Place, default: Path, large: Path, rosters: Path, rounds: int) -> list[Row]:
    """Return the rows of the first full frame, from a kept board."""
    static = [str(place.python), str(Path(__file__).parent / "one_static.py")]
    taken = interleaved(
        {
            "static": partial(_first_frame, static, place.environment),
            "default": partial(_first_frame, _screen(place, default), place.environment),
            "large": partial(_first_frame, _screen(place, large), place.environment),
            "rosters": partial(_first_frame, _screen(place, rosters), place.environment),
        },
        rounds,
    )
    return [
        Row("first full frame", "an app of one Static", ratio(taken["default"], taken["static"]), "×", 1.25),
        Row(
            "first full frame, large book",
            "the default book",
            ratio(taken["large"], taken["default"]),
            "×",
            2,
        ),
        Row(
            "first full frame, 50 rosters",
            "the default book",
            ratio(taken["rosters"], taken["default"]),
            "×",
            2,
        ),
    ]


def keys(place: Place, default: Path, large: Path, rosters: Path, rounds: int) -> list[Row]:
    """Return the rows of a digit pressed until its whole answer is on the screen, and of a search."""
    with (
        Terminal(_screen(place, default), place.environment) as small_screen,
        Terminal(_screen(place, large), place.environment) as large_screen,
        Terminal(_screen(place, rosters), place.environment) as rosters_screen,
    ):
        small_screen.complete(QUIET)
        large_screen.complete(QUIET)
        rosters_screen.complete(QUIET)
        taken = interleaved(
            {
                "default": _presses(small_screen, "21534"),
                "large": _presses(large_screen, "21534"),
                "rosters": _presses(rosters_screen, "21534"),
            },
            rounds,
        )
    p95 = high_percentile([each * 1000 for each in taken["default"]], 95)
    searches = [str(place.python), str(Path(__file__).parent / "search_keys.py")]
    printed = subprocess.run(searches, env=place.environment, capture_output=True, text=True, check=True)
    search = high_percentile([float(each) for each in printed.stdout.split()], 95)
    return [
        Row("key to repainted answer, p95", "", p95, "ms", 50),
        Row("key to answer, large book", "the default book", ratio(taken["large"], taken["default"]), "×", 2),
        Row(
            "key to answer, 50 rosters", "the default book", ratio(taken["rosters"], taken["default"]), "×", 2
        ),
        Row("key of a search, 10,000 entries, p95", "", search, "ms", 16),
    ]


def saves(place: Place) -> list[Row]:
    """Return the row of a large book saved: written, read back, checked, backed up, renamed."""
    program = [str(place.python), "-m", "benchmarks.saves"]
    root = Path(__file__).parent.parent
    printed = subprocess.run(
        program, env=place.environment, cwd=root, capture_output=True, text=True, check=True
    )
    taken = [float(each) for each in printed.stdout.split()]
    return [Row("a book of 1,000 channels saved", "", _seconds(taken), "s", 1)]


def idle(place: Place, default: Path, minutes: int) -> list[Row]:
    """Return the rows of a screen that is left alone."""
    written = [0] * minutes
    with Terminal(_screen(place, default), place.environment) as terminal:
        terminal.complete(QUIET)
        sleep(2)
        while terminal.read(0):
            pass
        busy = _processor_seconds(terminal.process.pid)
        start = perf_counter()
        end = start + minutes * 60
        while (now := perf_counter()) < end:
            chunk = terminal.read(end - now)
            if chunk is not None and chunk.at < end:
                written[int(chunk.at - start) // 60] += len(chunk.data)
        busy = _processor_seconds(terminal.process.pid) - busy
    share = busy / (minutes * 60) * 100
    kilobytes = [each / 1024 for each in written]
    span = f"idle, {minutes} min"
    return [
        Row(
            f"{span}: written a minute",
            "",
            Figure(sum(kilobytes) / minutes, min(kilobytes), max(kilobytes)),
            "KB",
            1.5,
        ),
        Row(f"{span}: share of a core", "", Figure(share, share, share), "%", 0.5),
    ]


def _run(command: Sequence[str], environment: dict[str, str]) -> float:
    start = perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    return perf_counter() - start


def _screen(place: Place, book: Path) -> list[str]:
    return [str(place.program), "--book", str(book)]


def _first_frame(command: Sequence[str], environment: dict[str, str]) -> float:
    with Terminal(command, environment) as terminal:
        return terminal.complete(QUIET) - terminal.started


def _presses(terminal: Terminal, digits: str) -> Callable[[], float]:
    """Press the digits in turn, one a call; return how long its answer takes."""
    count = 0

    def press() -> float:
        nonlocal count
        digit = digits[count % len(digits)]
        count += 1
        at = terminal.press(digit)
        return terminal.complete(QUIET / 2, first=2) - at

    return press


def _processor_seconds(process: int) -> float:
    """Processor time of a process so far, in its own code and in the system's."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
