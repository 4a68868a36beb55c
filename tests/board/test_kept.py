"""The board kept on disk: the same answers as a fresh one, and never trusted over the book."""

import errno
import json
import os
import stat
import subprocess
import sys
import tracemalloc
from datetime import timedelta
from pathlib import Path
from zlib import crc32

import pytest

from helpdesk_tui.answers.entries import entries
from helpdesk_tui.answers.escalation import escalation
from helpdesk_tui.answers.status import statuses
from helpdesk_tui.answers.who import who
from helpdesk_tui.board import build as building
from helpdesk_tui.board import kept
from helpdesk_tui.board.build import build
from helpdesk_tui.board.load import load
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.book.read import read_book
from tests.support import DESK_TEXT, ROOT, instant, one_channel

AT = instant("2026-12-08T10:00")
OTHER_TEXT = DESK_TEXT.replace("+57 601 7442727", "+57 601 7442728")
RICH_TEXT = """
[book]
title = "Mesa \u2192 [/] e\u0301"
timezone = "Europe/Madrid"
country = "DE-BY"
[holidays]
2026-12-09 = "Fiesta “local”"
12-31 = "Silvester"
[hours]
noc = { weekly = 'Fr 22:00-06:00 "noche\u00a0larga", Sa 14:00-24:00 unknown "¿quizá?"', on_holidays = "closed" }
unused = { weekly = "24/7" }
feast = { weekly = "Mo-Fr 08:00-18:00; Su 10:00-12:00", on_holidays = "as Su" }
[channels]
a = { name = "日本", hours = "noc", telephone = "+49 89 12345678", menu = ["*", "#", "0"], takes_messages = ["telephone"], telephones = ["+57 318 7174937"] }
b = { name = "b", email = "b@example.com", note = "مكتب" }
c = { name = "c", hours = "feast", extensions = ["1104", "08"] }
[requests]
x = { name = "X", route = ["b", "a"], aliases = ["equis"], must_cover = "Mo-Fr 08:00-20:00", note = "¿Tiquete?", routes = [{ hours = "noc", route = ["c", "a"] }, { hours = "feast", route = ["b"] }] }
[[escalation]]
name = "Uno"
channels = ["a", "b"]
[[escalation]]
name = "Dos"
hours = "noc"
url = "tel:112"
telephone = "+57 601 7452141"
extensions = ["007"]
[[shifts]]
name = "Noche"
weekly = "Mo-Su 22:00-06:00"
"""


class Place:
    """A book's path, the folder of its kept board, and the instant that is asked about."""

    def __init__(self, tmp_path, at=AT):
        self.path = str(tmp_path / "contacts.toml")
        self.folder = str(tmp_path / "cache" / "helpdesk-tui")
        self.at = at

    def load(self, text=DESK_TEXT, **options):
        return load(BookFile(self.path, text.encode()), lambda _zone: self.at, self.folder, **options)[0]

    def read(self, text=DESK_TEXT, at=None):
        return kept.read_board(self.folder, self.path, text.encode(), lambda _zone: at or self.at)

    @property
    def file(self):
        (name,) = [name for name in os.listdir(self.folder) if name.endswith(".board")]
        return os.path.join(self.folder, name)

    def put(self, content):
        with open(self.file, "wb") as file:
            file.write(content)

    def answers_right(self, text=DESK_TEXT):
        assert_same(self.load(text), fresh(text, self.at), self.at)


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path)


@pytest.fixture
def filled(place):
    place.load()
    assert place.read() is not None
    with open(place.file, "rb") as file:
        place.content = file.read()
    return place


def parts_of(content):
    """What a kept file says that it was made from, its check sum, and the board in it."""
    start = content.index(b"\n{")
    head, check_sum = content[:start].rsplit(b"\n", 1)
    return head + b"\n", check_sum, content[start + 1 :]


def fresh(text, at):
    return build(read_book(BookFile("contacts.toml", text.encode())), at)


def assert_same(one, other, at):
    names = [name for name in one._fields if name != "timetables"]
    assert {name: getattr(one, name) for name in names} == {name: getattr(other, name) for name in names}
    assert set(one.timetables) == set(other.timetables)
    assert {type(one.channels[key]) for key in one.channels} == {
        type(other.channels[key]) for key in one.channels
    }
    for hours in range(-24, 8 * 24, 7):
        moment = at + timedelta(hours=hours)
        assert statuses(one, moment) == statuses(other, moment)
        assert escalation(one, moment) == escalation(other, moment)
        for request in one.requests.values():
            assert who(one, request, moment) == who(other, request, moment)
        assert one.local(moment) == other.local(moment)
    assert list(entries(one)) == list(entries(other))
    for name in one.timetables:
        assert list(one.timetables[name].from_moment(0)) == list(other.timetables[name].from_moment(0))
    for channel in one.channels.values():
        week = (channel, at - timedelta(days=2), at + timedelta(days=400))
        assert one.spans(*week) == other.spans(*week)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(DESK_TEXT, id="a desk's book"),
        pytest.param(RICH_TEXT, id="a book with everything"),
        pytest.param(one_channel(None), id="no hours at all"),
    ],
)
def test_a_kept_board_answers_as_a_fresh_one(place, text, monkeypatch):
    place.load(text)
    monkeypatch.setattr(building, "build", None)
    taken = place.load(text)
    monkeypatch.undo()
    assert_same(taken, fresh(text, AT), AT)


def test_a_kept_board_is_taken_up_without_reading_the_book_again(filled, monkeypatch):
    monkeypatch.setattr(building, "build", None)
    assert filled.load().title == "Subasta Electrónica"


def test_a_bad_book_is_refused_whatever_is_kept(filled):
    with pytest.raises(BookError):
        filled.load(DESK_TEXT.replace("Mo-Fr", "Mo-"))


@pytest.mark.parametrize(
    ("at", "serves"),
    [
        pytest.param("2026-12-08T00:00", True, id="the day's first instant"),
        pytest.param("2026-12-08T23:59:59", True, id="the day's last second, another day in UTC"),
        pytest.param("2026-12-07T23:59:59", False, id="the day before"),
        pytest.param("2026-12-09T00:00", False, id="the day after"),
        pytest.param("2027-12-08T10:00", False, id="the year after"),
        pytest.param("2026-07-13T10:00", False, id="before its window"),
        pytest.param("1971-01-01T10:00", False, id="long ago"),
        pytest.param("8999-12-31T10:00", False, id="in the far future"),
    ],
)
def test_it_serves_on_its_own_day_alone(filled, at, serves):
    assert (filled.read(at=instant(at)) is not None) is serves


def test_it_serves_for_the_same_bytes_alone(filled):
    assert filled.read(OTHER_TEXT) is None
    assert filled.read(DESK_TEXT + "\n") is None
    assert filled.read("") is None


def test_a_book_edited_twice_in_one_second_to_the_same_length_answers_anew(place):
    for text in (DESK_TEXT, OTHER_TEXT, DESK_TEXT):
        assert len(text) == len(DESK_TEXT)
        number = "+576017442728" if text is OTHER_TEXT else "+576017442727"
        assert place.load(text).channels["phone"].telephone == number
        assert place.load(text).channels["phone"].telephone == number


@pytest.mark.parametrize(("name", "value"), [("__version__", "0.0.1"), ("BOARD_VERSION", 1)])
def test_it_serves_for_the_same_versions_of_the_program_and_the_board_alone(filled, monkeypatch, name, value):
    monkeypatch.setattr(kept, name, value)
    assert filled.read() is None


def test_it_serves_until_a_package_is_installed_beside_the_time_rules(place, tmp_path, monkeypatch):
    packages = tmp_path / "packages"
    (packages / "holidays").mkdir(parents=True)
    (packages / "holidays" / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(packages))
    os.utime(packages, ns=(1, 1))
    place.load()
    assert place.read() is not None
    os.utime(packages, ns=(1, 2))
    assert place.read() is None
    place.answers_right()


def test_a_folder_named_like_the_time_rules_in_the_working_folder_is_nothing(filled, monkeypatch):
    os.mkdir("holidays")
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert filled.read() is not None


def test_a_file_cut_off_anywhere_is_not_taken_up(filled):
    for length in range(0, len(filled.content), 101):
        filled.put(filled.content[:length])
        assert filled.read() is None, length
    filled.put(filled.content[:-1])
    filled.answers_right()


def test_a_file_with_any_byte_changed_is_not_taken_up(filled):
    size = len(filled.content)
    for index in [*range(80), *range(80, size, 211), size - 1]:
        broken = bytearray(filled.content)
        broken[index] ^= 0x01
        filled.put(broken)
        assert filled.read() is None, index
    filled.answers_right()


def test_a_file_that_is_longer_than_it_was_is_not_taken_up(filled):
    filled.put(filled.content + b"\n{}")
    assert filled.read() is None
    filled.put(filled.content + filled.content)
    assert filled.read() is None


def test_another_books_board_in_its_place_is_not_taken_up(place, tmp_path):
    other = Place(tmp_path / "other")
    other.load(OTHER_TEXT)
    place.load()
    os.replace(other.file, place.file)
    assert place.read() is None
    place.answers_right()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\n", id="a line break"),
        pytest.param(b"\n\n\n", id="line breaks"),
        pytest.param(b"\xff\xfe\x00" * 1000, id="binary"),
        pytest.param(b"00000000", id="a check sum alone"),
        pytest.param(b"00000000\n", id="a check sum and nothing"),
        pytest.param(b"00000000\n" + b"[" * 1_000_000, id="nested lists"),
        pytest.param(b"00000000\n" + b'{"a":' * 1_000_000, id="nested tables"),
        pytest.param(b"00000000\n" + b"9" * 1_000_000, id="a number without end"),
        pytest.param(b"00000000\n" + b'"' + b"x" * 20_000_000 + b'"', id="20 MB of text"),
        pytest.param(b"cposix\nsystem\n(S'touch owned'\ntR.", id="a pickle"),
    ],
)
def test_whatever_stands_in_its_place_the_answer_is_the_books(filled, content):
    filled.put(content)
    assert filled.read() is None
    filled.answers_right()
    assert filled.read() is not None


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"[" * 1_000_000, id="nested lists"),
        pytest.param(b'{"a":' * 1_000_000, id="nested tables"),
        pytest.param(b"9" * 1_000_000, id="a number without end"),
        pytest.param(b"{}", id="an empty header"),
        pytest.param(b"[]", id="no header"),
        pytest.param(b"null", id="null"),
        pytest.param(b"\xff", id="not UTF-8"),
        pytest.param(b'{"around": "2026-12-08", "verified": 1}', id="wrong types"),
    ],
)
def test_even_under_a_right_check_sum_it_is_read_with_care(filled, body):
    made_from, _, _ = parts_of(filled.content)
    filled.put(made_from + b"%08x\n" % crc32(body) + body)
    assert filled.read() is None
    filled.answers_right()


@pytest.mark.parametrize(
    ("made_from", "serves"),
    [
        pytest.param(lambda made_from: made_from, True, id="the same"),
        pytest.param(lambda made_from: made_from.replace(b"7442727", b"7442728"), False, id="another number"),
        pytest.param(lambda made_from: made_from[:-1] + b"# \n", False, id="a longer book"),
        pytest.param(lambda made_from: made_from.partition(b"\n")[2], False, id="the book alone"),
        pytest.param(lambda made_from: made_from.partition(b"\n")[0] + b"\n\n", False, id="no book"),
    ],
)
def test_what_it_was_made_from_is_compared_whole(filled, made_from, serves):
    head, check_sum, body = parts_of(filled.content)
    assert head.endswith(DESK_TEXT.encode() + b"\n")
    filled.put(made_from(head) + check_sum + b"\n" + body)
    assert (filled.read() is not None) is serves
    filled.answers_right()


def test_a_board_of_other_bytes_with_a_right_check_sum_does_not_serve_an_edited_book(filled):
    _, check_sum, body = parts_of(filled.content)
    assert check_sum == b"%08x" % crc32(body)
    assert filled.read(OTHER_TEXT) is None
    assert filled.load(OTHER_TEXT).channels["phone"].telephone == "+576017442728"


def test_the_board_in_it_holds_no_code_and_is_plain_json(filled):
    _, _, body = parts_of(filled.content)
    header, *timetables = body.split(b"\n")
    assert json.loads(header)["title"] == "Subasta Electrónica"
    assert [sorted(json.loads(line)) for line in timetables] == [["comments", "starts", "states"]] * 4


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("contacts.toml", "contacts"),
        ("My désk [1].toml", "My-d-sk--1-"),
        ("x" * 200 + ".toml", "x" * 40),
        (".toml", "-toml"),
    ],
)
def test_its_name_tells_of_which_book_it_is(tmp_path, path, name):
    place = Place(tmp_path)
    for folder in ("one", "other"):
        place.path = str(tmp_path / folder / path)
        place.load()
    names = os.listdir(place.folder)
    assert len(names) == 2
    for each in names:
        stem, _, check_sum = each.removesuffix(".board").rpartition("-")
        assert stem == name
        assert len(check_sum) == 8


def test_a_symbolic_link_is_not_followed_and_its_target_not_written(filled, tmp_path):
    target = tmp_path / "target"
    target.write_bytes(filled.content)
    file = filled.file
    os.unlink(file)
    os.symlink(target, file)
    assert filled.read() is None
    filled.answers_right(OTHER_TEXT)
    assert target.read_bytes() == filled.content
    assert not os.path.islink(file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_in_its_place_is_never_waited_for(filled):
    file = filled.file
    os.unlink(file)
    os.mkfifo(file)
    assert filled.read() is None
    filled.answers_right()
    assert stat.S_ISREG(os.stat(file).st_mode)


def test_a_folder_in_its_place_costs_time_and_not_the_answer(filled):
    file = filled.file
    os.unlink(file)
    os.mkdir(file)
    for _ in range(3):
        assert filled.read() is None
        filled.answers_right()
    assert os.listdir(filled.folder) == [os.path.basename(file)]
    if sys.platform == "linux":
        links = [each for each in Path("/proc/self/fd").iterdir() if each.is_symlink()]
        assert file not in map(os.readlink, links)


def test_another_users_file_is_not_taken_up(filled, monkeypatch):
    monkeypatch.setattr(os, "getuid", lambda: os.geteuid() + 1)
    assert filled.read() is None


def test_a_file_too_large_to_be_a_board_is_not_read(filled):
    os.truncate(filled.file, 300 * 2**20)
    tracemalloc.start()
    taken = filled.read()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken is None
    assert peak < 10 * 2**20


def test_a_file_where_the_folder_should_be_costs_time_and_not_the_answer(place):
    os.makedirs(os.path.dirname(place.folder))
    with open(place.folder, "w") as file:
        file.write("x")
    assert place.read() is None
    place.answers_right()
    with open(place.folder) as file:
        assert file.read() == "x"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_costs_time_and_not_the_answer(place):
    os.makedirs(place.folder, mode=0o500)
    place.answers_right()
    assert os.listdir(place.folder) == []


def test_its_folder_and_file_are_the_users_own(filled):
    assert stat.S_IMODE(os.stat(filled.folder).st_mode) == 0o700
    assert stat.S_IMODE(os.stat(filled.file).st_mode) == 0o600


def test_one_file_a_book_is_kept_however_often_it_is_edited(place):
    for number in range(5):
        place.load(DESK_TEXT + f"# {number}\n")
    assert len(os.listdir(place.folder)) == 1


def test_nothing_is_kept_where_nothing_is_to_be_kept(place):
    place.load(keep=False)
    assert not os.path.exists(place.folder)
    file = BookFile(place.path, DESK_TEXT.encode())
    assert load(file, lambda _zone: AT, None)[0].title == "Subasta Electrónica"


class Full:
    """A file on a full disk: `at` is the call that tells."""

    def __init__(self, file, at):
        self.file, self.at = file, at

    def __enter__(self):
        return self

    def write(self, data):
        self.file.write(data[:100])
        if self.at == "write":
            raise OSError(errno.ENOSPC, "No space left on device")

    def __exit__(self, *_):
        self.file.close()
        if self.at == "close":
            raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("call", ["open", "write", "close", "replace"])
def test_a_full_disk_leaves_no_draft_and_the_answer_is_right(filled, monkeypatch, call):
    def no_space(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    if call in {"write", "close"}:

        def full(file, mode, **options):
            opened = open(file, mode, **options)  # noqa: SIM115
            return Full(opened, call) if mode == "wb" else opened

        monkeypatch.setattr(kept, "open", full, raising=False)
    elif call == "replace":
        monkeypatch.setattr(os, "replace", no_space)
    else:
        real = os.open
        monkeypatch.setattr(
            os,
            "open",
            lambda path, flags, *mode: no_space() if flags & os.O_CREAT else real(path, flags, *mode),
        )
    assert_same(filled.load(OTHER_TEXT), fresh(OTHER_TEXT, AT), AT)
    monkeypatch.undo()
    assert os.listdir(filled.folder) == [os.path.basename(filled.file)]
    with open(filled.file, "rb") as file:
        assert file.read() == filled.content


TWO = """
import os, sys
from datetime import UTC, datetime
from helpdesk_tui.answers.who import who
from helpdesk_tui.board.load import load
from helpdesk_tui.book.file import BookFile

path, folder, text, start = sys.argv[1:]
at = datetime(2026, 11, 23, 15, tzinfo=UTC)
for turn in range(50):
    number = f"+5760174427{27 + (turn + int(start)) % 2}"
    content = text.replace("+57 601 7442727", number).encode()
    board, _ = load(BookFile(path, content), lambda zone: at, folder)
    answer = who(board, board.requests["p2"], at)
    assert answer.contact.channel.telephone == number, (answer, number)
    assert answer.contact.until.hour == 0, answer
"""


def test_two_processes_at_once_never_get_a_wrong_or_broken_board(place):
    workers = [
        subprocess.Popen(
            [sys.executable, "-c", TWO, place.path, place.folder, DESK_TEXT, start],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        for start in "01"
    ]
    for worker in workers:
        _, errors = worker.communicate(timeout=60)
        assert (worker.returncode, errors) == (0, "")
    assert len(os.listdir(place.folder)) == 1
