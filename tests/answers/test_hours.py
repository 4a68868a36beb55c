"""States, until and opens of hand-made timetables: zones, clock changes, nights, holidays, comments."""

from datetime import timedelta

import pytest

from helpdesk_tui.answers.status import channel_status
from helpdesk_tui.board.board import State
from tests.support import board_of, instant, one_channel

OPEN, CLOSED, UNKNOWN = State.OPEN, State.CLOSED, State.UNKNOWN


def desk(text, at, **fold):
    board, moment = board_of(text, at, **fold)
    return channel_status(board, board.channels["desk"], moment)


def check(text, at, state, until, opens):
    found = desk(text, at)
    assert found.state is state
    assert found.until == (until and instant(until))
    assert found.opens == (opens and instant(opens))


@pytest.mark.parametrize(
    ("weekly", "at", "state", "until", "opens"),
    [
        # On 29 March the clock goes from 02:00 (+01:00) to 03:00 (+02:00), at 01:00 UTC.
        pytest.param("02:30-05:00", "2026-03-29T00:59Z", CLOSED, "2026-03-29T01:00Z", "2026-03-29T01:00Z",
                     id="spring: hours that begin in the skipped hour open at the skip"),
        pytest.param("02:30-05:00", "2026-03-29T01:00Z", OPEN, "2026-03-29T03:00Z", "2026-03-30T00:30Z",
                     id="spring: and last until the wall clock says so"),
        pytest.param("01:00-02:30", "2026-03-29T00:59Z", OPEN, "2026-03-29T01:00Z", "2026-03-29T23:00Z",
                     id="spring: hours that end in the skipped hour close at the skip"),
        pytest.param("02:15-02:45", "2026-03-28T23:30Z", CLOSED, "2026-03-30T00:15Z", "2026-03-30T00:15Z",
                     id="spring: hours wholly in the skipped hour do not come that day"),
        pytest.param("22:00-06:00", "2026-03-28T22:00Z", OPEN, "2026-03-29T04:00Z", "2026-03-29T20:00Z",
                     id="spring: the night is an hour shorter"),
        pytest.param("00:00-24:00", "2026-03-29T00:00Z", OPEN, None, None, id="spring: all day is all day"),
        # On 25 October it goes from 03:00 (+02:00) back to 02:00 (+01:00), at 01:00 UTC.
        pytest.param("02:15-02:45", "2026-10-25T00:20Z", OPEN, "2026-10-25T00:45Z", "2026-10-25T01:15Z",
                     id="autumn: hours in the repeated hour come a first time"),
        pytest.param("02:15-02:45", "2026-10-25T00:50Z", CLOSED, "2026-10-25T01:15Z", "2026-10-25T01:15Z",
                     id="autumn: end"),
        pytest.param("02:15-02:45", "2026-10-25T01:20Z", OPEN, "2026-10-25T01:45Z", "2026-10-26T01:15Z",
                     id="autumn: and come a second time"),
        pytest.param("00:00-02:30", "2026-10-25T00:29Z", OPEN, "2026-10-25T00:30Z", "2026-10-25T01:00Z",
                     id="autumn: hours that end in the repeated hour end twice"),
        pytest.param("00:00-02:30", "2026-10-25T01:00Z", OPEN, "2026-10-25T01:30Z", "2026-10-25T23:00Z",
                     id="autumn: the second time"),
        pytest.param("02:30-06:00", "2026-10-25T00:30Z", OPEN, "2026-10-25T01:00Z", "2026-10-25T01:30Z",
                     id="autumn: hours that begin in the repeated hour begin twice"),
        pytest.param("22:00-06:00", "2026-10-24T20:00Z", OPEN, "2026-10-25T05:00Z", "2026-10-25T21:00Z",
                     id="autumn: the night is an hour longer"),
        pytest.param("Mo-Fr 09:00-17:00", "2026-03-27T16:30Z", CLOSED, "2026-03-30T07:00Z", "2026-03-30T07:00Z",
                     id="over a change the wall clock's hour is kept"),
    ],
)  # fmt: skip
def test_in_madrid_the_state_is_what_the_rules_say_of_the_wall_clock(weekly, at, state, until, opens):
    check(one_channel(weekly, zone="Europe/Madrid"), at, state, until, opens)


@pytest.mark.parametrize(
    ("weekly", "at", "state"),
    [
        pytest.param("Fr 22:00-06:00; Sa 14:00-24:00", "2026-11-27T23:00", OPEN, id="semicolon, friday night"),
        pytest.param("Fr 22:00-06:00; Sa 14:00-24:00", "2026-11-28T00:00", CLOSED, id="semicolon, midnight"),
        pytest.param("Fr 22:00-06:00; Sa 14:00-24:00", "2026-11-28T03:00", CLOSED, id="semicolon, night"),
        pytest.param("Fr 22:00-06:00; Sa 14:00-24:00", "2026-11-28T14:00", OPEN, id="semicolon, afternoon"),
        pytest.param("Fr 22:00-06:00, Sa 14:00-24:00", "2026-11-28T00:00", OPEN, id="comma, midnight"),
        pytest.param("Fr 22:00-06:00, Sa 14:00-24:00", "2026-11-28T03:00", OPEN, id="comma, night"),
        pytest.param("Fr 22:00-06:00, Sa 14:00-24:00", "2026-11-28T06:00", CLOSED, id="comma, morning"),
        pytest.param("Fr 22:00-06:00, Sa 14:00-24:00", "2026-11-29T00:00", CLOSED, id="comma, sunday"),
        pytest.param("Fr 22:00-06:00", "2026-11-27T03:00", CLOSED, id="the night belongs to friday"),
        pytest.param("Mo-Fr 08:00-18:00; Su 22:00-06:00", "2026-11-23T03:00", OPEN, id="sunday's night on monday"),
        pytest.param("Mo-Fr 08:00-18:00; Su 22:00-06:00", "2026-11-23T06:00", CLOSED, id="sunday's night is over"),
        pytest.param("Mo-Fr 08:00-18:00; Su 22:00-06:00", "2026-11-23T08:00", OPEN, id="monday's own hours"),
        pytest.param("Mo-Fr 22:00-06:00; Su 20:00-06:00", "2026-11-23T03:00", OPEN, id="two nights that meet"),
        pytest.param("Mo-Fr 22:00-06:00; Su 20:00-06:00", "2026-11-22T03:00", CLOSED, id="no saturday night"),
        pytest.param("Mo-Fr 07:00-22:00; Sa-Su 22:00-06:00", "2026-11-23T03:00", OPEN, id="a week's end's night"),
        pytest.param("Mo-Fr 07:00-22:00; Sa-Su 22:00-06:00", "2026-11-22T03:00", OPEN,
                     id="saturday's night on sunday, of one rule"),
        pytest.param("Mo-Su 08:00-20:00; Dec 24 20:00-04:00", "2026-12-25T03:00", OPEN, id="the night of a date"),
        pytest.param("Mo-Su 08:00-20:00; Dec 24 20:00-04:00", "2026-12-25T09:00", OPEN, id="the day after it"),
        pytest.param("Mo-Su 08:00-20:00; Dec 24 20:00-04:00", "2026-12-24T10:00", CLOSED, id="the date itself"),
        pytest.param("Mo-Su 22:00-06:00; 2026 Dec 24 off", "2026-12-24T03:00", CLOSED, id="off: the night before"),
        pytest.param("Mo-Su 22:00-06:00; 2026 Dec 24 off", "2026-12-25T03:00", OPEN, id="off: its own night stands"),
        pytest.param("Mo-Fr 08:00-18:00; We 12:00-14:00 off", "2026-11-25T11:00", OPEN, id="off takes its times"),
        pytest.param("Mo-Fr 08:00-18:00; We 12:00-14:00 off", "2026-11-25T13:00", CLOSED, id="off, in its times"),
        pytest.param('Mo-Fr 08:00-18:00 "by appointment"', "2026-11-23T10:00", UNKNOWN, id="a comment alone"),
        pytest.param('Mo-Fr 08:00-18:00 "by appointment"', "2026-11-23T19:00", CLOSED, id="outside of its times"),
        pytest.param('"by appointment"', "2026-11-23T10:00", UNKNOWN, id="nothing but a comment"),
        pytest.param('Mo-Fr 08:00-18:00 open "desk 3"', "2026-11-23T10:00", OPEN, id="open, with a comment"),
        pytest.param('Mo 08:00-18:00 "ask"; Tu 08:00-18:00 open "ask"', "2026-11-23T10:00", UNKNOWN, id="each its own"),
        pytest.param('Mo 08:00-18:00 "ask"; Tu 08:00-18:00 open "ask"', "2026-11-24T10:00", OPEN, id="open beside it"),
        pytest.param("Mo 17:00+", "2026-11-23T16:59", CLOSED, id="before an open end's start"),
        pytest.param("Mo 17:00+", "2026-11-23T17:00", UNKNOWN, id="an open end from its start"),
        pytest.param("Mo 17:00+", "2026-11-24T02:59", UNKNOWN, id="an open end after midnight"),
        pytest.param("Mo 17:00-22:00+", "2026-11-23T21:59", OPEN, id="open until the open end"),
        pytest.param("Mo 17:00-22:00+", "2026-11-23T22:00", UNKNOWN, id="then unknown"),
        pytest.param("Mo 07:00+,12:00-16:00", "2026-11-23T11:59", UNKNOWN, id="an open end before other times"),
        pytest.param("Mo 07:00+,12:00-16:00", "2026-11-23T16:00", CLOSED, id="ends with them"),
        pytest.param("Mo 17:00+ off", "2026-11-23T18:00", CLOSED, id="an open end of being closed"),
        pytest.param("Mo-Fr 20:00-32:00", "2026-11-28T07:59", OPEN, id="hours past 24 are the next morning"),
        pytest.param("Mo-Fr 20:00-32:00", "2026-11-28T08:00", CLOSED, id="hours past 24 end"),
        pytest.param("17:00+", "2026-11-23T16:59", CLOSED, id="before an open end's start, on every day"),
        pytest.param("17:00+", "2026-11-23T17:00", UNKNOWN, id="an open end from its start on, on every day"),
        pytest.param("Mo 20:00-24:00+", "2026-11-23T23:59", OPEN, id="open until an open end at midnight"),
        pytest.param("Mo 20:00-24:00+", "2026-11-24T00:00", UNKNOWN, id="an open end at midnight"),
        pytest.param("Mo 20:00-24:00+", "2026-11-24T07:59", UNKNOWN, id="an open end at midnight, eight hours on"),
        pytest.param("Mo 20:00-24:00+", "2026-11-24T08:00", CLOSED, id="an open end at midnight is over"),
        pytest.param("Mo-Fr 08:00-12:00,14:00-18:00", "2026-11-23T11:59", OPEN, id="split day, morning"),
        pytest.param("Mo-Fr 08:00-12:00,14:00-18:00", "2026-11-23T12:00", CLOSED, id="split day, lunch"),
        pytest.param("Mo-Fr 08:00-12:00,14:00-18:00", "2026-11-23T13:59", CLOSED, id="split day, lunch's end"),
        pytest.param("Mo-Fr 08:00-12:00,14:00-18:00", "2026-11-23T14:00", OPEN, id="split day, afternoon"),
        pytest.param("Mo-Fr 08:00-12:00,14:00-18:00", "2026-11-23T18:00", CLOSED, id="split day, evening"),
        pytest.param("Mo[1] 09:00-10:00", "2026-12-07T09:30", OPEN, id="the month's first monday"),
        pytest.param("Mo[1] 09:00-10:00", "2026-12-14T09:30", CLOSED, id="the month's second monday"),
        pytest.param("Mo-Fr 09:00-17:00; Jan,Dec We[1] off", "2027-01-04T10:00", OPEN,
                     id="the first wednesday of two months, and no other day of the first one"),
        pytest.param("Mo-Fr 09:00-17:00; Jan,Dec We[1] off", "2027-01-06T10:00", CLOSED,
                     id="the first wednesday of two months, in the first"),
        pytest.param("Mo-Fr 09:00-17:00; Jan,Dec We[1] off", "2026-12-02T10:00", CLOSED,
                     id="the first wednesday of two months, in the second"),
        pytest.param("2027 Mar Mo-Fr 09:00-17:00", "2027-03-10T10:00", OPEN, id="a month of a year"),
        pytest.param("2027 Mar Mo-Fr 09:00-17:00", "2028-03-10T10:00", CLOSED, id="a month of another year"),
        pytest.param("2026 Nov-Dec Mo-Fr 09:00-17:00", "2026-12-10T10:00", OPEN, id="months of a year"),
        pytest.param("Mo-Fr 09:00-17:00; 2026 Dec off", "2026-12-10T10:00", CLOSED, id="a month off"),
        pytest.param("off", "2026-11-23T12:00", CLOSED, id="never"),
        pytest.param("unknown", "2026-11-23T12:00", UNKNOWN, id="unknown by the rules"),
        pytest.param("Mo-Fr 09:00-17:00; 2026 Dec 31 off", "2026-12-31T10:00", CLOSED, id="dated rule"),
        pytest.param("Mo-Fr 09:00-17:00; 2026 Dec 31 off", "2027-12-31T10:00", OPEN, id="in its year alone"),
        pytest.param("Mo-Fr 09:00-17:00; Dec 24-Jan 02 off", "2027-01-01T10:00", CLOSED, id="over the year's end"),
        pytest.param("Th 22:00-06:00", "2027-01-01T05:59", OPEN, id="new year's night"),
        pytest.param("Mo-Su 09:00-17:00; Feb 29 off", "2028-02-29T10:00", CLOSED, id="29 February"),
        pytest.param("Mo-Su 09:00-17:00; Feb 29 off", "2027-03-01T10:00", OPEN, id="no 29 February that year"),
        pytest.param("Mo-Su 09:00-17:00; Feb 29 off", "2027-02-28T10:00", OPEN, id="nor on the 28th"),
    ],
)  # fmt: skip
def test_the_rules_of_a_week_hold_at_the_minute(weekly, at, state):
    assert desk(one_channel(weekly), at).state is state


@pytest.mark.parametrize(
    ("weekly", "at", "until", "opens"),
    [
        pytest.param("Mo 18:00-24:00", "2026-11-23T20:00", "2026-11-24T00:00", "2026-11-30T18:00", id="24:00"),
        pytest.param("Mo 18:00-24:00; Tu 00:00-02:00", "2026-11-23T20:00", "2026-11-24T02:00",
                     "2026-11-30T18:00", id="24:00 and 00:00 are one instant"),
        pytest.param("Mo-Su 00:00-24:00", "2026-11-23T20:00", None, None, id="every day, whole"),
        pytest.param("24/7", "2026-11-23T20:00", None, None, id="24/7"),
        pytest.param("off", "2026-11-23T20:00", None, None, id="never"),
        pytest.param("Mo-Fr", "2026-11-27T20:00", "2026-11-28T00:00", "2026-11-30T00:00", id="whole days"),
        pytest.param("24/7; 2026 Dec 31 off", "2026-12-30T10:00", "2026-12-31T00:00", "2027-01-01T00:00",
                     id="dated rule"),
        pytest.param("Th 22:00-06:00", "2026-12-31T23:00", "2027-01-01T06:00", "2027-01-07T22:00",
                     id="year's end"),
        pytest.param("Mo-Fr 09:00-17:00; Feb 29 off", "2028-02-28T18:00", "2028-03-01T09:00",
                     "2028-03-01T09:00", id="29 February is left out"),
        pytest.param("Feb 29 10:00-12:00", "2027-03-01T00:00", "2028-02-29T10:00", "2028-02-29T10:00",
                     id="29 February a year ahead"),
        pytest.param("Feb 29 10:00-12:00", "2027-02-01T00:00", None, None, id="29 February too far ahead"),
        pytest.param("2027 Nov 28 10:00-12:00", "2026-11-23T10:00", "2027-11-28T10:00", "2027-11-28T10:00",
                     id="370 days ahead"),
        pytest.param("2027 Nov 28 10:00-12:00", "2026-11-23T09:59:59", None, None,
                     id="370 days and a second ahead"),
        pytest.param("2027 Nov 29 00:00-12:00", "2026-11-23T23:59", None, None, id="late in the day"),
        pytest.param("24/7; 2027 Nov 28 off", "2026-11-23T23:59", "2027-11-28T00:00", None,
                     id="closing within the look-ahead, opening again beyond it"),
        pytest.param("Mo 09:00-10:00 unknown; Tu 09:00-10:00", "2026-11-22T09:00", "2026-11-23T09:00",
                     "2026-11-24T09:00", id="unknown is a change and no opening"),
    ],
)  # fmt: skip
def test_until_and_opens_look_370_days_ahead(weekly, at, until, opens):
    found = desk(one_channel(weekly), at)
    assert found.until == (until and instant(until))
    assert found.opens == (opens and instant(opens))


@pytest.mark.parametrize(
    ("at", "state", "until"),
    [
        pytest.param("2026-11-23T04:14:59Z", CLOSED, "2026-11-23T04:15Z", id="before 10:00"),
        pytest.param("2026-11-23T04:15Z", OPEN, "2026-11-23T11:15Z", id="10:00"),
        pytest.param("2026-11-23T11:15Z", CLOSED, "2026-11-24T04:15Z", id="17:00"),
        pytest.param("2026-11-27T18:15Z", CLOSED, "2026-11-29T04:15Z", id="saturday begins at 18:15 UTC"),
    ],
)
def test_kathmandu_is_five_hours_and_three_quarters_ahead(at, state, until):
    found = desk(one_channel("Su-Fr 10:00-17:00", zone="Asia/Kathmandu"), at)
    assert (found.state, found.until) == (state, instant(until))


@pytest.mark.parametrize(
    ("zone", "day", "start", "end"),
    [
        pytest.param("Europe/Madrid", "2026-03-29", "2026-03-28T23:00Z", "2026-03-29T22:00Z", id="23 hours"),
        pytest.param("Europe/Madrid", "2026-10-25", "2026-10-24T22:00Z", "2026-10-25T23:00Z", id="25 hours"),
        pytest.param("Europe/Madrid", "2026-11-23", "2026-11-22T23:00Z", "2026-11-23T23:00Z", id="24 hours"),
        pytest.param("America/Havana", "2026-03-08", "2026-03-08T05:00Z", "2026-03-09T04:00Z", id="no midnight"),
        pytest.param(
            "America/Havana", "2026-11-01", "2026-11-01T04:00Z", "2026-11-02T05:00Z", id="two midnights"
        ),
        pytest.param("Asia/Beirut", "2026-03-29", "2026-03-28T22:00Z", "2026-03-29T21:00Z", id="skip at 00:00"),
        pytest.param("Asia/Beirut", "2026-10-24", "2026-10-23T21:00Z", "2026-10-24T22:00Z", id="back to 23:00"),
        pytest.param("Asia/Beirut", "2026-10-25", "2026-10-24T22:00Z", "2026-10-25T22:00Z", id="the day after"),
        pytest.param("Asia/Kathmandu", "2026-11-23", "2026-11-22T18:15Z", "2026-11-23T18:15Z", id="+05:45"),
        pytest.param("Pacific/Apia", "2011-12-30", "2011-12-30T10:00Z", "2011-12-30T10:00Z", id="no such day"),
        pytest.param("Pacific/Apia", "2011-12-31", "2011-12-30T10:00Z", "2011-12-31T10:00Z", id="after it"),
        pytest.param("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00Z", "2026-04-05T13:30Z", id="24.5 h"),
    ],
)  # fmt: skip
def test_a_day_is_as_long_as_its_zone_makes_it(zone, day, start, end):
    board, moment = board_of(one_channel("24/7", zone=zone), f"{day}T12:00")
    date = board.local(moment).date() if day != "2011-12-30" else board.around.replace(day=30)
    assert date.isoformat() == day
    assert board.day(date) == (instant(start), instant(end))


@pytest.mark.parametrize(
    ("weekly", "zone", "at", "spans"),
    [
        pytest.param("00:00-00:30", "America/Havana", "2026-11-01T04:00Z", "04:00 o 04:30 c 05:00 o 05:30 c",
                     id="a repeated midnight opens twice"),
        pytest.param("00:00-01:30", "America/Havana", "2026-03-08T05:00Z", "05:00 o 05:30 c",
                     id="a skipped midnight opens late"),
        pytest.param("23:30-24:00", "Asia/Beirut", "2026-10-24T20:00Z", "20:00 c 20:30 o 21:00 c 21:30 o 22:00 c",
                     id="a day's last hour, twice"),
        pytest.param("00:00-00:30", "Asia/Beirut", "2026-03-28T21:00Z", "21:00 c", id="a skipped half hour"),
        pytest.param("Su 00:00-01:00", "Asia/Beirut", "2026-10-24T20:00Z", "20:00 c 22:00 o 23:00 c",
                     id="sunday begins once"),
    ],
)  # fmt: skip
def test_where_a_clock_change_meets_midnight_spans_follow_the_wall_clock(weekly, zone, at, spans):
    board, moment = board_of(one_channel(weekly, zone=zone), at)
    found = board.spans(board.channels["desk"], moment, moment + timedelta(hours=4))
    letters = {OPEN: "o", CLOSED: "c"}
    assert " ".join(f"{each.start:%H:%M} {letters[each.state]}" for each in found) == spans


@pytest.mark.parametrize(
    ("weekly", "at", "until", "comment"),
    [
        pytest.param('Mo-Fr 09:00-17:00 open "front desk"', "2026-11-23T10:00", "2026-11-23T17:00", "front desk",
                     id="of open"),
        pytest.param('Mo-Fr 09:00-17:00; 2026 Dec 31 off "closing"', "2026-12-31T10:00", "2027-01-01T09:00",
                     "closing", id="of closed"),
        pytest.param('Mo 09:00-17:00 unknown "ask first"', "2026-11-23T10:00", "2026-11-23T17:00", "ask first",
                     id="of unknown"),
        pytest.param('Mo-Fr 09:00-17:00 "by appointment"', "2026-11-23T10:00", "2026-11-23T17:00", "by appointment",
                     id="of a comment alone"),
        pytest.param('Mo 20:00-24:00+ "24:00+, 2027Mar"', "2026-11-23T21:00", "2026-11-24T08:00", "24:00+, 2027Mar",
                     id="that looks like a rule"),
        pytest.param('Mo 08:00-10:00 open "a", Mo 10:00-12:00 open "b"', "2026-11-23T09:00", "2026-11-23T12:00", "a",
                     id="two comments, one state: the first"),
        pytest.param('Mo 08:00-10:00 open "a", Mo 10:00-12:00 open "b"', "2026-11-23T10:00", "2026-11-23T12:00", "b",
                     id="two comments, one state: the second"),
    ],
)  # fmt: skip
def test_a_comment_says_why_and_is_no_change_of_state(weekly, at, until, comment):
    found = desk(one_channel(weekly), at)
    assert (found.until, found.comment) == (instant(until), comment)


@pytest.mark.parametrize(
    ("on_holidays", "at", "state", "comment", "until"),
    [
        pytest.param("open", "2026-12-08T10:00", OPEN, None, "2026-12-08T19:00", id="open"),
        pytest.param("closed", "2026-12-08T10:00", CLOSED, "La Inmaculada Concepción", "2026-12-09T07:00",
                     id="closed"),
        pytest.param("closed", "2026-12-08T00:00", CLOSED, "La Inmaculada Concepción", "2026-12-09T07:00",
                     id="closed, all day"),
        pytest.param("closed", "2026-12-07T20:00", CLOSED, None, "2026-12-09T07:00", id="closed, the eve"),
        pytest.param("unknown", "2026-12-08T10:00", UNKNOWN, "La Inmaculada Concepción", "2026-12-08T19:00",
                     id="unknown"),
        pytest.param("unknown", "2026-12-08T20:00", CLOSED, None, "2026-12-09T07:00", id="unknown, closed"),
    ],
)  # fmt: skip
def test_a_holiday_follows_the_rule_of_its_hours(on_holidays, at, state, comment, until):
    text = one_channel("Mo-Fr 07:00-19:00", on_holidays=on_holidays, header="country = 'CO'\nlanguage = 'es'")
    found = desk(text, at)
    assert (found.state, found.comment, found.until) == (state, comment, instant(until))


@pytest.mark.parametrize(
    ("at", "state", "until"),
    [
        pytest.param("2026-12-07T23:00", OPEN, "2026-12-08T00:00", id="the night before, until midnight"),
        pytest.param("2026-12-08T00:00", UNKNOWN, "2026-12-08T06:00", id="its spill on the holiday's date"),
        pytest.param(
            "2026-12-08T23:00", UNKNOWN, "2026-12-09T00:00", id="the holiday's night, until midnight"
        ),
        pytest.param("2026-12-09T00:00", OPEN, "2026-12-09T06:00", id="its spill on the next date"),
    ],
)
def test_a_holiday_acts_by_calendar_date_on_a_night(at, state, until):
    found = desk(one_channel("Mo-Fr 22:00-06:00", header="country = 'CO'"), at)
    assert (found.state, found.until) == (state, instant(until))


@pytest.mark.parametrize(
    ("weekly", "as_day", "at", "state", "comment", "until"),
    [
        # The 8th of December of 2026, a Tuesday, is a holiday.
        pytest.param("Mo-Fr 07:00-19:00; Su 09:00-13:00", "Su", "2026-12-08T08:00", CLOSED, "Rest",
                     "2026-12-08T09:00", id="before the Sunday's hours"),
        pytest.param("Mo-Fr 07:00-19:00; Su 09:00-13:00", "Su", "2026-12-08T09:00", OPEN, "Rest",
                     "2026-12-08T13:00", id="in the Sunday's hours"),
        pytest.param("Mo-Fr 07:00-19:00; Su 09:00-13:00", "Su", "2026-12-08T13:00", CLOSED, "Rest",
                     "2026-12-09T07:00", id="after the Sunday's hours"),
        pytest.param("Mo-Fr 07:00-19:00; Sa 08:00-12:00", "Sa", "2026-12-08T11:00", OPEN, "Rest",
                     "2026-12-08T12:00", id="as a Saturday"),
        pytest.param("Mo-Fr 07:00-19:00", "Su", "2026-12-08T10:00", CLOSED, "Rest", "2026-12-09T07:00",
                     id="no rule for Sunday"),
        pytest.param('Mo-Fr 07:00-19:00; Su 09:00-13:00 unknown "ask"', "Su", "2026-12-08T10:00", UNKNOWN, "ask",
                     "2026-12-08T13:00", id="a comment of the rule"),
        pytest.param("Mo-Fr 07:00-19:00; Su 09:00-13:00 unknown", "Su", "2026-12-08T10:00", UNKNOWN, None,
                     "2026-12-08T13:00", id="unknown on Sundays: not for the holiday"),
        pytest.param("Mo-Su 07:00-19:00; Dec 08 09:00-12:00", "Su", "2026-12-08T11:00", OPEN, "Rest",
                     "2026-12-08T12:00", id="a rule for its date"),
        pytest.param('Su 07:00-19:00; 2026 Dec 13 off "inventory"', "Su", "2026-12-08T11:00", OPEN, "Rest",
                     "2026-12-08T19:00", id="not what is said of the date of that Sunday"),
        pytest.param("Mo-Su 07:00-19:00; Dec Su 09:00-12:00", "Su", "2026-12-08T11:00", OPEN, "Rest",
                     "2026-12-08T12:00", id="a rule for Sundays of its month"),
        pytest.param("Mo-Su 07:00-19:00; week 50 Su 09:00-12:00", "Su", "2026-12-08T11:00", OPEN, "Rest",
                     "2026-12-08T12:00", id="a rule for Sundays of its week"),
        pytest.param("Mo-Su 07:00-19:00; week 51 Su 09:00-12:00", "Su", "2026-12-08T13:00", OPEN, "Rest",
                     "2026-12-08T19:00", id="not of the next week"),
        pytest.param("Mo-Su 07:00-19:00; Su[2] 09:00-12:00", "Su", "2026-12-08T11:00", OPEN, "Rest",
                     "2026-12-08T12:00", id="the second Sunday of the month, that of its week"),
        pytest.param("Mo-Su 07:00-19:00; Dec Tu[1]-Dec Tu[2] 09:00-12:00", "Su", "2026-12-08T11:00", OPEN, "Rest",
                     "2026-12-08T12:00", id="a range of dates that ends with a weekday"),
        pytest.param("Mo-Su 07:00-19:00; Dec Mo[2] -6 days 09:00-12:00", "Su", "2026-12-08T11:00", OPEN, "Rest",
                     "2026-12-08T12:00", id="a date that is counted from a weekday"),
        pytest.param("Mo-Fr 22:00-06:00", "Su", "2026-12-08T03:00", OPEN, "Rest", "2026-12-08T06:00",
                     id="the night before stands"),
        pytest.param("Mo-Fr 22:00-06:00; Su 09:00-13:00", "Su", "2026-12-08T03:00", CLOSED, "Rest",
                     "2026-12-08T09:00", id="unless a rule for Sunday replaces the whole day"),
        pytest.param("Mo-Fr 22:00-06:00, Su 09:00-13:00", "Su", "2026-12-08T03:00", OPEN, "Rest",
                     "2026-12-08T06:00", id="and not one that adds to it"),
        pytest.param("Mo-Fr 22:00-06:00", "Su", "2026-12-08T23:00", CLOSED, "Rest", "2026-12-09T22:00",
                     id="no night of its own weekday"),
        pytest.param("Mo-Fr 08:00-18:00, Su 22:00-04:00", "Su", "2026-12-08T23:00", OPEN, "Rest",
                     "2026-12-09T04:00", id="the Sunday's night"),
        pytest.param("Mo-Fr 08:00-18:00, Su 22:00-04:00", "Su", "2026-12-09T03:00", OPEN, None,
                     "2026-12-09T04:00", id="until the morning after"),
    ],
)  # fmt: skip
def test_a_holiday_is_like_another_day_of_the_week(weekly, as_day, at, state, comment, until):
    found = desk(one_channel(weekly, on_holidays=f"as {as_day}", holidays="2026-12-08 = 'Rest'"), at)
    assert (found.state, found.comment, found.until) == (state, comment, instant(until))


def test_a_holiday_like_a_sunday_keeps_the_wall_clocks_hours_where_the_clock_changes():
    # On Sunday, 25 October, the clock of Madrid goes back, an hour after a Saturday's night has begun.
    text = one_channel(
        "Mo-Fr 09:00-17:00; Sa 22:00-06:00, Su 02:30-07:00",
        zone="Europe/Madrid", on_holidays="as Sa", holidays="2026-10-25 = 'Rest'",
    )  # fmt: skip
    check(text, "2026-10-25T00:30Z", OPEN, "2026-10-25T05:00Z", "2026-10-25T21:00Z")
    check(text, "2026-10-25T21:00Z", OPEN, "2026-10-26T05:00Z", "2026-10-26T08:00Z")


def test_hours_of_every_minute_are_always_open_on_a_holiday_like_another_day():
    found = desk(one_channel("24/7", on_holidays="as Su", holidays="2026-12-08 = 'Rest'"), "2026-12-08T10:00")
    assert (found.state, found.until, found.always) == (OPEN, None, True)


@pytest.mark.parametrize(
    ("header", "holidays", "at", "comment"),
    [
        pytest.param("country = 'CO'", "2026-12-24 = 'Nochebuena'", "2026-12-24T10:00", "Nochebuena", id="added"),
        pytest.param("country = 'CO'", "2026-07-13 = false", "2026-07-13T10:00", None, id="removed"),
        pytest.param("country = 'CO'", "2026-07-14 = false", "2026-07-14T10:00", None, id="removed in vain"),
        pytest.param("country = 'CO'", "12-24 = 'Nochebuena'", "2026-12-24T10:00", "Nochebuena", id="every year"),
        pytest.param("country = 'CO'", "12-24 = 'Nochebuena'", "2027-12-24T10:00", "Nochebuena",
                     id="every year, the next one"),
        pytest.param("", "01-04 = 'Inventory'", "2027-01-04T10:00", "Inventory", id="every year, without a country"),
        pytest.param("country = 'CO'", "12-25 = false", "2026-12-25T10:00", None, id="removed from every year"),
        pytest.param("", "12-24 = 'A'\n2026-12-24 = 'B'", "2026-12-24T10:00", "B", id="the dated name wins"),
        pytest.param("", "2026-12-24 = 'B'\n12-24 = 'A'", "2026-12-24T10:00", "B", id="the dated name wins, first"),
        pytest.param("", "2026-12-24 = 'B'\n12-24 = 'A'", "2027-12-24T10:00", "A", id="in its year alone"),
        pytest.param("", "2026-12-24 = false\n12-24 = 'A'", "2026-12-24T10:00", None, id="removed in one year"),
        pytest.param("country = 'CO'\nlanguage = 'es'", "2026-12-25 = 'Cierre'\n12-25 = false", "2026-12-25T10:00",
                     "Navidad, Cierre", id="removed in all years but one"),
        pytest.param("", "02-29 = 'Leap'", "2028-02-29T10:00", "Leap", id="the 29th of February"),
        pytest.param("", "02-29 = 'Leap'", "2027-03-01T10:00", None, id="not the 1st of March"),
        pytest.param("country = 'CO'\nlanguage = 'es'", "2026-12-25 = 'Cierre'", "2026-12-25T10:00",
                     "Navidad, Cierre", id="added to another"),
        pytest.param("", "2026-11-23 = 'Moving day'", "2026-11-23T10:00", "Moving day", id="without a country"),
        pytest.param("", "", "2026-12-25T10:00", None, id="no country, no holiday"),
        pytest.param("country = 'CO'\nlanguage = 'en'", "", "2026-12-25T10:00", "Christmas Day", id="in English"),
        pytest.param("country = 'DE-BY'", "", "2026-01-06T10:00", "Epiphany", id="of a subdivision"),
        pytest.param("country = 'DE'", "", "2026-01-06T10:00", None, id="of a subdivision alone"),
        pytest.param("country = 'DE-BY'\nlanguage = 'es'", "", "2026-01-06T10:00", "Heilige Drei Könige",
                     id="in the calendar's own language"),
    ],
)  # fmt: skip
def test_the_books_corrections_and_subdivision_make_its_holidays(header, holidays, at, comment):
    found = desk(one_channel("Mo-Fr 09:00-17:00", header=header, holidays=holidays), at)
    assert found.comment == comment
    assert found.state is (UNKNOWN if comment else OPEN)


def test_a_holiday_lasts_as_long_as_its_date_on_a_day_of_25_hours():
    text = one_channel("24/7", zone="Asia/Beirut", on_holidays="closed", holidays="2026-10-24 = 'Rest'")
    check(text, "2026-10-23T21:00Z", CLOSED, "2026-10-24T22:00Z", "2026-10-24T22:00Z")


def test_a_holiday_replaces_the_comment_of_a_rule_that_is_open():
    text = one_channel('Mo-Fr 09:00-17:00 open "front desk"', holidays="2026-11-23 = 'Moving day'")
    assert desk(text, "2026-11-23T10:00").comment == "Moving day"


def test_a_rule_that_is_unknown_keeps_its_own_comment_on_a_holiday():
    text = one_channel('Mo-Fr 09:00-17:00 unknown "ask"', holidays="2026-11-23 = 'Moving day'")
    assert desk(text, "2026-11-23T10:00").comment == "ask"


@pytest.mark.parametrize(
    ("minutes", "at", "soon"),
    [
        pytest.param(0, "2026-11-23T16:59:59", False, id="never"),
        pytest.param(1440, "2026-11-23T09:00", True, id="a day"),
        pytest.param(5, "2026-11-23T16:54:59", False, id="five minutes and a second"),
        pytest.param(5, "2026-11-23T16:55", True, id="five minutes"),
    ],
)
def test_how_soon_is_soon_is_the_books_to_say(minutes, at, soon):
    text = one_channel("Mo-Fr 09:00-17:00", header=f"closing_soon = {minutes}")
    assert desk(text, at).closing_soon is soon


def test_a_change_of_comment_is_no_opening():
    text = one_channel('Mo 08:00-10:00 open "a", Mo 10:00-12:00 open "b"')
    assert desk(text, "2026-11-23T09:00").opens == instant("2026-11-30T08:00")


def test_closing_soon_looks_past_a_change_of_comment():
    text = one_channel('Mo 08:00-10:00 open "a", Mo 10:00-12:00 open "b"')
    assert not desk(text, "2026-11-23T09:45").closing_soon
    assert desk(text, "2026-11-23T11:45").closing_soon


def test_opening_out_of_an_unknown_hour_counts_as_an_opening():
    text = one_channel("Mo 08:00-10:00 unknown, Mo 10:00-12:00")
    found = desk(text, "2026-11-23T09:00")
    assert found.until == found.opens == instant("2026-11-23T10:00")


def test_hours_that_are_not_published_are_unknown_for_ever():
    found = desk(one_channel(None), "2026-11-23T10:00")
    assert (found.state, found.channel.hours, found.until, found.opens) == (UNKNOWN, None, None, None)
