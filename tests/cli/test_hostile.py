"""Text that would command a terminal, be taken for markup, or turn the line around."""

import json
import os

import pytest

from helpdesk_tui.cli.exports.answer_json import dump
from tests.cli.program import AT, book, misuse, process, uncoded
from tests.support import DESK_TEXT

SHOWN = [
    pytest.param("Desk [/] 24", id="a closing tag"),
    pytest.param("Ask [Sam]", id="a name in brackets"),
    pytest.param("[bold]x[/bold] [red]", id="markup"),
    pytest.param("[link=https://example.com]x[/link]", id="a link in markup"),
    pytest.param(":smile: &amp; <b> %s {0} {name} \\\\[x]", id="other markups"),
    pytest.param("{name} {request} {count} {time}", id="the catalogue's own fields"),
    pytest.param("日本語サポート窓口", id="wide"),
    pytest.param("Cafe\u0301 Ñandu\u0301 o\u0308", id="combining"),
    pytest.param("مكتب المساعدة", id="Arabic"),
    pytest.param("שירות לקוחות 24", id="Hebrew"),
    pytest.param("👩‍💻 soporte 🇨🇴", id="emoji in parts"),
    pytest.param("Zero\u200bwidth\u00adsoft", id="characters without a width"),
    pytest.param("ﷺ" * 10, id="a very wide character"),
    pytest.param("x" * 200, id="200 letters"),
    pytest.param("界" * 200, id="200 wide characters"),
    pytest.param("a\u0301" * 100, id="200 letters and accents"),
]

REFUSED = [
    pytest.param(
        "\\u001b[31mred", "channels.phone.name: holds a control character (U+001B)", id="an escape sequence"
    ),
    pytest.param(
        "\\u001b]52;c;eA==\\u0007",
        "channels.phone.name: holds a control character (U+001B)",
        id="a clipboard write",
    ),
    pytest.param(
        "\\u009b31mred",
        "channels.phone.name: holds a control character (U+009B)",
        id="an escape in one character",
    ),
    pytest.param("a\\nb", "channels.phone.name: holds a control character (U+000A)", id="a line break"),
    pytest.param("a\\rb", "channels.phone.name: holds a control character (U+000D)", id="a carriage return"),
    pytest.param("a\\u0008b", "channels.phone.name: holds a control character (U+0008)", id="a backspace"),
    pytest.param(
        "a\\u2028b", "channels.phone.name: holds a control character (U+2028)", id="a line separator"
    ),
    pytest.param(
        "7442727\\u202e",
        "channels.phone.name: holds a character that turns the writing direction (U+202E)",
        id="an override",
    ),
    pytest.param("x" * 201, "channels.phone.name: is longer than 200 characters", id="201 letters"),
    pytest.param("x" * 10_000, "channels.phone.name: is longer than 200 characters", id="10,000 letters"),
    pytest.param("  ", "channels.phone.name: is empty", id="blanks"),
]


def named(name, path="contacts.toml"):
    """The tests' own book with its telephone and first request called so."""
    text = DESK_TEXT.replace('"Telefónico"', f'"{name}"').replace('"Prioridad 1 · Crítica"', f'"{name}"')
    return book(text, path)


@pytest.mark.parametrize("name", SHOWN)
@pytest.mark.parametrize("columns", ["40", "100"])
def test_a_name_is_shown_as_it_is_written(cli, monkeypatch, name, columns):
    monkeypatch.setenv("COLUMNS", columns)
    named(name)
    name = name.replace("\\\\", "\\")
    for words in ("status", "who 1", "escalate"):
        ran = cli(*words.split(), "--at", AT)
        assert (ran.code, ran.err) == (0, "")
        assert name in ran.out
        assert "\x1b" not in ran.out
    assert cli("status", "--at", AT, "--json").data["channels"][0]["name"] == name
    answer = cli("who", name, "--at", AT, "--json").data
    assert (answer["request"]["name"], answer["contact"]["name"]) == (name, name)


@pytest.mark.parametrize("name", SHOWN)
def test_a_note_is_shown_as_it_is_written(cli, name):
    book(DESK_TEXT.replace('"Línea de servicio al cliente en Bogotá"', f'"{name}"'))
    assert name.replace("\\\\", "\\") in cli("who", "p1", "--at", AT).lines


@pytest.mark.parametrize("name", SHOWN)
def test_an_unknown_request_tells_hostile_names_as_they_print(cli, name):
    named(name)
    ran = cli("who", "xyzzy", "--at", AT)
    assert ran.code == 2
    assert all(line.isprintable() for line in ran.err.splitlines())


@pytest.mark.parametrize(("name", "problem"), REFUSED)
@pytest.mark.parametrize("command", ["status", "who p1", "check"])
def test_a_name_that_would_command_the_terminal_is_refused(cli, name, problem, command):
    named(name)
    ran = cli(*command.split(), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert problem in [line.partition(": ")[2] for line in uncoded(ran.err).splitlines()]
    assert all(line.isprintable() for line in ran.err.splitlines())


@pytest.mark.parametrize("columns", ["40", "100"])
def test_columns_of_a_table_stand_straight_with_wide_and_combining_names(cli, monkeypatch, columns):
    from rich.cells import cell_len

    monkeypatch.setenv("COLUMNS", columns)
    text = DESK_TEXT.replace('"Telefónico"', '"日本"').replace('"Chat online"', '"Cafe\u0301 日"')
    book(text)
    lines = cli("status", "--at", AT).lines[:-1]
    if columns == "100":
        starts = {cell_len(line[: line.index("abierto")]) for line in lines}
        assert len(starts) == 1
    assert max(map(cell_len, lines)) <= int(columns)


ARGUMENTS = [
    pytest.param(["who", "\x1b[31mred"], "\\x1b[31mred", id="a request"),
    pytest.param(["who", "\x1b]0;title\x07"], "\\x1b]0;title\\x07", id="a title sequence"),
    pytest.param(["who", "\x9b31m"], "\\x9b31m", id="an escape in one character"),
    pytest.param(["who", "a\nb\rc"], "a\\nb\\rc", id="line breaks"),
    pytest.param(["who", "\u202e1p"], "\\u202e1p", id="an override"),
    pytest.param(["who", "\udcff\udc80"], "\\udcff\\udc80", id="bytes that are no text"),
    pytest.param(["status", "--at", "\x1b[31m"], "\\x1b[31m", id="a time"),
    pytest.param(["escalate", "\x1b[31m"], "\\x1b[31m", id="a level"),
    pytest.param(["\x1b[31m"], "\\x1b[31m", id="a command"),
    pytest.param(["status", "--\x1b[31m"], "--\\x1b[31m", id="an option"),
    pytest.param(["status", "--lang", "\x1b[31m"], "\\x1b[31m", id="a language"),
    pytest.param(["status", "\x1b[31m"], "\\x1b[31m", id="one argument too many"),
]


@pytest.mark.parametrize(("arguments", "shown"), ARGUMENTS)
@pytest.mark.parametrize("language", ["es", "en"])
def test_what_the_reader_typed_is_told_with_its_control_characters_written_out(
    cli, arguments, shown, language
):
    message = misuse(cli("--lang", language, *arguments))
    assert message.isprintable()
    assert shown in message


@pytest.mark.parametrize("path", ["\x1b[31m.toml", "a\nb.toml", "\x9b31m.toml", "\udcff.toml", "\u202elmot"])
def test_a_hostile_file_name_is_told_written_out(cli, path):
    ran = cli("status", "--book", path)
    assert ran.code == 2
    (line,) = ran.err.splitlines()
    assert line.isprintable()
    assert line.endswith(": there is no such file")


COMMANDS = {
    "status": "Telefónico",
    "who p1": "Telefónico",
    "next": "PQRSA",
    "find tel": "Telefónico",
    "escalate": "Telefónico",
    "coverage --days 1": "Prioridad 1",
    "shift": "Telefónico",
    "shift --markdown": "Telefónico",
    "check": "5 canales",
}
"""Each with something that it says of the tests' own book."""


@pytest.mark.parametrize("folder", ["\x1b[31m", "a\nb", "\udcff", "\x9b31m", "\u202elmot", "\u2028"])
def test_a_book_in_a_hostile_folder_answers_and_its_path_is_written_out(cli, folder):
    os.mkdir(folder)
    path = book(DESK_TEXT, f"{folder}/contacts.toml")
    for words, says in COMMANDS.items():
        ran = cli(*words.split(), "--book", path, "--at", AT)
        assert (ran.code, ran.err) == (0, "")
        assert all(line.isprintable() for line in ran.out.split("\n"))
        assert says in ran.out
    for words in ("status", "check"):
        ran = cli(*words.split(), "--book", path, "--json")
        assert all(line.isprintable() for line in ran.out.split("\n"))
        assert ran.data["book"] == path


UNPRINTABLE = [
    *map(chr, [*range(0x20), *range(0x7F, 0xA0)]),
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff\ufdd0",
    "\ud800",
    "\udc80",
    "\U000e0001",
    "\U0010ffff",
]


@pytest.mark.parametrize("indent", [None, 2])
def test_json_holds_no_character_that_a_terminal_would_obey_and_says_the_same(indent):
    answer = {f"a{each}z": [f'"{each}\\', each * 2] for each in UNPRINTABLE} | {
        "name": "Crítica 日本 👩 \\u009b"
    }
    text = dump(answer, indent)
    assert all(line.isprintable() for line in text.split("\n"))
    assert json.loads(text) == answer
    assert "Crítica 日本 👩" in text


@pytest.mark.parametrize(
    "code", ["\\u0000", "\\u001b", "\\u007f", "\\u0085", "\\u009b", "\\u202e", "\\u2028"]
)
def test_a_bad_book_is_told_in_json_as_it_prints(cli, code):
    book(DESK_TEXT.replace('route   = ["phone"', f'route   = ["{code}31m"', 1))
    ran = cli("check", "--json", "--lang", "en")
    assert ran.code == 2
    assert all(line.isprintable() for line in (ran.out + ran.err).split("\n"))
    character = json.loads(f'"{code}"')
    assert f"{character}31m is not known" in ran.data["problems"][-1]["problem"]


@pytest.mark.parametrize("name", SHOWN)
def test_json_of_hostile_names_prints_and_says_the_same(cli, name):
    named(name)
    name = name.replace("\\\\", "\\")
    for words in ("status", "who p1", "next", "escalate", "coverage --days 1", "shift", "find p1"):
        ran = cli(*words.split(), "--json", "--at", AT)
        assert all(line.isprintable() for line in ran.out.split("\n"))
        assert name in texts(ran.data)


def texts(answer):
    """Every text in a JSON answer."""
    if isinstance(answer, str):
        return {answer}
    inner = answer.values() if isinstance(answer, dict) else answer if isinstance(answer, list) else ()
    return {text for each in inner for text in texts(each)}


@pytest.mark.parametrize("columns", ["9" * 5000, "9" * 9, "-1", "0", "x", "²", "\x1b[31m"])
def test_a_width_that_no_terminal_has_changes_nothing(cli, monkeypatch, columns):
    book()
    monkeypatch.delenv("COLUMNS")
    usual = cli("status", "--at", AT)
    monkeypatch.setenv("COLUMNS", columns)
    assert cli("status", "--at", AT) == usual
    assert (usual.code, usual.err) == (0, "")


def test_bytes_that_are_no_text_are_refused_in_a_process_too():
    ran = process("who", b"\xff\xfe\x1b[31m", "--at", AT)
    assert ran.returncode == 2
    assert ran.stderr.startswith(b"helpdesk-tui: ninguna solicitud se llama \\udcff\\udcfe\\x1b[31m; ")
