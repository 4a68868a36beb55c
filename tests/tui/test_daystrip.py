"""The strip of a channel's day: cells stand under their hours, whatever the clock does."""

from datetime import UTC, date, datetime

import pytest

from helpdesk_tui.answers.day import channel_strip
from helpdesk_tui.board.board import State
from helpdesk_tui.board.build import build
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.read import read_book
from helpdesk_tui.tui.widgets.channels import shares
from tests.support import board_of, one_channel
from tests.tui.desk import SMALL, book_of, channels, opened


def madrid(day):
    text = SMALL.replace("America/Bogota", "Europe/Madrid").replace("Mo-Fr 08:00-17:00", "Mo-Su 08:00-17:00")
    text = text.replace('country = "CO"', "")
    return build(
        read_book(BookFile("x.toml", text.encode())), datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    )


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 3, 30), date(2026, 10, 25), date(2026, 7, 1)])
@pytest.mark.parametrize("cells", [24, 48])
def test_the_open_cells_stand_under_their_hours_on_days_of_23_24_and_25_hours(day, cells):
    board = madrid(day)
    found = channel_strip(board, board.channels["phone"], day, cells)
    hours = cells // 24
    expected = [State.CLOSED] * 8 * hours + [State.OPEN] * 9 * hours + [State.CLOSED] * 7 * hours
    if day == date(2026, 3, 29):
        expected[2 * hours : 3 * hours] = [None] * hours
    assert found == expected


def test_a_cell_that_is_partly_closed_is_closed():
    text = one_channel("08:20-17:40")
    board, _ = board_of(text, "2026-11-23T12:00")
    found = channel_strip(board, board.channels["desk"], date(2026, 11, 23), 48)
    assert found == [State.CLOSED] * 17 + [State.OPEN] * 18 + [State.CLOSED] * 13


@pytest.mark.parametrize(("width", "cells"), [(120, 48), (80, 24)])
async def test_the_dashboard_leaves_out_the_hour_that_the_clock_skips(tmp_path, width, cells):
    text = SMALL.replace("America/Bogota", "Europe/Madrid").replace("Mo-Fr 08:00-17:00", "24/7")
    async with opened("2027-03-28T14:00", size=(width, 30), book=book_of(tmp_path, text)) as (app, _):
        hours, row, *_ = channels(app)
        start = hours.index("0")
        half = cells // 24
        strip = "▆" * 2 * half + " " * half + "▆" * 21 * half
        strip = strip[: 21 * half] + "┃" + strip[21 * half + 1 :]
        assert row[start : start + cells] == strip


@pytest.mark.parametrize("width", range(1, 140))
@pytest.mark.parametrize("name", [1, 19, 200])
def test_the_columns_never_take_more_than_the_width_where_there_is_any(width, name):
    part = shares(width, name, 13)
    total = part.left + part.when + (1 + part.strip if part.strip else 0)
    assert total <= max(width, 18) + 1
