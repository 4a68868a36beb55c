"""The iCalendar export of a roster's turns or of one person's, read back by other programs' readers."""

from datetime import UTC, datetime, timedelta

import icalendar
import pytest
import vobject

from helpdesk_tui.board.duty_calendar import read_hand_overs
from helpdesk_tui.board.duty_names import Names
from helpdesk_tui.cli.exports.duty_ics import duty_calendar
from tests.support import board_of

BOOK = """
[book]
title = "Mesa; ayuda"
organization = "O"
language = "es"
timezone = "Europe/Madrid"
[people.ana]
name = "Ana, Ruiz"
telephone = "+34 600 100 200"
[people.leon]
name = "León"
telephone = "+34 600 100 201"
[rosters.r]
name = "Noche"
[[rosters.r.turns]]
from = 2026-10-05T08:00:00
every = "1 week"
members = ["ana", "leon", ""]
[[rosters.r.overrides]]
person = "leon"
from = 2026-10-06T08:00:00
until = 2026-10-07T08:00:00
reason = "médico"
[channels.desk]
name = "Desk"
on_duty = "r"
[requests.p1]
name = "P1"
route = ["desk"]
"""
BOARD, AT = board_of(BOOK, "2026-10-06T12:00")
ROSTER = BOARD.rosters["r"]
START, END = datetime(2026, 10, 5, tzinfo=UTC), datetime(2026, 11, 10, tzinfo=UTC)
READERS = {
    "icalendar": lambda data: [
        (str(each["SUMMARY"]), each["DTSTART"].dt, each["DTEND"].dt)
        for each in icalendar.Calendar.from_ical(data).events
    ],
    "vobject": lambda data: [
        (each.summary.value, each.dtstart.value, each.dtend.value)
        for each in vobject.readOne(data.decode()).contents.get("vevent", ())
    ],
}
DUTIES = [
    ("Ana, Ruiz", "2026-10-05T06:00", "2026-10-06T06:00"),
    ("León", "2026-10-06T06:00", "2026-10-07T06:00"),
    ("Ana, Ruiz", "2026-10-07T06:00", "2026-10-12T06:00"),
    ("León", "2026-10-12T06:00", "2026-10-19T06:00"),
    ("Ana, Ruiz", "2026-10-26T07:00", "2026-11-02T07:00"),
    ("León", "2026-11-02T07:00", "2026-11-09T07:00"),
]


def instants(rows):
    return [
        (name, *(datetime.fromisoformat(each).replace(tzinfo=UTC) for each in times)) for name, *times in rows
    ]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("person", "expected"),
    [(None, DUTIES), ("leon", [row for row in DUTIES if row[0] == "León"]), ("nobody", [])],
)
def test_other_programs_read_the_duties(reader, person, expected):
    data = duty_calendar(BOARD, [ROSTER], START, END, AT, person)
    assert READERS[reader](data) == instants(expected)


def test_a_duty_under_way_is_exported_whole():
    (first, *_) = READERS["icalendar"](duty_calendar(BOARD, [ROSTER], START + timedelta(days=9), END, AT))
    assert first == instants(DUTIES)[3]


def test_a_duty_is_the_same_event_in_every_export():
    exports = [duty_calendar(BOARD, [ROSTER], start, END, AT) for start in (START, START + timedelta(days=9))]
    uids = [[str(each["UID"]) for each in icalendar.Calendar.from_ical(data).events] for data in exports]
    assert len({*uids[0]}) == len(uids[0])
    assert uids[1] == uids[0][-len(uids[1]) :]


def test_an_export_is_read_as_the_calendar_of_a_roster():
    names = Names((person.id, person.name, None) for person in BOARD.people.values())
    import zoneinfo

    held = read_hand_overs(
        duty_calendar(BOARD, [ROSTER], START, END, AT),
        names,
        zoneinfo.ZoneInfo(BOARD.timezone),
        BOARD.start,
        END,
    )
    read = [(each.start, each.person and each.person.id) for each in held]
    turns = [
        (each.start, each.person)
        for each in ROSTER.from_moment(int(START.timestamp()))
        if each.start < END.timestamp()
    ]
    assert read[1:] == turns[1:]


def test_the_duties_of_two_books_are_different_events():
    other = BOARD._replace(title="Another desk")
    uids = [
        {str(each["UID"]) for each in icalendar.Calendar.from_ical(data).events}
        for data in (duty_calendar(board, [ROSTER], START, END, AT) for board in (BOARD, other))
    ]
    assert not uids[0] & uids[1]
