"""The strip of a day: cells stand under their hours, whatever the clock does."""

from datetime import UTC, date, datetime, timedelta

import pytest

from helpdesk_tui.board.board import Span, State
from helpdesk_tui.board.build import build
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.read import read_book
from helpdesk_tui.tui.channels import columns
from helpdesk_tui.tui.daystrip import instants, now_cell, scale, states
from tests.tui.desk import SMALL


def madrid(day):
    text = SMALL.replace("America/Bogota", "Europe/Madrid").replace("Mo-Fr 08:00-17:00", "Mo-Su 08:00-17:00")
    text = text.replace('country = "CO"', "")
    return build(
        read_book(BookFile("x.toml", text.encode())), datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    )


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), date(2026, 7, 1)])
@pytest.mark.parametrize("cells", [24, 48])
def test_the_open_cells_stand_under_their_hours_on_days_of_23_24_and_25_hours(day, cells):
    board = madrid(day)
    found = states(board.spans(board.channels["phone"], *board.day(day)), instants(board, day, cells))
    hours = cells // 24
    assert found == [State.CLOSED] * 8 * hours + [State.OPEN] * 9 * hours + [State.CLOSED] * 7 * hours


def test_a_cell_has_the_state_of_its_middle():
    start = datetime(2026, 1, 1, tzinfo=UTC)
    half = start + timedelta(minutes=30)
    spans = [Span(start, half, State.OPEN, None), Span(half, start + timedelta(days=1), State.CLOSED, None)]
    assert states(spans, [start, half - timedelta(seconds=1), half]) == [State.OPEN, State.OPEN, State.CLOSED]


def test_the_mark_of_now_stays_within_the_day():
    assert now_cell(timedelta(), 24) == 0
    assert now_cell(timedelta(hours=23, minutes=59), 24) == 23
    assert now_cell(timedelta(hours=10, minutes=30), 48) == 21


def test_the_hours_stand_over_their_cells():
    assert scale(24).index("12") == 12
    assert scale(48).index("18") == 36


@pytest.mark.parametrize("width", range(1, 140))
@pytest.mark.parametrize("name", [1, 19, 200])
def test_the_columns_never_take_more_than_the_width_where_there_is_any(width, name):
    shares = columns(width, name, 13)
    total = 2 + shares.name + 1 + shares.word + 1 + shares.strip + (1 + shares.when if shares.when else 0)
    assert total <= max(width, 18) + 1
