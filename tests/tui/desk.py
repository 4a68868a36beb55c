"""Runs the screen in tests: a feed whose time is set by hand, and a terminal that keeps what is written."""

from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from textual.drivers.headless_driver import HeadlessDriver

from helpdesk_tui.phrases.language import Words
from helpdesk_tui.session.feed import Feed
from helpdesk_tui.tui.app import HelpdeskApp

ROOT = Path(__file__).parents[2]
BOOK = Path("contacts.toml")
"""The default book as it is found in the repository's root, where the tests of the screen run."""

MORNING = "2026-11-23T10:25"
NIGHT = "2026-11-23T22:30"
HOLIDAY = "2026-12-08T10:00"
SATURDAY = "2026-11-28T12:45"


class HandFeed(Feed):
    """A feed at the time that the test says, on a machine in the book's zone."""

    def __init__(self, path, at, cache=None):
        super().__init__(str(path), None, cache)
        self.set(at)
        self.ahead = None

    def set(self, at):
        """Turn the clock to `at`, in Bogotá."""
        self.at = datetime.fromisoformat(f"{at}-05:00").astimezone(UTC)

    def clock(self):
        return self.at

    def machine(self, at):
        return self.board.local(at) if self.ahead is None else at.astimezone(self.ahead)


class HeldFeed(HandFeed):
    """A feed that works a board out only when the test lets it."""

    def __init__(self, path, at, cache=None):
        super().__init__(path, at, cache)
        self.released = Event()

    def fetch(self):
        if self._boards is not None:
            assert self.released.wait(30)
        return super().fetch()


class Tape(HeadlessDriver):
    """A terminal that keeps what is written to it."""

    is_headless = False

    def __init__(self, app, **settings):
        super().__init__(app, **settings)
        self.written = []

    def write(self, data):
        self.written.append(data)

    def heard(self):
        """What was written since the last time."""
        found, self.written[:] = "".join(self.written), []
        return found


def make_app(at=MORNING, *, book=BOOK, language="es", utf8=True, cache=None, bell=False, feed=HandFeed):
    """The app, with the clock in the test's hands."""
    return HelpdeskApp(feed(book, at, cache), Words(language), utf8=utf8, bell=bell)


@asynccontextmanager
async def opened(at=MORNING, *, size=(100, 30), **settings):
    """The app as it runs, with the pilot that presses its keys."""
    app = make_app(at, **settings)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.pause()  # a scrollbar that appears asks for one more layout
        yield app, pilot


async def settled(app, pilot):
    """Wait for the loading of a book to end."""
    await app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def turned(app, pilot, at):
    """Turn the clock to `at`, and let the screen see it."""
    app.feed.set(at)
    app.tick()
    await settled(app, pilot)


async def asked(app, pilot, text):
    """Type another time, and wait until it is shown."""
    await pilot.press("t")
    await pilot.pause()
    app.screen.query_one("#typed").value = text
    await pilot.press("enter")
    await settled(app, pilot)


def lines(app):
    """What the screen shows, a text a line."""
    return [
        "".join(segment.text for strip in line for segment in strip)
        for line in app.screen._compositor.render_full_update().strips
    ]


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
