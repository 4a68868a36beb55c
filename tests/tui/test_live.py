"""The screen over time: quiet between minutes, true after each."""

import os

import pytest

from helpdesk_tui.book.problems import BookError
from helpdesk_tui.session.boards import load_in_process
from helpdesk_tui.session.feed import Feed
from helpdesk_tui.tui.app import HelpdeskApp
from tests.answers.test_routes import DESK
from tests.tui.desk import (
    HOLIDAY,
    MORNING,
    NIGHT,
    SMALL,
    Hand,
    Held,
    book_of,
    lines,
    make_app,
    opened,
    panel,
    running,
    settled,
    shown,
    turned,
    until,
)


async def taped(app, pilot):
    await pilot.pause()
    await pilot.pause()
    app.terminal.written()


def test_the_timer_runs_often_enough_to_show_a_change_within_two_seconds():
    assert HelpdeskApp.TICK <= 1


async def test_nothing_is_written_between_minutes(cache):
    app = make_app("2026-11-23T10:25:01", cache=cache)
    async with running(app) as pilot:
        await taped(app, pilot)
        for second in range(2, 60):
            app.hand.set(f"2026-11-23T10:25:{second:02}")
            app.tick()
            await pilot.pause()
        assert app.terminal.written() == ""


async def test_a_new_minute_writes_only_the_cells_that_differ(cache):
    app = make_app("2026-11-23T10:25:59", cache=cache)
    async with running(app) as pilot:
        for minute in (25, 26):  # the first minute also writes what the first layout left behind
            await taped(app, pilot)
            app.hand.set(f"2026-11-23T10:{minute + 1}")
            app.tick()
            await pilot.pause()
            await pilot.pause()
        assert 0 < len(app.terminal.written().encode()) < 800
        assert "10:27 Bogotá" in lines(app)[0]
        assert "cierra 19:00 · 8 h 33 min" in lines(app)[3]


@pytest.mark.parametrize(
    ("hour", "most"),
    [
        pytest.param(10, 1500, id="by day"),
        pytest.param(16, 1500, id="while a channel is about to close"),
        pytest.param(21, 400, id="in the evening"),
        pytest.param(3, 400, id="at night"),
    ],
)
async def test_an_hour_writes_few_bytes_a_minute(cache, hour, most):
    async with opened(f"2026-11-24T{hour:02}:00:30", cache=cache) as (app, pilot):
        await turned(app, pilot, f"2026-11-24T{hour:02}:01")
        app.terminal.written()
        for minute in range(2, 60):
            await turned(app, pilot, f"2026-11-24T{hour:02}:{minute:02}")
        assert len(app.terminal.written().encode()) / 58 <= most


@pytest.mark.parametrize("at", [MORNING, NIGHT, HOLIDAY])
async def test_a_digit_that_changes_the_answer_writes_at_most_4_kilobytes(cache, at):
    async with opened(at, cache=cache) as (app, pilot):
        await taped(app, pilot)
        for key in ("2", "1", "5", "3", "1"):
            await pilot.press(key)
            await settled(app, pilot)
            assert 0 < len(app.terminal.written().encode()) <= 4096, key


async def test_the_timer_shows_a_clock_jump(cache):
    async with opened(cache=cache, tick=0.05) as (app, pilot):
        app.hand.set("2026-11-23T22:30")
        await until(pilot, lambda: "○ Telefónico" in shown(app))
        assert app.picture.answer.contact.channel.id == "mobile"
        app.hand.set("2026-11-23T10:25")
        await until(pilot, lambda: "● Telefónico" in shown(app))
        assert app.picture.answer.contact.channel.id == "phone"


async def test_a_change_of_state_is_shown_on_its_minute(cache):
    async with opened("2026-11-23T18:59:59", cache=cache) as (app, pilot):
        assert app.picture.answer.contact.channel.id == "phone"
        app.hand.set("2026-11-23T19:00")
        app.tick()
        await pilot.pause()
        assert app.picture.answer.contact.channel.id == "mobile"


async def test_the_open_ladder_lives_as_well(cache):
    async with opened("2026-11-23T18:59:59", cache=cache) as (app, pilot):
        await pilot.press("e")
        assert "◐ por cerrar" in panel(app, "ways")[0]
        app.hand.set("2026-11-23T19:00")
        app.tick()
        await pilot.pause()
        assert "○ cerrado" in panel(app, "ways")[0]


@pytest.mark.parametrize("keys", [("ctrl+p", "f1"), ("slash", "ctrl+p")])
async def test_what_is_seen_below_two_sheets_lives_as_well(cache, keys):
    async with opened("2026-11-23T18:59:59", cache=cache) as (app, pilot):
        await pilot.press(*keys)
        await turned(app, pilot, "2026-11-23T19:00")
        assert "19:00 Bogotá" in lines(app)[0]
        assert "○ " in lines(app)[3]


async def test_a_new_day_is_worked_out_anew_and_keeps_the_picked_request(tmp_path):
    async with opened("2026-12-07T23:59", cache=str(tmp_path)) as (app, pilot):
        await pilot.press("3")
        app.hand.set("2026-12-08T00:00:30")
        app.tick()
        await settled(app, pilot)
        assert app.picture.board.around.isoformat() == "2026-12-08"
        assert app.picture.requests[app.picture.picked].id == "p3"
        assert not app.session.feed.must_fetch()


JUMPS = [
    pytest.param("2026-11-14T22:30", id="back 9 days"),
    pytest.param("2027-12-29T22:30", id="on 401 days"),
    pytest.param("1971-01-04T22:30", id="to a clock that lost its time"),
    pytest.param("2040-01-02T22:30", id="on 13 years"),
]


@pytest.mark.parametrize("at", JUMPS)
@pytest.mark.parametrize("keys", [(), ("e",), ("v",), ("s",), ("v", "enter"), ("slash",)])
async def test_a_clock_that_leaves_the_boards_window_shows_no_answer_until_it_is_the_right_one(
    tmp_path, at, keys
):
    held = Held()
    async with opened(cache=str(tmp_path), load=held) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
        app.hand.set(at)
        app.tick()
        await pilot.pause()
        while_it_waits = shown(app)
        held.released.set()
        await settled(app, pilot)
        assert "El reloj cambió: calculando quién atiende ahora…" in while_it_waits
        for stale in ("7442727", "abierto", "10:25", "certicamara.com"):
            assert stale not in while_it_waits
        await pilot.press(*(["escape"] * len(keys)))
        await pilot.pause()
        assert "318 7174937" in shown(app)
        assert "22:30 Bogotá" in shown(app)
        assert "El reloj cambió" not in shown(app)


async def test_nothing_is_picked_or_copied_while_the_right_answer_is_worked_out(tmp_path):
    held = Held()
    async with opened(cache=str(tmp_path), load=held) as (app, pilot):
        app.hand.set("2027-12-29T22:30")
        await pilot.press("c", "2")
        await pilot.pause()
        assert app.clipboard == ""
        assert app.picture.requests[app.picture.picked].id == "p1"
        app.tick()
        held.released.set()
        await settled(app, pilot)
        await pilot.press("c")
        assert app.clipboard == "3187174937"


async def test_the_timer_shows_a_changed_book(tmp_path):
    book = book_of(tmp_path, SMALL)
    async with opened(book=book, tick=0.05) as (app, pilot):
        book.write_text(SMALL.replace("Línea", "Otra!"), encoding="utf-8")
        await until(pilot, lambda: "Otra!" in shown(app))


async def test_a_bad_book_is_complained_of_and_the_last_good_one_stays(tmp_path):
    book = book_of(tmp_path, SMALL)
    async with opened(book=book, size=(80, 24)) as (app, pilot):
        book.write_text(SMALL.replace('["phone"]', '["fone"]'), encoding="utf-8")
        app.tick()
        await settled(app, pilot)
        assert app.picture.answer.contact.channel.id == "phone"
        assert "se muestra el último válido" in shown(app)
        assert "requests.p1.route" in shown(app)
        app.tick()
        assert not app.session.feed.must_fetch()  # a book that stays bad is not read again and again
        book.unlink()
        app.tick()
        await settled(app, pilot)
        assert "no existe ese archivo" in shown(app)
        book.write_text(SMALL, encoding="utf-8")
        app.tick()
        await settled(app, pilot)
        assert "último válido" not in shown(app)


def test_a_bad_book_at_the_start_is_an_error(tmp_path):
    with pytest.raises(BookError):
        make_app(book=book_of(tmp_path, "[book]\n"))


def test_a_second_edit_within_the_same_time_stamp_is_seen(tmp_path):
    book = book_of(tmp_path, SMALL)
    feed = Feed(str(book), None, clock=Hand("2026-11-23T10:25"), load=load_in_process)
    feed.accept(feed.fetch())
    stamp = os.stat(book)
    book.write_text(SMALL.replace("Mesa", "Masa"), encoding="utf-8")
    os.utime(book, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert feed.must_fetch()
    feed.accept(feed.fetch())
    assert feed.board.title == "Masa"
    assert not feed.must_fetch()


def test_a_book_that_went_away_and_came_back_as_it_was_is_taken_up_again(tmp_path):
    book = book_of(tmp_path, SMALL)
    feed = Feed(str(book), None, clock=Hand("2026-11-23T10:25"), load=load_in_process)
    feed.accept(feed.fetch())
    book.unlink()
    assert feed.must_fetch()
    feed.accept(feed.fetch())
    assert feed.error is not None
    assert not feed.must_fetch()
    book_of(tmp_path, SMALL)
    assert feed.must_fetch()
    feed.accept(feed.fetch())
    assert feed.error is None


def test_a_touched_book_with_the_same_bytes_is_no_change(tmp_path):
    book = book_of(tmp_path, SMALL)
    feed = Feed(str(book), None, clock=Hand("2026-11-23T10:25"), load=load_in_process)
    feed.accept(feed.fetch())
    os.utime(book, (1, 1))
    assert not feed.must_fetch()


@pytest.mark.parametrize("keys", [[], ["e"], ["l"], ["s"]], ids=["dashboard", "ladder", "channels", "shift"])
async def test_no_screen_copies_while_the_right_answer_is_worked_out(tmp_path, keys):
    held = Held()
    async with opened(cache=str(tmp_path), load=held) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
        app.hand.set("2027-12-29T22:30")
        await pilot.press("c")
        await pilot.pause()
        assert app.clipboard == ""
        app.tick()
        held.released.set()
        await settled(app, pilot)
        await pilot.press("c")
        await pilot.pause()
        assert app.clipboard


async def test_a_route_that_comes_into_force_is_shown_on_its_minute(tmp_path):
    book = book_of(tmp_path, DESK)
    async with opened("2026-11-23T21:59:59", book=book) as (app, pilot):
        app.tick()
        assert shown(app).count("318 7174937") == 1, "the line of its channel"
        await turned(app, pilot, "2026-11-23T22:00")
        assert app.picture.answer.contact.channel.id == "mobile"
        assert shown(app).count("318 7174937") == 3, "the picker and the answer too"
        assert [line.strip() for line in panel(app, "over")] == ["▸ Priority 1: desde ahora Mobile"]
        await turned(app, pilot, "2026-11-23T22:01")
        await turned(app, pilot, "2026-11-23T22:02")
        assert not panel(app, "over")
