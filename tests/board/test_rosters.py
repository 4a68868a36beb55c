"""Who is on duty when: hand-overs over clock changes, turns of every length, and overrides at their edges."""

import calendar
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk_tui.answers.status import channel_status
from helpdesk_tui.board import kept
from helpdesk_tui.board.board import Board, State
from tests.support import board_of, instant

QUARTER, MINUTE = timedelta(minutes=15), timedelta(minutes=1)
CHANGES = [
    ("Europe/Madrid", "2026-10-25"),
    ("Europe/Madrid", "2027-03-28"),
    ("Australia/Lord_Howe", "2026-10-04"),
    ("Australia/Lord_Howe", "2027-04-04"),
]


def book(turns: str, zone: str = "Europe/Madrid", hours: str = "hours = 'always'") -> str:
    """A book whose one channel is answered by the roster `r`, with people `a`, `b` and `c`."""
    people = "".join(
        f"[people.{key}]\nname = '{key.upper()}'\nemail = '{key}@example.com'\n" for key in "abc"
    )
    return (
        f"[book]\ntitle = 'Desk'\ntimezone = '{zone}'\n[hours.always]\nweekly = '24/7'\non_holidays = 'open'\n"
        f"[channels.desk]\nname = 'Desk'\n{hours}\non_duty = 'r'\n"
        f"[requests.help]\nname = 'Help'\nroute = ['desk']\n{people}{turns}"
    )


def turns(start: str, every: str, members: list[str]) -> str:
    return f"[[rosters.r.turns]]\nfrom = {start}:00\nevery = '{every}'\nmembers = {members}\n"


def override(person: str, start: str, until: str) -> str:
    return f"[[rosters.r.overrides]]\nperson = '{person}'\nfrom = {start}:00\nuntil = {until}:00\n"


def hand_overs(board: Board, count: int, start: str) -> list[str]:
    """The first hand-overs from a time on, each as the zone shows it with its offset, and who takes over."""
    first = int(instant(start, board.timezone).timestamp())
    zone = ZoneInfo(board.timezone)
    rows = [
        f"{datetime.fromtimestamp(turn.start, zone):%m-%d %H:%M%z} {turn.person}"
        for turn in board.rosters["r"].from_moment(first)
        if turn.start >= first
    ]
    return rows[:count]


@pytest.mark.parametrize(
    ("zone", "start", "every", "rows"),
    [
        (
            "Europe/Madrid",
            "2026-10-24T02:30",
            "1 day",
            ["10-24 02:30+0200 a", "10-25 02:30+0200 b", "10-26 02:30+0100 c"],
        ),
        (
            "Europe/Madrid",
            "2027-03-27T02:30",
            "1 day",
            ["03-27 02:30+0100 a", "03-28 03:00+0200 b", "03-29 02:30+0200 c"],
        ),
        (
            "Europe/Madrid",
            "2026-10-24T08:00",
            "24 hours",
            ["10-24 08:00+0200 a", "10-25 07:00+0100 b", "10-26 07:00+0100 c"],
        ),
        (
            "Europe/Madrid",
            "2026-10-24T20:00",
            "12 hours",
            ["10-24 20:00+0200 a", "10-25 07:00+0100 b", "10-25 19:00+0100 c"],
        ),
        (
            "Europe/Madrid",
            "2027-03-27T00:00",
            "1 day",
            ["03-27 00:00+0100 a", "03-28 00:00+0100 b", "03-29 00:00+0200 c"],
        ),
        (
            "Europe/Madrid",
            "2026-10-19T08:00",
            "1 week",
            ["10-19 08:00+0200 a", "10-26 08:00+0100 b", "11-02 08:00+0100 c"],
        ),
        (
            "Australia/Lord_Howe",
            "2026-10-03T02:15",
            "1 day",
            ["10-03 02:15+1030 a", "10-04 02:30+1100 b", "10-05 02:15+1100 c"],
        ),
        (
            "Australia/Lord_Howe",
            "2027-04-03T01:45",
            "1 day",
            ["04-03 01:45+1100 a", "04-04 01:45+1100 b", "04-05 01:45+1030 c"],
        ),
        (
            "Australia/Lord_Howe",
            "2026-10-03T12:00",
            "24 hours",
            ["10-03 12:00+1030 a", "10-04 12:30+1100 b", "10-05 12:30+1100 c"],
        ),
        (
            "Europe/Madrid",
            "2026-12-31T09:00",
            "1 month",
            ["12-31 09:00+0100 a", "01-31 09:00+0100 b", "02-28 09:00+0100 c", "03-31 09:00+0200 a"],
        ),
        (
            "Europe/Madrid",
            "2027-01-29T09:00",
            "1 month",
            ["01-29 09:00+0100 a", "02-28 09:00+0100 b", "03-29 09:00+0200 c"],
        ),
        (
            "Europe/Madrid",
            "2027-01-30T09:00",
            "1 month",
            ["01-30 09:00+0100 a", "02-28 09:00+0100 b", "03-30 09:00+0200 c"],
        ),
    ],
)
def test_turns_change_hands_at_these_times(zone, start, every, rows):
    board, _ = board_of(book(turns(start, every, ["a", "b", "c"]), zone), start)
    assert hand_overs(board, len(rows), start) == rows


def test_a_month_does_not_drift_from_its_31st_over_the_years():
    board, _ = board_of(book(turns("1999-12-31T09:00", "1 month", ["a", "b"])), "2028-02-10T12:00")
    rows = hand_overs(board, 3, "2028-02-10T12:00")
    # 338 months after the first hand-over it is a's turn.
    assert rows == ["02-29 09:00+0100 a", "03-31 09:00+0200 b", "04-30 09:00+0200 a"]


@pytest.mark.parametrize(
    ("edges", "rows"),
    [
        (("2026-11-03T08:00", "2026-11-03T08:00"), None),
        (("2026-11-03T08:00", "2026-11-04T08:00"), ["11-03 08:00+0100 c", "11-04 08:00+0100 a"]),
        (
            ("2026-11-03T10:00", "2026-11-03T11:00"),
            ["11-03 08:00+0100 b", "11-03 10:00+0100 c", "11-03 11:00+0100 b"],
        ),
        (
            ("2026-11-02T20:00", "2026-11-04T20:00"),
            ["11-02 20:00+0100 c", "11-04 20:00+0100 a", "11-05 08:00+0100 b"],
        ),
    ],
)
def test_an_override_holds_from_its_start_until_its_end(edges, rows):
    text = book(turns("2026-11-02T08:00", "1 day", ["a", "b"]) + override("c", *edges))
    if rows is None:
        with pytest.raises(Exception, match="is not after from"):
            board_of(text, "2026-11-02T12:00")
        return
    board, _ = board_of(text, "2026-11-02T12:00")
    start = f"2026-{rows[0][:5]}T{rows[0][6:11]}"
    assert hand_overs(board, len(rows), start) == rows


@pytest.mark.parametrize(
    ("at", "hours", "state", "comment"),
    [
        ("2026-11-02T07:59", "hours = 'always'", State.UNKNOWN, "it is not known who is on duty"),
        ("2026-11-02T08:00", "hours = 'always'", State.OPEN, None),
        ("2026-11-03T08:00", "hours = 'always'", State.CLOSED, "nobody is on duty"),
        ("2026-11-02T08:00", "", State.UNKNOWN, "hours not published"),
        ("2026-11-03T08:00", "", State.CLOSED, "nobody is on duty"),
    ],
)
def test_the_channel_follows_who_is_on_duty(at, hours, state, comment):
    board, moment = board_of(book(turns("2026-11-02T08:00", "1 day", ["a", ""]), hours=hours), at)
    status = channel_status(board, board.channels["desk"], moment)
    assert (status.state, status.comment) == (state, comment)
    person = status.duty.person if status.duty else None
    someone = at == "2026-11-02T08:00"
    assert (person.id if person else None) == ("a" if someone else None)
    assert status.channel.email == ("a@example.com" if someone else None)


def test_turns_of_one_person_in_a_row_are_one_duty():
    board, moment = board_of(book(turns("2026-11-02T08:00", "1 day", ["a", "a", "b"])), "2026-11-02T09:00")
    duty = channel_status(board, board.channels["desk"], moment).duty
    assert duty is not None
    assert duty.person is not None
    assert duty.next is not None
    assert (duty.person.name, duty.until, duty.next.name) == (
        "A",
        instant("2026-11-04T08:00", "Europe/Madrid"),
        "B",
    )


def test_a_channel_with_its_own_contact_keeps_it_and_names_who_holds_it():
    text = book(turns("2026-11-02T08:00", "1 day", ["a", "b"])).replace(
        "on_duty", "email = 'guard@example.com'\non_duty", 1
    )
    board, moment = board_of(text, "2026-11-02T09:00")
    status = channel_status(board, board.channels["desk"], moment)
    assert status.channel.email == "guard@example.com"
    assert status.duty is not None
    assert status.duty.person == board.people["a"]


def test_a_kept_board_has_the_same_people_and_rosters():
    text = book(
        turns("2026-11-02T08:00", "1 day", ["a", ""]) + override("c", "2026-11-05T09:00", "2026-11-05T10:00")
    )
    board, _ = board_of(text, "2026-11-02T09:00")
    again = kept.board_of(kept.bytes_of(board, text.encode()), text.encode())
    assert again is not None
    assert dict(again.rosters) == board.rosters
    assert dict(again.people) == board.people


UNITS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(days=7)}


def holders(zone: ZoneInfo, line_ups, overrides, start: datetime, end: datetime, step: timedelta):
    """Yield each instant, `step` by step, with who is on duty, read from the clock alone.

    A time of the wall clock has come once the clock has shown it or a later one.
    """
    latest = (start - timedelta(days=1)).astimezone(zone).replace(tzinfo=None)
    came: dict[datetime, datetime] = {}
    at = start - timedelta(days=1)
    while at < end:
        latest = max(latest, at.astimezone(zone).replace(tzinfo=None))
        for begin, _, _ in line_ups:
            if begin <= latest:
                came.setdefault(begin, at)
        who = "unknown"
        for begin, (number, unit), members in line_ups:
            if begin > latest:
                continue
            if unit == "month":
                turn = 0
                while month_after(begin, (turn + 1) * number) <= latest:
                    turn += 1
            elif unit == "hour":
                turn = (at - came[begin]) // (number * UNITS[unit])
            else:
                turn = (latest - begin) // (number * UNITS[unit])
            who = members[turn % len(members)]
        for person, begin, until in overrides:
            if begin <= latest < until:
                who = person
        if at >= start:
            yield at, who
        at += step


def month_after(begin: datetime, months: int) -> datetime:
    month = begin.month + months
    year, month = begin.year + (month - 1) // 12, (month - 1) % 12 + 1
    return begin.replace(year=year, month=month, day=min(begin.day, calendar.monthrange(year, month)[1]))


@st.composite
def rosters(draw, step):
    """Line-ups and overrides about a change of the clock; all begin and end on a step."""
    steps = int(timedelta(days=1) / step)
    zone, day = draw(st.sampled_from(CHANGES))
    middle = datetime.fromisoformat(day)
    begins = draw(st.lists(st.integers(-5 * steps, 5 * steps), min_size=1, max_size=2, unique=True))
    every = st.tuples(st.integers(1, 30), st.just("hour")) | st.tuples(
        st.integers(1, 3), st.sampled_from(["day", "week", "month"])
    )
    members = st.lists(st.sampled_from(["a", "b", "c", ""]), min_size=1, max_size=4)
    line_ups = [(middle + each * step, draw(every), draw(members)) for each in sorted(begins)]
    edges = sorted(draw(st.lists(st.integers(-6 * steps, 6 * steps), max_size=6, unique=True)))
    spans = zip(edges[::2], edges[1::2], strict=False)
    people = st.sampled_from(["a", "b", "c", ""])
    overrides = [(draw(people), middle + one * step, middle + two * step) for one, two in spans]
    return zone, day, line_ups, overrides


@settings(max_examples=60, deadline=None)
@given(rosters(QUARTER))
def test_the_board_says_at_every_quarter_what_the_clock_says(case):
    holds_what_the_clock_says(case, QUARTER)


@settings(max_examples=30, deadline=None)
@given(rosters(MINUTE))
def test_the_board_says_at_every_minute_what_the_clock_says(case):
    holds_what_the_clock_says(case, MINUTE)


def holds_what_the_clock_says(case, step):
    zone, day, line_ups, overrides = case
    text = book(
        "".join(
            turns(f"{begin:%Y-%m-%dT%H:%M}", f"{number} {unit}s", members)
            for begin, (number, unit), members in line_ups
        )
        + "".join(
            override(person, f"{begin:%Y-%m-%dT%H:%M}", f"{until:%Y-%m-%dT%H:%M}")
            for person, begin, until in overrides
        ),
        zone,
    )
    board, _ = board_of(text, f"{day}T12:00")
    roster = board.rosters["r"]
    starts = [turn.start for turn in roster.turns]
    assert starts[0] == int(board.start.timestamp())
    assert all(one < two for one, two in pairwise(starts))
    assert starts[-1] < board.end.timestamp()
    channel = board.channels["desk"]
    states = {"unknown": State.UNKNOWN, "": State.CLOSED}
    middle = datetime.fromisoformat(day).replace(tzinfo=UTC)
    for at, who in holders(
        ZoneInfo(zone), line_ups, overrides, middle - timedelta(days=7), middle + timedelta(days=9), step
    ):
        second = int(at.timestamp())
        turn = next(roster.from_moment(second))
        assert (turn.person or "" if turn.known else "unknown") == who, at
        assert next(board.changes(channel, second)).state is states.get(who, State.OPEN), at


@given(
    st.sampled_from(CHANGES),
    st.integers(0, 95),
    st.integers(1, 3),
    st.sampled_from(["hours", "days", "weeks", "months"]),
    st.permutations(["a", "b", "c"]),
    st.integers(1, 3),
)
@settings(max_examples=40, deadline=None)
def test_the_shares_of_two_members_differ_by_at_most_one_turn(change, quarter, number, unit, order, size):
    zone, day = change
    start = datetime.fromisoformat(day) + quarter * QUARTER
    text = book(turns(f"{start:%Y-%m-%dT%H:%M}", f"{number} {unit}", order[:size]), zone)
    board, _ = board_of(text, f"{day}T12:00")
    people = [turn.person for turn in board.rosters["r"].from_moment(0) if turn.known]
    shares = Counter(dict.fromkeys(order[:size], 0) | Counter(people))
    assert max(shares.values()) - min(shares.values()) <= 1
    assert people[: len(people) // size * size] == order[:size] * (len(people) // size)


@pytest.mark.parametrize(
    ("every", "turn"),
    [
        # From 1 January 2000, 08:00 in Madrid, to 2 November 2026, 08:30: 235,248.5 hours, 9,802 days.
        ("1 hour", 235248),
        ("5 hours", 47049),
        ("1 day", 9802),
        ("1 week", 1400),
        ("1 month", 322),
    ],
)
def test_turns_that_began_long_ago_go_on_through_the_whole_window(every, turn):
    members = ["a", "b", "c", ""]
    board, moment = board_of(book(turns("2000-01-01T08:00", every, members)), "2026-11-02T08:30")
    roster = board.rosters["r"]
    assert all(turn.known for turn in roster.turns)
    assert (next(roster.from_moment(int(moment.timestamp()))).person or "") == members[turn % 4]
