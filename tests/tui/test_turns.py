"""Keys are obeyed in turn, and none is lost."""

import pytest
from textual.events import Key

from helpdesk_tui.tui import turns
from helpdesk_tui.tui.screens.ladder import Ladder
from helpdesk_tui.tui.turns import PATIENCE, Turns
from tests.tui.desk import opened


class Slow:
    """An app, and what has its focus: it comes to a key's end when it is told."""

    def __init__(self):
        self.focused = self
        self.ancestors_with_self = [self]
        self.obeyed = []
        self._later = []

    async def obey(self, event):
        self.obeyed.append(event.key)

    def call_later(self, callback, *arguments):
        self._later.append((callback, arguments))
        return True

    async def work(self):
        """Come to the end of what is to be done by now."""
        while self._later:
            callback, arguments = self._later.pop(0)
            await callback(*arguments)


async def test_a_key_waits_for_the_one_before():
    app = Slow()
    keys = Turns(app, app.obey)
    for key in "abc":
        await keys.take(Key(key, key))
    assert app.obeyed == ["a"]
    await app.work()
    assert app.obeyed == ["a", "b", "c"]
    await keys.take(Key("d", "d"))
    assert app.obeyed == ["a", "b", "c", "d"]


async def test_no_key_waits_for_ever(monkeypatch):
    now = 0.0
    monkeypatch.setattr(turns, "monotonic", lambda: now)
    app = Slow()
    keys = Turns(app, app.obey)
    await keys.take(Key("a", "a"))
    await keys.take(Key("b", "b"))
    now = PATIENCE
    await keys.take(Key("c", "c"))
    assert app.obeyed == ["a", "b", "c"]
    await app.work()
    assert app.obeyed == ["a", "b", "c"]


async def test_a_closed_way_is_passed_over():
    app = Slow()
    app.call_later = lambda *_: False
    keys = Turns(app, app.obey)
    for key in "abc":
        await keys.take(Key(key, key))
    assert app.obeyed == ["a", "b", "c"]


@pytest.mark.parametrize("key", ["e", "v", "slash", "t", "s", "question_mark"])
async def test_a_screen_that_is_closed_twice_closes_no_other(key, cache):
    async with opened(cache=cache) as (app, pilot):
        dashboard = app.screen
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("escape", key)
        await pilot.pause()
        closed = app.screen
        app.push_screen(Ladder(app.picture, 1))
        closed.action_close()
        assert isinstance(app.screen, Ladder)
        await pilot.press("escape", "escape", "escape")
        await pilot.pause()
        closed.action_close()
        assert app.screen is dashboard
