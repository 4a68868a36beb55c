"""What the keys do that are pressed while a thread saves the book."""

from threading import Event

import pytest

from helpdesk_tui.session import editing
from helpdesk_tui.tui.screens.dashboard import Dashboard
from helpdesk_tui.tui.screens.editor import Editor
from helpdesk_tui.tui.screens.help import Help
from helpdesk_tui.tui.screens.preview import Preview
from helpdesk_tui.tui.screens.takeover import TakeoverSheet
from tests.support import DESK_TEXT
from tests.tui.desk import book_of, opened, panel, settled, shown
from tests.tui.test_duty import AT, TEXT

TAKE = ("T", *"luis", "space", *"hasta", "space", *"18", "colon", *"00")


@pytest.fixture
def book(tmp_path):
    return book_of(tmp_path, DESK_TEXT)


class Gate:
    """Holds every save back until it is opened, and counts them."""

    def __init__(self):
        self.saves = 0
        self.open = Event()

    def save(self, *arguments, **settings):
        self.saves += 1
        assert self.open.wait(30)
        return SAVE(*arguments, **settings)


SAVE = editing.save


@pytest.fixture
def gate(monkeypatch):
    gate = Gate()
    monkeypatch.setattr(editing, "save", gate.save)
    yield gate
    gate.open.set()


async def held(pilot, gate, *keys):
    """Press keys, the last of which begins a save that does not end yet."""
    await pilot.press(*keys)
    while not gate.saves:
        await pilot.pause(0.01)


async def saving(app, pilot, gate):
    """Change the book in the editor, and begin to save it."""
    await pilot.press("b", "J", "ctrl+s")
    await settled(app, pilot)
    await held(pilot, gate, "enter")


async def released(app, pilot, gate):
    gate.open.set()
    await settled(app, pilot)
    await settled(app, pilot)


async def test_help_that_is_opened_while_the_book_is_saved_stays_and_the_preview_below_it_closes(book, gate):
    async with opened(book=book) as (app, pilot):
        await saving(app, pilot, gate)
        await pilot.press("question_mark")
        await released(app, pilot, gate)
        assert isinstance(app.screen, Help)
        await pilot.press("escape")
        await settled(app, pilot)
        assert isinstance(app.screen, Editor)
        assert not app.screen.editing.changed
        await pilot.press("escape")
        await settled(app, pilot)
        assert isinstance(app.screen, Dashboard)


async def test_the_preview_stays_open_while_it_saves(book, gate):
    async with opened(book=book) as (app, pilot):
        await saving(app, pilot, gate)
        await pilot.press("escape", "enter")
        assert isinstance(app.screen, Preview)
        assert panel(app, "foot") == [" Guardando…"]
        await released(app, pilot, gate)
        assert gate.saves == 1
        assert isinstance(app.screen, Editor)
        assert "sin guardar" not in shown(app)
        assert book.read_text("utf-8") != DESK_TEXT


@pytest.mark.parametrize("keys", [["ctrl+q"], ["ctrl+p", *"editar", "enter"]])
async def test_nothing_else_closes_the_preview_while_it_saves(book, gate, keys):
    async with opened(book=book) as (app, pilot):
        await saving(app, pilot, gate)
        await pilot.press(*keys)
        await pilot.pause()
        assert isinstance(app.screen, Preview)
        assert panel(app, "foot") == [" Guardando…"]
        await released(app, pilot, gate)
        assert isinstance(app.screen, Editor)
        assert not app.screen.editing.changed


async def test_the_preview_closes_again_after_a_save_that_failed(book, monkeypatch):
    def full(*arguments, **settings):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(editing, "save", full)
    async with opened(book=book) as (app, pilot):
        await pilot.press("b", "J", "ctrl+s")
        await settled(app, pilot)
        await pilot.press("enter")
        await settled(app, pilot)
        assert "No se guardó nada" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Editor)


async def test_a_duty_is_taken_once_and_its_sheet_stays_open_until_then(book, gate):
    book.write_text(TEXT, "utf-8")
    async with opened(AT, book=book, size=(120, 36)) as (app, pilot):
        await held(pilot, gate, *TAKE, "enter")
        await pilot.press("enter", "escape")
        assert isinstance(app.screen, TakeoverSheet)
        assert panel(app, "foot") == [" Guardando…"]
        await pilot.press("question_mark")
        await released(app, pilot, gate)
        assert gate.saves == 1
        assert isinstance(app.screen, Help)
        await pilot.press("escape")
        await settled(app, pilot)
        assert isinstance(app.screen, Dashboard)
