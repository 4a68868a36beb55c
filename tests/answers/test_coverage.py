from datetime import date, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk_tui.answers.coverage import Staffing, breaches, coverage, stretches
from helpdesk_tui.answers.status import channel_status
from helpdesk_tui.board.board import Board, State
from helpdesk_tui.board.build import build
from tests.support import DESK_TEXT, board_of, book_of, instant, one_channel

BOGOTA = "America/Bogota"

MADRID = """
[book]
title = "Mesa"
timezone = "Europe/Madrid"
country = "ES"

[hours.night]
weekly = "Sa-Su 22:00-06:00"
on_holidays = "open"

[hours.day]
weekly = "Mo-Su 08:00-20:00"
on_holidays = "closed"

[channels.night]
name = "Noche"
hours = "night"
telephone = "+34 912345678"

[channels.day]
name = "Día"
hours = "day"
email = "dia@example.com"
takes_messages = true

[channels.someone]
name = "Alguien"
telephone = "+34 912345679"

[requests.night]
name = "Noche"
route = ["night"]

[requests.both]
name = "Ambos"
route = ["day", "night"]

[requests.perhaps]
name = "Quizá"
route = ["day", "someone"]
"""


@cache
def board_at(at: datetime, text: str = DESK_TEXT) -> Board:
    return build(book_of(text), at)


def minutes(length: timedelta) -> int:
    return length // timedelta(minutes=1)


@pytest.mark.parametrize(
    ("text", "zone", "request_id", "start", "end", "covered", "unknown", "gap"),
    [
        pytest.param(DESK_TEXT, BOGOTA, "p2", "2026-11-23", "2026-11-24", 720, 0, 720, id="a weekday"),
        pytest.param(DESK_TEXT, BOGOTA, "p2", "2026-11-28", "2026-11-29", 300, 0, 1140, id="a Saturday"),
        pytest.param(DESK_TEXT, BOGOTA, "p2", "2026-11-29", "2026-11-30", 0, 0, 1440, id="a Sunday"),
        pytest.param(DESK_TEXT, BOGOTA, "p2", "2026-12-08", "2026-12-09", 0, 720, 720, id="a holiday"),
        pytest.param(DESK_TEXT, BOGOTA, "p1", "2026-12-08", "2026-12-09", 1440, 0, 0, id="a holiday, P1"),
        pytest.param(
            DESK_TEXT, BOGOTA, "p2", "2026-12-07", "2026-12-14", 4 * 720 + 300, 720, 6180, id="a holiday's week"
        ),
        pytest.param(
            DESK_TEXT, BOGOTA, "p2", "2026-12-01", "2027-01-01",
            21 * 720 + 4 * 300, 2 * 720, 31 * 1440 - 23 * 720 - 4 * 300, id="December 2026, two holidays",
        ),
        pytest.param(DESK_TEXT, BOGOTA, "pqrsa", "2026-11-23", "2026-11-30", 3000, 0, 7080, id="PQRSA, a week"),
        pytest.param(DESK_TEXT, BOGOTA, "p2", "2026-11-23T18:59", "2026-11-23T19:01", 1, 0, 1, id="two minutes"),
        pytest.param(MADRID, "Europe/Madrid", "night", "2026-03-29", "2026-03-30", 420, 0, 960, id="the day of 23 hours"),
        pytest.param(MADRID, "Europe/Madrid", "night", "2026-10-25", "2026-10-26", 540, 0, 960, id="the day of 25 hours"),
        pytest.param(MADRID, "Europe/Madrid", "both", "2026-10-25", "2026-10-26", 1260, 0, 240, id="both, 25 hours"),
        pytest.param(MADRID, "Europe/Madrid", "perhaps", "2026-10-12", "2026-10-13", 0, 1440, 0, id="hours not published"),
    ],
)  # fmt: skip
def test_the_lengths_are_exact_and_add_up_to_the_window(
    text, zone, request_id, start, end, covered, unknown, gap
):
    begin, stop = instant(start, zone), instant(end, zone)
    board = board_at(begin, text)
    found = coverage(board, board.requests[request_id], begin, stop)
    assert (minutes(found.covered), minutes(found.unknown), minutes(found.gap)) == (covered, unknown, gap)
    assert found.covered + found.unknown + found.gap == stop - begin
    assert sum((gap.end - gap.start for gap in found.gaps), timedelta()) == found.gap
    assert sum((each.end - each.start for each in found.unknowns), timedelta()) == found.unknown


def test_a_gap_goes_on_over_midnight_and_a_sunday():
    begin = instant("2026-11-28")
    board = board_at(begin)
    found = coverage(board, board.requests["p3"], begin, instant("2026-12-01"))
    assert [(board.local(gap.start).isoformat()[:16], board.local(gap.end).isoformat()[:16]) for gap in found.gaps] == [
        ("2026-11-28T00:00", "2026-11-28T08:00"),
        ("2026-11-28T13:00", "2026-11-30T07:00"),
        ("2026-11-30T19:00", "2026-12-01T00:00"),
    ]  # fmt: skip


def test_each_stretch_names_the_channels_that_attend_and_how():
    begin = instant("2026-12-07")
    board = board_at(begin)
    found = stretches(board, board.requests["p2"], begin, instant("2026-12-09"))
    assert [
        (each.staffing, (each.end - each.start) // timedelta(hours=1), [c.id for c in each.channels])
        for each in found
    ] == [
        (Staffing.MESSAGES, 7, []),
        (Staffing.STAFFED, 12, ["phone", "email", "chat"]),
        (Staffing.MESSAGES, 12, []),
        (Staffing.UNKNOWN, 12, ["phone", "email", "chat"]),
        (Staffing.MESSAGES, 5, []),
    ]


@pytest.mark.parametrize(
    ("weekly", "staffed"),
    [
        pytest.param('Mo 08:00-12:00 open "desk 3", Mo 12:00-17:00 open "desk 4"', [("08:00", "17:00")], id="open"),
        pytest.param('Mo 08:00-10:00; Mo 10:00-12:00 off "lunch"', [("08:00", "10:00")], id="closed"),
    ],
)  # fmt: skip
def test_neighbours_that_differ_by_their_comments_alone_are_one(weekly, staffed):
    board, _ = board_of(one_channel(weekly), "2026-11-23T12:00")
    window = board.day(date(2026, 11, 23))
    found = stretches(board, board.requests["help"], *window)
    assert [
        (f"{board.local(each.start):%H:%M}", f"{board.local(each.end):%H:%M}")
        for each in found
        if each.staffing is Staffing.STAFFED
    ] == staffed
    assert len(found) == 1 + 2 * len(staffed)
    assert len(coverage(board, board.requests["help"], *window).gaps) == 1 + len(staffed)


def test_a_route_that_takes_no_messages_leaves_nobody():
    begin = instant("2026-10-25", "Europe/Madrid")
    board = board_at(begin, MADRID)
    found = stretches(board, board.requests["night"], begin, instant("2026-10-26", "Europe/Madrid"))
    assert [each.staffing for each in found] == [Staffing.STAFFED, Staffing.UNSTAFFED, Staffing.STAFFED]


def with_rule(weekly: str, must_cover: str) -> str:
    return f"""
[book]
title = "Mesa"
timezone = "America/Bogota"
country = "CO"
[hours.office]
weekly = "{weekly}"
[channels.phone]
name = "Teléfono"
hours = "office"
telephone = "+57 601 7442727"
[requests.p1]
name = "P1"
route = ["phone"]
must_cover = "{must_cover}"
"""


@pytest.mark.parametrize(
    ("weekly", "must_cover", "expected"),
    [
        pytest.param("24/7", "Mo-Sa 00:00-24:00", ["2026-12-08T00:00/2026-12-09T00:00"], id="unknown is not enough"),
        pytest.param("Mo-Fr 07:00-19:00", "We 08:00-18:00", [], id="covered where it must be"),
        pytest.param(
            "Mo-Fr 07:00-19:00", "We-Th 18:00-20:00",
            ["2026-12-09T19:00/2026-12-09T20:00", "2026-12-10T19:00/2026-12-10T20:00"], id="an hour short",
        ),
        pytest.param(
            "Mo-Fr 07:00-12:00,14:00-19:00", "We 00:00-24:00",
            ["2026-12-09T00:00/2026-12-09T07:00", "2026-12-09T12:00/2026-12-09T14:00",
             "2026-12-09T19:00/2026-12-10T00:00"], id="around a split day",
        ),
    ],
)  # fmt: skip
def test_a_rule_is_breached_where_no_channel_is_open(weekly, must_cover, expected):
    begin = instant("2026-12-07")
    board = board_at(begin, with_rule(weekly, must_cover))
    found = breaches(board, board.requests["p1"], begin, instant("2026-12-14"))
    assert [
        f"{board.local(each.start).isoformat()[:16]}/{board.local(each.end).isoformat()[:16]}"
        for each in found
    ] == expected


@pytest.mark.parametrize(("request_id", "gaps"), [("p1", False), ("p2", True)])
def test_a_request_that_is_always_covered_or_has_no_rule_is_never_in_breach(request_id, gaps):
    begin = instant("2026-11-23")
    board = board_at(begin)
    year = (board, board.requests[request_id], begin, begin + timedelta(days=400))
    assert breaches(*year) == ()
    assert bool(coverage(*year).gaps) is gaps


@given(
    start=st.integers(0, 10 * 24 * 60),
    length=st.integers(1, 3 * 24 * 60),
    request_id=st.sampled_from(["night", "both", "perhaps"]),
)
def test_the_stretches_are_what_a_minute_by_minute_reading_gives(start, length, request_id):
    first = instant("2026-10-20", "Europe/Madrid")
    board = board_at(first, MADRID)
    begin = first + timedelta(minutes=start)
    end = begin + timedelta(minutes=length)
    request = board.requests[request_id]
    counted = dict.fromkeys(State, 0)
    for minute in range(length):
        at = begin + timedelta(minutes=minute)
        states = {channel_status(board, board.channels[key], at).state for key in request.route}
        best = (
            State.OPEN if State.OPEN in states else State.UNKNOWN if State.UNKNOWN in states else State.CLOSED
        )
        counted[best] += 1
    found = coverage(board, request, begin, end)
    assert [minutes(found.covered), minutes(found.unknown), minutes(found.gap)] == [
        counted[State.OPEN], counted[State.UNKNOWN], counted[State.CLOSED],
    ]  # fmt: skip
    tiles = stretches(board, request, begin, end)
    assert tiles[0].start == begin
    assert tiles[-1].end == end
    assert all(one.end == other.start for one, other in pairwise(tiles))
