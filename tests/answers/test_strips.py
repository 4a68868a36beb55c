"""Strips against a reading of the spans minute by minute, in zones whose clocks do odd things."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

import pytest

from helpdesk_tui.answers.coverage import Staffing, coverage
from helpdesk_tui.answers.day import channel_strip, strips
from helpdesk_tui.board.board import Board, Channel, Request, State, Timetable
from helpdesk_tui.cli.coverage_text import lines
from helpdesk_tui.phrases.coverage import MARKS
from tests.cli.program import window_on
from tests.support import board_of

ZONES = {
    "Europe/Madrid": ["2027-03-28", "2027-10-31"],
    "America/Bogota": ["2026-11-23"],
    "Australia/Lord_Howe": ["2026-10-04", "2027-04-04"],  # half an hour
    "Asia/Kolkata": ["2026-12-31"],
    "America/Santiago": ["2026-09-06", "2027-04-03"],  # midnight is skipped, the hour before it comes twice
    "Asia/Beirut": ["2027-03-28", "2027-10-30"],  # the same
    "Africa/Casablanca": ["2027-02-07", "2027-03-14"],
    "Pacific/Apia": ["2011-12-30", "2011-09-24"],  # a whole day is skipped
    "America/St_Johns": ["2006-04-02", "2006-10-29"],  # a minute after midnight
}
ROUNDS = 100
STATES = [State.OPEN, State.UNKNOWN, State.CLOSED]
"""From the best to the worst; a reading is of their places in this list."""


@cache
def minutes_of(zone: str, first: date, days: int) -> list[tuple[int, date, int]]:
    """Every minute of these days: its second of the epoch, and the date and minute that the clock shows."""
    start = int(datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp()) - 86400
    clock = [
        (second, datetime.fromtimestamp(second, ZoneInfo(zone)))
        for second in range(start, start + (days + 3) * 86400, 60)
    ]
    begin, end = (
        next(second for second, local in clock if local.date() >= day)
        for day in (first, first + timedelta(days=days))
    )
    return [
        (second, local.date(), local.hour * 60 + local.minute)
        for second, local in clock
        if begin <= second < end
    ]


@cache
def cells_of(zone: str, first: date, days: int, count: int) -> list[int]:
    """The cell that each minute of these days falls in, counted through; -1 for one of another date."""
    cells = [
        (day - first).days * count + minute * count // 1440
        for _, day, minute in minutes_of(zone, first, days)
    ]
    return [cell if 0 <= cell < days * count else -1 for cell in cells]


def read_minutes(board: Board, key: str, minutes: list[tuple[int, date, int]]) -> list[int]:
    """The state of a channel at each of the minutes."""
    found: list[int] = []
    if minutes:
        start, end = (datetime.fromtimestamp(at, UTC) for at in (minutes[0][0], minutes[-1][0] + 60))
        for span in board.spans(board.channels[key], start, end):
            found += [STATES.index(span.state)] * ((span.end - span.start) // timedelta(minutes=1))
    assert len(found) == len(minutes)
    return found


def worst(read: list[int], cells: list[int], looks: list, days: int, count: int) -> list:
    """The worst of what was read in each cell of each day; None for one that no minute falls in."""
    found = [-1] * (days * count + 1)  # the last takes what falls in none
    for cell, value in zip(cells, read, strict=True):
        if value > found[cell]:
            found[cell] = value
    named = [None if value < 0 else looks[value] for value in found[:-1]]
    return [named[day * count : (day + 1) * count] for day in range(days)]


@cache
def empty_board(zone: str, around: str) -> Board:
    text = f"[book]\ntitle = 'Desk'\ntimezone = '{zone}'\n[channels.x]\nname = 'X'\nemail = 'x@example.com'\n"
    return board_of(f"{text}[requests.r]\nname = 'R'\nroute = ['x']\n", f"{around}T12:00")[0]


def random_board(dice: Random, zone: str, around: str, shortest: int) -> Board:
    """A board whose channels change at random minutes around a day of the zone; one publishes no hours."""
    board = empty_board(zone, around)
    noon = int(datetime.fromisoformat(f"{around}T12:00Z").timestamp())
    timetables, channels = {}, {}
    for number in range(4):
        key = f"c{number}"
        starts, states = [board.start], [dice.choice(STATES)]
        at = noon - 9 * 86400
        while (at := at + 60 * dice.randint(shortest, shortest * 12)) < noon + 9 * 86400:
            starts.append(at)
            states.append(dice.choice(STATES))
        timetables[key] = Timetable(starts, states, [None] * len(starts))
        hours = None if number == 3 and dice.random() < 0.5 else key
        channels[key] = Channel(key, key, hours, takes_messages=dice.random() < 0.2)
    requests = {
        f"r{number}": Request(f"r{number}", f"R{number}", None, tuple(dice.sample(sorted(channels), number)))
        for number in (1, 2, 3)
    }
    return board._replace(timetables=timetables, channels=channels, requests=requests)


def staffing_of(board: Board, request: Request) -> list[Staffing]:
    """How each of the states looks, where it is the best of the request's route."""
    takes = any(board.channels[key].takes_messages for key in request.route)
    return [Staffing.STAFFED, Staffing.UNKNOWN, Staffing.MESSAGES if takes else Staffing.UNSTAFFED]


def drawn(board: Board, request: Request, first: date, days: int) -> list[str]:
    """The request's strips as `coverage` writes them, a day each."""
    window = window_on(board, first, days, (request,))
    text = ["".join(piece.text for piece in line) for line in lines(window)]
    wide = len(text[2]) - len(text[2].lstrip())
    return [line[wide : wide + 24] for line in text[3 : 3 + days]]


def windows(zone: str):
    """Yield random boards, each with a few days of its zone near a clock change."""
    for seed in range(ROUNDS):
        dice = Random(f"{zone} {seed}")
        around = date.fromisoformat(dice.choice(ZONES[zone]))
        board = random_board(dice, zone, around.isoformat(), dice.choice([3, 20, 90, 400]))
        yield seed, board, around + timedelta(days=dice.randint(-3, 3)), dice.randint(1, 3)


@pytest.mark.parametrize("zone", ZONES)
def test_every_cell_is_what_a_minute_by_minute_reading_of_the_spans_says(zone):
    for seed, board, first, days in windows(zone):
        start, end = board.days(first, days)
        minutes = minutes_of(zone, first, days)
        for request in board.requests.values():
            looks = staffing_of(board, request)
            read = [
                min(states)
                for states in zip(*(read_minutes(board, key, minutes) for key in request.route), strict=True)
            ]
            found = coverage(board, request, start, end)
            lengths = [each // timedelta(minutes=1) for each in (found.covered, found.unknown, found.gap)]
            assert lengths == [read.count(state) for state in range(3)], (seed, request)
            for count in (24, 48):
                expected = worst(read, cells_of(zone, first, days, count), looks, days, count)
                assert strips(board, found, first, days, count) == expected, (seed, request, count)
                if count == 24:
                    marks = [
                        "".join(" " if look is None else MARKS[look] for look in day) for day in expected
                    ]
                    assert drawn(board, request, first, days) == marks, (seed, request)


@pytest.mark.parametrize("zone", ZONES)
def test_every_cell_of_a_channels_day_is_its_worst_state_by_the_minute(zone):
    for seed, board, first, _ in windows(zone):
        minutes = minutes_of(zone, first, 1)
        for key, channel in board.channels.items():
            read = read_minutes(board, key, minutes)
            for count in (24, 48):
                (expected,) = worst(read, cells_of(zone, first, 1, count), STATES, 1, count)
                assert channel_strip(board, channel, first, count) == expected, (seed, key, count)
