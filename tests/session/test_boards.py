"""Boards that are worked out in a process of their own: the same boards, and nothing left behind."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest

from helpdesk_tui.answers.status import statuses
from helpdesk_tui.answers.who import who
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.session import boards
from helpdesk_tui.session.boards import load_in_process, load_in_subprocess
from tests.support import DESK_TEXT, instant

AT = instant("2026-11-23T10:00")
FILE = BookFile("contacts.toml", DESK_TEXT.encode())

LOADED = """
import sys
from datetime import datetime
from helpdesk_tui.book.file import read
from helpdesk_tui.session.boards import load_in_subprocess
load_in_subprocess(read(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), None, keep=False)
print(*[name for name in ("pydantic", "holidays", "opening_hours", "phonenumbers") if name in sys.modules])
"""


def same(one, other):
    for hours in range(0, 24 * 8, 5):
        at = AT + timedelta(hours=hours)
        if statuses(one, at) != statuses(other, at):
            return False
        if any(who(one, each, at) != who(other, each, at) for each in one.requests.values()):
            return False
    return one._replace(timetables={}) == other._replace(timetables={})


def test_a_board_from_another_process_is_the_one_of_this_process():
    assert same(load_in_subprocess(FILE, AT, None, keep=False), load_in_process(FILE, AT, None, keep=False))


def test_what_works_a_board_out_is_never_loaded_here(tmp_path):
    path = tmp_path / "contacts.toml"
    path.write_text(DESK_TEXT, "utf-8")
    command = [sys.executable, "-c", LOADED, str(path), AT.isoformat()]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "\n"


@pytest.mark.parametrize("text", ["[book]\ntitle = 'a\n", "[book]\ntitle = 'a'\nfoo = 1\n", ""])
def test_what_is_wrong_with_a_book_is_the_same_from_another_process(text):
    file = BookFile("contacts.toml", text.encode())
    errors = []
    for load in (load_in_subprocess, load_in_process):
        with pytest.raises(BookError) as raised:
            load(file, AT, None, keep=False)
        errors.append((raised.value.path, raised.value.problems))
    assert errors[0] == errors[1]


def test_a_board_from_another_process_is_kept_and_the_next_one_needs_no_process(tmp_path, monkeypatch):
    folder = str(tmp_path / "cache")
    first = load_in_subprocess(FILE, AT, folder, keep=True)

    def refused(*_arguments, **_settings):
        raise AssertionError("a process was started")

    monkeypatch.setattr(boards.subprocess, "run", refused)
    assert same(load_in_subprocess(FILE, AT, folder, keep=True), first)


def test_nothing_is_kept_where_that_is_not_wanted(tmp_path):
    folder = tmp_path / "cache"
    load_in_subprocess(FILE, AT, str(folder), keep=False)
    assert not folder.exists()


def test_where_no_process_can_be_started_the_board_is_worked_out_here(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert same(load_in_subprocess(FILE, AT, None, keep=False), load_in_process(FILE, AT, None, keep=False))


def test_modules_in_the_readers_folder_are_not_taken_for_the_programs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("json", "helpdesk_tui", "holidays"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('the wrong module')")
    assert os.getcwd() == str(tmp_path)
    assert same(load_in_subprocess(FILE, AT, None, keep=False), load_in_process(FILE, AT, None, keep=False))
