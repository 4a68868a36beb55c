"""Runs the screen in tests: a feed whose time is set by hand, and a terminal that keeps what is written."""

import re
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Event
from time import monotonic

import pyte
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import MouseDown, MouseUp

from helpdesk_tui.phrases.language import Language
from helpdesk_tui.session.boards import load_in_process
from helpdesk_tui.session.feed import Feed
from helpdesk_tui.tui.app import HelpdeskApp
from tests.support import DESK_BOOK

BOOK = Path(DESK_BOOK.name)
"""The tests' own book as it is found in its folder, where the tests of the screen run."""

MORNING = "2026-11-23T10:25"
NIGHT = "2026-11-23T22:30"
HOLIDAY = "2026-12-08T10:00"
SATURDAY = "2026-11-28T12:45"

BOGOTA = timezone(timedelta(hours=-5))


class Hand:
    """A clock that the test sets by hand, in Bogotá."""

    def __init__(self, at):
        self.reads = 0
        self.set(at)

    def set(self, at):
        """Turn the clock to `at`."""
        self.at = datetime.fromisoformat(f"{at}-05:00").astimezone(UTC)

    def __call__(self):
        self.reads += 1
        return self.at


COLOURS = re.compile("\x1b\\[[0-9;:]*m")


class Drawing:
    """A screen of a terminal, drawn when it is asked for: most tests never look at it."""

    def __init__(self, *, colours):
        self._screen = pyte.Screen(320, 120)
        self._stream = pyte.Stream(self._screen)
        self._colours = colours
        self._undrawn = []

    def write(self, data):
        self._undrawn.append(data)

    @property
    def screen(self):
        data = "".join(self._undrawn)
        self._stream.feed(data if self._colours else COLOURS.sub("", data))
        self._undrawn = []
        return self._screen


class Terminal:
    """What a terminal shows of all that was written to it; its text alone is drawn in a tenth of the time."""

    def __init__(self):
        self._new = []
        self.drawings = self._text, self._coloured = Drawing(colours=False), Drawing(colours=True)

    @property
    def text(self):
        """The screen without its colours."""
        return self._text.screen

    @property
    def screen(self):
        """The screen."""
        return self._coloured.screen

    def write(self, data):
        self._new.append(data)
        for drawing in self.drawings:
            drawing.write(data)

    def written(self):
        """What was written since the last time."""
        text, self._new = "".join(self._new), []
        return text

    def driver(self):
        """A class of drivers that write to it."""
        terminal = self

        class Driver(HeadlessDriver):
            is_headless = False

            def write(self, data):
                terminal.write(data)

        return Driver


def make_app(
    at=MORNING,
    *,
    book=BOOK,
    other_time=None,
    language="es",
    utf8=True,
    cache=None,
    bell=False,
    zone=BOGOTA,
    load=load_in_process,
    tick=60.0,
):
    """The app, its clock in the test's hands, its terminal at hand; its own timer runs only if told so."""
    hand = Hand(at)
    feed = Feed(str(book), cache, clock=hand, zone=zone, load=load)
    if other_time is not None and not feed.go_to(other_time):
        feed.accept(feed.fetch())
    app = HelpdeskApp(feed, Language(language), utf8=utf8, bell=bell)
    app.hand, app.terminal = hand, Terminal()
    app.TICK = tick
    app.driver_class = app.terminal.driver()
    return app


@asynccontextmanager
async def running(app, size=(100, 30)):
    """The app as it runs, with the pilot that presses its keys."""
    async with app.run_test(headless=False, size=size) as pilot:
        await pilot.pause()
        await pilot.pause()  # a scrollbar that appears asks for one more layout
        yield pilot


@asynccontextmanager
async def opened(at=MORNING, *, size=(100, 30), **settings):
    """An app as it runs, and the pilot that presses its keys."""
    app = make_app(at, **settings)
    async with running(app, size) as pilot:
        yield app, pilot


class Held:
    """Works boards out only when the test lets it, but for the first one."""

    def __init__(self):
        self.released = Event()
        self._first = True

    def __call__(self, *arguments, **settings):
        if not self._first:
            assert self.released.wait(30)
        self._first = False
        return load_in_process(*arguments, **settings)


async def until(pilot, condition):
    """Wait for the app's own timer to bring something about."""
    deadline = monotonic() + 30
    while not condition():
        assert monotonic() < deadline, "it never comes about"
        await pilot.pause()


async def ticked(app, pilot, times):
    """Wait until the app's own timer has read the clock this many times."""
    wanted = app.hand.reads + times
    await until(pilot, lambda: app.hand.reads >= wanted)


async def settled(app, pilot):
    """Wait for the loading of a book to end."""
    await app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def clicked_twice(app, name, row=0, column=1):
    """Click twice on a place of a widget, the second time before the screen has seen the first."""
    content = app.screen.query_one(f"#{name}").content_region
    x, y = content.x + column, content.y + row
    for kind in (MouseDown, MouseUp) * 2:
        app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))


async def turned(app, pilot, at):
    """Turn the clock to `at`, and let the screen see it."""
    app.hand.set(at)
    app.tick()
    await settled(app, pilot)


async def asked(app, pilot, text):
    """Type another time, and wait until it is shown."""
    await pilot.press("t")
    await pilot.pause()
    app.screen.query_one("#typed").value = text
    await pilot.press("enter")
    await settled(app, pilot)


def cells(app, screen=None):
    """What the terminal shows, the cells of each line, as pyte has them."""
    columns, rows = app.size
    buffer = (screen or app.terminal.screen).buffer
    return [[buffer[y][x] for x in range(columns)] for y in range(rows)]


def lines(app):
    """What the terminal shows, a text a line."""
    return ["".join(cell.data for cell in line) for line in cells(app, app.terminal.text)]


def shown(app):
    """What the screen shows, as one text."""
    return "\n".join(lines(app))


def panel(app, name):
    """The lines of a panel, whatever it is scrolled to."""
    widget = app.screen.query_one(f"#{name}")
    width = widget.scrollable_content_region.width
    return [
        "".join(piece.text for piece in widget.line(index, width)).rstrip()
        for index in range(widget.count(width))
    ]


def book_of(folder, text, name="contacts.toml"):
    """A book's file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


SMALL = """
[book]
title = "Mesa"
timezone = "America/Bogota"
country = "CO"

[hours.office]
weekly = "Mo-Fr 08:00-17:00"

[channels.phone]
name = "Línea"
hours = "office"
telephone = "+57 601 7442727"

[requests.p1]
name = "Uno"
key = "1"
route = ["phone"]
"""

SHIFTS = """
[[shifts]]
name = "Turno mañana"
weekly = "06:00-14:00"

[[shifts]]
name = "Turno tarde"
weekly = "14:00-22:00"

[[shifts]]
name = "Turno noche"
weekly = "22:00-06:00"
"""


def channels(app):
    """The lines of the channels, both columns beside one another."""
    names = app.screen.query_one("#names")
    width = names.size.width
    left = ["".join(piece.text for piece in names.line(index, width)) for index in range(names.count(width))]
    return [name.ljust(width) + rest for name, rest in zip(left, panel(app, "times"), strict=True)]


def header(app):
    """The first line of a screen, without the spaces between its two parts."""
    (title,), (clock,) = panel(app, "title"), panel(app, "clock")
    return f"{title} {clock}"
