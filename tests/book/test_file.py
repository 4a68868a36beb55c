"""Which book is found, and what is done with a path that is no book."""

import os
import sys
import threading
import tracemalloc
from pathlib import Path

import pytest

from helpdesk_tui.book.file import LARGEST, cache_folder, find, packaged, read
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.book.read import read_book


def refused(path):
    with pytest.raises(BookError) as caught:
        read_book(read(str(path)))
    assert caught.value.path == str(path)
    return [f"{each.key}: {each.message.format(**dict(each.values))}" for each in caught.value.problems]


def write(path, text="x"):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return str(path)


def test_each_place_is_looked_in_after_the_one_before(tmp_path, monkeypatch):
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    environ = {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "own"),
        "XDG_CONFIG_DIRS": f"{tmp_path / 'site'}:{tmp_path / 'second'}",
    }
    assert find(None, environ) == packaged()
    second = write(tmp_path / "second/helpdesk-tui/contacts.toml")
    assert find(None, environ) == second
    site = write(tmp_path / "site/helpdesk-tui/contacts.toml")
    assert find(None, environ) == site
    own = write(tmp_path / "own/helpdesk-tui/contacts.toml")
    assert find(None, environ) == own
    write(folder / "contacts.toml")
    assert find(None, environ) == "contacts.toml"
    assert find(None, environ | {"HELPDESK_TUI_BOOK": "named.toml"}) == "named.toml"
    assert find("chosen.toml", environ | {"HELPDESK_TUI_BOOK": "named.toml"}) == "chosen.toml"


def test_a_book_that_is_named_is_not_looked_for_elsewhere(tmp_path):
    write("contacts.toml")
    missing = str(tmp_path / "missing.toml")
    assert find(missing, {}) == missing
    assert find(None, {"HELPDESK_TUI_BOOK": missing}) == missing


@pytest.mark.parametrize(
    ("environ", "found"),
    [
        pytest.param(
            {"XDG_CONFIG_HOME": "relative"}, ".config/helpdesk-tui", id="a relative folder is ignored"
        ),
        pytest.param({"XDG_CONFIG_HOME": ""}, ".config/helpdesk-tui", id="an empty name is ignored"),
        pytest.param({}, ".config/helpdesk-tui", id="unset"),
    ],
)
def test_the_users_folder_is_in_the_home_unless_told_otherwise(tmp_path, environ, found):
    own = write(tmp_path / found / "contacts.toml")
    write("relative/helpdesk-tui/contacts.toml")
    assert find(None, {"HOME": str(tmp_path), "XDG_CONFIG_DIRS": "relative"} | environ) == own


def test_boards_are_kept_in_the_users_cache_folder(tmp_path):
    assert cache_folder({"HOME": "/home/a"}) == "/home/a/.cache/helpdesk-tui"
    assert cache_folder({"HOME": "/home/a", "XDG_CACHE_HOME": "/c"}) == "/c/helpdesk-tui"
    assert cache_folder({"HOME": "/home/a", "XDG_CACHE_HOME": "c"}) == "/home/a/.cache/helpdesk-tui"


def test_a_name_left_empty_is_no_other_book(tmp_path):
    assert find("", {"HELPDESK_TUI_BOOK": "desk.toml", "HOME": str(tmp_path)}) == ""


def test_a_link_to_nowhere_is_told_and_not_passed_over(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.symlink("nowhere.toml", "contacts.toml")
    assert find(None, {"HOME": str(tmp_path)}) == "contacts.toml"


def test_the_bytes_are_read_as_they_are(tmp_path):
    path = tmp_path / "book.toml"
    path.write_bytes(b"\xff\r\n\x00")
    assert read(str(path)) == (str(path), b"\xff\r\n\x00")


def test_a_missing_book_is_told(tmp_path):
    assert refused(tmp_path / "none.toml") == [": there is no such file"]
    assert refused(tmp_path / "none" / "none.toml") == [": there is no such file"]


def test_a_folder_is_no_book_and_leaves_no_descriptor_open(tmp_path):
    for _ in range(3):
        assert refused(tmp_path) == [": is a folder, not a file"]
    if sys.platform == "linux":
        links = [os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
        assert str(tmp_path) not in links


def test_a_path_through_a_file_is_no_book(tmp_path):
    file = write(tmp_path / "file")
    (problem,) = refused(f"{file}/contacts.toml")
    assert problem == ": cannot be read: a part of its path is not a folder"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_refused_and_never_waited_for(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    found = []
    reader = threading.Thread(target=lambda: found.extend(refused(path)), daemon=True)
    reader.start()
    reader.join(10)
    assert found == [": is not a regular file"]


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no such device here")
def test_a_device_without_an_end_is_refused():
    assert refused("/dev/zero") == [": is not a regular file"]


def test_a_symbolic_link_to_a_book_is_that_book(tmp_path):
    (tmp_path / "link").symlink_to(write(tmp_path / "book", "a = 1"))
    assert read(str(tmp_path / "link")).content == b"a = 1"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert refused(tmp_path / "loop") == [": cannot be read: its links lead in a circle"]


def test_a_book_that_may_not_be_read_says_so(tmp_path, monkeypatch):
    path = write(tmp_path / "book")

    def forbid(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "open", forbid)
    assert refused(path) == [": cannot be read: permission denied"]


def test_a_disk_that_fails_says_so(tmp_path, monkeypatch):
    path = write(tmp_path / "book")

    def fail(*_args):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fstat", fail)
    assert refused(path) == [": cannot be read: the disk or the terminal does not answer"]


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("a\0b", "is not a path"),
        ("x" * 5000, "cannot be read: its name is too long"),
        ("\udcff/none", "there is no such file"),
    ],
)
def test_a_path_that_no_file_can_have_is_no_traceback(path, problem):
    assert refused(path) == [f": {problem}"]


@pytest.mark.parametrize("size", [LARGEST + 1, 100 * 2**20])
def test_a_file_too_large_is_refused_without_being_read_whole(tmp_path, size):
    path = tmp_path / "large.toml"
    with path.open("wb") as file:
        file.truncate(size)
    tracemalloc.start()
    problems = refused(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problems == [": is larger than 1 MiB"]
    assert peak < 3 * LARGEST


def test_a_file_of_the_largest_size_is_read(tmp_path):
    path = tmp_path / "large.toml"
    with path.open("wb") as file:
        file.truncate(LARGEST)
    assert len(read(str(path)).content) == LARGEST
