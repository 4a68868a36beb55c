"""What leaves the program: encodings, closed pipes, full disks, and plain text where no terminal is."""

import io
import json
import os
import subprocess
import sys

import pytest

from helpdesk_tui.cli.main import run
from helpdesk_tui.phrases.ascii import encodable
from tests.cli.program import AT, HOLIDAY, book, command, needs_devices, process
from tests.support import DESK_TEXT

COMMANDS = [
    "status",
    "who p1",
    "who p2",
    "who pqrsa",
    "next",
    "find chat",
    "escalate",
    "coverage --days 2",
    "check",
    "--help",
    "who --help",
    "--version",
]

ACCENTED = DESK_TEXT.replace("subasta.electronica@", "subasta.electrónica@")


class Output(io.TextIOWrapper):
    """Standard output of another encoding, as it would stand behind a pipe."""

    def __init__(self, encoding):
        super().__init__(io.BytesIO(), encoding=encoding)

    def text(self):
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)


def said(monkeypatch, encoding, *arguments):
    """The exit code and the text of a command whose outputs have this encoding."""
    out, err = Output(encoding), Output(encoding)
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    try:
        code = run(list(arguments))
    except SystemExit as stopped:
        code = stopped.code
    monkeypatch.undo()
    return code, out.text(), err.text()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "cp437", "koi8-r", "utf-16", "utf-8"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_command_fails_whatever_the_encoding(monkeypatch, encoding, language):
    for words in COMMANDS:
        code, out, err = said(monkeypatch, encoding, *words.split(), "--at", AT, "--lang", language)
        assert (code, err) == (0, ""), words
        assert out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_errors_too_are_told_whatever_the_encoding(monkeypatch, encoding):
    code, out, err = said(monkeypatch, encoding, "who", "ÑandúЖ→", "--at", AT)
    assert (code, out) == (2, "")
    assert err.startswith("helpdesk-tui: ninguna solicitud se llama ")
    code, _, err = said(monkeypatch, encoding, "status", "--book", "añoЖ.toml", "--lang", "es")
    assert code == 2
    assert err.endswith(": no existe ese archivo\n")


def test_in_ascii_shapes_and_accents_have_likenesses(monkeypatch):
    book()
    code, out, _ = said(monkeypatch, "ascii", "who", "p1", "--at", AT)
    assert (code, out.splitlines()) == (
        0,
        [
            "(601) 7442727 opcion 2 > 5",
            "* Telefonico - abierto - cierra 19:00 - 2 h 35 min",
            "Telefonico es el primer canal para Prioridad 1 - Critica y esta abierto",
            "Linea de servicio al cliente en Bogota",
            "Si no contestan:",
            "  318 7174937 - Celular prioridad 1 - abierto",
            "lun 23 nov 2026 - 16:25 Bogota - aqui 21:25 - contacts.toml",
        ],
    )


def test_in_latin_1_only_what_it_lacks_is_replaced(monkeypatch):
    book()
    _, out, _ = said(monkeypatch, "latin-1", "who", "p1", "--at", AT)
    assert out.splitlines()[:2] == [
        "(601) 7442727 opción 2 > 5",
        "* Telefónico · abierto · cierra 19:00 · 2 h 35 min",
    ]


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        pytest.param("“Ñandú” – ¿ya?…", "ascii", '"Nandu" - ?ya?...', id="quotes, dashes and dots"),
        pytest.param("Ñandú→→", "latin-1", "Ñandú>>", id="the accents of a word that has an arrow too"),
        pytest.param("Cafe\u0301", "ascii", "Cafe", id="an accent of its own"),
        pytest.param("日本 Ж", "ascii", "?? ?", id="no likeness"),
        pytest.param("señal@example.com → ñ", "ascii", "se\\xf1al@example.com > n", id="an address"),
        pytest.param("señal → ñ", "utf-8", "señal → ñ", id="nothing to replace"),
    ],
)
def test_text_is_written_by_its_likeness_where_the_encoding_lacks_it(text, encoding, expected):
    assert encodable(text, encoding) == expected


@pytest.mark.parametrize("words", ["who p2", "escalate 1"])
def test_an_address_is_never_shown_as_another_one(monkeypatch, words):
    book(ACCENTED)
    _, out, _ = said(monkeypatch, "ascii", *words.split(), "--at", AT)
    assert "subasta.electr\\xf3nica@certicamara.com" in out
    assert "subasta.electronica@" not in out


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
@pytest.mark.parametrize("words", ["status", "who p1", "who p2", "escalate", "check"])
def test_json_means_the_same_in_every_encoding(cli, monkeypatch, encoding, words):
    book(ACCENTED)
    arguments = [*words.split(), "--at", HOLIDAY, "--json"]
    whole = cli(*arguments)
    monkeypatch.setenv("HELPDESK_TUI_BOOK", "contacts.toml")
    code, out, _ = said(monkeypatch, encoding, *arguments)
    assert (code, json.loads(out)) == (whole.code, whole.data)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, id="C"),
        pytest.param({"LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, id="POSIX"),
        pytest.param({"PYTHONIOENCODING": "ascii"}, id="PYTHONIOENCODING"),
    ],
)
def test_a_locale_without_utf_8_gets_ascii_bytes(changes):
    ran = process("who", "crítica", "--at", AT, "--lang", "es", **changes)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.isascii()
    assert ran.stdout.splitlines()[0] == b"(601) 7442727 opcion 2 > 5"


@pytest.mark.parametrize("words", ["status", "status --json", "who p1", "check", "--help", "--version"])
def test_a_pipe_that_is_closed_is_no_error(words):
    arguments, env = command(*words.split(), "--at", AT)
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(arguments, env=env, stdout=write, stderr=subprocess.PIPE, timeout=20)
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_reader_that_takes_the_first_line_gets_it(tmp_path):
    arguments, env = command("status", "--at", AT)
    with subprocess.Popen(arguments, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert "Telefónico" in program.stdout.readline().decode()
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait(20) == 0


@needs_devices
@pytest.mark.parametrize("words", ["status", "status --json", "who p1", "--help"])
def test_a_full_disk_is_told_in_a_line(words):
    arguments, env = command(*words.split(), "--at", AT, "--lang", "en")
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(arguments, env=env, stdout=full, stderr=subprocess.PIPE, timeout=20)
    assert ran.returncode == 2
    assert ran.stderr.decode() == "helpdesk-tui: the answer cannot be written: the disk is full\n"


@needs_devices
def test_an_error_that_cannot_be_told_is_still_in_the_exit_code():
    arguments, env = command("who", "nobody")
    with open("/dev/full", "wb") as full:
        assert subprocess.run(arguments, env=env, stderr=full, stdout=full, timeout=20).returncode == 2


@pytest.mark.parametrize(
    ("closed", "arguments", "code"),
    [
        pytest.param("stdout", ["who", "p1", "--at", AT], 0, id="standard output"),
        pytest.param("stdout", ["who", "p1", "--at", AT, "--json"], 0, id="standard output, in JSON"),
        pytest.param("stdout", ["--help"], 0, id="standard output of help"),
        pytest.param("stderr", ["who", "nobody"], 2, id="standard error"),
        pytest.param("stdin", [], 2, id="standard input of the screen"),
        pytest.param("stdout", [], 2, id="standard output of the screen"),
    ],
)
def test_an_output_that_was_closed_from_the_start_is_left_alone(cli, monkeypatch, closed, arguments, code):
    monkeypatch.setattr(sys, closed, None)  # as Python does for a closed descriptor
    assert cli(*arguments).code == code


def test_nothing_but_data_goes_to_standard_output(cli):
    assert cli("who", "nobody").out == ""
    assert cli("status", "--at", "x").out == ""
    assert cli("status", "--book", "none").out == ""
    assert cli("frobnicate").out == ""
    assert cli().out == ""


def test_no_colour_where_there_is_no_terminal(cli, monkeypatch):
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE"):
        monkeypatch.setenv(name, "1")
    for words in COMMANDS:
        assert "\x1b" not in cli(*words.split(), "--at", AT).out


LOADED = """
import sys
from helpdesk_tui.cli.main import run
code = run(sys.argv[1:])
heavy = ("rich", "textual", "pydantic", "opening_hours", "holidays", "phonenumbers", "babel")
print(code, *(name for name in heavy if name in sys.modules), file=sys.stderr)
"""


def loaded(*arguments, **changes):
    """The exit code, and which of the large packages a command loaded."""
    env = {**os.environ, **changes}
    words = [sys.executable, "-c", LOADED, *arguments]
    ran = subprocess.run(words, env=env, capture_output=True, timeout=20)
    return ran.stderr.decode().split()


@pytest.mark.parametrize("words", ["who p1", "who p1 --json", "status", "escalate", "escalate 2 --json"])
def test_a_look_up_with_a_kept_board_loads_nothing_large(words):
    process("status")  # keeps a board
    assert loaded(*words.split()) == ["0"]


def test_rich_is_loaded_on_a_terminal_alone(cli):
    for words in ("status", "check"):
        code, *large = loaded(words, "--at", AT)
        assert (code, "pydantic" in large) == ("0", True)
        assert {"rich", "textual"}.isdisjoint(large)
