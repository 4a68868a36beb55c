"""The editor in a real pseudo-terminal: a number is changed and saved, and the reader's own editor is opened."""

import re
import signal
import stat

import pytest

from tests.support import DESK_TEXT
from tests.terminal.terminal import Terminal, is_restored, linux, state


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "contacts.toml"
    path.write_text(DESK_TEXT, encoding="utf-8")
    return path


def editor(folder, text):
    """A program that does this with the file that it is given."""
    path = folder / "editor"
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_a_number_is_changed_reviewed_and_saved_and_the_dashboard_shows_it(book):
    with Terminal("--at", "2026-11-23T16:25", "--book", str(book)) as terminal:
        terminal.sees("(601) 7442727")
        terminal.press("b")
        terminal.sees("Editar el directorio", "▸   Telefónico")
        terminal.press("enter")
        terminal.sees("Como lo llama la gente")
        terminal.type("\x1b[B\x1b[B")
        terminal.sees("Como +57 601 7442727")
        terminal.type("\x7f" * 7)
        terminal.sees("! no es")
        terminal.type("4442727")
        terminal.misses("! no es")
        terminal.sees("sin guardar")
        terminal.type("\x13")
        terminal.sees("Qué significan los cambios", "+57 601 7442727 → +57 601 4442727")
        assert book.read_text("utf-8") == DESK_TEXT
        terminal.press("enter")
        terminal.sees("Guardado")
        assert book.read_text("utf-8") == DESK_TEXT.replace("601 7442727", "601 4442727", 1)
        terminal.press("escape")
        terminal.sees("(601) 4442727   opción 2 → 5")
        terminal.press("q")
        assert terminal.ends() == 0
        assert is_restored(terminal)


@pytest.mark.parametrize("keys", ["E", "bE"], ids=["on the dashboard", "in the editor"])
def test_the_readers_own_editor_gets_the_terminal_and_what_it_saved_is_shown(book, tmp_path, keys):
    command = editor(tmp_path, 'echo "their own editor"; read line; sed -i "s/Telefónico/Línea/" "$1"')
    env = {"EDITOR": "false", "VISUAL": command}
    with Terminal("--at", "2026-11-23T16:25", "--book", str(book), env=env) as terminal:
        terminal.sees("(601) 7442727")
        terminal.type(keys)
        terminal.sees("their own editor")
        terminal.type("\r")
        if keys == "bE":
            terminal.sees("Editar el directorio", "▸   Línea")
            terminal.press("escape")
        terminal.wait(lambda: re.search(r"● Línea +abierto", terminal.text))
        terminal.sees("q Salir")


@linux
def test_it_stops_with_the_readers_own_editor(book, tmp_path):
    env = {"VISUAL": editor(tmp_path, 'echo "their own editor"; read line')}
    with Terminal("--at", "2026-11-23T16:25", "--book", str(book), env=env) as terminal:
        terminal.sees("(601) 7442727")
        terminal.press("E")
        terminal.sees("their own editor")
        terminal.process.send_signal(signal.SIGTSTP)
        terminal.wait(lambda: state(terminal) == "T")
        terminal.screen.reset()
        terminal.process.send_signal(signal.SIGCONT)
        terminal.type("\r")
        terminal.sees("(601) 7442727", "q Salir")


@pytest.mark.parametrize(
    ("env", "remark"),
    [
        ({"EDITOR": "", "VISUAL": ""}, "Ni $VISUAL ni $EDITOR nombran un editor"),
        ({"VISUAL": "/nowhere/editor"}, "No se puede abrir el editor"),
    ],
)
def test_an_editor_that_is_not_there_is_said(book, env, remark):
    with Terminal("--at", "2026-11-23T16:25", "--book", str(book), env=env) as terminal:
        terminal.sees("(601) 7442727")
        terminal.press("E")
        terminal.sees(remark)
