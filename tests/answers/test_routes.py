"""Routes that differ by hours, against a reading of the rule minute by minute."""

from datetime import timedelta
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk_tui.answers.coverage import Staffing, breaches, coverage, stretches
from helpdesk_tui.answers.day import strips
from helpdesk_tui.answers.entries import entries
from helpdesk_tui.answers.hits import hits
from helpdesk_tui.answers.holes import holes
from helpdesk_tui.answers.next_changes import changes_after, next_changes
from helpdesk_tui.answers.search import Index
from helpdesk_tui.answers.shift import current, sheet
from helpdesk_tui.answers.status import channel_status
from helpdesk_tui.answers.who import Why, who
from helpdesk_tui.board.board import Channel, Request, Route, State
from tests.support import ask, board_of, instant

DESK = """
[book]
title = "Desk"
timezone = "America/Bogota"
country = "CO"

[hours]
office = { weekly = "Mo-Fr 07:00-19:00; Sa 08:00-13:00", on_holidays = "closed" }
always = { weekly = "24/7", on_holidays = "open" }
night = { weekly = "Mo-Su 22:00-06:00", on_holidays = "open" }
weekend = { weekly = "Sa-Su 00:00-24:00" }
perhaps = { weekly = 'Tu 00:00-24:00 unknown "ask"', on_holidays = "open" }
evening = { weekly = "Mo-Fr 20:00-21:00", on_holidays = "open" }

[channels]
phone = { name = "Phone", hours = "office", telephone = "+57 601 7442727" }
mail = { name = "Mail", hours = "office", email = "desk@example.com", takes_messages = true }
mobile = { name = "Mobile", hours = "always", telephone = "+57 318 7174937" }
desk = { name = "Desk", hours = "evening", telephone = "+57 601 7452141" }

[requests.p1]
name = "Priority 1"
route = ["phone", "mail"]
must_cover = "Mo-Fr 05:00-20:00"
[[requests.p1.routes]]
hours = "night"
route = ["mobile"]
[[requests.p1.routes]]
hours = "weekend"
route = ["desk", "phone"]

[requests.p2]
name = "Priority 2"
route = ["mail"]
[[requests.p2.routes]]
hours = "perhaps"
route = ["mobile"]

[requests.p3]
name = "Priority 3"
route = ["phone"]
"""


@pytest.mark.parametrize(
    ("at", "request_id", "contact", "why", "passed_over", "messages", "opens"),
    [
        pytest.param("2026-11-23T10:00", "p1", "phone", Why.FIRST, "", "", None, id="by day the usual route"),
        pytest.param("2026-11-23T21:59", "p1", None, Why.NONE, "phone mail", "mail",
                     ("mobile", "2026-11-23T22:00", False), id="next is a route with a channel that is open already"),
        pytest.param("2026-11-23T22:00", "p1", "mobile", Why.FIRST, "", "", None, id="at night that of the night"),
        pytest.param("2026-11-24T05:59", "p1", "mobile", Why.FIRST, "", "", None, id="until its last minute"),
        pytest.param("2026-11-24T06:00", "p1", None, Why.NONE, "phone mail", "mail",
                     ("phone", "2026-11-24T07:00", True), id="next is a channel that opens, after its end"),
        pytest.param("2026-11-28T10:00", "p1", "phone", Why.FIRST_OPEN, "desk", "", None, id="the second on Saturday"),
        pytest.param("2026-11-28T14:00", "p1", None, Why.NONE, "desk phone", "",
                     ("mobile", "2026-11-28T22:00", False), id="no messages where that route takes none"),
        pytest.param("2026-11-28T23:00", "p1", "mobile", Why.FIRST, "", "", None, id="of two that are open the first"),
        pytest.param("2026-12-08T10:00", "p1", None, Why.NONE, "phone mail", "mail",
                     ("mobile", "2026-12-08T22:00", False), id="on a holiday all is closed until the night"),
        pytest.param("2026-11-24T10:00", "p2", "mail", Why.FIRST, "", "", None, id="unknown hours are not open"),
        pytest.param("2026-11-24T20:30", "p2", None, Why.NONE, "mail", "mail",
                     ("mail", "2026-11-25T07:00", True), id="unknown hours are not open in time to come"),
    ],
)  # fmt: skip
def test_the_contact_is_that_of_the_route_in_force(
    at, request_id, contact, why, passed_over, messages, opens
):
    answer = ask(DESK, at, request_id)
    assert (answer.contact and answer.contact.channel.id) == contact
    assert answer.why is why
    assert [each.channel.id for each in answer.passed_over] == passed_over.split()
    assert [each.channel.id for each in answer.messages] == messages.split()
    assert answer.opens == (opens and answer.opens._replace(at=instant(opens[1]), opens=opens[2]))
    assert (answer.opens and answer.opens.channel.id) == (opens and opens[0])


@pytest.mark.parametrize(
    ("hours", "opens"),
    [
        pytest.param(
            "office", "2026-11-24T07:00", id="one of another route that opens earlier does not count"
        ),
        pytest.param("night", "2026-11-23T22:00", id="one that opens as its route comes into force counts"),
        pytest.param("evening", None, id="one that is open in hours of the other route alone never counts"),
    ],
)
def test_what_opens_next_opens_on_the_route_then_in_force(hours, opens):
    text = f"""{DESK}
[requests.p4]
name = "Priority 4"
route = ["own"]
routes = [{{ hours = "evening", route = ["phone"] }}]
[channels.own]
name = "Own"
hours = "{hours}"
email = "own@example.com"
"""
    answer = ask(text, "2026-11-23T19:30", "p4")
    assert (answer.opens and answer.opens.at) == (opens and instant(opens))


def test_an_opening_a_year_ahead_is_found_and_one_beyond_the_year_is_not():
    text = DESK.replace("Mo-Su 22:00-06:00", "2027 Nov 20 12:00-13:00").replace(
        "Mo-Fr 07:00-19:00; Sa 08:00-13:00", "off"
    )
    text = text.replace("Sa-Su 00:00-24:00", "off")
    assert ask(text, "2026-11-23T10:00", "p1").opens.at == instant("2027-11-20T12:00")
    far = text.replace("2027 Nov 20", "2027 Dec 20")
    assert ask(far, "2026-11-23T10:00", "p1").opens is None


def hour(board, at):
    return board.local(at).strftime("%a %H:%M")


def test_a_gap_is_split_where_its_route_takes_messages_no_longer():
    board, _ = board_of(DESK, "2026-11-27T12:00")
    window = instant("2026-11-27T12:00"), instant("2026-11-28T12:00")
    found = coverage(board, board.requests["p1"], *window)
    assert [(hour(board, gap.start), hour(board, gap.end), gap.staffing) for gap in found.gaps] == [
        ("Fri 19:00", "Fri 22:00", Staffing.MESSAGES),
        ("Sat 06:00", "Sat 08:00", Staffing.UNSTAFFED),
    ]
    assert found.covered + found.gap == timedelta(days=1)
    window = instant("2026-11-27T23:00"), instant("2026-11-28T00:30")
    request = board.requests["p1"]._replace(routes=board.requests["p1"].routes[1:])
    found = coverage(board, request, *window)
    assert [(hour(board, gap.start), hour(board, gap.end), gap.staffing) for gap in found.gaps] == [
        ("Fri 23:00", "Sat 00:00", Staffing.MESSAGES),
        ("Sat 00:00", "Sat 00:30", Staffing.UNSTAFFED),
    ]


def test_neighbours_of_two_routes_with_the_same_channels_open_are_one():
    board, _ = board_of(DESK, "2026-11-27T12:00")
    request = board.requests["p1"]._replace(route=("mobile",), routes=board.requests["p1"].routes[:1])
    (found,) = stretches(board, request, instant("2026-11-27"), instant("2026-11-30"))
    assert [channel.id for channel in found.channels] == ["mobile"]


def test_a_rule_is_held_to_the_route_in_force():
    board, _ = board_of(DESK, "2026-11-23T12:00")
    found = breaches(board, board.requests["p1"], instant("2026-11-23T00:00"), instant("2026-11-24T00:00"))
    assert [(hour(board, each.start), hour(board, each.end)) for each in found] == [
        ("Mon 06:00", "Mon 07:00"),
        ("Mon 19:00", "Mon 20:00"),
    ]


def test_holes_and_cells_of_a_day_are_of_both_kinds():
    board, _ = board_of(DESK, "2026-11-28T12:00")
    day = board.local(instant("2026-11-28T12:00")).date()
    request = board.requests["p1"]._replace(must_cover=None)
    window = board.days(day - timedelta(days=1), 2)
    found = holes(board, [request], *window)
    assert [(each.kind, hour(board, each.period.start), hour(board, each.period.end)) for each in found] == [
        ("nobody", "Sat 06:00", "Sat 08:00"),
        ("nobody", "Sat 13:00", "Sat 22:00"),
        ("message", "Fri 06:00", "Fri 07:00"),
        ("message", "Fri 19:00", "Fri 22:00"),
    ]
    friday, saturday = strips(board, coverage(board, request, *window), day - timedelta(days=1), 2, 24)
    assert "".join(each[0] for each in friday) == "llllllmllllllllllllmmmll"
    assert "".join(each[0] for each in saturday) == "llllllnnlllllnnnnnnnnnll"


def told(board, changes):
    channels = [f"{each.channel.id} {each.state}" for each in changes.channels]
    requests = [f"{each.request.id} {each.staffing}" for each in changes.requests]
    return [hour(board, changes.at), *channels, "|", *requests]


def test_a_route_that_comes_into_force_is_a_change_of_its_request_though_no_channel_changes():
    board, at = board_of(DESK, "2026-11-23T18:00")
    found = next_changes(board, at, at + timedelta(hours=14))
    assert [told(board, each) for each in found.changes] == [
        ["Mon 19:00", "phone closed", "mail closed", "|", "p1 message", "p2 message", "p3 nobody"],
        ["Mon 20:00", "desk open", "|"],
        ["Mon 21:00", "desk closed", "|"],
        ["Mon 22:00", "|", "p1 live"],
        ["Tue 06:00", "|", "p1 message"],
        ["Tue 07:00", "phone open", "mail open", "|", "p1 live", "p2 live", "p3 live"],
    ]


def test_the_shift_sheet_tells_the_change_and_counts_it_when_it_is_over():
    board, at = board_of(
        f'{DESK}\n[[shifts]]\nname = "Late"\nweekly = "Mo-Fr 20:30-24:00"\n', "2026-11-23T21:30"
    )
    found = sheet(board, current(board, at), at)
    assert [told(board, each) for each in found.changes] == [["Mon 22:00", "|", "p1 live"]]
    assert found.past == 1
    late = at + timedelta(hours=1)
    assert (sheet(board, current(board, late), late).past, found.changes[0].at) == (
        2,
        instant("2026-11-23T22:00"),
    )
    (gap,) = found.coverages[0].gaps
    assert (gap.period.end, gap.staffing) == (instant("2026-11-23T22:00"), Staffing.MESSAGES)


def test_a_request_is_found_by_the_channels_of_all_its_routes():
    board, at = board_of(DESK, "2026-11-23T10:00")
    found = Index(entries(board)).search("mobile")
    assert [each.item.id for each in found.entries] == ["mobile", "p1", "p2"]
    hit = list(hits(board, found, found.entries, at))[1]
    assert [each.channel.id for each in hit.contacts] == ["phone"]


# What a reading minute by minute gives

MADRID = """
[book]
title = "Mesa"
timezone = "Europe/Madrid"
country = "ES"

[hours]
day = { weekly = "Mo-Fr 08:00-20:00", on_holidays = "closed" }
night = { weekly = "Mo-Su 22:00-06:00", on_holidays = "open" }
weekend = { weekly = "Sa-Su 00:00-24:00" }
clock = { weekly = "Su 02:30-03:30, We 11:00-11:30", on_holidays = "open" }
perhaps = { weekly = 'Mo-Su 12:00-14:00 unknown "ask", Mo-Su 18:00-19:00' }

[channels]
a = { name = "A", hours = "day", email = "a@example.com", takes_messages = true }
b = { name = "B", hours = "night", email = "b@example.com" }
c = { name = "C", hours = "weekend", email = "c@example.com" }
d = { name = "D", hours = "perhaps", email = "d@example.com", takes_messages = true }
e = { name = "E", email = "e@example.com" }
"""
FIRST = instant("2026-10-23", "Europe/Madrid")
MINUTES = 5 * 24 * 60
"""From a Friday to a Tuesday: the clock is put back on the Sunday."""

_HOURS = ("day", "night", "weekend", "clock", "perhaps")
_route = st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True).map(tuple)
_requests = st.builds(
    lambda route, routes, must_cover: Request("x", "X", None, route, (), must_cover, None, tuple(routes)),
    st.one_of(_route, st.just(("d", "e"))),
    st.lists(st.builds(Route, st.sampled_from(_HOURS), _route), max_size=3),
    st.sampled_from(_HOURS),
)


@cache
def state_at(hours, minute):
    board, _ = board_of(MADRID, "2026-10-23T12:00")
    return channel_status(board, Channel("x", "X", hours), FIRST + timedelta(minutes=minute)).state


def read_at(board, request, minute):
    """The rule as the README says it: the route in force, the best state, the channels that have it."""
    route = request.route
    for each in reversed(request.routes):
        if state_at(each.hours, minute) is State.OPEN:
            route = each.channels
    channels = [board.channels[key] for key in route]
    for state, staffing in ((State.OPEN, Staffing.STAFFED), (State.UNKNOWN, Staffing.UNKNOWN)):
        if found := [each for each in channels if state_at(each.hours, minute) is state]:
            return state, staffing, tuple(found)
    writable = any(each.takes_messages for each in channels)
    return State.CLOSED, Staffing.MESSAGES if writable else Staffing.UNSTAFFED, ()


@given(_requests, st.integers(0, MINUTES - 3 * 24 * 60), st.integers(1, 3 * 24 * 60))
def test_every_answer_is_what_a_minute_by_minute_reading_gives(request_, start, length):
    board, _ = board_of(MADRID, "2026-10-23T12:00")
    board = board._replace(requests={"x": request_})
    begin, end = FIRST + timedelta(minutes=start), FIRST + timedelta(minutes=start + length)
    read = [read_at(board, request_, start + minute) for minute in range(length)]
    minute = timedelta(minutes=1)

    tiles = stretches(board, request_, begin, end)
    assert [
        (each.state, each.staffing, each.channels)
        for each in tiles
        for _ in range((each.end - each.start) // minute)
    ] == read
    assert all(one[2:] != other[2:] for one, other in pairwise(tiles))

    covered = coverage(board, request_, begin, end)
    staffings = [Staffing.STAFFED] * length
    for period, staffing in (
        *((gap.period, gap.staffing) for gap in covered.gaps),
        *((period, Staffing.UNKNOWN) for period in covered.unknowns),
    ):
        for index in range((period.start - begin) // minute, (period.end - begin) // minute):
            staffings[index] = staffing
    assert staffings == [staffing for _, staffing, _ in read]
    assert covered.covered + covered.unknown + covered.gap == end - begin
    assert all(
        one.end < other.start or one.staffing is not other.staffing for one, other in pairwise(covered.gaps)
    )

    broken = {
        begin + index * minute
        for period in breaches(board, request_, begin, end)
        for index in range((period.start - begin) // minute, (period.end - begin) // minute)
    }
    assert broken == {
        begin + index * minute
        for index, (state, _, _) in enumerate(read)
        if state is not State.OPEN and state_at(request_.must_cover, start + index) is State.OPEN
    }

    changes = {}
    for each in changes_after(board, begin):
        if each.at >= end:
            break
        for change in each.requests:
            changes[each.at] = change.staffing
    assert changes == {
        begin + index * minute: now[1]
        for index, (before, now) in enumerate(pairwise(read), start=1)
        if now[1] is not before[1]
    }

    state, _, channels = read[0]
    answer = who(board, request_, begin)
    assert (answer.contact and answer.contact.channel) == (channels[0] if channels else None)
    if state is not State.OPEN:
        opening = next((index for index, each in enumerate(read) if each[0] is State.OPEN), None)
        if opening is None:
            assert answer.opens is None or answer.opens.at >= end
        else:
            assert (answer.opens.channel, answer.opens.at) == (read[opening][2][0], begin + opening * minute)
