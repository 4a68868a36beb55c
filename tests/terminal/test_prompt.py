"""The command line in a real terminal: colour, width, and text that is nobody's markup."""

import os
import re
import time
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

AT = "2026-11-23T16:25"

LINK = "http://idealab.certicamara.com/CertiChat/chat.php"


def drawn(*arguments, columns=100, rows=40, code=0, **options):
    """What a command drew on a terminal of this size, and the bytes it wrote."""
    with Terminal(*arguments, columns=columns, rows=rows, **options) as terminal:
        assert terminal.ends() == code, terminal.text
        return terminal.text.rstrip("\n"), terminal.written


def test_on_a_terminal_states_are_coloured_and_the_words_are_the_same(capsys):
    text, written = drawn("status", "--at", AT, "--lang", "es")
    lines = text.splitlines()
    assert lines[0] == "● Telefónico           abierto  cierra 19:00 · 2 h 35 min"
    assert lines[4] == "● PQRSA                abierto  cierra 17:00 · 35 min"
    assert b"\x1b[32m" in written


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"NO_COLOR": "1"}, id="NO_COLOR"),
        pytest.param({"TERM": "dumb"}, id="a dumb terminal"),
    ],
)
def test_no_colour_where_none_is_wanted(env):
    text, written = drawn("status", "--at", AT, env=env)
    assert "● Telefónico           abierto  cierra 19:00 · 2 h 35 min" in text
    assert not re.search(rb"\x1b\[[0-9;]*[34][0-7]m|[34]8;", written)


@pytest.mark.parametrize(
    "words", ["status --json", "who p1 --json", "escalate --json", "check --json", "--help"]
)
def test_json_and_help_have_no_escapes_on_a_terminal_either(words):
    _, written = drawn(*words.split(), "--at", AT)
    assert b"\x1b" not in written


def test_errors_have_no_escapes(capsys):
    _, written = drawn("who", "\x1b[31mnobody", "--at", AT, code=2)
    assert b"\x1b" not in written
    assert b"\\x1b[31mnobody" in written


@pytest.mark.parametrize("columns", [100, 40])
def test_the_width_is_the_terminals(columns):
    text, _ = drawn("who", "p2", "--at", AT, columns=columns)
    assert text.splitlines()[0] == "(601) 7442727 opción 2 → 5"
    assert "subasta.electronica@certicamara.com" in text
    longest = max(map(len, text.splitlines()))
    assert longest <= columns


def test_columns_overrules_the_terminals_width():
    text, _ = drawn("who", "p1", "--at", AT, columns=100, env={"COLUMNS": "40"})
    assert "  318 7174937 · Celular prioridad 1" in text.splitlines()


def test_an_address_wider_than_the_terminal_is_left_to_it_whole():
    _, written = drawn("who", "p2", "--at", AT, columns=40)
    assert LINK.encode() in written


NAMES = [
    "Desk [/] 24",
    "Ask [Sam]",
    "[bold]x[/bold]",
    "[link=https://example.com]x",
    ":smile: {name} %s",
    "日本語サポート",
    "Cafe\u0301 o\u0308",
    "مكتب",
    "שירות לקוחות",
    "x" * 200,
]


def hostile_book():
    """Write a book with a channel and a request of each name."""
    lines = ["[book]\ntitle = 'Desk [/] [Sam]'\ntimezone = 'UTC'\n[hours.own]\nweekly = '24/7'\n"]
    for number, name in enumerate(NAMES):
        lines.append(f"[channels.c{number}]\nname = '{name}'\nhours = 'own'\nnote = '{name}'\n")
        lines.append(f"email = 'c{number}@example.com'\n")
        lines.append(f"[requests.r{number}]\nname = '{name}'\nkey = '{number}'\nroute = ['c{number}']\n")
    Path("contacts.toml").write_text("".join(lines), "utf-8")


def test_hostile_names_are_shown_as_they_are_written_at_the_prompt():
    hostile_book()
    _, written = drawn("status", columns=250)
    for name in NAMES:
        assert name.encode() in written, name
    for number in (1, 5, 7):
        _, written = drawn("who", str(number), columns=250)
        assert written.count(NAMES[number].encode()) >= 3
    text, _ = drawn("who", "9", columns=40)
    assert text.replace("\n", "").count("x" * 200) >= 2  # what is wider than the line goes on in the next


def test_hostile_names_are_shown_as_they_are_written_on_the_screen():
    hostile_book()
    with Terminal(columns=250, rows=60) as terminal:
        terminal.sees("Desk [/] [Sam]", "c0@example.com")
        for number, name in enumerate(NAMES[:-1]):
            terminal.wait(lambda name=name: name.encode() in terminal.written)
            terminal.press(str(number))
            terminal.sees(f"c{number}@example.com")
        terminal.press("9")
        terminal.sees("c9@example.com", "x" * 40)
        for columns, rows in [(40, 15), (80, 24)]:
            terminal.resize(columns, rows)
            terminal.sees("c9@example.com")
        terminal.press("/")
        terminal.sees("enter Choose")
        terminal.settle(0.2)
        terminal.type("[sam")
        terminal.sees("c1@example.com")
        terminal.press("escape")
        terminal.misses("enter Choose")
        terminal.press("q")
        assert terminal.ends() == 0
        assert b"Traceback" not in terminal.written


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"LC_ALL": "C"}, id="the locale C"),
        pytest.param({"LC_ALL": "POSIX"}, id="the locale POSIX"),
        pytest.param({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, id="Python in ASCII"),
    ],
)
def test_a_locale_without_utf_8_gets_ascii_bytes_in_colour(env):
    text, written = drawn("who", "crítica", "--at", AT, env=env)
    assert written.isascii()
    assert text.splitlines()[0] == "(601) 7442727 opcion 2 > 5"


def test_ctrl_c_ends_a_command_at_once_and_without_a_traceback():
    program = ("-c", "import signal, sys; from helpdesk_tui.cli import main; from helpdesk_tui.cli.commands import who; "
               "who.read_question = lambda *_: [print('ready', flush=True), signal.pause()]; "
               "sys.exit(main.run(sys.argv[1:]))")  # fmt: skip
    with Terminal("who", "p1", program=program) as terminal:
        terminal.sees("ready")
        begun = time.monotonic()
        terminal.press("ctrl+c")
        assert terminal.ends() == 130
        assert time.monotonic() - begun < 2
        assert b"Traceback" not in terminal.written


def test_init_asks_and_ctrl_c_leaves_nothing():
    with Terminal("init", "--lang", "en") as terminal:
        terminal.sees("The service that the book is for")
        terminal.press("Mesa\r")
        terminal.sees("Time zone, as America/Bogota")
        assert terminal.interrupt() == 130
    assert list(Path().glob("*contacts*")) == []


def test_init_asks_again_where_an_answer_is_no_text():
    strict = {"PYTHONIOENCODING": "utf-8:strict"}  # as in a locale of UTF-8 that is not C
    with Terminal("init", "--lang", "en", env=strict) as terminal:
        terminal.sees("The service that the book is for")
        os.write(terminal.master, b"Mesa \xff\r")
        terminal.sees("what was typed is not text")
        terminal.press("Mesa\r")
        terminal.sees("Time zone, as America/Bogota")
        assert terminal.interrupt() == 130
    assert b"Traceback" not in terminal.written
