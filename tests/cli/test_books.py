"""Which book answers, and books that cannot be read."""

import os
import re
import stat

import pytest

from helpdesk_tui.book.file import packaged
from tests.cli.program import AT, book, one_problem, process, rows, uncoded
from tests.support import DESK_TEXT, one_channel

BAD = """
[book]
title = "x"
timezone = "America/Bogot"
colour = 1
[hours.o]
weekly = "Mo-Fr 7-"
[channels.a]
name = "A"
hours = "p"
[requests.r]
name = "R"
route = ["b"]
"""

PROBLEMS = {
    "en": """
bad.toml:4: book.timezone: America/Bogot is not known; did you mean America/Bogota?
bad.toml:5: book.colour: colour is not known; did you mean country?
bad.toml:7: hours.o.weekly: is not opening_hours syntax, at character 7; e.g. Mo-Fr 08:00-18:00
bad.toml:8: channels.a: has none of telephone, extensions, email, url and on_duty
bad.toml:10: channels.a.hours: p is not known; known are: o
bad.toml:13: requests.r.route: b is not known; known are: a
""",
    "es": """
bad.toml:4: book.timezone: America/Bogot no existe; ¿quiso decir America/Bogota?
bad.toml:5: book.colour: colour no existe; ¿quiso decir country?
bad.toml:7: hours.o.weekly: no sigue la sintaxis opening_hours, en el carácter 7; p. ej. Mo-Fr 08:00-18:00
bad.toml:8: channels.a: no tiene telephone, extensions, email, url ni on_duty
bad.toml:10: channels.a.hours: p no existe; existen: o
bad.toml:13: requests.r.route: b no existe; existen: a
""",
}


@pytest.mark.parametrize("command", ["status", "who p1", "escalate", "check"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_bad_book_is_told_with_all_that_is_wrong_and_nothing_else(cli, command, language):
    book(BAD, "bad.toml")
    ran = cli(*command.split(), "--book", "bad.toml", "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert uncoded(ran.err).splitlines() == rows(PROBLEMS[language])


def unreadable(path):
    book(DESK_TEXT, path)
    os.chmod(path, 0)


def sparse(path):
    with open(path, "wb") as file:
        file.truncate(100 * 2**20)


def latin(path):
    with open(path, "wb") as file:
        file.write("# Línea de servicio\n".encode("latin-1"))


def loop(path):
    os.symlink(path, path)


NEEDS_RIGHTS = pytest.mark.skipif(
    hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read anything"
)

PLACES = [
    pytest.param("none.toml", lambda path: None, "there is no such file", id="missing"),
    pytest.param("none/contacts.toml", lambda path: None, "there is no such file", id="in a missing folder"),
    pytest.param("x" * 300, lambda path: None, "cannot be read: its name is too long", id="a name too long"),
    pytest.param("folder", os.mkdir, "is a folder, not a file", id="a folder"),
    pytest.param("pipe", os.mkfifo, "is not a regular file", id="a pipe that nobody writes to"),
    pytest.param("/dev/zero", lambda path: None, "is not a regular file", id="a device without end"),
    pytest.param("loop", loop, "cannot be read: its links lead in a circle", id="a link to itself"),
    pytest.param("large", sparse, "is larger than 1 MiB", id="100 MB"),
    pytest.param("latin", latin, "is not UTF-8 text, at byte 3", id="latin-1"),
    pytest.param(
        "locked", unreadable, "cannot be read: permission denied", id="unreadable", marks=NEEDS_RIGHTS
    ),
    pytest.param("empty", lambda path: book("", path), "book: is missing", id="empty"),
    pytest.param("toml", lambda path: book("[book\n", path), "is not TOML at column 6: ", id="not TOML"),
    pytest.param(
        "json",
        lambda path: book("{}", path),
        "is not TOML at column 1: the line is neither",
        id="JSON",
    ),
    pytest.param("nul", lambda path: book("\0" * 1000, path), "is not TOML at column 1: ", id="NUL bytes"),
    pytest.param("deep", lambda path: book("a=" + "[" * 100_000, path), "is nested too deeply", id="nested"),
]


@pytest.mark.parametrize(("path", "make", "problem"), PLACES)
@pytest.mark.parametrize("command", ["status", "who p1", "check"])
def test_a_book_that_cannot_be_read_is_one_clear_line(cli, path, make, problem, command):
    make(path)
    ran = cli(*command.split(), "--book", path, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.splitlines()
    assert re.fullmatch(rf"{re.escape(path)}(:\d+)?: {re.escape(problem)}.*", lines[0])
    assert len(lines) == (2 if path == "empty" else 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
@pytest.mark.parametrize("command", [["status"], ["who", "p1", "--json"], ["check"]])
def test_a_pipe_is_never_waited_for(command):
    os.mkfifo("contacts.toml")
    ran = process(*command, timeout=10)
    assert ran.returncode == 2
    assert ran.stderr == b"contacts.toml: is not a regular file\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_with_a_writer_is_not_read_either(cli):
    os.mkfifo("pipe")
    writer = os.open("pipe", os.O_RDWR)
    os.write(writer, b"[book]")
    assert one_problem(cli("status", "--book", "pipe", "--lang", "en")) == "pipe: is not a regular file"
    os.close(writer)


def test_what_a_book_says_wrongly_cannot_command_the_terminal(cli):
    path = book('[book]\ntitle = "x"\ntimezone = "UTC"\n"\\u001b[31mred\\u001b[0m" = 1\n', "bad.toml")
    ran = cli("status", "--book", path, "--lang", "en")
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert "\\x1b[31mred" in ran.err


# Which book


def titled(title, path):
    return book(
        one_channel("24/7").replace("title = 'Desk'", f"title = '{title}'").replace("'Help'", f"'{title}'"),
        path,
    )


class Places:
    """The places of a book, the first to win first, each with a book of that name."""

    def __init__(self, home, monkeypatch):
        self.paths = {
            "--book": str(home / "chosen.toml"),
            "variable": str(home / "variable.toml"),
            "working folder": "contacts.toml",
            "user": str(home / "config" / "helpdesk-tui" / "contacts.toml"),
            "site": str(home / "site" / "helpdesk-tui" / "contacts.toml"),
        }
        for name, path in self.paths.items():
            titled(name, path)
        monkeypatch.setenv("HELPDESK_TUI_BOOK", self.paths["variable"])


def test_books_are_found_in_their_order_and_the_one_that_won_is_told(cli, monkeypatch, tmp_path):
    places = Places(tmp_path / "home", monkeypatch)
    chosen = ["--book", places.paths["--book"]]
    for name, path in places.paths.items():
        options = chosen if name == "--book" else []
        answer = cli("who", "help", "--at", AT, *options)
        assert answer.lines[-1].endswith(f" · {path}")
        assert f" {name}" in answer.out
        for command in ("status", "escalate"):
            assert cli(command, *options).lines[-1].endswith(f" · {path}")
        assert cli("status", "--json", *options).data["book"] == path
        assert cli("check", *options).lines[0].startswith(f"{path} has no errors: ")
        assert cli("check", "--json", *options).data["book"] == path
        if name == "variable":
            monkeypatch.delenv("HELPDESK_TUI_BOOK")
        else:
            os.unlink(path)
    assert cli("status").lines[-1].endswith(f" · {packaged()}")


def test_a_chosen_book_that_is_missing_is_an_error_and_no_other_book_answers(cli, here, monkeypatch):
    assert one_problem(cli("status", "--book", "none.toml")) == "none.toml: there is no such file"
    monkeypatch.setenv("HELPDESK_TUI_BOOK", "gone.toml")
    assert one_problem(cli("status")) == "gone.toml: there is no such file"


def test_a_bad_book_that_is_found_first_is_an_error_and_no_other_book_answers(cli):
    book("[book\n")
    assert one_problem(cli("who", "p1")).startswith("contacts.toml:1: is not TOML at column 6: ")


def test_an_empty_variable_is_none(cli, here, monkeypatch):
    monkeypatch.setenv("HELPDESK_TUI_BOOK", "")
    assert cli("status").lines[-1].endswith(" · contacts.toml")


def test_a_book_behind_a_link_is_read(cli):
    book(DESK_TEXT, "real.toml")
    os.symlink("real.toml", "link.toml")
    assert cli("status", "--book", "link.toml").lines[-1].endswith(" · link.toml")


def test_a_book_that_many_may_read_is_only_read(cli, here):
    os.chmod("contacts.toml", 0o444)
    before = os.stat("contacts.toml")
    assert cli("status").code == 0
    assert cli("check").code == 0
    after = os.stat("contacts.toml")
    assert stat.S_IMODE(after.st_mode) == 0o444
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
