"""A day's cells against the stretches that give them their look, and periods told whole beyond a window."""

from datetime import date, timedelta

import pytest

from helpdesk_tui.answers.coverage import Period, coverage, stretches
from helpdesk_tui.answers.day import cell_of, reach, scale, start_of, stretch_in_cell, strips, within
from helpdesk_tui.answers.in_full import all_stretches, breaches_in_full, coverage_in_full
from helpdesk_tui.board.board import State
from tests.answers.test_coverage import MADRID
from tests.support import DESK_TEXT, board_of, desk_board, instant


def period(start, end, zone="America/Bogota"):
    return Period(instant(start, zone), instant(end, zone))


@pytest.mark.parametrize(
    ("minute", "cells", "cell"),
    [(0, 24, 0), (59, 24, 0), (60, 24, 1), (630, 48, 21), (659, 48, 21), (660, 48, 22), (1439, 24, 23), (1439, 48, 47)],
)  # fmt: skip
def test_a_minute_falls_in_the_cell_that_begins_at_or_before_it(minute, cells, cell):
    assert cell_of(minute, cells) == cell
    assert start_of(cell, cells) <= minute < start_of(cell + 1, cells)


@pytest.mark.parametrize(
    ("cells", "step", "hours"),
    [
        (24, 6, "0     6     12    18    "),
        (48, 6, "0           6           12          18          "),
        (48, 3, "0     3     6     9     12    15    18    21    "),
    ],
)
def test_the_hours_stand_over_the_cells_in_which_they_begin(cells, step, hours):
    assert scale(cells, step) == hours


def test_a_day_that_the_board_cannot_tell_of_gives_way_to_the_nearest_one_that_it_can():
    board, _ = desk_board("2026-11-23T12:00")
    first, last = reach(board)
    assert (first, last) == (date(2026, 11, 15), date(2027, 11, 28))
    assert board.local(board.start).date() < first
    assert [within(board, day) for day in (first - timedelta(days=1), date(2026, 12, 8), last + timedelta(days=1))] == [
        first, date(2026, 12, 8), last,
    ]  # fmt: skip


@pytest.mark.parametrize("count", [24, 48])
@pytest.mark.parametrize("request_id", ["night", "both", "perhaps"])
@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25", "2026-12-08", "2026-07-01"])
def test_every_cell_has_a_stretch_of_its_look_that_begins_or_goes_on_in_it(day, request_id, count):
    board, _ = board_of(MADRID, f"{day}T12:00")
    request, first = board.requests[request_id], date.fromisoformat(day)
    found = coverage(board, request, *board.day(first))
    parts = stretches(board, request, *board.day(first))
    for cell, look in enumerate(strips(board, found, first, 1, count)[0]):
        given = None if look is None else stretch_in_cell(board, parts, first, cell, count, look)
        if given is None:
            assert day == "2026-03-29"  # the hour that the clock skips
            assert board.local(instant(f"{day}T02:00", "Europe/Madrid")).hour == 3
            assert cell * 24 // count == 2
            continue
        stretch, at = given
        wall = board.local(at)
        assert stretch.staffing is look
        assert stretch.start <= at < stretch.end
        assert wall.date() == first
        assert (wall.hour * 60 + wall.minute) * count // 1440 == cell


def test_a_cell_gives_the_first_instant_of_the_look_that_it_shows():
    text = DESK_TEXT.replace("Mo-Fr 07:00-19:00", "Mo-Fr 07:00-18:40")
    board, _ = board_of(text, "2026-11-23T12:00")
    day, request = date(2026, 11, 23), board.requests["p2"]
    found = coverage(board, request, *board.day(day))
    look = strips(board, found, day, 1, 24)[0][18]
    stretch, at = stretch_in_cell(board, all_stretches(board, request), day, 18, 24, look)
    assert at == instant("2026-11-23T18:40")
    assert (stretch.start, stretch.end) == (at, instant("2026-11-24T07:00"))


def periods(covered):
    return tuple(gap.period for gap in covered.gaps)


def test_the_gaps_of_a_day_are_whole_beyond_its_edges_and_the_lengths_are_the_days_own():
    board, _ = desk_board("2026-11-28T12:00")
    found = coverage_in_full(board, board.requests["p2"], *board.day(date(2026, 11, 28)))
    assert periods(found) == (
        period("2026-11-27T19:00", "2026-11-28T08:00"),
        period("2026-11-28T13:00", "2026-11-30T07:00"),
    )
    assert found.gap == timedelta(hours=19)
    assert found.unknowns == ()


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param("2026-11-30T03:00", "2026-11-30T12:00", id="cut at the window's start alone"),
        pytest.param("2026-11-28T12:00", "2026-11-28T20:00", id="cut at its end alone"),
        pytest.param("2026-11-29T10:00", "2026-11-29T11:00", id="cut at both"),
    ],
)
def test_a_gap_is_whole_whichever_edge_cuts_it(start, end):
    board, _ = desk_board("2026-11-28T12:00")
    found = coverage_in_full(board, board.requests["p2"], instant(start), instant(end))
    assert periods(found) == (period("2026-11-28T13:00", "2026-11-30T07:00"),)


def test_a_gap_longer_than_the_days_around_it_is_whole():
    text = DESK_TEXT.replace(
        "Mo-Fr 07:00-19:00; Sa 08:00-13:00", "Mo-Fr 07:00-19:00; 2026 Dec 10 - 2027 Jan 20 off"
    )
    board, _ = board_of(text, "2026-12-28T12:00")
    found = coverage_in_full(board, board.requests["p2"], *board.day(date(2026, 12, 28)))
    # The board begins eight days before its day: what is earlier is not known to it.
    assert periods(found) == (Period(board.start, instant("2027-01-21T07:00")),)
    board, _ = board_of(text, "2026-12-08T12:00")
    found = coverage_in_full(board, board.requests["p2"], *board.day(date(2026, 12, 28)))
    assert periods(found) == (period("2026-12-09T19:00", "2027-01-21T07:00"),)


def test_what_never_changes_lasts_as_long_as_the_board():
    board, at = desk_board("2026-11-23T12:00")
    always = all_stretches(board, board.requests["p1"]._replace(route=("mobile",)))
    assert [(part.start, part.end, part.state) for part in always] == [(board.start, board.end, State.OPEN)]
    unpublished = board._replace(
        channels={**board.channels, "phone": board.channels["phone"]._replace(hours=None)}
    )
    request = board.requests["p2"]._replace(route=("phone",))
    found = coverage_in_full(unpublished, request, at, at + timedelta(minutes=30))
    assert found.unknowns == (Period(board.start, board.end),)
    assert found.unknown == timedelta(minutes=30)


def test_a_broken_rule_is_whole_beyond_the_window():
    text = DESK_TEXT.replace('route      = ["phone", "mobile"]', 'route      = ["phone"]')
    assert text != DESK_TEXT
    board, _ = board_of(text, "2026-11-23T12:00")
    start = instant("2026-11-23T22:00")
    assert breaches_in_full(board, board.requests["p1"], start, start + timedelta(hours=1)) == (
        period("2026-11-23T19:00", "2026-11-24T07:00"),
    )
    assert (
        breaches_in_full(
            board, board.requests["p1"], *(instant(f"2026-11-23T{hour}:00") for hour in ("08", "09"))
        )
        == ()
    )
    assert breaches_in_full(board, board.requests["p2"], start, start + timedelta(hours=1)) == ()
