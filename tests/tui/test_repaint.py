"""A screen that writes only what changed shows the same as one that is painted whole, whatever came before."""

import random
from datetime import timedelta

import pytest

from helpdesk_tui.tui.commands import COMMANDS
from tests.support import DESK_TEXT
from tests.tui.desk import SHIFTS, book_of, cells, make_app, running

STEPS = 35

KEYS = [
    key for command in COMMANDS if command.id not in ("quit", "mark_request") for key in command.keys.split()
]
"""The digits, which two commands have, stand among them once."""

TYPED = ("a", "crit", "1104", "zzz", "sáb 14:00", "22:00", "tomorrow 8", "31 feb", "ayuda", "claro", "otra")

CLOCK = (1, 9, 11, 60, 60, 60, 300, 1800, 3600, 5 * 3600, -60, -3600, 86400)
"""Seconds that the clock goes on by; more than ten of them end a notification."""

SIZES = ((100, 30), (120, 40), (80, 24), (60, 20), (41, 16), (40, 15), (20, 5), (140, 12), (90, 50))

BOOKS = (
    DESK_TEXT.replace('["phone", "mobile"]', '["phone"]') + SHIFTS,
    DESK_TEXT.replace("7442727", "7442728"),
    DESK_TEXT.replace("Mo-Fr", "Mo-"),
    DESK_TEXT.partition("[requests.p2]")[0],
)

KINDS = {"key": (KEYS, 60), "text": (TYPED, 8), "clock": (CLOCK, 20), "size": (SIZES, 8), "book": (BOOKS, 4)}
"""What a step can be: one of these, and how often."""


def walk(seed, steps=STEPS):
    """Steps that are the same for the same seed."""
    chance = random.Random(seed)
    kinds = chance.choices(list(KINDS), weights=[often for _, often in KINDS.values()], k=steps)
    return [(kind, chance.choice(KINDS[kind][0])) for kind in kinds]


async def take(step, app, pilot, book):
    """Take one step of a walk."""
    kind, what = step
    if kind == "key":
        await pilot.press(what)
    elif kind == "text":
        await pilot.press(*what)
    elif kind == "clock":
        app.hand.at += timedelta(seconds=what)
        app.tick()
    elif kind == "size":
        await pilot.resize_terminal(*what)
    else:
        book.write_text(what, "utf-8")
        app.tick()
    await quiet(app, pilot)


async def quiet(app, pilot):
    """Wait until the app has nothing more to write."""
    for _ in range(2):
        await app.workers.wait_for_complete()
        await pilot.pause()
        while app.terminal.written():
            await pilot.pause()


async def repaint(app, pilot):
    """Show the picture again, every widget anew, on a terminal that shows nothing yet."""
    foot = app.screen.block("foot")
    if not any(piece.role == "fill-message" for piece in foot.line(0, foot.size.width)):
        app.screen.show(app.picture)  # in which a remark goes
    app.terminal.screen.reset()
    for screen in app.screen_stack:
        for widget in (screen, *screen.query("*")):
            widget.refresh()
    await quiet(app, pilot)


async def pictures(steps, folder, *, whole, cache, **settings):
    """What the terminal shows after each step; with `whole`, after everything is painted again as well."""
    book = book_of(folder, BOOKS[0], "desk.toml")
    app = make_app("2026-11-23T16:29:30", book=book, cache=cache, **settings)
    app.exit = lambda *_: None  # the palette may choose to quit
    shown = []
    async with running(app) as pilot:
        for step in steps:
            await take(step, app, pilot, book)
            if whole:
                await repaint(app, pilot)
            shown.append(cells(app))
    return shown


def differences(one, other):
    """What differs between two pictures: the texts of a line, or else the cells that have another style."""
    found = []
    for y, (mine, whole) in enumerate(zip(one, other, strict=True)):
        texts = ["".join(cell.data for cell in line) for line in (mine, whole)]
        if texts[0] != texts[1]:
            found.append((y, *texts))
        else:
            found += [
                (y, x, *pair) for x, pair in enumerate(zip(mine, whole, strict=True)) if pair[0] != pair[1]
            ]
    return found


@pytest.mark.parametrize(
    ("seed", "settings"), [(1, {}), (2, {"language": "en"}), (3, {"utf8": False})], ids=["es", "en", "ascii"]
)
async def test_after_every_step_of_a_walk_the_terminal_shows_what_is_painted_whole(
    tmp_path, cache, seed, settings
):
    steps = walk(seed)
    seen = await pictures(steps, tmp_path, whole=False, cache=cache, **settings)
    painted = await pictures(steps, tmp_path, whole=True, cache=cache, **settings)
    for count, pair in enumerate(zip(seen, painted, strict=True), start=1):
        assert not differences(*pair), steps[:count]
