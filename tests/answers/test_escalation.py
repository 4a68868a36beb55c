"""The escalation ladder: who stands first in a level, and how a level stands over time."""

from datetime import timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpdesk_tui.answers.escalation import escalation
from helpdesk_tui.answers.status import channel_status
from helpdesk_tui.board.board import LOOK_AHEAD, Channel, Level, State, Timetable
from helpdesk_tui.board.clock import from_second
from tests.support import board_of, desk_board, instant

NOW = "2026-11-23T10:00"
"""A Monday."""

BOOK = """
[book]
title = "Desk"
timezone = "America/Bogota"
[hours]
always = {weekly = "24/7", on_holidays = "open"}
never = {weekly = "off"}
gone = {weekly = 'off "moved"'}
maybe = {weekly = 'unknown "ask"'}
night = {weekly = "Mo-Su 19:00-07:00"}
day = {weekly = "Mo-Su 07:00-19:00"}
noon = {weekly = "Mo-Su 10:00-12:00"}
later = {weekly = "Mo-Su 11:00-13:00"}
gap = {weekly = "Mo-Su 12:30-14:00"}
once = {weekly = "2026 Nov 23 10:00-10:20"}
ends = {weekly = "24/7; 2027 Dec 10 off"}
soon_over = {weekly = "24/7; 2026 Nov 24 off"}
"""


def ladder(*hours):
    """A book with a channel for each of these hours (`-` for none), and one level that they reach."""
    tables = []
    for place, name in enumerate(hours):
        attends = "" if name == "-" else f"hours = '{name}'"
        tables.append(f"[channels.c{place}]\nname = '{name}'\nemail = 'c{place}@example.com'\n{attends}\n")
    keys = [f"c{place}" for place in range(len(hours))]
    return f"{BOOK}{''.join(tables)}[[escalation]]\nname = 'One'\nchannels = {keys}\n"


def level(*hours, at=NOW):
    (found,) = escalation(*board_of(ladder(*hours), at))
    return found


@pytest.mark.parametrize(
    ("hours", "order"),
    [
        pytest.param("never always", "always never", id="open before closed"),
        pytest.param("never maybe always", "always maybe never", id="open, unconfirmed, closed"),
        pytest.param("never - noon", "noon - never", id="hours not published stand between"),
        pytest.param("always noon day", "always noon day", id="those that stand alike keep their order"),
        pytest.param("night never", "night never", id="all closed"),
        pytest.param("maybe night - noon never day", "noon day maybe - night never", id="stable throughout"),
    ],
)
def test_a_levels_contacts_stand_open_first_then_unconfirmed_then_closed(hours, order):
    assert [each.channel.name for each in level(*hours.split()).contacts] == order.split()


@pytest.mark.parametrize(
    ("hours", "at", "state", "comment", "until", "opens"),
    [
        pytest.param("day night", NOW, "open", None, None, None, id="handed over every day: never closes"),
        pytest.param("night day", "2026-11-23T19:00", "open", None, None, None, id="at the hand-over itself"),
        pytest.param("noon later", NOW, "open", None, "23T13:00", "24T10:00", id="until the last one closes"),
        pytest.param("later noon", "2026-11-23T12:30", "open", None, "23T13:00", "24T10:00", id="the other open one"),
        pytest.param("noon gap", NOW, "open", None, "23T12:00", "23T12:30", id="a gap between them"),
        pytest.param("noon gap", "2026-11-23T12:00", "closed", None, "23T12:30", "23T12:30", id="in the gap"),
        pytest.param("never noon", "2026-11-23T09:00", "closed", None, "23T10:00", "23T10:00", id="the first to open"),
        pytest.param("noon maybe", NOW, "open", None, "23T12:00", "24T10:00", id="then unconfirmed"),
        pytest.param("noon maybe", "2026-11-23T12:00", "unknown", "ask", "24T10:00", "24T10:00", id="unconfirmed"),
        pytest.param("never - noon", "2026-11-23T12:00", "unknown", None, "24T10:00", "24T10:00", id="not published"),
        pytest.param("gone never", NOW, "closed", "moved", None, None, id="the first closed one's reason"),
        pytest.param("maybe -", NOW, "unknown", "ask", None, None, id="never known"),
        pytest.param("ends never", "2026-12-05T10:00", "open", None, "2027-12-10T00:00", None, id="the last day that is looked at"),
        pytest.param("ends never", "2026-12-04T23:59", "open", None, None, None, id="a change beyond it"),
    ],
)  # fmt: skip
def test_a_level_stands_as_the_best_of_its_channels_over_time(hours, at, state, comment, until, opens):
    found = level(*hours.split(), at=at).status

    def time(short):
        return short and instant(short if len(short) > 8 else f"2026-11-{short}")

    assert (found.state, found.comment, found.until, found.opens) == (
        state,
        comment,
        time(until),
        time(opens),
    )


@pytest.mark.parametrize(
    ("hours", "at", "soon"),
    [
        pytest.param("noon", "2026-11-23T11:45", True, id="its only channel closes soon"),
        pytest.param("noon later", "2026-11-23T11:45", False, id="another one stays open"),
        pytest.param("day night", "2026-11-23T18:45", False, id="handed over"),
        pytest.param("once noon", "2026-11-23T10:10", False, id="another one closes later"),
        pytest.param("once night", "2026-11-23T10:10", True, id="the others are closed"),
        pytest.param("noon maybe", "2026-11-23T11:45", True, id="it is unconfirmed then"),
    ],
)
def test_a_level_closes_soon_when_all_of_it_does(hours, at, soon):
    assert level(*hours.split(), at=at).status.closing_soon is soon


@pytest.mark.parametrize(
    ("hours", "published"),
    [("- maybe", False), ("maybe -", True), ("never -", False), ("noon -", True)],
)
def test_hours_of_a_level_are_not_published_where_those_of_its_best_channel_are_not(hours, published):
    assert (level(*hours.split()).status.channel.hours is not None) is published


@pytest.mark.parametrize(
    ("hours", "always"),
    [("always", True), ("never always", True), ("day night", False), ("ends", False), ("-", False)],
)
def test_a_level_is_always_open_where_one_of_its_channels_is(hours, always):
    assert level(*hours.split()).status.always is always


def test_a_level_with_its_own_details_attends_by_its_own_hours():
    own = (
        "[[escalation]]\nname = 'Two'\nemail = 'two@example.com'\nhours = 'noon'\n"
        "[[escalation]]\nname = 'Three'\ntelephone = '+57 601 7442727'\nextensions = ['007']\n"
    )
    one, two, three = escalation(*board_of(ladder("day") + own, NOW))
    assert (one.own, two.own, three.own) == (False, True, True)
    assert [each.channel.id for each in two.contacts] == ["level-2"]
    assert (two.status.state, two.status.until) == (State.OPEN, instant("2026-11-23T12:00"))
    assert (three.status.state, three.status.channel.hours) == (State.UNKNOWN, None)
    assert three.contacts[0].channel.extensions == ("007",)


def test_a_book_without_a_ladder_has_no_levels():
    assert escalation(*board_of(ladder("day").partition("[[escalation]]")[0], NOW)) == ()


START = int(instant(NOW).timestamp())
SPAN = 40
"""Minutes in which timetables change; beyond them they stay as they are."""

looks = st.tuples(st.sampled_from(list(State)), st.sampled_from([None, "one", "two"]))
timetables = st.none() | st.builds(
    lambda first, later: [(-60, *first), *((minute, *look) for minute, look in sorted(later.items()))],
    looks,
    st.dictionaries(st.integers(0, SPAN - 1), looks, max_size=6),
)


def board_with(tables):
    """The default book's board with a channel for each table (None: not published), and a level of all."""
    board, _ = desk_board(NOW)
    channels = tuple(
        Channel(f"c{place}", "C", None if table is None else f"c{place}")
        for place, table in enumerate(tables)
    )
    made = {
        f"c{place}": Timetable(
            [START + 60 * minute for minute, _, _ in table],
            [state for _, state, _ in table],
            [comment for _, _, comment in table],
        )
        for place, table in enumerate(tables)
        if table is not None
    }
    return board._replace(timetables=made, levels=(Level(1, "One", channels),))


def at_minute(table, minute):
    """The state and comment that a table has in a minute."""
    if table is None:
        return State.UNKNOWN, None
    return [(state, comment) for begin, state, comment in table if begin <= minute][-1]


def best(tables, minute):
    """The best state of all in a minute, with the comment of the first that has it."""
    found = [at_minute(table, minute) for table in tables]
    for wanted in (State.OPEN, State.UNKNOWN, State.CLOSED):
        for state, comment in found:
            if state is wanted:
                return state, comment
    raise AssertionError


@given(st.lists(timetables, min_size=1, max_size=4), st.integers(-5, SPAN))
@example(
    [[(-60, State.OPEN, None), (9, State.CLOSED, None)], [(-60, State.CLOSED, None), (9, State.OPEN, None)]],
    3,
)
def test_a_level_stands_as_it_is_read_minute_by_minute(tables, minute):
    """The next change and opening are found by looking at every minute, not at the changes."""
    board = board_with(tables)
    moment = from_second(START + 60 * minute)
    (step,) = escalation(board, moment)
    read = [best(tables, each) for each in range(minute, SPAN + 2)]
    until = next((place for place, each in enumerate(read) if each[0] is not read[0][0]), None)
    opens = next(
        (
            place
            for place in range(1, len(read))
            if read[place][0] is State.OPEN and read[place - 1][0] is not State.OPEN
        ),
        None,
    )
    found = step.status
    assert (found.state, found.comment) == read[0]
    assert found.until == (None if until is None else moment + timedelta(minutes=until))
    assert found.then is (None if until is None else read[until][0])
    assert found.opens == (None if opens is None else moment + timedelta(minutes=opens))
    assert found.closing_soon is (read[0][0] is State.OPEN and until is not None and until <= 30)
    order = [State.OPEN, State.UNKNOWN, State.CLOSED]
    ranks = [(order.index(each.state), each.channel.id) for each in step.contacts]
    assert ranks == sorted(ranks)
    assert {each.channel.id for each in step.contacts} == {f"c{place}" for place in range(len(tables))}
    for each in step.contacts:
        assert each == channel_status(board, each.channel, moment)


@given(st.integers(-2, 2))
def test_a_level_looks_as_far_ahead_as_a_channel(minutes):
    far = int(LOOK_AHEAD.total_seconds()) // 60
    tables = [[(-60, State.OPEN, None), (far + minutes, State.CLOSED, None)], [(-60, State.CLOSED, None)]]
    (step,) = escalation(board_with(tables), from_second(START))
    assert (step.status.until is None) is (minutes > 0)
