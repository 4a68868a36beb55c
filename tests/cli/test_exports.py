"""Text, JSON, CSV and the calendar agree with the spans, minute by minute and across clock changes."""

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta
from itertools import groupby, islice
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar

from helpdesk_tui.cli.coverage_text import lines
from helpdesk_tui.cli.exports.answer_json import coverage_dict, dump
from helpdesk_tui.cli.exports.coverage_csv import table
from helpdesk_tui.cli.exports.coverage_ics import calendar
from tests.answers.test_strips import ZONES, minutes_of, read_minutes, staffing_of, windows
from tests.cli.program import window_on

WORDS = {"live": "staffed", "message": "messages only", "unknown": "unconfirmed", "nobody": "unstaffed"}


def read(window, zone):
    """Each request's runs of one look, read minute by minute: `{id: [(start, end, look), ...]}`."""
    minutes = minutes_of(zone, window.first, window.days)
    found = {}
    for request in window.requests:
        route = [read_minutes(window.question.board, key, minutes) for key in request.route]
        looks = staffing_of(window.question.board, request)
        runs = groupby(
            zip(minutes, map(min, zip(*route, strict=True)), strict=True), key=lambda each: each[1]
        )
        found[request.id] = []
        for state, run in runs:
            seconds = [minute[0] for minute, _ in run]
            start, end = (datetime.fromtimestamp(at, UTC) for at in (seconds[0], seconds[-1] + 60))
            found[request.id].append((start, end, looks[state].value))
    return found


def from_json(window):
    """What the JSON says of gaps and unconfirmed stretches, with its minutes checked against them."""
    found = {}
    for each in json.loads(dump(coverage_dict(window), indent=None))["requests"]:
        runs = [
            (row, look)
            for key, look in (("gaps", each["gap_look"]), ("unknown", "unknown"))
            for row in each[key]
        ]
        found[each["id"]] = sorted(
            (datetime.fromisoformat(row["start"]), datetime.fromisoformat(row["end"]), look)
            for row, look in runs
        )
        lengths = [
            sum(
                (
                    (end - start) // timedelta(minutes=1)
                    for start, end, look in found[each["id"]]
                    if (look == "unknown") is unknown
                ),
                0,
            )
            for unknown in (True, False)
        ]
        assert lengths == [each["unknown_minutes"], each["gap_minutes"]]
        covered = (window.end - window.start) // timedelta(minutes=1) - sum(lengths)
        assert each["covered_minutes"] == covered
    return found


def from_csv(window, zone):
    """What the rows say, those with one look that follow each other as one."""
    found = {request.id: [] for request in window.requests}
    names = {channel.id: channel.name for channel in window.question.board.channels.values()}
    for row in csv.DictReader(io.StringIO(table(window, excel=True).decode("utf-8-sig"), newline="")):
        start, end = (datetime.fromisoformat(row[key]) for key in ("start", "end"))
        for at, key in ((start, "start"), (end, "end")):
            local = at.astimezone(ZoneInfo(zone))
            assert (row[f"{key}_date"], row[f"{key}_time"]) == (f"{local:%Y-%m-%d}", f"{local:%H:%M}")
        assert int(row["minutes"]) == (end - start) // timedelta(minutes=1)
        assert row["look_in_words"] == WORDS[row["look"]]
        assert row["channel_names"] == ", ".join(names[key] for key in row["channels"].split())
        runs = found[row["request"]]
        if runs and runs[-1][1:] == (start, row["look"]):
            runs[-1] = (runs[-1][0], end, row["look"])
        else:
            runs.append((start, end, row["look"]))
    return found


def events_of(data):
    """The calendar's events by two parsers that know nothing of each other, as (start, end, summary)."""
    one = sorted(
        (event.decoded("dtstart"), event.decoded("dtend"), str(event["summary"]))
        for event in Calendar.from_ical(data).walk("VEVENT")
    )
    text = vobject.readOne(data.decode())
    other = sorted(
        (event.dtstart.value.astimezone(UTC), event.dtend.value.astimezone(UTC), event.summary.value)
        for event in text.contents.get("vevent", [])
    )
    assert one == other
    return one


def by_event(window, runs):
    """The events that these runs ask for: requests with the same stretch share one."""
    shared = {}
    for key, each in runs.items():
        for start, end, look in each:
            if look != "live":
                shared.setdefault((start, end, look), []).append(window.question.board.requests[key].name)
    return sorted(
        (start, end, f"{', '.join(names)}: {WORDS[look]}") for (start, end, look), names in shared.items()
    )


@pytest.mark.parametrize("zone", ZONES)
def test_every_form_says_what_a_minute_by_minute_reading_of_the_spans_says(zone):
    for seed, board, first, days in islice(windows(zone), 12):
        window = window_on(board, first, days)
        runs = read(window, zone)
        told = {key: [run for run in each if run[2] != "live"] for key, each in runs.items()}
        assert from_json(window) == told, seed
        assert from_csv(window, zone) == runs, seed
        assert events_of(calendar(window)) == by_event(window, runs), seed
        for request in window.requests:
            text = [
                "".join(piece.text for piece in line)
                for line in lines(window_on(board, first, days, (request,)))
            ]
            words = [line.strip().partition(" from ")[0] for line in text if " from " in line]
            assert words == [WORDS[look] for _, _, look in told[request.id]], seed
            lengths = {look: (end - start) for start, end, look in told[request.id]}
            assert all(WORDS[look] in text[1] for look in lengths), seed


def test_events_keep_their_names_from_one_export_to_the_next_and_have_one_each():
    for zone in ("Europe/Madrid", "America/Bogota"):
        for _, board, first, days in islice(windows(zone), 5):
            later = window_on(board, first, days)
            later = later._replace(question=later.question._replace(at=later.start + timedelta(hours=7)))
            exports = [calendar(window_on(board, first, days)), calendar(later)]
            names = [
                [str(event["uid"]) for event in Calendar.from_ical(data).walk("VEVENT")] for data in exports
            ]
            assert names[0] == names[1]
            assert len(set(names[0])) == len(names[0])


def test_an_event_that_two_windows_hold_whole_has_one_name_in_both():
    _, board, first, _ = next(windows("Europe/Madrid"))
    names = []
    for days in (2, 3):
        window = window_on(board, first, days)
        names.append(
            {
                (event.decoded("dtstart"), str(event["summary"])): str(event["uid"])
                for event in Calendar.from_ical(calendar(window)).walk("VEVENT")
                if event.decoded("dtend") < board.day(first + timedelta(days=2))[0]
            }
        )
    assert names[0]
    assert names[0] == names[1]


def test_a_name_with_every_sign_of_the_formats_comes_back_as_it_is():
    _, board, first, _ = next(windows("Europe/Madrid"))
    name = 'A, "b"; c\\n: ñ · ' + "客服" * 40
    request = board.requests["r1"]._replace(name=name)
    board = board._replace(requests={"r1": request})
    window = window_on(board, first, 3)
    assert {summary.rpartition(": ")[0] for _, _, summary in events_of(calendar(window))} == {name}
    rows = csv.DictReader(io.StringIO(table(window).decode(), newline=""))
    assert {row["name"] for row in rows} == {name}


def test_holidays_are_days_of_the_calendar():
    _, board, first, _ = next(windows("America/Bogota"))
    board = board._replace(holidays={first: "Día, festivo"})
    data = calendar(window_on(board, first, 2))
    event = vobject.readOne(data.decode()).contents["vevent"][-1]
    assert (event.summary.value, event.dtstart.value, event.dtend.value) == (
        "Día, festivo", first, first + timedelta(days=1),
    )  # fmt: skip
    assert type(event.dtstart.value) is date
