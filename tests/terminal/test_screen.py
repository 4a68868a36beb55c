"""The screen as a reader meets it: the real program in a real pseudo-terminal."""

import os
import re
import signal
import termios
from pathlib import Path

import pyte
import pytest

from tests.support import DESK_TEXT, one_channel
from tests.terminal.terminal import FRAME, Terminal, clipboard, is_restored, linux, state

AT = "2026-11-23T16:25"

PLAIN = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
"""A locale without UTF-8 that Python does not mend."""

TALL = ("▀▀█ █ █ █ █ ▀▀█ ▀▀█ ▀▀█ ▀▀█", "  █ ▀▀█ ▀▀█ █▀▀   █ █▀▀   █", "  ▀   ▀   ▀ ▀▀▀   ▀ ▀▀▀   ▀")
"""7442727 in digits three lines tall."""


def test_the_first_answer_is_there_with_no_key_pressed():
    with Terminal("--at", AT) as terminal:
        terminal.sees("1 ▸ ● Prioridad 1 · Crítica", "Línea de servicio", "q Salir", *TALL)
        assert "(601) 7442727   opción 2 → 5" in terminal.text
        head = terminal.line("Subasta Electrónica").strip()
        assert head.endswith("lun 23 nov 2026 · 16:25 Bogotá · aquí 21:25")
        assert "Telefónico es el primer canal para" in terminal.text
        assert re.search(r"Si no contestan +318 7174937", terminal.text)
        for channel in ("Telefónico", "Celular prioridad 1", "Correo electrónico", "Chat online", "PQRSA"):
            assert re.search(rf"● {channel} +abierto ", terminal.text), channel


@pytest.mark.parametrize("env", [{}, {**PLAIN}])
def test_a_start_at_another_time_takes_it_as_people_say_it(env):
    with Terminal("--at", "miércoles 8 dic 2032 a las 10", env=env) as terminal:
        terminal.sees("OTRA HORA", "mie 8 dic 2032" if env else "mié 8 dic 2032", "10:00 Bogot")


def test_where_only_the_packages_book_is_there_it_says_so_until_a_key_is_pressed(users_book):
    os.unlink(users_book)
    with Terminal("--at", AT) as terminal:
        terminal.sees("(601) 7442727", "helpdesk-tui init")
        terminal.press("2")
        terminal.sees("2 ▸ ● Prioridad 2 · Alta")
        terminal.wait(lambda: "helpdesk-tui init" not in terminal.text)


def test_with_a_book_of_ones_own_init_is_not_named():
    with Terminal("--at", AT) as terminal:
        terminal.sees("(601) 7442727", "q Salir")
        assert "helpdesk-tui init" not in terminal.text


def test_an_agent_answers_escalates_copies_searches_and_quits():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")

        terminal.press("2")
        terminal.sees("2 ▸ ● Prioridad 2 · Alta", "2 · Alta y está abierto")
        assert "subasta.electronica@certicamara.com" in terminal.text

        terminal.press("e")
        terminal.sees("Escalamiento", "Nivel 1 · Grupo de soporte técnico", "▸ (601) 7442727")
        terminal.press("e")
        terminal.sees(
            "Nivel 2 · Supervisor de Soporte",
            "▸ (601) 7452141  ext. 1104, 1108, 1102",
            "horario no publicado",
        )

        terminal.press("c")
        terminal.wait(lambda: clipboard(terminal) == ["6017452141"])
        terminal.sees("6017452141", "portapapeles")

        terminal.press("e")
        terminal.sees("Nivel 3 · Coordinador de Soporte", "▸ (601) 7452141  ext. 1101")
        terminal.press("escape")
        terminal.misses("Escalamiento")
        terminal.sees("2 ▸ ● Prioridad 2 · Alta", "c Copiar")

        terminal.press("c")
        terminal.wait(lambda: clipboard(terminal) == ["6017452141", "6017442727"])

        terminal.press("q")
        assert terminal.ends() == 0
        assert is_restored(terminal)


def test_search_finds_whatever_the_accents_and_case():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.press("/")
        terminal.sees("Buscar", "esc Cerrar")
        terminal.type("ELECTRÓNICO")
        terminal.sees("ELECTRÓNICO", "Canal          Correo electrónico")
        terminal.misses("Canal          Celular prioridad 1")
        terminal.press("escape")
        terminal.misses("Buscar ─")
        terminal.press("/")
        terminal.sees("Buscar ─")
        terminal.type("apelacion")
        terminal.sees("apelacion", "Solicitud", "PQRSA")
        terminal.press("enter")
        terminal.sees("5 ▸ ● PQRSA", "opción 3")
        assert "Buscar ─" not in terminal.text


def test_what_is_typed_at_once_after_the_slash_is_searched():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.type("/queja")  # one packet, as over a slow connection
        terminal.sees("queja", seconds=2)


def test_keys_typed_ahead_are_all_obeyed():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.type("2eec")
        terminal.sees("Nivel 2 · Supervisor de Soporte", "2 ▸ ●")
        terminal.wait(lambda: clipboard(terminal) == ["6017452141"])


@pytest.mark.parametrize(
    ("key", "title", "ahead", "shows"),
    [
        pytest.param("/", "Buscar ─", "queja\r2c", "2 ▸ ● Prioridad 2", id="what is found is taken first"),
        pytest.param(
            "/", "Buscar ─", "x\x1b[27u\x1b[B\x1b[Bc", "3 ▸ ● Prioridad 3", id="the search is closed first"
        ),
        pytest.param(
            "/", "Buscar ─", "x\x1b[27ue\x1b[27u2c", "2 ▸ ● Prioridad 2", id="one sheet after the other"
        ),
        pytest.param("t", "¿Qué hora? ─", "12\r2c", "2 ▸ ● Prioridad 2", id="the time is changed first"),
    ],
)
def test_keys_typed_ahead_of_a_field_are_obeyed_when_it_is_closed(key, title, ahead, shows):
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.type(key)
        terminal.sees(title)
        terminal.type(ahead)
        terminal.sees(shows)
        terminal.misses(title)
        terminal.wait(lambda: clipboard(terminal) == ["6017442727"])


def test_help_shows_every_key_and_the_book():
    with Terminal("--at", AT, rows=140) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.press("?")
        terminal.sees("Ayuda", "Abre los niveles de escalamiento", "Cierra el programa", "contacts.toml")
        terminal.press("escape")
        terminal.misses("Cierra el programa")
        terminal.press("q")
        assert terminal.ends() == 0


def test_the_palette_runs_a_command_by_its_name():
    with Terminal("--at", AT, "--lang", "en") as terminal:
        terminal.sees("option 2 → 5")
        terminal.press("ctrl+p")
        terminal.sees("What do you want to do?")
        terminal.type("escal")
        terminal.sees("Open the escalation levels")
        terminal.press("enter")
        terminal.sees("Level 1 · Grupo de soporte técnico")


def test_the_language_is_the_one_that_was_asked_for():
    with Terminal("--at", AT, "--lang", "en") as terminal:
        terminal.sees("option 2 → 5", "mon 23 nov 2026", "If no answer", "q Quit")


@pytest.mark.parametrize("place", ["ladder", "search", "help"])
def test_ctrl_q_quits_from_every_sheet(place):
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        key, title = {
            "ladder": ("e", "Escalamiento"),
            "search": ("/", "Buscar ─"),
            "help": ("?", "Ayuda ─"),
        }[place]
        terminal.type(key)
        terminal.sees(title)
        if place == "search":  # letters are typed into it
            terminal.press("escape")
            terminal.misses(title)
        terminal.type("\x11")
        assert terminal.ends() == 0
        assert is_restored(terminal)


def test_ctrl_c_does_not_end_a_day_by_habit():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.press("ctrl+c")
        terminal.sees("Para salir, oprima q")
        assert terminal.process.poll() is None
        terminal.press("q")
        assert terminal.ends() == 0


# A signal tells it to end


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_signal_ends_it_within_two_seconds(name):
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.process.send_signal(getattr(signal, name))
        terminal.ends(seconds=2)
        assert b"Traceback" not in terminal.written


def test_a_program_that_is_told_to_end_gives_the_terminal_back():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.process.terminate()
        terminal.ends(seconds=2)
        assert is_restored(terminal)


@pytest.mark.parametrize(
    ("key", "title"), [("e", "─ Escalamiento"), ("/", "─ Buscar"), ("?", "─ Ayuda"), ("t", "─ ¿Qué hora?")]
)
def test_a_sheet_stands_in_its_place_from_its_first_frame_on(key, title):
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.settle()
        before = len(terminal.written)
        terminal.press(key)
        terminal.sees(title)
        terminal.settle()
        screen = pyte.Screen(100, 30)
        stream = pyte.ByteStream(screen)
        stream.feed(terminal.written[:before])
        places = []
        for frame in terminal.written[before:].split(FRAME):
            stream.feed(frame)
            places += [(y, line.index(title)) for y, line in enumerate(screen.display) if title in line]
        assert len(set(places)) == 1


STOPPED_IN_A_WRITE = """
import os, queue, signal, sys

class Stopping(queue.Queue):
    "What the screen writes goes through a queue, whose lock is held while an item is put."
    stopped = False

    def _put(self, item):
        if "opción 2" in str(item) and not Stopping.stopped:
            Stopping.stopped = True
            os.kill(os.getpid(), signal.SIGTSTP)
        super()._put(item)

queue.Queue = Stopping
from helpdesk_tui.cli import main
sys.exit(main.run(sys.argv[1:]))
"""


@linux
def test_it_stops_when_it_is_told_in_the_middle_of_a_write_and_goes_on():
    program = ("-c", STOPPED_IN_A_WRITE)
    with Terminal("--at", AT, program=program) as terminal:
        terminal.wait(lambda: state(terminal) == "T")
        terminal.screen.reset()
        terminal.process.send_signal(signal.SIGCONT)
        terminal.sees("opción 2 → 5")
        terminal.press("q")
        assert terminal.ends() == 0
        assert is_restored(terminal)


@linux
@pytest.mark.parametrize("name", ["SIGTSTP", "SIGSTOP"])
@pytest.mark.parametrize(
    ("keys", "shows"),
    [("", ("opción 2 → 5", "q Salir")), ("e", ("─ Escalamiento ─", "─ Canales ─", "esc Cerrar"))],
)
def test_it_shows_the_whole_screen_again_when_it_goes_on_and_takes_keys(name, keys, shows):
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.type(keys)
        terminal.sees(*shows)
        terminal.settle()
        terminal.process.send_signal(getattr(signal, name))
        terminal.wait(lambda: state(terminal) == "T")
        terminal.screen.reset()
        terminal.process.send_signal(signal.SIGCONT)
        terminal.sees(*shows)
        terminal.settle()
        if keys:
            terminal.press("escape")
            terminal.misses("esc Cerrar")
        terminal.press("2")
        terminal.sees("2 ▸")
        terminal.press("q")
        assert terminal.ends() == 0
        assert is_restored(terminal)


# Sizes, colours, encodings


def test_it_follows_the_windows_size():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        terminal.resize(40, 15)
        terminal.misses("Canales ─", *TALL)
        terminal.sees("(601) 7442727   opción 2 → 5", "1 ▸ ● Prioridad 1 · Crítica")
        terminal.press("2")
        terminal.sees("2 ▸ ● Prioridad 2 · Alta")
        terminal.resize(20, 5)
        terminal.sees("Amplíe la ventana a", "40×15 (ahora 20×5)")
        terminal.resize(3, 1)
        terminal.settle()
        terminal.resize(80, 24)
        terminal.sees("Canales", "2 ▸ ● Prioridad 2 · Alta", *TALL)
        terminal.resize(200, 60)
        terminal.sees("Canales", "opción 2 → 5", *TALL)
        terminal.press("q")
        assert terminal.ends() == 0


@pytest.mark.parametrize(("columns", "rows"), [(40, 15), (80, 24), (120, 40), (20, 5), (1, 1)])
def test_it_starts_at_any_size(columns, rows):
    with Terminal("--at", AT, columns=columns, rows=rows) as terminal:
        if columns >= 40:
            terminal.sees("Telefónico", "(601) 7442727   opción 2 → 5", *(TALL if columns >= 80 else ()))
        else:
            terminal.wait(lambda: terminal.text.strip())
        terminal.press("q")
        assert terminal.ends() == 0


def test_no_color_means_no_colour_and_every_state_in_a_word_and_a_shape():
    with Terminal("--at", "2026-11-23T16:35", env={"NO_COLOR": "1"}) as terminal:
        terminal.sees("● Telefónico", "◐ PQRSA", "por cerrar", "abierto")
        terminal.settle()
        for red, green, blue in re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.written):
            assert red == green == blue


def test_colours_are_there_otherwise():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        assert any(len(set(each)) > 1 for each in re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.written))


@pytest.mark.parametrize("env", [{**PLAIN, "LC_ALL": "POSIX"}, {"LC_ALL": "C"}])
def test_a_terminal_without_utf_8_gets_ascii_alone(env):
    with Terminal("--at", AT, env=env) as terminal:
        terminal.sees("(601) 7442727   opcion 2 > 5", "1 > * Prioridad 1 . Critica", "* Telefonico")
        for key, title in [("e", "Escalamiento -"), ("?", "Ayuda -")]:
            terminal.press(key)
            terminal.sees(title)
            terminal.press("escape")
            terminal.misses(title)
        terminal.press("/")
        terminal.sees("Buscar -")
        terminal.type("correo")
        terminal.sees("|  correo ", "Canal  ")
        terminal.press("escape")
        terminal.wait(lambda: "esc Cerrar" not in terminal.text)
        terminal.press("c")
        terminal.wait(lambda: clipboard(terminal) == ["6017442727"])
        terminal.press("q")
        assert terminal.ends() == 0
        assert terminal.written.isascii()


def test_without_utf_8_an_address_is_never_shown_as_another_one():
    own(DESK_TEXT.replace("subasta.electronica@", "subasta.electrónica@"))
    with Terminal("--at", AT, env=PLAIN) as terminal:
        terminal.sees("opcion 2 > 5")
        terminal.press("2")
        terminal.sees("2 > * Prioridad 2 . Alta", "@certicamara.com")
        assert "subasta.electronica@" not in terminal.text


def test_a_hostile_path_cannot_command_the_terminal():
    os.mkdir("a\x1b]0;owned\x07")
    path = "a\x1b]0;owned\x07/contacts.toml"
    Path(path).write_text(DESK_TEXT, "utf-8")
    with Terminal("--at", AT, "--book", path) as terminal:
        terminal.sees("opción 2 → 5", "revisado 2026-11-23")
        assert b"\x1b]0;owned" not in terminal.written


# Live and quiet

ALWAYS = one_channel("24/7").replace("email = 'desk@example.com'", "telephone = '+57 601 7442727'")


def own(text=ALWAYS):
    Path("contacts.toml").write_text(text, "utf-8")


def soon(*tries):
    """Each try changes the book and tells how long the screen took: two seconds, on one of them at least.

    A machine that is busy with something else may be late; a screen that is late every time is slow.
    """
    found = []
    for each in tries:
        found.append(each())
        if found[-1] < 2:
            return
    raise AssertionError(f"it took {found} seconds")


def test_between_two_minutes_it_writes_nothing():
    own()
    with Terminal() as terminal:
        terminal.sees("Desk", *TALL)
        assert terminal.is_silent_for(3)
        assert terminal.process.poll() is None


def test_an_open_sheet_writes_nothing_either():
    with Terminal("--at", AT) as terminal:
        terminal.sees("opción 2 → 5")
        for key, words in [("e", "Escalamiento"), ("escape", "c Copiar"), ("/", "Buscar ─")]:
            terminal.press(key)
            terminal.sees(words)
            assert terminal.is_silent_for(1.1)


def test_an_edited_book_shows_within_two_seconds():
    own()
    with Terminal() as terminal:
        terminal.sees("● Desk", *TALL)

        def renamed(name):
            own(ALWAYS.replace("'Desk'", f"'{name}'"))
            return terminal.sees(f"● {name}")

        soon(lambda: renamed("First"), lambda: renamed("Second"), lambda: renamed("Third"))
        own(ALWAYS.replace("7442727", "7442711"))
        terminal.misses(TALL[0])
        terminal.press("c")
        terminal.wait(lambda: clipboard(terminal) == ["+576017442711"])


def test_a_book_put_in_another_ones_place_shows_within_two_seconds():
    own()
    with Terminal() as terminal:
        terminal.sees("● Desk", *TALL)

        def replaced(name):
            Path("new.toml").write_text(ALWAYS.replace("'Desk'", f"'{name}'"), "utf-8")
            os.replace("new.toml", "contacts.toml")
            return terminal.sees(f"● {name}")

        soon(lambda: replaced("First"), lambda: replaced("Second"), lambda: replaced("Third"))


def test_a_bad_edit_keeps_the_last_good_answer_and_says_what_is_wrong():
    own()
    wrong = "The book on disk is wrong: its last good state is shown"
    with Terminal() as terminal:
        terminal.sees("● Desk", *TALL)

        def broken():
            own(ALWAYS.replace("'24/7'", "'24/8'"))
            return terminal.sees(wrong, "contacts.toml:8: hours.own.weekly: ")

        def mended():
            own(ALWAYS)
            return terminal.misses(wrong)

        soon(broken, mended, broken)
        own(ALWAYS.replace("'24/7'", "'24/9'"))
        terminal.sees(wrong, "● Desk", *TALL)
        soon(mended, broken, mended)
        mended()
        terminal.sees("● Desk", *TALL)


def test_a_book_that_is_taken_away_keeps_the_last_good_answer_and_says_so():
    own()
    with Terminal() as terminal:
        terminal.sees("● Desk", *TALL)
        os.unlink("contacts.toml")
        terminal.sees("contacts.toml: there is no such file", "● Desk", *TALL)
        own(ALWAYS.replace("'Desk'", "'Front door'"))
        terminal.misses("there is no such file")
        terminal.sees("● Front door", *TALL)


def test_a_book_that_comes_back_as_it_was_is_taken_up_again():
    own()
    with Terminal() as terminal:
        terminal.sees("● Desk", *TALL)
        os.rename("contacts.toml", "away.toml")
        terminal.sees("contacts.toml: there is no such file")
        os.rename("away.toml", "contacts.toml")
        terminal.misses("there is no such file")


def test_a_book_that_becomes_a_pipe_does_not_stop_the_screen():
    own()
    with Terminal() as terminal:
        terminal.sees("Desk", *TALL)
        os.unlink("contacts.toml")
        os.mkfifo("contacts.toml")
        terminal.sees("contacts.toml: is not a regular file", seconds=2)
        terminal.press("q")
        assert terminal.ends() == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("[book\n", b"contacts.toml:1: is not TOML at column 6: ", id="not TOML"),
        pytest.param(ALWAYS.replace("24/7", "24/8"), b"contacts.toml:8: hours.own.weekly: ", id="bad hours"),
    ],
)
def test_a_bad_book_from_the_start_is_told_without_a_screen(text, says):
    own(text)
    with Terminal() as terminal:
        assert terminal.ends() == 2
        assert terminal.written.startswith(says)
        assert b"\x1b" not in terminal.written
        assert termios.tcgetattr(terminal.slave) == terminal.settings


def test_a_bad_time_is_told_without_a_screen():
    with Terminal("--at", "luego") as terminal:
        assert terminal.ends() == 2
        assert terminal.written.startswith(b"helpdesk-tui: luego is not a time")
        assert b"\x1b" not in terminal.written


def test_the_second_start_takes_up_the_kept_board_and_shows_the_same():
    own()
    texts = []
    for _ in range(2):
        with Terminal() as terminal:
            terminal.sees("● Desk", "q Quit", *TALL)
            terminal.settle()
            texts.append([line for line in terminal.text.splitlines() if "●" in line or TALL[0] in line])
            terminal.press("q")
            assert terminal.ends() == 0
        assert len(list(Path(os.environ["XDG_CACHE_HOME"], "helpdesk-tui").iterdir())) == 1
    # The mark of the running hour may have moved on.
    assert [re.sub("[▆┃]", "", each) for each in texts[0]] == [re.sub("[▆┃]", "", each) for each in texts[1]]
