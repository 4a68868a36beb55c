"""No bytes from the terminal end the screen, press keys that nobody pressed, or come back to it."""

import os

import pytest

from tests.terminal.terminal import SLOW, Terminal, clipboard

AT = "2026-11-23T16:25"

RAISED = {
    "a key beyond Unicode": b"\x1b[99999999u",
    "text beyond Unicode": b"\x1b[97;1;99999999u",
    "a key in parts": b"\x1b[97:65;1u",
    "a modifier in parts": b"\x1b[97;1:3u",
    "bytes that are no text": b"\xff\xfe\xc3(",
    "a window without pixels, then the mouse": b"\x1b[48;30;100;0;0t\x1b[<35;10;5M",
    "a window of no size, then the mouse": b"\x1b[48;0;0;0;0t\x1b[<35;10;5M",
    "a window of ten thousand million cells": b"\x1b[48;99999;99999;1;1t",
}
"""What ended the screen."""

TYPED = {
    "what terminal it is": b"\x1b[?1;2c\x1b[>0;276;0c",
    "a colour": b"\x1b]11;rgb:2222/2222/2222\x1b\\",
    "a version": b"\x1bP>|quiet(2)\x1b\\",
    "a sequence of no key": b"\x1b[5 q\x1b[1;2;3;4;5q",
    "a paste where nothing is typed": b"\x1b[200~q\x1b[2~q2\xc2\x9be\x1b[201~",
}
"""What was taken for keys."""

ODD = {
    "an offer to report the window's size": b"\x1b[?2048;1$y",
    "a mouse far away": b"\x1b[<0;99999;99999M\x1b[<0;99999;99999m\x1b[<64;99999;1M",
    "a cursor far away": b"\x1b[999999;99999R\x1b[5;5R",
    "half characters": b"\x1b[55296u\x1b[97;1;57343u\x1b[999999u",
    "the mouse in its oldest form": b"\x1b[M\xff\xff\xff\x1b[M !!",
    "the focus going to and fro": b"\x1b[O\x1b[I" * 50,
    "controls": b"\x00\x1c\x1d\x1e\x1f\x7f" * 50,
    "a sequence without an end": b"\x1b[12;5\x1b[I",
    "a megabyte that is pasted": b"\x1b[200~" + b"q2\x1be" * 250_000 + b"\x1b[201~",
}


def sends(terminal, data):
    """Send `data`, and read what the program writes meanwhile."""
    for start in range(0, len(data), 4096):
        os.write(terminal.master, data[start : start + 4096])
        terminal.read(0)


def test_no_bytes_of_the_terminal_end_the_screen_or_press_a_key():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5", "q Salir")
        terminal.press("2")
        terminal.sees("2 ▸ ● Prioridad 2", "c Copiar")
        terminal.settle()
        before = terminal.text
        for name, data in (RAISED | TYPED | ODD).items():
            copied = len(clipboard(terminal))
            sends(terminal, data)
            terminal.press("c")  # it copies what is shown when all of that is read
            terminal.wait(
                lambda copied=copied: terminal.process.poll() is not None or len(clipboard(terminal)) > copied
            )
            assert terminal.process.poll() is None, name
            terminal.press("up")
            terminal.sees("1 ▸ ● Prioridad 1", "c Copiar")
            terminal.press("down")
            terminal.sees("2 ▸ ● Prioridad 2", "c Copiar")
            terminal.wait(lambda: terminal.text == before)
        assert clipboard(terminal) == ["6017442727"] * len(RAISED | TYPED | ODD)
        terminal.press("q")
        assert terminal.ends() == 0


def test_a_paste_is_searched_as_it_prints():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.press("/")
        terminal.sees("Buscar ─")
        sends(terminal, b"\x1b[200~chat\xc2\x9b31m\x1b[31m\x07\xff \xe2\x80\xaeonline\r\nq\x1b[201~")
        terminal.sees("chat31m[31m\ufffd online")
        assert b"\xc2\x9b" not in terminal.written
        terminal.press("escape")
        terminal.misses("Buscar ─")
        terminal.press("/")
        terminal.sees("Buscar ─")
        # One that no field takes is refused whole: what was cut would be something else.
        sends(terminal, b"\x1b[200~" + b"queja " * 100_000 + b"\x1b[201~!")
        terminal.sees("│  !")
        assert "queja" not in terminal.text
        terminal.press("escape")
        terminal.misses("Buscar ─")


def test_a_paste_without_an_end_is_over_when_nothing_more_of_it_comes():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.press("/")
        terminal.sees("Buscar ─")
        sends(terminal, b"\x1b[200~queja")
        terminal.sees("│  queja")
        terminal.press("enter")
        terminal.sees("5 ▸ ● PQRSA", "opción 3")


@pytest.mark.parametrize(
    ("columns", "rows", "drawn"),
    [
        pytest.param(65535, 30, b"\x1b[30;1H", id="wide"),
        pytest.param(100, 65535, b"\x1b[300;1H", id="tall"),
        pytest.param(65535, 65535, b"\x1b[300;1H", id="wide and tall"),
    ],
)
def test_a_window_that_claims_to_be_huge_is_drawn_in_part(columns, rows, drawn):
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5", "q Salir")
        begun = len(terminal.written)
        terminal.claim(columns, rows)
        terminal.wait(lambda: drawn in terminal.written[begun:], 3 * SLOW)
        terminal.press("2")
        terminal.resize(100, 30)
        terminal.sees("2 ▸ ● Prioridad 2", "c Copiar", seconds=3 * SLOW)
        assert len(terminal.written) < 3_000_000
        terminal.press("q")
        assert terminal.ends() == 0
