"""The options, the exit codes, and what goes to which output."""

import shlex
from pathlib import Path

import pytest

from helpdesk_tui import __version__
from tests.cli.program import AT, HOLIDAY, NIGHT, book, misuse, process
from tests.support import DESK_TEXT

COMMANDS = ["status", "who p1", "next", "find chat", "escalate", "escalate 2", "coverage --days 2", "check"]

OTHER = DESK_TEXT.replace("7442727", "7442728")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "options",
    [
        pytest.param([f"--at={AT}"], id="at"),
        pytest.param(["--at", AT, "--lang", "en"], id="lang"),
        pytest.param(["--at", AT, "--json"], id="json"),
        pytest.param(["--at", AT, "--book", "other.toml"], id="book"),
        pytest.param(["--json", "--lang=en", "--book=other.toml", f"--at={AT}"], id="all four"),
    ],
)
def test_an_option_means_the_same_before_and_after_the_command(cli, command, options):
    book(OTHER, "other.toml")
    before, after = cli(*options, *command.split()), cli(*command.split(), *options)
    assert before == after
    assert (before.code, before.err) == (0, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_text_of_every_command_names_the_book_that_gave_it(cli, here, command):
    book(OTHER, "other.toml")
    assert "other.toml" in cli(*command.split(), "--at", AT, "--book", "other.toml").out
    assert "other.toml" not in cli(*command.split(), "--at", AT).out


def test_an_option_given_twice_holds_as_it_was_given_last(cli, here):
    assert cli("--lang", "en", "status", "--lang", "es", "--at", AT) == cli("status", "--lang=es", "--at", AT)


def test_book_at_lang_and_json_each_do_what_they_say(cli):
    book(OTHER, "other.toml")
    plain = cli("who", "p1", "--at", AT)
    assert "(601) 7442727 opción 2 → 5" in plain.out
    assert "(601) 7442728" in cli("who", "p1", "--at", AT, "--book", "other.toml").out
    assert "(601) 7442727" not in cli("who", "p1", "--at", NIGHT).out
    assert "(601) 7442727 option 2 → 5" in cli("who", "p1", "--at", AT, "--lang", "en").out
    assert cli("who", "p1", "--at", AT, "--json").data["contact"]["telephone"] == "+576017442727"


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        pytest.param(
            "init new.toml --title A --timezone UTC --channel A=a@example.com --json", "json", id="init"
        ),
        pytest.param("init new.toml --at 14:00", "at", id="init at a time"),
        pytest.param("init --book new.toml", "book", id="init of a book"),
        pytest.param("check --explain HD302 --json", "json", id="a finding as JSON"),
        pytest.param("check --explain HD302 --format sarif", "format", id="a finding as SARIF"),
        pytest.param("check --explain HD302 --at garbage", "at", id="a finding at a time"),
    ],
)
def test_an_option_that_a_command_cannot_follow_is_refused(cli, arguments, option):
    problem = misuse(cli(*arguments.split(), "--lang", "en"))
    assert problem.endswith(f" does not take --{option}")
    assert not Path("new.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(f"who p1 --at {AT}", 0, id="who: open"),
        pytest.param(f"who p1 --at {NIGHT}", 0, id="who: open at night"),
        pytest.param(f"who p1 --at {HOLIDAY}", 0, id="who: open on a holiday"),
        pytest.param(f"who p2 --at {NIGHT}", 1, id="who: closed"),
        pytest.param(f"who p2 --at {HOLIDAY}", 1, id="who: unknown"),
        pytest.param(f"who p2 --at {NIGHT} --json", 1, id="who: closed, in JSON"),
        pytest.param("who p2 --at 2026-11-23T18:59:59", 0, id="who: the last second of the day"),
        pytest.param("who p2 --at 2026-11-23T19:00", 1, id="who: the first second after"),
        pytest.param(f"status --at {NIGHT}", 0, id="status"),
        pytest.param(f"escalate --at {NIGHT}", 0, id="escalate: closed"),
        pytest.param(f"escalate 2 --at {AT}", 0, id="escalate: unknown"),
        pytest.param("check", 0, id="check with remarks"),
        pytest.param("--help", 0, id="help"),
        pytest.param("who --help", 0, id="help of a command"),
        pytest.param("--version", 0, id="version"),
    ],
)
def test_exit_codes(cli, arguments, code):
    ran = cli(*arguments.split())
    assert ran.code == code
    assert ran.err == ""
    assert ran.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param("frobnicate", "argument COMMAND: invalid choice: ", id="no such command"),
        pytest.param("who", "the following arguments are required: REQUEST", id="no request"),
        pytest.param("who p1 p2", "unrecognized arguments: p2", id="one argument too many"),
        pytest.param("status --frobnicate", "unrecognized arguments: --frobnicate", id="no such option"),
        pytest.param("status --lang fr", "argument --lang: invalid choice: ", id="no such language"),
        pytest.param("status --at", "argument --at: expected one argument", id="no time"),
        pytest.param("status --book", "argument --book: expected one argument", id="no file"),
        pytest.param(
            "status --json=yes", "argument --json: ignored explicit argument 'yes'", id="a value too many"
        ),
    ],
)
def test_wrong_arguments_are_told_in_a_line(cli, arguments, says):
    assert misuse(cli(*arguments.split())).startswith(says)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param("who --lang es", "falta: SOLICITUD", id="no request"),
        pytest.param(
            "--lang es frobnicate",
            "argumento COMANDO: 'frobnicate' no es una opción (elija entre ",
            id="no such command",
        ),
        pytest.param("--lang=es status --at", "argumento --at: le falta el valor", id="no time"),
        pytest.param("status --frobnicate --lang es", "no se reconoce: --frobnicate", id="no such option"),
    ],
)
def test_wrong_arguments_are_told_in_the_language_that_was_asked_for(cli, arguments, says):
    text = misuse(cli(*arguments.split()))
    assert text.replace("frobnicate no es", "'frobnicate' no es").startswith(says)


@pytest.mark.parametrize(
    ("environment", "options", "says"),
    [
        pytest.param({"LANG": "es_CO.UTF-8"}, "", "luego no es una hora", id="LANG"),
        pytest.param({"LANG": "en_US.UTF-8"}, "", "luego is not a time", id="LANG in English"),
        pytest.param({"LANG": "de_DE.UTF-8"}, "", "luego is not a time", id="a language that it does not speak"),
        pytest.param({"LANG": "en_US.UTF-8", "LC_MESSAGES": "es_ES"}, "", "luego no es una hora", id="LC_MESSAGES over LANG"),
        pytest.param({"LC_ALL": "C", "LC_MESSAGES": "es_ES", "LANG": "es"}, "", "luego is not a time", id="LC_ALL over both"),
        pytest.param({"LC_ALL": "", "LANG": "es"}, "", "luego no es una hora", id="an empty LC_ALL is none"),
        pytest.param({"LANG": "en_US.UTF-8"}, "--lang es", "luego no es una hora", id="--lang over the environment"),
        pytest.param({"LANG": "es_CO.UTF-8"}, "--lang=en", "luego is not a time", id="--lang=en over the environment"),
    ],
)  # fmt: skip
def test_errors_speak_the_language_of_lang_then_of_the_environment(
    cli, monkeypatch, environment, options, says
):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert misuse(cli("status", "--at", "luego", *options.split())).startswith(says)


@pytest.mark.parametrize(
    ("language", "says"),
    [("es", "cannot.toml: no existe ese archivo"), ("en", "cannot.toml: there is no such file")],
)
def test_what_is_wrong_with_a_book_is_told_in_the_readers_language(cli, monkeypatch, language, says):
    assert cli("status", "--book", "cannot.toml", "--lang", language).err == says + "\n"
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    assert cli("status", "--book", "cannot.toml").err == says + "\n"


def test_answers_speak_the_books_language_whatever_the_environment_says(cli, monkeypatch):
    english = book(DESK_TEXT.replace('"es"', '"en"'), "english.toml")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    assert "Si no contestan:" in cli("who", "p1", "--at", AT).out
    monkeypatch.setenv("LANG", "es_CO.UTF-8")
    assert "If nobody answers:" in cli("who", "p1", "--at", AT, "--book", english).out
    assert "no request is called nadie" in cli("who", "nadie", "--at", AT, "--book", english).err


@pytest.mark.parametrize("command", ["", "status", "who", "next", "find", "escalate", "check"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_help_is_in_the_language_that_was_asked_for(cli, command, language):
    ran = cli("--lang", language, *command.split(), "--help")
    assert cli(*command.split(), "--help", "--lang", language) == ran
    assert ran.code == 0
    assert ran.err == ""
    title, usage = {"es": ("en todos los comandos:", "uso: "), "en": ("for every command:", "usage: ")}[
        language
    ]
    assert title in ran.lines
    assert ran.out.startswith(usage + "helpdesk-tui")
    for option in ("--book", "--at", "--lang", "--json"):
        assert option in ran.out


@pytest.mark.parametrize("language", ["es", "en"])
def test_help_shows_examples_that_run_and_the_exit_codes(cli, language):
    out = cli("--lang", language, "--help").out
    title = {"es": "ejemplos:", "en": "examples:"}[language]
    codes = {"es": "códigos de salida:", "en": "exit codes:"}[language]
    examples, _, exits = out.partition(f"{title}\n")[2].partition(f"\n{codes}\n")
    assert [line.split()[0] for line in exits.splitlines()] == ["0", "1", "2"]
    lines = [line.strip().split("  ")[0] for line in examples.splitlines() if line.strip()]
    assert len(lines) >= 6
    book()
    for line in lines[1:]:
        program, *arguments = shlex.split(line)
        assert program == "helpdesk-tui"
        assert cli(*arguments).code in {0, 1}, line


def test_help_is_as_wide_as_the_window(cli, monkeypatch):
    for columns in (40, 60, 100):
        monkeypatch.setenv("COLUMNS", str(columns))
        described = cli("who", "--help").lines
        assert max(map(len, described)) <= columns


def test_version_is_told(cli):
    assert cli("--version").out == f"helpdesk-tui {__version__}\n"


@pytest.mark.parametrize("options", ["", "--json", f"--at {AT}"])
def test_without_a_command_and_a_terminal_it_says_what_to_do(cli, options):
    assert (
        misuse(cli(*options.split()))
        == "the screen needs a terminal; for a single answer, run helpdesk-tui status"
    )


def test_it_runs_as_a_module_from_any_folder(users_book):
    ran = process("who", "p1", "--at", AT)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode().splitlines()[0] == "(601) 7442727 opción 2 → 5"
    assert ran.stdout.decode().splitlines()[-1].endswith(f" · {users_book}")


def test_ctrl_c_ends_a_command_without_a_traceback(cli, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("helpdesk_tui.cli.commands.status.read_question", interrupted)
    assert cli("status") == (130, "", "")
