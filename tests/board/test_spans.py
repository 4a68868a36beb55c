"""A board's spans: what is asked for of them, and what follows from those ahead."""

from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpdesk_tui.answers.status import channel_status
from helpdesk_tui.board.board import LOOK_AHEAD, State
from helpdesk_tui.board.build import build
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.read import read_book
from tests.standard.model import text_of
from tests.standard.written import PLACES, rules
from tests.support import board_of, instant, one_channel, problems_of


@settings(max_examples=60)
@given(place=st.sampled_from(PLACES), minute=st.integers(0, 3 * 1440), data=st.data())
def test_until_and_opens_are_those_of_the_spans_ahead(place, minute, data):
    name, first = place
    text = one_channel(text_of(data.draw(rules(date.fromisoformat(first)))), zone=name)
    assume(not problems_of(text))
    at = instant(f"{first}T00:00", name) + timedelta(minutes=minute)
    board = build(read_book(BookFile("contacts.toml", text.encode())), at)
    channel = board.channels["desk"]
    now, *ahead = board.spans(channel, at, at + LOOK_AHEAD + timedelta(seconds=1))

    found = channel_status(board, channel, at)

    assert (found.state, found.comment) == (now.state, now.comment)
    assert found.until == next((span.start for span in ahead if span.state is not now.state), None)
    openings = [
        b.start for a, b in pairwise([now, *ahead]) if b.state is State.OPEN and a.state is not State.OPEN
    ]
    assert found.opens == next(iter(openings), None)


@pytest.mark.parametrize(
    ("start", "end", "spans"),
    [
        pytest.param("2026-11-23T09:00", "2026-11-23T17:00", [("09:00", "17:00", "open")], id="one span's bounds"),
        pytest.param("2026-11-23T10:00", "2026-11-23T11:00", [("10:00", "11:00", "open")], id="inside a span"),
        pytest.param(
            "2026-11-23T08:00", "2026-11-23T18:00",
            [("08:00", "09:00", "closed"), ("09:00", "17:00", "open"), ("17:00", "18:00", "closed")],
            id="around a span",
        ),
        pytest.param("2026-11-23T17:00", "2026-11-23T17:01", [("17:00", "17:01", "closed")], id="from an end"),
    ],
)  # fmt: skip
def test_spans_are_cut_to_the_stretch_that_is_asked_for(start, end, spans):
    board, _ = board_of(one_channel("Mo-Fr 09:00-17:00"), start)
    found = board.spans(board.channels["desk"], instant(start), instant(end))
    assert [
        (f"{board.local(each.start):%H:%M}", f"{board.local(each.end):%H:%M}", each.state) for each in found
    ] == spans


@pytest.mark.parametrize(
    "zone", ["America/Bogota", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Madrid"]
)
def test_spans_are_right_from_the_first_second_of_the_board_to_its_last(zone):
    board, _ = board_of(one_channel("Mo-Su 00:00-12:00", zone=zone), "2026-11-23T12:00")
    spans = board.spans(board.channels["desk"], board.start, board.end)
    assert (spans[0].start, spans[-1].end) == (board.start, board.end)
    for span in (*spans[:3], *spans[-3:]):
        for at in (span.start, span.end - timedelta(seconds=1)):
            morning = at.astimezone(ZoneInfo(zone)).hour < 12
            assert span.state is (State.OPEN if morning else State.CLOSED), at


def test_hours_that_are_not_published_are_one_unknown_span():
    board, moment = board_of(one_channel(None), "2026-11-23T10:00")
    end = moment + timedelta(days=7)
    assert board.spans(board.channels["desk"], moment, end) == [(moment, end, State.UNKNOWN, None)]


@pytest.mark.parametrize(
    ("at", "wall"),
    [
        pytest.param("2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00", id="before the skip"),
        pytest.param("2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00", id="after the skip"),
        pytest.param("2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00", id="the first time"),
        pytest.param("2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00", id="the second time"),
    ],
)
def test_local_time_has_the_offset_in_force(at, wall):
    board, moment = board_of(one_channel("24/7", zone="Europe/Madrid"), at)
    assert board.local(moment).isoformat() == wall


@pytest.mark.parametrize(
    "zone", ["America/Bogota", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Pago_Pago"]
)
def test_a_board_serves_every_instant_of_its_day_with_the_whole_look_ahead(zone):
    board, moment = board_of(one_channel("24/7", zone=zone), "2026-11-23T12:00")
    start, end = board.day(board.around)
    assert board.serves(start)
    assert board.serves(end - timedelta(seconds=1))
    assert board.day(board.local(start + LOOK_AHEAD).date())
    assert not board.serves(moment - timedelta(days=30))
    assert not board.serves(moment + timedelta(days=60))
