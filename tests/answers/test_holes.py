from datetime import date

import pytest

from helpdesk_tui.answers.holes import Recurring, first, holes, joined
from tests.support import board_of

DESK = """
[book]
title = "Desk"
timezone = "Europe/Madrid"

[hours.day]
weekly = "Mo-Fr 08:00-18:00"
[hours.asked]
weekly = 'Mo-Fr 18:00-20:00 unknown "ask first"'

[channels.phone]
name = "Phone"
hours = "day"
telephone = "+34 913 36 80 00"
[channels.mail]
name = "Mail"
hours = "day"
email = "desk@example.com"
takes_messages = true
[channels.late]
name = "Late"
hours = "asked"
email = "late@example.com"

[requests.rule]
name = "Rule"
route = ["phone"]
must_cover = "Mo-Fr 08:00-19:00"
[requests.twin]
name = "Twin"
route = ["phone"]
[requests.mail]
name = "Mail"
route = ["mail"]
[requests.late]
name = "Late"
route = ["late", "phone"]
"""


MONDAY = date(2026, 11, 23)


def found(text, day, days, requests=None):
    board, _ = board_of(text, f"{day.isoformat()}T12:00")
    chosen = [board.requests[key] for key in requests or board.requests]
    return board, holes(board, chosen, *board.days(day, days))


def told(board, hole):
    start, end = board.local(hole.period.start), board.local(hole.period.end)
    return f"{hole.kind} {start:%m-%d %H:%M} {end:%m-%d %H:%M} {' '.join(each.id for each in hole.requests)}"


def test_holes_stand_worst_first_and_are_shared():
    board, result = found(DESK, MONDAY, 1)
    assert [told(board, each) for each in result] == [
        "breach 11-23 18:00 11-23 19:00 rule",
        "nobody 11-23 00:00 11-23 08:00 rule twin late",
        "nobody 11-23 18:00 11-24 00:00 rule twin",
        "nobody 11-23 20:00 11-24 00:00 late",
        "message 11-23 00:00 11-23 08:00 mail",
        "message 11-23 18:00 11-24 00:00 mail",
        "unknown 11-23 18:00 11-23 20:00 late",
    ]


def test_a_hole_within_a_broken_rule_of_the_same_request_is_not_told_twice():
    text = DESK.replace("Mo-Fr 08:00-19:00", "24/7")
    board, result = found(text, MONDAY, 1, ["rule", "twin"])
    assert [told(board, each) for each in result] == [
        "breach 11-23 00:00 11-23 08:00 rule",
        "breach 11-23 18:00 11-24 00:00 rule",
        "nobody 11-23 00:00 11-23 08:00 twin",
        "nobody 11-23 18:00 11-24 00:00 twin",
    ]


def test_where_every_hour_is_staffed_there_is_no_hole():
    assert found(DESK.replace("Mo-Fr 08:00-18:00", "24/7"), MONDAY, 7, ["rule", "twin", "mail"])[1] == []


def rows(text, day, days, requests):
    board, result = found(text, day, days, requests)
    shown = joined(board, result)
    singles = [row for each in shown for row in (each.holes if isinstance(each, Recurring) else [each])]
    assert sorted(singles) == sorted(result)
    return shown


def test_holes_at_the_same_hours_are_one_and_none_is_lost():
    (breach, *others) = rows(DESK, MONDAY, 28, ["rule"])
    assert (len(breach.holes), {each.weekday() for each in breach.days}, breach.without) == (
        20,
        {0, 1, 2, 3, 4},
        (),
    )
    nights = [row for row in others if isinstance(row, Recurring)]
    assert [(len(row.holes), sorted({day.weekday() for day in row.days})) for row in nights] == [
        (16, [0, 1, 2, 3]),
        (3, [4]),
    ]


def test_a_day_that_is_left_out_is_named():
    text = DESK.replace('"Mo-Fr 08:00-18:00"', '"Mo-Fr 08:00-18:00; 2026 Dec 02 08:00-24:00"')
    breach = rows(text, MONDAY, 28, ["rule"])[0]
    assert (len(breach.holes), [f"{each}" for each in breach.without]) == (19, ["2026-12-02"])


@pytest.mark.parametrize(
    ("days", "kinds"),
    [
        pytest.param(2, [False] * 2, id="two are told one by one"),
        pytest.param(3, [True], id="three as one"),
    ],
)
def test_a_few_holes_are_told_one_by_one(days, kinds):
    unknown = [row for row in rows(DESK, MONDAY, days, ["late"]) if first(row).kind == "unknown"]
    assert [isinstance(row, Recurring) for row in unknown] == kinds


def test_holes_on_too_few_of_their_days_are_told_one_by_one():
    weekly = "Mo-Su 00:00-24:00; 2026 Nov 24,2026 Nov 26,2026 Nov 29,2026 Dec 09 00:00-18:00"
    joined = rows(DESK.replace("Mo-Fr 08:00-18:00", weekly), MONDAY, 28, ["twin"])
    assert [isinstance(row, Recurring) for row in joined] == [False] * 4


def test_a_night_in_which_the_clock_changes_is_told_by_itself():
    joined = rows(DESK.replace("Mo-Fr 08:00-18:00", "Mo-Su 08:00-18:00"), date(2026, 10, 19), 14, ["twin"])
    lengths = [
        (len(row.holes), (row.holes[0].period.end - row.holes[0].period.start).total_seconds() / 3600)
        for row in joined
        if isinstance(row, Recurring)
    ]
    assert lengths == [(12, 14.0)]
    assert 15.0 in [
        (row.period.end - row.period.start).total_seconds() / 3600
        for row in joined
        if not isinstance(row, Recurring)
    ]
