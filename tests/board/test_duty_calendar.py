"""Who is on duty by a calendar file: constructs of iCalendar, habits of programs, hostile files."""

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk_tui.board.calendar_file import UnreadCalendarError
from helpdesk_tui.board.duty_calendar import HandOver, read_hand_overs
from helpdesk_tui.board.duty_names import Named, Names, rank_and_name

MADRID, LORD_HOWE, BOGOTA = (
    ZoneInfo(name) for name in ("Europe/Madrid", "Australia/Lord_Howe", "America/Bogota")
)
PEOPLE = Names(
    [
        ("ana", "Ana Ruiz", "ana@x.co"),
        ("leon", "León Mora", None),
        ("w", "Ana - María", None),
        ("two", "Sam", None),
        ("three", "SAM", None),
    ]
)
ANA, LEON, SMITH = Named("ana", "Ana Ruiz"), Named("leon", "León Mora"), Named(None, "J. Smith")


def calendar(*events: str, head: str = "") -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", *head.split("|")]
    for number, event in enumerate(events):
        uid = [] if "UID:" in event else [f"UID:{number}"]
        lines += ["BEGIN:VEVENT", "DTSTAMP:20260101T000000Z", *uid, *event.split("|"), "END:VEVENT"]
    return "\r\n".join([*(line for line in lines if line), "END:VCALENDAR", ""]).encode()


def duty(content: bytes, zone: ZoneInfo, start: str, end: str) -> list[str]:
    """Each change in the zone's time, with the person's id or name."""
    instants = [datetime.fromisoformat(each).replace(tzinfo=zone) for each in (start, end)]
    held = read_hand_overs(content, PEOPLE, zone, *instants)
    return [f"{datetime.fromtimestamp(each.start, zone):%m-%d %H:%M%z} {shown(each)}" for each in held]


def shown(held: HandOver) -> str:
    return "-" if held.person is None else held.person.id or held.person.name


ZONE = "BEGIN:VTIMEZONE|TZID:Oficina|BEGIN:STANDARD|DTSTART:19700101T000000|TZOFFSETFROM:-0300|TZOFFSETTO:-0300|END:STANDARD|END:VTIMEZONE"

ROWS = {
    "one event, and nobody around it": (
        ["DTSTART:20260105T080000Z|DTEND:20260105T200000Z|SUMMARY:ana"],
        ["01-05 03:00 ana", "01-05 15:00 -"],
    ),
    "a weekly rule of two people": (
        [
            "DTSTART;TZID=America/Bogota:20251208T080000|DTEND;TZID=America/Bogota:20251215T080000|RRULE:FREQ=WEEKLY;INTERVAL=2|SUMMARY:ana",
            "DTSTART;TZID=America/Bogota:20251215T080000|DTEND;TZID=America/Bogota:20251222T080000|RRULE:FREQ=WEEKLY;INTERVAL=2|SUMMARY:LEON  mora",
        ],
        ["01-05 00:00 leon", "01-05 08:00 ana"],
    ),
    "steps of two weeks meet one weekday": (
        [
            "DTSTART:20251222T080000|DTEND:20251222T200000|SUMMARY:ana|RRULE:FREQ=DAILY;INTERVAL=14;BYDAY=MO,WE"
        ],
        ["01-05 08:00 ana", "01-05 20:00 -"],
    ),
    "EXDATE leaves one out": (
        [
            "DTSTART:20260101T130000Z|DTEND:20260101T140000Z|RRULE:FREQ=DAILY;UNTIL=20260107T130000Z|EXDATE:20260106T130000Z|SUMMARY:Ana ruiz"
        ],
        ["01-05 08:00 ana", "01-05 09:00 -", "01-07 08:00 ana", "01-07 09:00 -"],
    ),
    "COUNT ends a rule": (
        ["DTSTART:20260104T130000Z|DTEND:20260104T140000Z|RRULE:FREQ=DAILY;COUNT=2|SUMMARY:ana"],
        ["01-05 08:00 ana", "01-05 09:00 -"],
    ),
    "RDATE adds one": (
        ["DTSTART:20260105T130000Z|DTEND:20260105T140000Z|RDATE:20260108T150000Z|SUMMARY:ana"],
        ["01-05 08:00 ana", "01-05 09:00 -", "01-08 10:00 ana", "01-08 11:00 -"],
    ),
    "RECURRENCE-ID moves one and gives it to another": (
        [
            "UID:r|DTSTART:20260105T130000Z|DTEND:20260105T140000Z|RRULE:FREQ=DAILY;COUNT=3|SUMMARY:ana",
            "UID:r|RECURRENCE-ID:20260106T130000Z|DTSTART:20260106T170000Z|DTEND:20260106T190000Z|SUMMARY:leon",
        ],
        [
            "01-05 08:00 ana",
            "01-05 09:00 -",
            "01-06 12:00 leon",
            "01-06 14:00 -",
            "01-07 08:00 ana",
            "01-07 09:00 -",
        ],
    ),
    "RECURRENCE-ID that is cancelled takes one away": (
        [
            "UID:r|DTSTART:20260105T130000Z|DTEND:20260105T140000Z|RRULE:FREQ=DAILY;COUNT=3|SUMMARY:ana",
            "UID:r|RECURRENCE-ID:20260106T130000Z|DTSTART:20260106T130000Z|DTEND:20260106T140000Z|STATUS:CANCELLED|SUMMARY:ana",
        ],
        ["01-05 08:00 ana", "01-05 09:00 -", "01-07 08:00 ana", "01-07 09:00 -"],
    ),
    "all day is from midnight to midnight": (
        ["DTSTART;VALUE=DATE:20260106|DTEND;VALUE=DATE:20260108|SUMMARY:ana|TRANSP:TRANSPARENT"],
        ["01-06 00:00 ana", "01-08 00:00 -"],
    ),
    "a day without an end is one day": (
        ["DTSTART;VALUE=DATE:20260106|SUMMARY:ana"],
        ["01-06 00:00 ana", "01-07 00:00 -"],
    ),
    "a day of every week": (
        ["DTSTART;VALUE=DATE:20260101|DTEND;VALUE=DATE:20260102|RRULE:FREQ=WEEKLY|SUMMARY:ana"],
        ["01-08 00:00 ana", "01-09 00:00 -"],
    ),
    "a time without a zone is the book's": (
        ["DTSTART:20260106T080000|DTEND:20260106T200000|SUMMARY:ana"],
        ["01-06 08:00 ana", "01-06 20:00 -"],
    ),
    "TZID of another zone": (
        ["DTSTART;TZID=Europe/Madrid:20260106T080000|DTEND;TZID=Europe/Madrid:20260106T200000|SUMMARY:ana"],
        ["01-06 02:00 ana", "01-06 14:00 -"],
    ),
    "TZID that the file itself defines": (
        ["DTSTART;TZID=Oficina:20260106T080000|DTEND;TZID=Oficina:20260106T200000|SUMMARY:ana"],
        ["01-06 06:00 ana", "01-06 18:00 -"],
    ),
    "cancelled": (["DTSTART:20260106T080000|DTEND:20260106T200000|SUMMARY:ana|STATUS:CANCELLED"], []),
    "no length": (["DTSTART:20260106T080000|SUMMARY:ana"], []),
    "DURATION": (
        ["DTSTART:20260106T080000|DURATION:PT12H|SUMMARY:ana"],
        ["01-06 08:00 ana", "01-06 20:00 -"],
    ),
    "the one that began last outranks": (
        [
            "DTSTART:20260106T080000|DTEND:20260108T080000|SUMMARY:ana",
            "DTSTART:20260106T200000|DTEND:20260107T080000|SUMMARY:leon",
        ],
        ["01-06 08:00 ana", "01-06 20:00 leon", "01-07 08:00 ana", "01-08 08:00 -"],
    ),
    "of two that begin together the shorter outranks": (
        [
            "DTSTART:20260106T080000|DTEND:20260106T100000|SUMMARY:leon",
            "DTSTART:20260106T080000|DTEND:20260108T080000|SUMMARY:ana",
        ],
        ["01-06 08:00 leon", "01-06 10:00 ana", "01-08 08:00 -"],
    ),
    "of two alike the later in the file outranks": (
        [
            "DTSTART:20260106T080000|DTEND:20260106T100000|SUMMARY:leon",
            "DTSTART:20260106T080000|DTEND:20260106T100000|SUMMARY:ana",
        ],
        ["01-06 08:00 ana", "01-06 10:00 -"],
    ),
    "a higher rank outranks all": (
        [
            "DTSTART:20260106T080000|DTEND:20260108T080000|SUMMARY:[L2] ana",
            "DTSTART:20260106T200000|DTEND:20260107T080000|SUMMARY:[L1] leon",
        ],
        ["01-06 08:00 ana", "01-08 08:00 -"],
    ),
    "two events of one person in a row are one duty": (
        [
            "DTSTART:20260106T080000|DTEND:20260106T100000|SUMMARY:ana",
            "DTSTART:20260106T100000|DTEND:20260106T120000|SUMMARY:Ana Ruiz",
        ],
        ["01-06 08:00 ana", "01-06 12:00 -"],
    ),
    "one that holds through the whole window": (
        ["DTSTART:20250106T080000|DTEND:20270106T100000|SUMMARY:ana"],
        ["01-05 00:00 ana"],
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_events_become_turns(row):
    events, expected = ROWS[row]
    turns = [
        each.replace("-0500", "")
        for each in duty(calendar(*events, head=ZONE), BOGOTA, "2026-01-05", "2026-01-12")
    ]
    assert turns[turns[0] == "01-05 00:00 -" :] == expected


DAILY = "DTSTART;TZID={zone}:20260301T{start}|DTEND;TZID={zone}:20260301T{end}|RRULE:FREQ=DAILY|SUMMARY:ana"
CHANGES = [
    (
        MADRID,
        "2026-03-29",
        "023000",
        "060000",
        ["03-29 00:00+0100 -", "03-29 03:30+0200 ana", "03-29 06:00+0200 -"],
    ),
    (
        MADRID,
        "2026-10-25",
        "023000",
        "060000",
        ["10-25 00:00+0200 -", "10-25 02:30+0200 ana", "10-25 06:00+0100 -"],
    ),
    (MADRID, "2026-10-25", "000000", "023000", ["10-25 00:00+0200 ana", "10-25 02:30+0200 -"]),
    (
        LORD_HOWE,
        "2026-04-05",
        "013000",
        "060000",
        ["04-05 00:00+1100 -", "04-05 01:30+1100 ana", "04-05 06:00+1030 -"],
    ),
    (
        LORD_HOWE,
        "2026-10-04",
        "020000",
        "060000",
        ["10-04 00:00+1030 -", "10-04 02:30+1100 ana", "10-04 06:00+1100 -"],
    ),
]


@pytest.mark.parametrize(("zone", "day", "start", "end", "expected"), CHANGES)
def test_a_daily_event_keeps_its_wall_time_over_a_clock_change(zone, day, start, end, expected):
    content = calendar(DAILY.format(zone=zone.key, start=start, end=end))
    assert duty(content, zone, day, f"{day}T23:00") == expected


def test_hours_of_a_duration_are_elapsed_time():
    content = calendar(
        "DTSTART;TZID=Europe/Madrid:20260301T200000|DURATION:PT12H|RRULE:FREQ=DAILY|SUMMARY:ana"
    )
    assert duty(content, MADRID, "2026-03-28T21:00", "2026-03-29T19:00") == [
        "03-28 21:00+0100 ana",
        "03-29 09:00+0200 -",
    ]


def test_hand_overs_in_utc_stay_in_the_hour_that_the_clock_repeats():
    events = (
        "DTSTART:20261024T220000Z|DTEND:20261025T003000Z|SUMMARY:ana",
        "DTSTART:20261025T003000Z|DTEND:20261025T013000Z|SUMMARY:leon",
    )
    content = calendar(*events, head="X-WR-TIMEZONE:Europe/Madrid")
    assert duty(content, MADRID, "2026-10-25", "2026-10-25T23:00") == [
        "10-25 00:00+0200 ana",
        "10-25 02:30+0200 leon",
        "10-25 02:30+0100 -",
    ]


def test_the_zone_of_the_calendar_stands_for_the_book_s():
    content = calendar("DTSTART;VALUE=DATE:20260106|SUMMARY:ana", head="X-WR-TIMEZONE:Europe/Madrid")
    assert duty(content, BOGOTA, "2026-01-05", "2026-01-08") == [
        "01-05 00:00-0500 -",
        "01-05 18:00-0500 ana",
        "01-06 18:00-0500 -",
    ]


NAMES = [
    ("ana", ANA),
    ("ANA RUIZ", ANA),
    ("Leon Mora", LEON),
    ("ana@x.co", ANA),
    ("On Call - Ana Ruiz - Mesa de ayuda", ANA),
    ("On Call - León Mora - Mesa - noche", LEON),
    ("On Call - Ana Ruiz", ANA),
    ("On-call: ana", ANA),
    ("On Call - Ana - María - Mesa", Named("w", "Ana - María")),
    ("On Call - J. Smith - Mesa - noche", SMITH),
    ("[L1] ana", ANA),
    ("J. Smith", SMITH),
    ("Sam", Named(None, "Sam")),
    ("J.\u202e Smith\x1b", SMITH),
    ("J.\\n Smith", Named(None, "J.\\n Smith")),
    ("", Named(None, "")),
    ("x" * 500, Named(None, "x" * 200)),
]


@pytest.mark.parametrize(("summary", "expected"), NAMES)
def test_a_summary_names_a_person_or_stands_as_it_is(summary, expected):
    assert PEOPLE.named(rank_and_name(summary)[1]) == expected


RULE = "DTSTART:20260101T080000Z|DTEND:20260101T080001Z|RRULE:{}|SUMMARY:ana"
REFUSED = {
    "a rule of every second": calendar(RULE.format("FREQ=SECONDLY")),
    "a folded rule of every second": calendar(RULE.format("FREQ=SEC\r\n ONDLY")),
    "a rule of every minute": calendar(RULE.format("FREQ=MINUTELY")),
    "a rule of every second of every day": calendar(
        RULE.format(
            f"FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))};BYMINUTE={','.join(map(str, range(60)))}"
        )
    ),
    "a rule that never matches": calendar(RULE.format("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")),
    "a rule of another weekday than that of its steps": calendar(
        RULE.format("FREQ=DAILY;INTERVAL=7;BYDAY=MO,WE")
    ),
    "hours that never meet a weekday": calendar(RULE.format("FREQ=HOURLY;INTERVAL=168;BYDAY=FR")),
    "many rules that never match": calendar(*[RULE.format("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30")] * 100),
    "rules since the year 1": calendar(
        "DTSTART:00010101T080000Z|DTEND:00010101T080001Z|RRULE:FREQ=DAILY|SUMMARY:ana"
    ),
    "many rules": calendar(*[RULE.format("FREQ=HOURLY")] * 1000),
    "a zone that changes every hour": calendar(
        "DTSTART;TZID=X:20260101T080000|SUMMARY:ana",
        head="BEGIN:VTIMEZONE|TZID:X|BEGIN:STANDARD|DTSTART:16010101T000000|TZOFFSETFROM:-0300|TZOFFSETTO:-0300|RRULE:FREQ=HOURLY|END:STANDARD|END:VTIMEZONE",
    ),
    "very many zones": b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VTIMEZONE\r\n" * 60_000,
    "very many dates": calendar(
        "DTSTART:20260101T000000Z|SUMMARY:ana|RDATE:" + ",".join(["20260101T000000Z"] * 25_000)
    ),
    "no calendar": b"<html>Sign in</html>",
    "empty": b"",
    "not text": b"BEGIN:VCALENDAR\xff",
    "cut off": calendar("DTSTART:20260101T080000Z|SUMMARY:ana")[:-40],
    "a start that is no time": calendar("DTSTART:tomorrow|SUMMARY:ana"),
    "no start": calendar("SUMMARY:ana"),
    "a zone that nobody knows": calendar(
        "DTSTART;TZID=Mars/Base:20260101T080000|DTEND;TZID=Mars/Base:20260101T090000|SUMMARY:ana"
    ),
    "a calendar's zone that nobody knows": calendar(
        "DTSTART:20260101T080000|DTEND:20260101T090000|SUMMARY:ana", head="X-WR-TIMEZONE:Mars/Base"
    ),
    "a zone outside of its folder": calendar(
        "DTSTART:20260101T080000|DTEND:20260101T090000|SUMMARY:ana", head="X-WR-TIMEZONE:../../etc/passwd"
    ),
    "a length beyond all time": calendar("DTSTART:20260101T080000Z|DURATION:P999999999W|SUMMARY:ana"),
    "a rule of no kind": calendar(RULE.format("FREQ=NEVER")),
    "a rule without numbers": calendar(RULE.format("FREQ=DAILY;INTERVAL=x")),
}


@pytest.mark.parametrize("row", REFUSED)
def test_a_broken_or_hostile_calendar_is_refused(row):
    with pytest.raises(UnreadCalendarError):
        duty(REFUSED[row], BOGOTA, "2026-01-05", "2027-01-05")


ZONES = st.sampled_from([MADRID, LORD_HOWE, BOGOTA])
RULES = st.builds(
    "FREQ={};INTERVAL={}{}".format,
    st.sampled_from(["HOURLY", "DAILY", "WEEKLY"]),
    st.integers(1, 30),
    st.sampled_from(["", ";BYDAY=MO,WE", ";COUNT=40", ";BYDAY=SA,SU"]),
).filter(
    # Whole weeks of days may never meet the weekday: dateutil would look for one until the year 9999.
    lambda rule: not re.fullmatch("FREQ=DAILY;INTERVAL=(7|14|21|28);BYDAY=.*", rule)
)
EVENTS = st.lists(
    st.tuples(st.integers(0, 40 * 48), st.integers(1, 200), RULES | st.none(), st.sampled_from("abcd")),
    max_size=6,
)


@settings(max_examples=1000, deadline=None)
@given(EVENTS, ZONES)
def test_turns_are_those_of_an_independent_reading(rows, zone):
    base = datetime(2026, 3, 1)  # noqa: DTZ001
    first, last = datetime(2026, 3, 20, tzinfo=zone), datetime(2026, 4, 12, tzinfo=zone)
    texts, spans = [], []
    for place, (at, length, rule, name) in enumerate(rows):
        start = base + timedelta(minutes=30 * at)
        end = start + timedelta(minutes=30 * length)
        texts.append(
            f"DTSTART;TZID={zone.key}:{start:%Y%m%dT%H%M%S}|DTEND;TZID={zone.key}:{end:%Y%m%dT%H%M%S}|SUMMARY:{name}"
            + (f"|RRULE:{rule}" if rule else "")
        )
        every = (
            {start, *rrulestr(rule, dtstart=start).between(base, base + timedelta(days=45), inc=True)}
            if rule
            else {start}
        )
        for each in every:
            begin, stop = ((wall.replace(tzinfo=zone)).timestamp() for wall in (each, each + (end - start)))
            spans.append((begin, stop, place, name))
    held = read_hand_overs(calendar(*texts), Names([]), zone, first, last)
    assert held[0].start == first.timestamp()
    assert all(
        before.start < after.start and before.person != after.person for before, after in pairwise(held)
    )
    # Between two of these seconds neither reading changes.
    edges = {edge for span in spans for edge in span[:2]} | {each.start for each in held}
    index = 0
    for second in sorted(edge for edge in edges if first.timestamp() <= edge < last.timestamp()):
        while index + 1 < len(held) and held[index + 1].start <= second:
            index += 1
        holding = [span for span in spans if span[0] <= second < span[1]]
        best = max(holding, key=lambda span: (span[0], -span[1], span[2]), default=None)
        assert shown(held[index]) == (best[3] if best else "-")


def test_a_year_of_turns_is_read_from_an_instant_in_utc():
    held = read_hand_overs(
        calendar("DTSTART:20260101T000000Z|DTEND:20260101T120000Z|RRULE:FREQ=DAILY|SUMMARY:ana"),
        PEOPLE,
        BOGOTA,
        datetime(2026, 1, 1, tzinfo=UTC),
        datetime(2027, 1, 1, tzinfo=UTC),
    )
    assert len(held) == 730
