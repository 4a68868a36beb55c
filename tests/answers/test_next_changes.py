from datetime import timedelta

import pytest

from helpdesk_tui.answers.next_changes import next_changes
from tests.support import DESK_TEXT, board_of, desk_board, one_channel


def asked(text, at, hours):
    board, now = board_of(text, at)
    return board, next_changes(board, now, now + timedelta(hours=hours))


def told(board, changes):
    """A group of changes in words: when, the channels' ids and states, the requests' ids and staffing."""
    channels = [f"{each.channel.id} {each.state}" for each in changes.channels]
    requests = [f"{each.request.id} {each.staffing}" for each in changes.requests]
    return [board.local(changes.at).isoformat()[5:16], *channels, "|", *requests]


EVENING = [
    "11-23T19:00",
    "phone closed",
    "email closed",
    "chat closed",
    "|",
    "p2 message",
    "p3 message",
    "p4 message",
]
PQRSA = ["11-23T17:00", "pqrsa closed", "|", "pqrsa message"]


@pytest.mark.parametrize(
    ("at", "hours", "expected"),
    [
        pytest.param("2026-11-23T16:25", 8, [PQRSA, EVENING], id="changes at one instant are one group"),
        pytest.param("2026-11-23T16:25", 2, [PQRSA], id="within the hours alone"),
        pytest.param("2026-11-23T11:00", 8, [PQRSA, EVENING], id="the last instant of the hours belongs to them"),
        pytest.param("2026-11-23T10:59", 8, [PQRSA], id="a minute before, it does not"),
        pytest.param("2026-11-23T17:00", 2, [EVENING], id="what changes now has changed"),
        pytest.param(
            "2026-12-08T06:00",
            2,
            [["12-08T07:00", "phone unknown", "email unknown", "chat unknown", "pqrsa unknown", "|",
              "p2 unknown", "p3 unknown", "p4 unknown", "pqrsa unknown"]],
            id="on a holiday they become unknown",
        ),
    ],
)  # fmt: skip
def test_the_changes_of_the_coming_hours_in_order_of_time(at, hours, expected):
    board, found = asked(DESK_TEXT, at, hours)
    assert [told(board, each) for each in found.changes] == expected
    assert found.first_after is None


def test_where_nothing_changes_the_first_changes_after_are_told():
    board, found = asked(DESK_TEXT, "2026-11-21T14:00", 8)
    assert found.changes == ()
    assert told(board, found.first_after)[:2] == ["11-23T07:00", "phone open"]
    assert len(found.first_after.channels) == 4


@pytest.mark.parametrize("weekly", ["24/7", None, "Mo-Su 00:00-24:00", "2030 Jan 1 10:00-12:00"])
def test_a_desk_that_never_changes_in_the_coming_year_has_no_first_change(weekly):
    _, found = asked(one_channel(weekly), "2026-11-23T10:00", 8)
    assert found[1:] == ((), None)


def test_another_comment_alone_is_no_change():
    board, found = asked(
        one_channel('Mo-Fr 08:00-12:00 open "desk 3", Mo-Fr 12:00-18:00 open "desk 4"'), "2026-11-23T10:00", 9
    )
    assert [told(board, each)[:2] for each in found.changes] == [["11-23T18:00", "desk closed"]]


def test_a_request_that_another_channel_still_attends_does_not_change():
    board, now = desk_board("2026-11-23T18:00")
    (found,) = next_changes(board, now, now + timedelta(hours=2)).changes
    assert "phone" in board.requests["p1"].route
    assert "p1" not in [each.request.id for each in found.requests]


def test_the_hours_pass_as_they_do_over_a_change_of_the_clock():
    board, found = asked(one_channel("Mo-Su 09:00-10:00", zone="Europe/Madrid"), "2026-10-25T01:00", 9)
    assert [told(board, each)[0] for each in found.changes] == ["10-25T09:00"]
