"""The sheets of levels and channels: the list is read a page at a time, too."""

import pytest

from helpdesk_tui.tui.widgets.lines import Menu
from tests.tui.desk import opened


async def pressed(app, pilot, key, most=30):
    """The lines that are marked while a key is pressed until nothing changes, the first one first."""
    marked = [app.screen.query_one("#ways", Menu).marked]
    for _ in range(most):
        await pilot.press(key)
        marked.append(app.screen.query_one("#ways", Menu).marked)
        if marked[-1] == marked[-2]:
            return marked[:-1]
    raise AssertionError(marked)


@pytest.mark.parametrize(("opens", "size"), [("l", (80, 20)), ("l", (40, 15)), ("e", (40, 15))])
async def test_a_page_is_longer_than_a_line_and_ends_at_the_last_way(cache, opens, size):
    async with opened(size=size, cache=cache) as (app, pilot):
        await pilot.press(opens)
        ways = await pressed(app, pilot, "down")
        assert await pressed(app, pilot, "up") == ways[::-1]
        pages = await pressed(app, pilot, "pagedown")
        assert (pages[0], pages[-1]) == (ways[0], ways[-1])
        assert len(pages) < len(ways)
        await pilot.press("space")
        assert app.screen.query_one("#ways", Menu).marked == ways[0]
        await pressed(app, pilot, "pagedown")
        back = await pressed(app, pilot, "pageup")
        assert (back[0], back[-1]) == (ways[-1], ways[0])
        assert len(back) < len(ways)
