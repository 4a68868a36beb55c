"""Hang-ups of every kind: how long a screen lives on without its terminal."""

import signal
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import product
from math import inf
from pathlib import Path
from random import Random
from statistics import median
from subprocess import TimeoutExpired
from time import perf_counter, sleep

from benchmarks.install import Place
from benchmarks.measure import Figure, Row
from benchmarks.terminal import Terminal

AT_ONCE = 4
START = 1.5
"""Seconds within which a start is cut off: from before its first module until after its first frame."""
GIVEN_UP = 10.0
"""Seconds after which a screen counts as one that survives."""

# A session's leader makes a terminal its controlling one by opening it.
WAYS = {
    "the signal ends it": ': <"$(tty)"; exec "$@"',
    "no signal comes": 'exec "$@"',
    "the signal is ignored": ': <"$(tty)"; trap "" HUP; exec "$@"',
}

Moment = Callable[[Terminal, Random], None]


def hang_ups(place: Place, book: Path, count: int) -> list[Row]:
    """Return a row for each kind of hang-up, `count` in all, several at a time."""
    kinds = list(product(WAYS, MOMENTS))
    taken: dict[tuple[str, str], list[float]] = defaultdict(list)
    chosen = [kinds[number % len(kinds)] for number in range(count)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ends = pool.map(partial(_hang_up, place, book), chosen, range(count))
        for kind, seconds in zip(chosen, ends, strict=True):
            taken[kind].append(seconds)
    return list(_rows(taken))


def _rows(taken: dict[tuple[str, str], list[float]]) -> Iterator[Row]:
    for (way, moment), ends in taken.items():
        what = f"hang-up, {way}, {moment}: the slowest of {len(ends)}, {ends.count(inf)} survive"
        yield Row(what, "", Figure(max(ends), median(ends), max(ends)), "s", 2)


def _hang_up(place: Place, book: Path, kind: tuple[str, str], number: int) -> float:
    """How long a screen took to end, or `inf`."""
    way, moment = kind
    command = ["sh", "-c", WAYS[way], "sh", str(place.program), "--book", str(book)]
    with Terminal(command, place.environment) as terminal:
        MOMENTS[moment](terminal, Random(number))
        at = perf_counter()
        terminal.hang_up()
        terminal.process.send_signal(signal.SIGCONT)  # where it is stopped
        try:
            terminal.process.wait(GIVEN_UP)
        except TimeoutExpired:
            return inf
        return perf_counter() - at


def _shown(terminal: Terminal, _: Random) -> None:
    terminal.read(GIVEN_UP)
    while terminal.read(0.5):
        pass


def _starting(terminal: Terminal, random: Random) -> None:
    end = perf_counter() + random.uniform(0, START)
    while (left := end - perf_counter()) > 0:
        terminal.read(left)


def _sheet(terminal: Terminal, random: Random) -> None:
    _shown(terminal, random)
    terminal.press(random.choice("e/vs?t"))
    while terminal.read(0.3):
        pass


def _drawing(terminal: Terminal, random: Random) -> None:
    _shown(terminal, random)
    terminal.press("m" * 5)  # each draws all of the screen again
    end = perf_counter() + random.uniform(0, 0.3)
    while (left := end - perf_counter()) > 0:
        terminal.read(left)


def _unread(terminal: Terminal, random: Random) -> None:
    _shown(terminal, random)
    terminal.press("m" * 20)  # some 300 KB: more than a terminal holds
    sleep(2)


def _stopped(terminal: Terminal, random: Random) -> None:
    _shown(terminal, random)
    terminal.process.send_signal(signal.SIGTSTP)
    status = Path(f"/proc/{terminal.process.pid}/stat")
    while status.read_text().rpartition(") ")[2][0] != "T":
        terminal.read(0.02)


MOMENTS: dict[str, Moment] = {
    "while it starts": _starting,
    "left alone": _shown,
    "a sheet open": _sheet,
    "while it draws": _drawing,
    "output unread": _unread,
    "stopped": _stopped,
}
