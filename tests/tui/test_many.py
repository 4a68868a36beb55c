"""A book of a thousand channels and five hundred requests scrolls as the default one does."""

from time import perf_counter, process_time

import pytest

from helpdesk_tui.session import watch
from tests.tui.desk import book_of, opened, panel, shown


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    parts = ['[book]\ntitle = "Grande"\ntimezone = "America/Bogota"\n']
    for number in range(200):
        parts.append(f'[hours.h{number}]\nweekly = "Mo-Fr 08:{number % 60:02}-17:00"\n')
    for number in range(1000):
        parts.append(f'[channels.c{number}]\nname = "Canal {number}"\nhours = "h{number % 200}"\n')
        parts.append(f'email = "c{number}@example.com"\n')
    for number in range(500):
        parts.append(f'[requests.r{number}]\nname = "Solicitud {number}"\nroute = ["c{number}"]\n')
    folder = tmp_path_factory.mktemp("large")
    return book_of(folder, "\n".join(parts)), str(folder / "boards")


async def test_only_the_channels_in_sight_are_worked_out(large, monkeypatch):
    monkeypatch.setattr(watch, "TICK_BUDGET", 0)  # the others follow while nothing is done
    book, cache = large
    async with opened(book=book, cache=cache):
        pass  # keeps the board
    async with opened(book=book, cache=cache) as (app, pilot):
        assert len(app.picture.board.timetables.decoded) < 40
        await pilot.press("pagedown")
        await pilot.pause()
        assert "Canal 11" in shown(app)
        await pilot.press("pageup")
        await pilot.pause()
        assert "Canal 0" in shown(app)
        await pilot.press(*["down"] * 30)
        await pilot.pause()
        assert "▸ ● Solicitud 30" in shown(app)
        assert panel(app, "answer")[0] == "c30@example.com"
        await pilot.press("up")
        assert app.picture.picked == 29
        assert len(app.picture.board.timetables.decoded) < 120


async def test_the_editor_of_a_large_book_takes_keys_and_saves(large, tmp_path, record_property):
    text = large[0].read_text("utf-8")
    book = book_of(tmp_path, text)
    async with opened(book=book, cache=large[1]) as (app, pilot):
        await pilot.press("b", "enter", "down", "down", "down", "down", "down", "down")
        spent = []
        for key in "backspace", "backspace", "backspace", *"co":
            before = process_time()
            await pilot.press(key)
            spent.append(process_time() - before)
        screen = app.screen
        before = perf_counter()
        reviewed = screen.editing.review()
        review = perf_counter() - before
        before = perf_counter()
        assert screen.editing.save(reviewed) is None
        saved = perf_counter() - before
        assert book.read_text("utf-8") == text.replace("c0@example.com", "c0@example.co", 1)
    record_property(
        "figures",
        f"the editor with 1,000 channels: a key {max(spent) * 1000:.0f} ms at the most, "
        f"a review {review:.2f} s, a save {saved:.2f} s",
    )
