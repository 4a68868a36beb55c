"""Who is on duty over a stretch of time, held against who is on duty at each of its hours."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk_tui.answers.duty import duty, hand_overs
from helpdesk_tui.answers.duty_plan import duty_days, duty_spans
from helpdesk_tui.answers.status import channel_status
from helpdesk_tui.board.board import State
from helpdesk_tui.board.build import build
from tests.support import ask, board_of, book_of, instant

TEXT = (Path(__file__).parents[1] / "books" / "duty.toml").read_text("utf-8")
AT = "2026-11-25T10:00"


def spans(roster, weeks=4):
    board, at = board_of(TEXT, AT)
    start, end = board.days(board.local(at).date(), weeks * 7)
    return board, duty_spans(board, board.rosters[roster], start, end), start, end


def test_the_turns_of_a_roster_with_its_hole_and_its_override():
    board, found, _, _ = spans("guardia")
    assert [
        (f"{board.local(span.start):%m-%d %H:%M}", span.person and span.person.name, span.reason)
        for span in found
    ] == [
        ("11-25 00:00", None, None),
        ("11-25 08:00", "Marta Ruiz", None),
        ("11-27 18:00", "Luis Gómez", "Marta está de permiso"),
        ("11-28 08:00", "Marta Ruiz", None),
        ("12-02 08:00", "Ana Pérez", None),
        ("12-09 08:00", "Luis Gómez", None),
        ("12-16 08:00", None, None),
    ]
    assert [span.known and span.person is None for span in found] == [True, *[False] * 5, True]


@given(st.sampled_from(["guardia", "noche", "calendario"]), st.integers(1, 8), st.data())
def test_the_turns_tile_the_window_and_hold_who_is_on_duty_at_each_instant(roster, weeks, data):
    board, found, start, end = spans(roster, weeks)
    assert [span.start for span in found] == [start, *(span.end for span in found[:-1])]
    assert found[-1].end == end
    minutes = int((end - start).total_seconds()) // 60
    at = start + timedelta(minutes=data.draw(st.integers(0, minutes - 1)))
    (span,) = [span for span in found if span.start <= at < span.end]
    now = duty(board, board.rosters[roster], at)
    assert (span.person, span.known, span.reason) == (now.person, now.known, now.reason)


def test_a_day_names_those_on_duty_the_longest_first_and_tells_holes():
    board, at = board_of(TEXT, AT)
    days = duty_days(board, board.rosters["guardia"], board.local(at).date(), 22)
    assert [("".join(each.name[0] for each in day.people), day.has_hole) for day in days[:4]] == [
        ("M", True),
        ("M", False),
        ("ML", False),
        ("ML", False),
    ]
    assert [each.name for each in days[7].people] == ["Ana Pérez", "Marta Ruiz"]
    assert (days[21].has_hole, days[21].is_known) == (True, True)
    unknown = duty_days(board, board.rosters["calendario"], board.local(at).date(), 1)[0]
    assert (unknown.people, unknown.is_known, unknown.has_hole) == ((), False, False)


def test_of_two_channels_that_are_not_known_to_be_open_the_one_with_a_contact_is_named():
    text = TEXT.replace('telephone = "+57 318 7174939"\n', "").replace(
        'route = ["mobile", "phone"]', 'route = ["weekend", "phone"]'
    )
    answer = ask(text, "2026-12-08T10:00", "p1")
    assert [each.channel.id for each in (answer.contact, *answer.fallbacks)] == ["phone", "weekend"]
    assert not answer.fallbacks[0].channel.is_reached


def test_a_hand_over_at_midnight_stands_on_the_strip_of_the_day_that_it_begins():
    turns = 'from    = 2026-10-07T08:00:00\nevery   = "1 week"'
    text = TEXT.replace(turns, 'from    = 2026-10-07T00:00:00\nevery   = "12 hours"')
    assert text != TEXT
    board, at = board_of(text, "2026-11-24T10:00")
    assert hand_overs(board, board.channels["mobile"], board.local(at).date()) == [0, 12 * 60]


def test_channels_of_rosters_that_have_not_begun_are_fallbacks_of_each_other():
    text = TEXT.replace('telephone = "+57 318 7174938"\n', "").replace("2026-10-07", "2027-01-04")
    text = text.replace('route = ["night", "phone"]', 'route = ["mobile", "night"]')
    answer = ask(text, "2026-11-24T10:00", "p2")
    assert [each.channel.id for each in (answer.contact, *answer.fallbacks)] == ["mobile", "night"]


CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART:20261124T130000Z
DTEND:20261201T130000Z
SUMMARY:Pedro
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("old", "state", "comment"),
    [
        ('telephone = "+57 318 7174939"\n', State.UNKNOWN, "the book has no contact of who is on duty"),
        ("# nothing", State.OPEN, None),
    ],
    ids=["without a telephone of its own", "with one"],
)
def test_a_channel_by_which_nobody_reaches_who_is_on_duty_is_not_known_to_be_open(
    tmp_path, old, state, comment
):
    (tmp_path / "guardia.ics").write_text(CALENDAR.replace("\n", "\r\n"), "utf-8")
    at = instant(AT)
    board = build(book_of(TEXT.replace(old, "")), at, str(tmp_path / "contacts.toml"))
    status = channel_status(board, board.channels["weekend"], at)
    assert (status.state, status.comment, status.duty.person.name) == (state, comment, "Pedro")
