"""Whatever happens to the kept board, the answer is the book's."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.program import book, command, process
from tests.support import DESK_TEXT

ALWAYS = DESK_TEXT.replace("Mo-Fr 07:00-19:00; Sa 08:00-13:00", "24/7").replace('"unknown"', '"open"')
"""The tests' own book, its telephone open at any time: these look-ups are for now."""

NUMBERS = ["+576017442727", "+576017442728", "+576017442729"]


def numbered(number):
    return ALWAYS.replace("+57 601 7442727", f"+57 601 {number[-7:]}")


def cache():
    return Path(os.environ["XDG_CACHE_HOME"], "helpdesk-tui")


def kept():
    (file,) = cache().iterdir()
    return file


def answer(cli):
    ran = cli("who", "p1", "--json")
    assert (ran.code, ran.err) == (0, "")
    return ran.data["contact"]["telephone"]


def test_a_look_up_for_now_keeps_a_board_and_the_next_one_says_the_same(cli):
    book(ALWAYS)
    assert not cache().exists()
    first = cli("who", "p1")
    assert kept().is_file()
    written = kept().stat().st_mtime_ns
    assert cli("who", "p1").lines[:-1] == first.lines[:-1]
    assert kept().stat().st_mtime_ns == written


@pytest.mark.parametrize(
    "arguments", ["status --at 2026-11-23", "check", "--help", "who nobody --at 2026-11-23"]
)
def test_a_look_up_for_another_time_keeps_nothing(cli, here, arguments):
    cli(*arguments.split())
    assert not cache().exists()


def test_a_bad_book_leaves_nothing_behind(cli):
    book("[book\n")
    assert cli("status").code == 2
    assert not cache().exists()


def test_a_book_edited_in_the_same_second_to_the_same_length_answers_anew(cli):
    stamp = None
    for number in [*NUMBERS, *NUMBERS]:
        path = book(numbered(number))
        stamp = stamp or os.stat(path).st_mtime_ns
        os.utime(path, ns=(stamp, stamp))
        assert os.stat(path).st_size == len(ALWAYS.encode())
        assert answer(cli) == number
        assert answer(cli) == number


def test_a_board_that_was_kept_does_not_save_a_book_that_went_bad(cli):
    book(ALWAYS)
    answer(cli)
    book(ALWAYS.replace("Mo-Fr", "Mo-"))
    assert cli("who", "p1").code == 2
    os.unlink("contacts.toml")
    assert cli("who", "p1", "--book", "contacts.toml").code == 2


def damage(content):
    def put(file):
        file.write_bytes(content(file.read_bytes()))

    return put


def as_folder(file):
    file.unlink()
    file.mkdir()


def as_pipe(file):
    file.unlink()
    os.mkfifo(file)


def as_link(file):
    file.rename(file.with_name("elsewhere"))
    file.symlink_to("elsewhere")


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(damage(lambda data: b""), id="empty"),
        pytest.param(damage(lambda data: data[: len(data) // 2]), id="cut off"),
        pytest.param(
            damage(lambda data: data.replace(b"+576017442727", b"+576017442729")), id="another number in it"
        ),
        pytest.param(damage(lambda data: b"\x80\x04\x95" + data), id="a pickle"),
        pytest.param(damage(lambda data: b"[" * 1_000_000), id="nested"),
        pytest.param(as_folder, id="a folder"),
        pytest.param(as_pipe, id="a pipe"),
        pytest.param(as_link, id="a link"),
    ],
)
def test_whatever_stands_in_the_boards_place_the_answer_is_the_books(cli, harm):
    book(ALWAYS)
    answer(cli)
    harm(kept())
    for _ in range(2):
        assert answer(cli) == "+576017442727"


def test_a_file_in_the_place_of_the_cache_folder_costs_time_and_not_the_answer(cli):
    book(ALWAYS)
    cache().parent.mkdir(exist_ok=True)
    cache().write_text("x")
    assert answer(cli) == "+576017442727"
    assert cache().read_text() == "x"


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_cache_folder_that_may_not_be_written_costs_time_and_not_the_answer(cli):
    book(ALWAYS)
    cache().mkdir(parents=True, mode=0o500)
    assert answer(cli) == "+576017442727"


@pytest.mark.parametrize("name", ["HOME", "XDG_CACHE_HOME"])
@pytest.mark.parametrize("value", [None, "", "relative", "/dev/null", "/proc/none"])
def test_without_a_usable_home_it_answers_still(cli, monkeypatch, name, value):
    book(ALWAYS)
    monkeypatch.delenv("XDG_CACHE_HOME")
    if value is None:
        monkeypatch.delenv(name, raising=False)
    else:
        monkeypatch.setenv(name, value)
    if value is None and name == "HOME":
        monkeypatch.setenv("HOME", os.getcwd())  # never the home of whoever runs the tests
    assert answer(cli) == "+576017442727"
    assert not Path("relative").exists()


def test_processes_started_at_once_all_answer_right():
    path = book(ALWAYS)
    arguments, env = command("who", "p1", "--book", path)
    for _ in range(2):  # without a kept board, then with one
        programs = [
            subprocess.Popen(arguments, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(4)
        ]
        for program in programs:
            out, err = program.communicate(timeout=60)
            assert (program.returncode, err) == (0, b"")
            assert out.decode().splitlines()[0] == "(601) 7442727 opción 2 → 5"
    assert [each.suffix for each in cache().iterdir()] == [".board"]


def test_a_process_of_its_own_takes_up_an_edited_book():
    for number in NUMBERS[:2]:
        path = book(numbered(number))
        ran = process("who", "p1", "--book", path)
        assert ran.stdout.decode().splitlines()[0] == f"(601) {number[-7:]} opción 2 → 5"
