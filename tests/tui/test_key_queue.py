"""Keys are handled in turn, and none is lost."""

import pytest
from textual.events import Key

from helpdesk_tui.tui import key_queue
from helpdesk_tui.tui.key_queue import LONGEST_WAIT, KeyQueue
from helpdesk_tui.tui.screens.ladder import Ladder
from tests.tui.desk import opened


class Slow:
    """An app, and what has its focus: it comes to a key's end when it is told."""

    def __init__(self):
        self.focused = self
        self.ancestors_with_self = [self]
        self.handled = []
        self._later = []

    async def handle(self, event):
        self.handled.append(event.key)

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
    keys = KeyQueue(app, app.handle)
    for key in "abc":
        await keys.put(Key(key, key))
    assert app.handled == ["a"]
    await app.work()
    assert app.handled == ["a", "b", "c"]
    await keys.put(Key("d", "d"))
    assert app.handled == ["a", "b", "c", "d"]


async def test_no_key_waits_for_ever(monkeypatch):
    now = 0.0
    monkeypatch.setattr(key_queue, "monotonic", lambda: now)
    app = Slow()
    keys = KeyQueue(app, app.handle)
    await keys.put(Key("a", "a"))
    await keys.put(Key("b", "b"))
    now = LONGEST_WAIT
    await keys.put(Key("c", "c"))
    assert app.handled == ["a", "b", "c"]
    await app.work()
    assert app.handled == ["a", "b", "c"]


async def test_a_closed_way_is_passed_over():
    app = Slow()
    app.call_later = lambda *_: False
    keys = KeyQueue(app, app.handle)
    for key in "abc":
        await keys.put(Key(key, key))
    assert app.handled == ["a", "b", "c"]


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


@pytest.mark.parametrize(
    "opening",
    [
        *("escalate", "channels", "search", "commands", "help", "coverage"),
        *("shift", "duty", "take_duty", "edit", "other_time"),
    ],
)
@pytest.mark.parametrize(
    "action", ["copy", "copy_text('7442727')", "now", "run('close')", "clicked('run', 'copy')"]
)
async def test_an_action_may_come_before_the_widgets_of_the_screen_that_it_is_for(opening, action, cache):
    async with opened(cache=cache) as (app, pilot):
        dashboard = app.screen
        getattr(app, f"action_{opening}")()
        screen = app.screen
        assert not screen.is_mounted
        await app.run_action(f"app.{action}")
        await pilot.pause()
        assert screen.is_mounted
        assert app.screen is (dashboard if "close" in action else screen)
