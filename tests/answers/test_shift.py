from datetime import date

import pytest

from helpdesk_tui.answers.shift import current, following, sheet
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.shift import shift_in_brief
from tests.support import DESK_TEXT, board_of, one_channel

SHIFTS = """
[[shifts]]
name = "Mañana"
weekly = "Mo-Fr 06:00-14:00"

[[shifts]]
name = "Noche"
weekly = "Mo-Su 22:00-06:00"

[[shifts]]
name = "Nunca"
weekly = "2001 Jan 1 10:00-12:00"
"""


def wall(board, at):
    return board.local(at).isoformat()[:16]


def ids(contacts):
    return [contact.channel.id for contact in contacts]


def changed(changes):
    return [f"{each.channel.id} {each.state}" for each in changes.channels]


@pytest.mark.parametrize(
    ("at", "name", "start", "end"),
    [
        pytest.param(
            "2026-11-23T06:00", "Mañana", "2026-11-23T06:00", "2026-11-23T14:00", id="its first minute"
        ),
        pytest.param(
            "2026-11-23T13:59", "Mañana", "2026-11-23T06:00", "2026-11-23T14:00", id="its last minute"
        ),
        pytest.param(
            "2026-11-23T14:00", "Noche", "2026-11-23T22:00", "2026-11-24T06:00", id="between shifts"
        ),
        pytest.param(
            "2026-11-24T03:00", "Noche", "2026-11-23T22:00", "2026-11-24T06:00", id="after midnight"
        ),
        pytest.param("2026-11-28T12:00", "Noche", "2026-11-28T22:00", "2026-11-29T06:00", id="a Saturday"),
    ],
)
def test_the_shift_is_the_one_in_force_or_the_next(at, name, start, end):
    board, now = board_of(DESK_TEXT + SHIFTS, at)
    found = current(board, now)
    assert (found.name, wall(board, found.start), wall(board, found.end)) == (name, start, end)


@pytest.mark.parametrize(
    ("at", "name", "start"),
    [
        pytest.param("2026-11-23T06:00", "Noche", "2026-11-23T22:00", id="while one is worked"),
        pytest.param("2026-11-23T14:00", "Mañana", "2026-11-24T06:00", id="between shifts"),
        pytest.param("2026-11-24T03:00", "Mañana", "2026-11-24T06:00", id="after midnight"),
        pytest.param("2026-11-27T23:00", "Noche", "2026-11-28T22:00", id="over a weekend"),
    ],
)
def test_the_following_shift_is_the_one_after_the_current_or_the_coming_one(at, name, start):
    board, now = board_of(DESK_TEXT + SHIFTS, at)
    found = following(board, now)
    assert (found.name, wall(board, found.start)) == (name, start)


def test_the_following_shift_of_a_name_is_the_next_of_that_name():
    board, now = board_of(DESK_TEXT + SHIFTS, "2026-11-23T07:00")
    assert wall(board, following(board, now, board.shifts[0]).start) == "2026-11-24T06:00"
    assert following(board, now, board.shifts[2]) is None


@pytest.mark.parametrize("shift", ["", '[[shifts]]\nname = "Todo"\nweekly = "24/7"\n'])
def test_the_following_shift_of_a_desk_without_any_or_with_an_endless_one_is_the_next_day(shift):
    board, now = board_of(DESK_TEXT + shift, "2026-11-23T16:25")
    found = following(board, now)
    assert (wall(board, found.start), wall(board, found.end)) == ("2026-11-24T00:00", "2026-11-25T00:00")


def test_without_shifts_the_calendar_day_is_the_shift():
    board, now = board_of(DESK_TEXT, "2026-11-23T16:25")
    found = current(board, now)
    assert (found.name, wall(board, found.start), wall(board, found.end)) == (
        None,
        "2026-11-23T00:00",
        "2026-11-24T00:00",
    )


def test_a_shift_that_does_not_come_is_none():
    board, now = board_of(DESK_TEXT + SHIFTS, "2026-11-23T16:25")
    assert current(board, now, board.shifts[2]) is None


def test_a_shift_without_an_end_is_the_calendar_day():
    board, now = board_of(DESK_TEXT + '[[shifts]]\nname = "Todo"\nweekly = "24/7"\n', "2026-11-23T16:25")
    found = current(board, now)
    assert (found.name, wall(board, found.start), wall(board, found.end)) == (
        "Todo",
        "2026-11-23T00:00",
        "2026-11-24T00:00",
    )


@pytest.mark.parametrize(
    ("weekly", "start", "end", "brief"),
    [
        pytest.param("2026 Nov 10-2026 Dec 31 00:00-24:00", "2026-11-23T00:00", "2026-11-24T00:00", "Guardia", id="a day of it"),
        pytest.param("2026 Nov 23 08:00-24:00; 2026 Nov 24-2026 Dec 31 00:00-24:00", "2026-11-23T08:00", "2026-11-24T00:00", "Guardia", id="its first day"),
        pytest.param("2026 Nov 24-2026 Dec 31 00:00-24:00", "2026-11-24T00:00", "2026-11-25T00:00", "Guardia from tomorrow 00:00", id="one that is to come"),
        pytest.param("2026 Nov 01-2026 Nov 22 00:00-24:00; 2026 Nov 23 00:00-18:00", "2026-11-23T00:00", "2026-11-23T18:00", "Guardia until 18:00", id="its last day"),
        pytest.param("2026 Nov 18-2026 Nov 24 00:00-24:00", "2026-11-18T00:00", "2026-11-25T00:00", "Guardia until wed 00:00", id="a week is one shift"),
        pytest.param("24/7", "2026-11-23T00:00", "2026-11-24T00:00", "Guardia", id="without an end"),
    ],
)  # fmt: skip
def test_a_shift_of_more_than_a_week_is_shown_day_by_day(weekly, start, end, brief):
    shift = f'[[shifts]]\nname = "Guardia"\nweekly = "{weekly}"\n'
    board, now = board_of(DESK_TEXT + shift, "2026-11-23T16:25")
    found = current(board, now)
    assert (wall(board, found.start), wall(board, found.end)) == (start, end)
    assert shift_in_brief(Phrases(Language("en"), board, now), found) == brief


def test_the_sheet_tells_what_is_open_through_it_and_what_changes_when():
    board, now = board_of(DESK_TEXT + SHIFTS, "2026-11-23T06:30")
    found = sheet(board, current(board, now), now)
    assert (ids(found.through), ids(found.part)) == (["mobile"], ["phone", "email", "chat", "pqrsa"])
    assert (ids(found.unknown), ids(found.closed)) == ([], [])
    assert [(wall(board, each.at), changed(each)) for each in found.changes] == [
        ("2026-11-23T07:00", ["phone open", "email open", "chat open", "pqrsa open"])
    ]
    assert found.past == 0
    assert {each.request.id: [wall(board, gap.end) for gap in each.gaps] for each in found.coverages} == {
        "p1": [],
        "p2": ["2026-11-23T07:00"],
        "p3": ["2026-11-23T07:00"],
        "p4": ["2026-11-23T07:00"],
        "pqrsa": ["2026-11-23T07:00"],
    }
    assert found.holiday == date(2026, 12, 8)
    assert found.exceptions == ()


def test_the_sheet_leaves_out_what_is_over_and_counts_it():
    board, now = board_of(DESK_TEXT, "2026-11-23T17:00")
    found = sheet(board, current(board, now), now)
    assert [changed(each) for each in found.changes] == [["phone closed", "email closed", "chat closed"]]
    assert found.past == 5
    gaps = {each.request.id: [wall(board, gap.start) for gap in each.gaps] for each in found.coverages}
    assert gaps == {
        "p1": [],
        "p2": ["2026-11-23T19:00"],
        "p3": ["2026-11-23T19:00"],
        "p4": ["2026-11-23T19:00"],
        "pqrsa": ["2026-11-23T17:00"],
    }


def test_of_a_coming_shift_nothing_is_over():
    board, now = board_of(DESK_TEXT, "2026-11-23T17:00")
    found = sheet(board, following(board, now), now)
    assert (found.past, [wall(board, each.at)[8:] for each in found.changes]) == (
        0,
        ["24T07:00", "24T17:00", "24T19:00"],
    )


def test_what_changes_as_the_shift_ends_belongs_to_the_next_one():
    text = DESK_TEXT + '[[shifts]]\nname = "Tarde"\nweekly = "Mo-Fr 11:00-19:00"\n'
    board, now = board_of(text, "2026-11-23T12:00")
    found = sheet(board, current(board, now), now)
    assert [changed(each) for each in found.changes] == [["pqrsa closed"]]


def test_a_channel_that_never_opens_in_the_shift_is_named_too():
    board, now = board_of(DESK_TEXT, "2026-11-22T12:00")
    found = sheet(board, current(board, now), now)
    assert (ids(found.through), ids(found.closed)) == (["mobile"], ["phone", "email", "chat", "pqrsa"])


def test_the_sheet_names_the_exceptions_of_the_coming_seven_days():
    text = DESK_TEXT.replace(
        '"Mo-Fr 07:00-17:00"', '"Mo-Fr 07:00-17:00; 2026 Dec 10 off \\"mantenimiento\\""'
    )
    board, now = board_of(text, "2026-12-05T10:00")
    found = sheet(board, current(board, now), now)
    assert found.holiday == date(2026, 12, 8)
    assert [(each.day, each.comment, [c.id for c in each.channels]) for each in found.exceptions] == [
        (date(2026, 12, 8), "La Inmaculada Concepción", ["phone", "email", "chat", "pqrsa"]),
        (date(2026, 12, 10), "mantenimiento", ["pqrsa"]),
    ]


def test_the_exceptions_of_a_day_stand_in_the_order_of_their_hours():
    comments = ["b", "h", "a", "d", "c", "g", "f", "e"]
    weekly = ", ".join(
        f'2026 Dec 10 {hour:02}:00-{hour + 1:02}:00 open "{comment}"' for hour, comment in enumerate(comments)
    )
    board, now = board_of(one_channel(weekly), "2026-12-05T10:00")
    assert [each.comment for each in sheet(board, current(board, now), now).exceptions] == comments


def test_a_holiday_leaves_channels_unknown_on_the_sheet():
    board, now = board_of(DESK_TEXT, "2026-12-08T10:00")
    found = sheet(board, current(board, now), now)
    assert ids(found.unknown) == ["phone", "email", "chat", "pqrsa"]
