"""Calendars of a book's rosters: where they lie, and that a board is never of another edition of one."""

import os
from datetime import timedelta

import pytest

from helpdesk_tui.board import kept
from helpdesk_tui.board.board import State
from helpdesk_tui.board.calendar_file import BROKEN, MISSING, TOO_LARGE, UNREADABLE, digests
from helpdesk_tui.board.load import load
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.cli.main import run
from helpdesk_tui.session.boards import load_in_process, load_in_subprocess
from helpdesk_tui.session.feed import Feed
from tests.board.test_duty_calendar import calendar
from tests.support import instant

AT = instant("2026-11-23T10:00")
BOOK = """
[book]
title = "T"
organization = "O"
language = "en"
timezone = "America/Bogota"
verified = 2026-11-23
[people.ana]
name = "Ana"
telephone = "+57 318 7174937"
[rosters.r]
calendar = "guardia.ics"
[channels.desk]
name = "Desk"
on_duty = "r"
[requests.p1]
name = "P1"
route = ["desk"]
"""
WEEK = "DTSTART:20261123T000000Z|DTEND:20261201T000000Z|SUMMARY:{}"


@pytest.fixture
def place(tmp_path):
    (tmp_path / "contacts.toml").write_text(BOOK, "utf-8")
    (tmp_path / "guardia.ics").write_bytes(calendar(WEEK.format("Ana")))
    return tmp_path


def path(place):
    return str(place / "contacts.toml")


def on_duty(board):
    turn = next(board.rosters["r"].from_moment(int(AT.timestamp())))
    return board.people[turn.person].name if turn.person else turn.reason


def loaded(place, *, cache=None):
    return load(BookFile(path(place), BOOK.encode()), lambda _zone: AT, cache and str(cache))[0]


def write(place, content):
    (place / "guardia.ics").write_bytes(content)


CHANGES = {
    "changed": (lambda place: write(place, calendar(WEEK.format("Luis"))), "Luis"),
    "gone": (lambda place: os.unlink(place / "guardia.ics"), MISSING),
    "broken": (lambda place: write(place, b"<html>"), BROKEN),
    "too large": (lambda place: write(place, b" " * 1_048_577), TOO_LARGE),
    "a folder": (
        lambda place: (os.unlink(place / "guardia.ics"), os.mkdir(place / "guardia.ics")),
        UNREADABLE,
    ),
    "a pipe": (
        lambda place: (os.unlink(place / "guardia.ics"), os.mkfifo(place / "guardia.ics")),
        UNREADABLE,
    ),
    "nobody": (lambda place: write(place, calendar()), None),
}


@pytest.mark.parametrize("row", CHANGES)
@pytest.mark.parametrize("way", ["look-up", "apart", "session"])
def test_a_board_is_never_of_another_edition_of_a_calendar(place, row, way):
    change, expected = CHANGES[row]
    cache = place / "cache"
    feed = Feed(path(place), str(cache), clock=lambda: AT, load=load_in_process)
    assert on_duty(feed.board) == on_duty(loaded(place, cache=cache)) == "Ana"
    assert not feed.must_fetch()
    change(place)
    if way == "session":
        assert feed.must_fetch()
        feed.accept(feed.fetch())
        assert not feed.must_fetch()
        board = feed.board
    elif way == "apart":
        board = load_in_subprocess(BookFile(path(place), BOOK.encode()), AT, str(cache), keep=True)
    else:
        board = loaded(place, cache=cache)
    assert on_duty(board) == expected
    write_again = board.rosters["r"].turns[0].known
    assert write_again is (row in ("changed", "nobody"))


def test_a_calendar_that_appears_is_shown(place):
    os.unlink(place / "guardia.ics")
    feed = Feed(path(place), str(place / "cache"), clock=lambda: AT)
    assert on_duty(feed.board) == MISSING
    write(place, calendar(WEEK.format("Ana")))
    assert feed.must_fetch()
    feed.accept(feed.fetch())
    assert on_duty(feed.board) == "Ana"


def test_a_kept_board_is_used_while_its_calendar_is_the_same(place):
    loaded(place, cache=place / "cache")
    board = kept.read_board(str(place / "cache"), path(place), BOOK.encode(), lambda _zone: AT)
    assert on_duty(board) == "Ana"
    assert board.people["ana"].telephones == ("+573187174937",)


def test_a_calendar_lies_beside_the_book_where_a_link_leads(place, tmp_path_factory):
    link = tmp_path_factory.mktemp("other") / "contacts.toml"
    link.symlink_to(place / "contacts.toml")
    assert digests(str(link), ["guardia.ics"]) == digests(path(place), ["guardia.ics"])
    assert (
        digests(str(link), [str(place / "guardia.ics")]).popitem()[1]
        == digests(path(place), ["guardia.ics"])["guardia.ics"]
    )
    assert digests(str(link), ["\0"]) == {"\0": UNREADABLE}


def test_someone_whom_the_book_does_not_know_is_on_duty_by_name_alone(place):
    write(place, calendar(WEEK.format("On Call - J. Smith - Mesa")))
    board = loaded(place)
    turn = next(board.rosters["r"].from_moment(int(AT.timestamp())))
    assert board.people[turn.person].id is None
    assert on_duty(board) == "J. Smith"


def test_a_channel_is_closed_in_a_hole_and_unknown_without_a_name(place):
    write(place, calendar("DTSTART:20261123T000000Z|DTEND:20261124T000000Z|SUMMARY:"))
    changes = list(
        loaded(place).timetables[loaded(place).channels["desk"].hours].from_moment(int(AT.timestamp()))
    )
    assert [each.state for each in changes] == [State.UNKNOWN, State.CLOSED]
    assert changes[1].start == int((AT + timedelta(hours=9)).timestamp())


FINDINGS = {
    "the calendar is missing": (None, "HD110", 1),
    "the calendar is broken": (b"<html>", "HD110", 1),
    "the calendar names a stranger": (calendar(WEEK.format("J. Smith")), "HD111", 0),
    "the calendar is right": (calendar(WEEK.format("Ana")), None, 0),
}


@pytest.mark.parametrize("row", FINDINGS)
def test_check_names_calendars_that_are_wrong(place, capsys, row):
    content, code, exit_code = FINDINGS[row]
    os.unlink(place / "guardia.ics") if content is None else write(place, content)
    assert run(["check", "--book", path(place), "--at", "2026-11-23T10:00"]) == exit_code
    found = [line for line in capsys.readouterr().out.splitlines() if "rosters.r.calendar" in line]
    assert [line.split("[")[1][:5] for line in found] == ([code] if code else [])
