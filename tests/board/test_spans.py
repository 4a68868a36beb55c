"""A board's spans against a reading of the same rules minute by minute."""

from datetime import datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours

from helpdesk_tui.answers.status import channel_status
from helpdesk_tui.board.board import LOOK_AHEAD, State
from helpdesk_tui.board.build import build
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.read import read_book
from tests.support import board_of, instant, one_channel, problems_of

# Each a zone and the first day of a window in which its clock, month or year changes.
PLACES = [
    ("America/Bogota", "2026-12-30"),
    ("America/Bogota", "2028-02-28"),
    ("Europe/Madrid", "2026-03-28"),
    ("Europe/Madrid", "2026-10-24"),
    ("America/Havana", "2026-03-07"),
    ("America/Havana", "2026-10-31"),
    ("Asia/Beirut", "2026-03-28"),
    ("Asia/Beirut", "2026-10-24"),
    ("Asia/Kathmandu", "2026-11-28"),
    ("Australia/Lord_Howe", "2026-10-03"),
    ("Pacific/Apia", "2011-12-29"),
]
WINDOW = timedelta(days=3)

# Round hours and those of the clock changes come up often, so that hours meet, overlap and cross them.
_minutes = st.one_of(
    st.sampled_from([0, 30, 60, 90, 120, 150, 180, 540, 720, 1020, 1320, 1380, 1439]), st.integers(0, 1439)
)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@st.composite
def _range(draw):
    start = draw(_minutes)
    end = draw(st.one_of(_minutes, st.just(1440), st.integers(1441, 2880)))
    return f"{_clock(start)}-{_clock(end)}"


_days = st.sampled_from(
    [
        *("", "Mo-Fr", "Sa,Su", "Mo-Su", "Sa", "Su", "Fr-Mo", "We", "Th[-1]", "Sa[1]", "Mar", "week 1-53/2"),
        *("Dec 31", "Jan 01", "Feb 29", "Oct 25", "Mar 29", "Dec 24-Jan 06"),
        *("2026 Dec 31", "2026 Dec 30-2027 Jan 01"),
    ]
)
_modifier = st.sampled_from(
    ["", "", "", "off", "unknown", 'unknown "ask"', 'open "front desk"', 'off "rest"']
)


@st.composite
def _rule(draw):
    times = ",".join(draw(st.lists(_range(), max_size=2)))
    parts = [draw(_days), times, draw(_modifier)]
    return " ".join(part for part in parts if part) or "24/7"


@st.composite
def _weekly(draw):
    rules = draw(st.lists(_rule(), min_size=1, max_size=4))
    text = rules[0]
    for rule in rules[1:]:
        text += draw(st.sampled_from(["; ", ", "])) + rule
    return text


@settings(max_examples=120)
@given(
    weekly=_rule(),
    place=st.sampled_from(PLACES),
    on_holidays=st.sampled_from(["open", "closed", "unknown"]),
    holidays=st.dictionaries(st.integers(-1, 3), st.sampled_from(["Rest", "Feast"]), max_size=2),
)
def test_spans_of_one_rule_are_what_the_package_reads_minute_by_minute(weekly, place, on_holidays, holidays):
    name, first = place
    zone = ZoneInfo(name)
    start = instant(f"{first}T00:00", name)
    feasts = {start.astimezone(zone).date() + timedelta(days=day): feast for day, feast in holidays.items()}
    text = one_channel(
        weekly,
        zone=name,
        on_holidays=on_holidays,
        holidays="\n".join(f"{day} = '{feast}'" for day, feast in feasts.items()),
    )
    assume(not problems_of(text))
    board = build(read_book(BookFile("contacts.toml", text.encode())), start)

    spans = board.spans(board.channels["desk"], start, start + WINDOW)

    assert spans[0].start == start
    assert spans[-1].end == start + WINDOW
    for one, next_one in pairwise(spans):
        assert one.start < one.end == next_one.start
        assert (one.state, one.comment) != (next_one.state, next_one.comment)
    rules = OpeningHours(weekly, auto_country=False, auto_timezone=False)
    for span in spans:
        for minute in range(int((span.end - span.start).total_seconds()) // 60):
            at = span.start + timedelta(minutes=minute)
            wall = at.astimezone(zone).replace(tzinfo=None)
            assert (span.state, span.comment) == _read(rules, wall, feasts.get(wall.date()), on_holidays), at


def _read(
    rules: OpeningHours, wall: datetime, feast: str | None, on_holidays: str
) -> tuple[State, str | None]:
    state, comment = rules.state(wall)
    if feast and on_holidays == "closed":
        return State.CLOSED, feast
    if feast and on_holidays == "unknown" and str(state) == "open":
        return State.UNKNOWN, feast
    return State(str(state)), comment or None


@settings(max_examples=60)
@given(weekly=_weekly(), place=st.sampled_from(PLACES), minute=st.integers(0, 3 * 1440))
def test_until_and_opens_are_those_of_the_spans_ahead(weekly, place, minute):
    name, first = place
    text = one_channel(weekly, zone=name)
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
