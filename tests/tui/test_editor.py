"""The editor: what is typed is checked at once, what it changes is shown, and nothing is saved unseen."""

import os

import pytest
from textual.drivers.linux_driver import XTermParser
from textual.events import Paste

from helpdesk_tui.session import editing
from helpdesk_tui.tui import text_editor
from helpdesk_tui.tui.input_filter import InputFilter
from helpdesk_tui.tui.screens.dashboard import Dashboard
from helpdesk_tui.tui.screens.editor import Editor
from helpdesk_tui.tui.screens.leave import Leave
from helpdesk_tui.tui.screens.preview import Preview
from helpdesk_tui.tui.widgets.form import Form
from tests.support import DESK_TEXT
from tests.tui.desk import SMALL, book_of, clicked_twice, opened, panel, settled, shown

PHONE = ("b", "enter")
"""Keys that open the form of the first channel."""


@pytest.mark.parametrize("size", [(100, 10), (39, 30), (20, 5)])
async def test_a_window_that_is_too_small_for_a_while_leaves_what_is_typed_to_the_form(book, size):
    async with opened(book=book) as (app, pilot):
        await pilot.press(*PHONE)
        before = form(app)["Nombre"][0]
        await pilot.resize_terminal(*size)
        await pilot.pause()
        await pilot.press("d")
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        await pilot.press("d")
        assert form(app)["Nombre"][0] == f"{before}dd"


@pytest.fixture
def book(tmp_path):
    return book_of(tmp_path, DESK_TEXT)


def marked(app):
    """The line of the list that is marked."""
    return panel(app, "entries")[app.screen.marked]


def entries(app):
    return [line.strip(" ▸") for line in panel(app, "entries")]


def form(app):
    """The fields of the form: what is typed in each, and what stands below it."""
    fields = {}
    for line in app.screen.query_one(Form).lines:
        if line.display:
            below = line.query("Block").last()
            width = below.scrollable_content_region.width
            said = [below.line(i, width) for i in range(below.count(width))] if below.display else []
            text = " ".join("".join(piece.text for piece in pieces).strip() for pieces in said)
            fields[line.row.label] = (line.input.value, text)
    return fields


async def typed(app, pilot, label, text):
    """Type in a field of the open form, over what stands there."""
    line = next(each for each in app.screen.query_one(Form).lines if each.display and each.row.label == label)
    line.input.focus()
    await pilot.pause()
    await pilot.press("end", "ctrl+u", *text)
    await pilot.pause()


async def reviewed(app, pilot):
    await pilot.press("ctrl+s")
    await settled(app, pilot)


async def test_the_list_holds_every_table_and_the_marked_entry_stands_beside_it(cache):
    async with opened(size=(120, 36), cache=cache) as (app, pilot):
        await pilot.press("b")
        assert entries(app) == [
            *("Canales · 5", "Telefónico", "Celular prioridad 1", "Correo electrónico", "Chat online", "PQRSA"),
            *("Horarios · 3", "office", "pqrsa", "always"),
            *("Solicitudes · 5", "Prioridad 1 · Crítica", "Prioridad 2 · Alta", "Prioridad 3 · Media"),
            *("Prioridad 4 · Baja", "PQRSA", "Escalamiento · 3", "1 · Grupo de soporte técnico"),
            *("2 · Supervisor de Soporte", "3 · Coordinador de Soporte", "Festivos · 0", "Turnos · 0"),
            *("Personas · 0", "Guardias · 0", "Directorio", "Subasta Electrónica"),
        ]  # fmt: skip
        assert panel(app, "fields")[:3] == [
            "Nombre         Telefónico",
            "Horario        office",
            "Teléfono       +57 601 7442727",
        ]
        await pilot.press("right", "right")
        assert marked(app).strip() == "▸ Solicitudes · 5"
        await pilot.press("left")
        assert marked(app).strip() == "▸ Horarios · 3"


async def test_what_is_wrong_is_said_under_its_field_while_it_is_typed_and_is_not_saved(book):
    async with opened(book=book) as (app, pilot):
        await pilot.press(*PHONE)
        await typed(app, pilot, "Teléfono", "+57 601 744")
        assert (
            form(app)["Teléfono"][1] == "! no es un número de teléfono posible: le faltan o le sobran dígitos"
        )
        assert marked(app).strip() == "▸ ! Telefónico"
        await reviewed(app, pilot)
        assert isinstance(app.screen, Editor)
        assert "No se guarda mientras haya errores" in shown(app)
        assert book.read_text("utf-8") == DESK_TEXT
        await pilot.press("enter")
        await typed(app, pilot, "Teléfono", "+57 318 7174937")
        assert form(app)["Teléfono"][1] == "Como +57 601 7442727"
        assert marked(app).strip() == "▸ • Telefónico"


async def test_a_number_is_changed_reviewed_and_saved_and_the_dashboard_shows_it(book):
    async with opened(book=book) as (app, pilot):
        await pilot.press(*PHONE)
        await typed(app, pilot, "Teléfono", "+57 604 4442727")
        await reviewed(app, pilot)
        assert isinstance(app.screen, Preview)
        assert "Telefónico · Teléfono: +57 601 7442727 → +57 604 4442727" in shown(app)
        assert book.read_text("utf-8") == DESK_TEXT
        await pilot.press("enter")
        await settled(app, pilot)
        expected = DESK_TEXT.replace("+57 601 7442727", "+57 604 4442727", 1)
        assert book.read_text("utf-8") == expected
        assert (book.parent / "contacts.toml.bak").read_text("utf-8") == DESK_TEXT
        assert "Guardado" in shown(app)
        await pilot.press("escape", "escape")
        await settled(app, pilot)
        assert isinstance(app.screen, Dashboard)
        assert "(604) 4442727" in shown(app)


async def test_undo_and_redo_in_the_form_and_in_the_list(book):
    async with opened(book=book) as (app, pilot):
        await pilot.press(*PHONE)
        await typed(app, pilot, "Nombre", "Uno")
        await typed(app, pilot, "Nota", "Dos")
        await pilot.press("ctrl+z")
        assert form(app)["Nota"][0] == "Línea de servicio al cliente en Bogotá"
        await pilot.press("ctrl+z")
        assert form(app)["Nombre"][0] == "Telefónico"
        await pilot.press("ctrl+y", "escape", "ctrl+y")
        assert entries(app)[1] == "• Uno"
        assert "Dos" in "\n".join(panel(app, "fields"))
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert entries(app)[1] == "Telefónico"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Dashboard)


async def test_leaving_with_changes_asks(book):
    async with opened(book=book) as (app, pilot):
        await pilot.press("b", "J")
        for keys in (["escape"], ["ctrl+q"], ["E"]):
            await pilot.press(*keys)
            await pilot.pause()
            assert isinstance(app.screen, Leave)
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, Editor)
            assert app.is_running
        await pilot.press("escape", "enter")
        await settled(app, pilot)
        assert isinstance(app.screen, Preview)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("escape", "d")
        await settled(app, pilot)
        assert isinstance(app.screen, Dashboard)
        assert book.read_text("utf-8") == DESK_TEXT


@pytest.mark.parametrize("command", ["cobertura", "editar"])
async def test_a_command_that_would_close_a_changed_editor_asks_first(book, command):
    async with opened(book=book) as (app, pilot):
        await pilot.press("v", "ctrl+p", *"editar", "enter")
        await settled(app, pilot)
        await pilot.press("J", "ctrl+p", *command, "enter")
        await settled(app, pilot)
        assert isinstance(app.screen, Leave)
        await pilot.press("escape")
        await settled(app, pilot)
        assert app.screen.editing.changed
        await pilot.press("ctrl+q", "d", "ctrl+p", *command, "enter")
        await settled(app, pilot)
        assert [type(each).__name__ for each in app.screen_stack[1:]] == {
            "cobertura": ["Coverage"],
            "editar": ["Coverage", "Editor"],
        }[command]


@pytest.mark.parametrize("over", [["ctrl+s", "ctrl+q"], ["f1", "q"], ["ctrl+q", "ctrl+q", "ctrl+q"]])
@pytest.mark.parametrize(("key", "kind"), [("enter", Preview), ("d", Dashboard), ("escape", Editor)])
async def test_the_question_before_leaving_stands_right_over_the_editor(book, over, key, kind):
    async with opened(book=book) as (app, pilot):
        await pilot.press("b", "J", *over)
        await settled(app, pilot)
        assert [type(each) for each in app.screen_stack] == [Dashboard, Editor, Leave]
        await pilot.press(key)
        await settled(app, pilot)
        assert isinstance(app.screen, kind)


async def test_a_channel_is_added_and_put_on_a_route(book):
    async with opened(book=book) as (app, pilot):
        await pilot.press("b", "a")
        assert form(app)["Nombre"] == ("", "! está vacío"), form(app)
        await typed(app, pilot, "Nombre", "Línea de crisis")
        await typed(app, pilot, "Teléfono", "+57 320 2000000")
        assert form(app)["Identificador"][0] == "linea-de-crisis"
        assert entries(app)[6] == "• Línea de crisis"
        await pilot.press("escape", "right", "right", "down", "enter")
        await typed(app, pilot, "Ruta", "linea-de-crisis, phone")
        await pilot.press("down")
        assert form(app)["Ruta"][1] == "Línea de crisis → Telefónico"
        await reviewed(app, pilot)
        text = "\n".join(panel(app, "text"))
        assert "Se agrega: canal Línea de crisis" in text
        assert "Prioridad 1 · Crítica · Ruta: phone, mobile → linea-de-crisis, phone" in text
        await pilot.press("ctrl+s")
        await settled(app, pilot)
        lines = book.read_text("utf-8").split("\n")
        place = lines.index("[channels.linea-de-crisis]")
        assert lines[place + 1 : place + 4] == [
            'name      = "Línea de crisis"',
            'telephone = "+57 320 2000000"',
            "",
        ]
        await pilot.press("escape", "1")
        await settled(app, pilot)
        assert "320 2000000" in shown(app)


async def test_a_channel_that_is_used_is_removed_with_every_problem_said_and_comes_back(book):
    async with opened(book=book, size=(120, 36)) as (app, pilot):
        await pilot.press("b", "d")
        assert "Se quitó Telefónico" in shown(app)
        assert [line for line in entries(app) if line.startswith("!")] == [
            "! Prioridad 1 · Crítica",
            "! Prioridad 2 · Alta",
            "! Prioridad 3 · Media",
            "! Prioridad 4 · Baja",
            "! 1 · Grupo de soporte técnico",
        ]
        await pilot.press("ctrl+s")
        assert "No se guarda" in shown(app)
        assert marked(app).strip() == "▸ ! Prioridad 1 · Crítica"
        await pilot.press("ctrl+z")
        assert entries(app)[1] == "Telefónico"


async def test_levels_change_places(book):
    async with opened(book=book, size=(120, 36)) as (app, pilot):
        await pilot.press("b", *["right"] * 3, "down", "down", "J")
        assert entries(app)[-8:-6] == ["2 · Coordinador de Soporte", "3 · Supervisor de Soporte"]
        assert marked(app).strip() == "▸   3 · Supervisor de Soporte"
        await reviewed(app, pilot)
        assert "Escalamiento, nuevo orden" in shown(app)
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("escape", "e", "e")
        assert panel(app, "marked")[0] == "Nivel 2 · Coordinador de Soporte"


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (4, {"Fecha": "2026-12-24", "Festivo": "Nochebuena"}),
        (5, {"Nombre": "Noche", "Semana": "22:00-06:00"}),
        (1, {"Identificador": "noche", "Semana": "22:00-06:00", "En festivos": "as Su"}),
    ],
)
async def test_an_entry_of_every_other_table_is_added(book, table, values):
    async with opened(book=book) as (app, pilot):
        await pilot.press("b", *["right"] * table, "enter")
        for label, text in values.items():
            await typed(app, pilot, label, text)
        await reviewed(app, pilot)
        assert isinstance(app.screen, Preview), form(app)
        await pilot.press("enter")
        await settled(app, pilot)
        for text in values.values():
            assert text in book.read_text("utf-8")


async def test_the_week_is_shown_while_hours_are_typed(cache):
    async with opened(size=(120, 36), cache=cache) as (app, pilot):
        await pilot.press("b", "right", "down", "enter")
        await typed(app, pilot, "Semana", "Mo-Fr 12:00-18:00")
        days = panel(app, "week")[2:]
        assert days[0] == f"{'lun 23 nov':15}{'·' * 24}{'▆' * 12}{'·' * 12}"
        assert days[5] == f"{'sáb 28 nov':15}{'·' * 48}"
        await typed(app, pilot, "Semana", "Mo-Fr 12:00-")
        assert panel(app, "week") == []
        assert form(app)["Semana"][1].startswith("! no sigue la sintaxis opening_hours")


async def test_the_week_shows_the_holidays_as_they_are_edited(book):
    async with opened(book=book, size=(120, 36)) as (app, pilot):
        await pilot.press("b", *["right"] * 4, "enter")
        await typed(app, pilot, "Fecha", "2026-11-25")
        await typed(app, pilot, "Festivo", "Día de la mesa")
        await pilot.press("escape", *["left"] * 4, "down")
        assert marked(app).strip() == "▸   office"
        (wednesday,) = [line for line in panel(app, "week") if line.startswith("mié 25 nov")]
        assert "░" in wednesday and "▆" not in wednesday


async def test_the_books_own_table_and_a_requests_other_routes_are_changed(book):
    async with opened(book=book, size=(120, 36)) as (app, pilot):
        await pilot.press("b", *["right"] * 8, "enter")
        assert form(app)["Título"][0] == "Subasta Electrónica"
        await typed(app, pilot, "Por cerrar", "1441")
        assert form(app)["Por cerrar"][1] == "! debe estar entre 0 y 1440 minutos"
        await typed(app, pilot, "Por cerrar", "45")
        await pilot.press("escape", *["left"] * 7, "down", "enter")
        await typed(app, pilot, "Otras rutas", "always: celular")
        assert form(app)["Otras rutas"][1].startswith("! celular no existe")
        await typed(app, pilot, "Otras rutas", "always: mobile, phone; office: phone")
        await reviewed(app, pilot)
        assert isinstance(app.screen, Preview), form(app)
        await pilot.press("enter")
        await settled(app, pilot)
        text = book.read_text("utf-8")
        assert "closing_soon = 45" in " ".join(text.split())
        assert '[[requests.p1.routes]]\nhours = "always"\nroute = ["mobile", "phone"]\n' in text


async def test_a_file_that_cannot_be_written_says_so_before_anything_is_typed(book, monkeypatch):
    book.chmod(0o444)
    async with opened(book=book) as (app, pilot):
        for keys in (["b"], ["enter"], ["a"], ["d"], ["J"], ["ctrl+s"]):
            await pilot.press(*keys)
            assert "No se puede escribir en este archivo: permiso denegado" in shown(app)
            assert not app.screen.filling
        assert "Aquí no se puede cambiar" in shown(app)
        assert not app.screen.editing.changed


async def test_the_book_that_comes_with_the_program_is_not_changed(book, monkeypatch):
    monkeypatch.setattr(editing, "packaged", lambda: str(book))
    monkeypatch.setattr(editing, "__file__", str(book.parent / "session" / "editing.py"))
    async with opened(book=book) as (app, pilot):
        await pilot.press("b", "enter")
        assert "Este directorio viene con el programa" in shown(app)
        assert f"{os.environ['XDG_CONFIG_HOME']}/helpdesk-tui/contacts.toml" in "".join(shown(app).split())
        assert not app.screen.filling


THEIRS = DESK_TEXT.replace("Línea de servicio al cliente", "Línea nueva")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("o", THEIRS),
        ("r", THEIRS.replace('"Telefónico"', '"Uno"')),
        ("escape", THEIRS),
    ],
    ids=["theirs", "mine on top", "go on"],
)
async def test_somebody_elses_change_is_shown_and_never_overwritten(book, key, expected):
    async with opened(book=book) as (app, pilot):
        await pilot.press(*PHONE)
        await typed(app, pilot, "Nombre", "Uno")
        await reviewed(app, pilot)
        book.write_text(THEIRS, encoding="utf-8")
        await pilot.press("enter")
        await settled(app, pilot)
        text = "\n".join(panel(app, "text"))
        assert "Otra persona cambió el directorio entretanto: no se guardó nada" in text
        assert "· Uno · Nombre: Telefónico → Uno" in text
        assert "Telefónico · Nota: Línea de servicio" in text
        assert panel(app, "foot") == [" o Tomar los suyos  r Repetir los míos  esc Cerrar"]
        await pilot.press("enter")
        await settled(app, pilot)
        assert book.read_text("utf-8") == THEIRS
        await pilot.press(key)
        await settled(app, pilot)
        if key == "r":
            assert "Nota" not in "\n".join(panel(app, "text"))
            await pilot.press("enter")
            await settled(app, pilot)
        assert isinstance(app.screen, Editor)
        assert app.screen.editing.changed == (key == "escape")
        assert book.read_text("utf-8") == expected


async def test_a_file_that_was_taken_away_is_written_anew_where_the_user_says_so(book):
    async with opened(book=book) as (app, pilot):
        await pilot.press(*PHONE)
        await typed(app, pilot, "Nombre", "Uno")
        await reviewed(app, pilot)
        book.unlink()
        await pilot.press("enter")
        await settled(app, pilot)
        assert "Alguien quitó el archivo del directorio" in "\n".join(panel(app, "text"))
        assert panel(app, "foot") == [" w Escribirlo de nuevo  esc Cerrar"]
        await pilot.press("enter", "r", "o")
        await settled(app, pilot)
        assert not book.exists()
        await pilot.press("w")
        await settled(app, pilot)
        assert isinstance(app.screen, Editor)
        assert not app.screen.editing.changed
        assert book.read_text("utf-8") == DESK_TEXT.replace('"Telefónico"', '"Uno"')


async def test_a_bad_book_is_not_edited_field_by_field_and_what_is_wrong_is_said(book):
    async with opened(book=book) as (app, pilot):
        book.write_text(DESK_TEXT.replace('hours     = "office"', 'hours = "ofice"'), encoding="utf-8")
        await pilot.press("b", "enter", "a", "J", "d", "down")
        text = " ".join(panel(app, "fields"))
        assert "E abre su archivo" in text
        assert "contacts.toml:29: channels.phone.hours: ofice no existe; ¿quiso decir office?" in text


async def test_a_book_that_went_bad_leaves_nothing_of_the_marked_entry(book, monkeypatch):
    def spoilt(app, path):
        book.write_text("[book\n", "utf-8")

    monkeypatch.setattr(text_editor, "edit_file", spoilt)
    async with opened(book=book, size=(120, 36)) as (app, pilot):
        await pilot.press("b", "right", "down")
        assert "lun 23 nov" in "\n".join(panel(app, "week"))
        await pilot.press("E")
        await settled(app, pilot)
        assert "contacts.toml:1: no es TOML" in "\n".join(panel(app, "fields"))
        assert panel(app, "week") == []
        assert app.screen.query_one("#entry").border_title == ""


async def test_at_40_columns_the_list_and_then_the_form_fill_the_window(cache):
    async with opened(size=(40, 15), cache=cache) as (app, pilot):
        await pilot.press("b")
        await pilot.pause()
        assert "Celular prioridad 1" in shown(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Editar el directorio" not in shown(app)
        assert "+57 318 7174937" in shown(app)
        for label in (
            "Horario",
            "Teléfono",
            "Más números",
            "Opciones",
            "Extensiones",
            "Correo",
            "Enlace",
            "De turno",
            "Nota",
        ):
            await pilot.press("down")
            await pilot.pause()
            assert app.screen.query_one(Form).field.row.label == label
        await pilot.press("down", "down", "down", "ctrl+u")
        await pilot.pause()
        assert "! debe tener de 1 a 64" in shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Editar el directorio" in shown(app)


async def test_a_question_mark_is_typed_in_a_link(book):
    async with opened(book=book) as (app, pilot):
        await pilot.press(*PHONE)
        await typed(app, pilot, "Enlace", "https://x.co/?a=b")
        assert form(app)["Enlace"][0] == "https://x.co/?a=b"
        await pilot.press("f1")
        assert panel(app, "text")[0] == "Editar el directorio"


async def test_texts_of_the_book_are_never_markup(tmp_path):
    book = book_of(tmp_path, SMALL.replace("Línea", "[b]Chat[/b] [/]"))
    async with opened(book=book) as (app, pilot):
        await pilot.press("b")
        assert entries(app)[1] == "[b]Chat[/b] [/]"
        await pilot.press("enter")
        await pilot.pause()
        assert "Canal · [b]Chat[/b] [/]" in shown(app)
        assert form(app)["Nombre"][0] == "[b]Chat[/b] [/]"


async def test_a_value_that_is_not_typed_here_is_edited_in_the_file(tmp_path):
    text = SMALL + 'aliases = [" uno"]\n'
    book = book_of(tmp_path, text)
    async with opened(book=book) as (app, pilot):
        await pilot.press("b", "right", "right", "down", "enter")
        assert form(app)["Otros nombres"][0] == "se edita en el archivo: tecla E"
        await typed(app, pilot, "Nombre", "Dos")
        await reviewed(app, pilot)
        await pilot.press("enter")
        await settled(app, pilot)
        assert book.read_text("utf-8") == text.replace('"Uno"', '"Dos"')


async def test_a_file_that_changes_while_nothing_was_typed_is_shown_at_once(book):
    async with opened(book=book) as (app, pilot):
        await pilot.press("b")
        book.write_text(THEIRS, encoding="utf-8")
        app.tick()
        await settled(app, pilot)
        assert "Línea nueva" in "\n".join(panel(app, "fields"))
        await pilot.press("J")
        book.write_text(DESK_TEXT, encoding="utf-8")
        app.tick()
        await settled(app, pilot)
        assert "Línea nueva" in "\n".join(panel(app, "fields"))


@pytest.mark.parametrize("left_by", ["escape", "click"])
async def test_a_file_that_changes_while_an_untouched_form_is_open_is_shown_after_it(book, left_by):
    async with opened(book=book, size=(120, 36)) as (app, pilot):
        await pilot.press(*PHONE)
        book.write_text(THEIRS.replace("Telefónico", "Otro"), encoding="utf-8")
        app.tick()
        await settled(app, pilot)
        assert form(app)["Nombre"][0] == "Telefónico"
        await (pilot.press("escape") if left_by == "escape" else pilot.click("#entries", offset=(5, 3)))
        await pilot.pause()
        assert entries(app)[1] == "Otro"
        await pilot.press("J")
        await reviewed(app, pilot)
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, Editor)
        assert "Otro" in book.read_text("utf-8")


async def test_clicks_on_the_marked_entry_leave_its_form_open(cache):
    async with opened(cache=cache, size=(120, 36)) as (app, pilot):
        await pilot.press("b")
        await pilot.pause()
        clicked_twice(app, "entries", 1)
        await settled(app, pilot)
        assert app.screen.filling


async def test_a_wrong_identifier_is_said_at_its_field(book):
    async with opened(book=book) as (app, pilot):
        await pilot.press(*PHONE)
        await typed(app, pilot, "Identificador", "a.b")
        assert form(app)["Identificador"][1].startswith("! debe tener de 1 a 64 letras")
        assert marked(app).strip() == "▸ ! Telefónico"


@pytest.mark.parametrize(("length", "kept"), [(1_999, 1_999), (2_000, 2_000), (2_001, 0), (100_000, 0)])
async def test_a_pasted_text_is_taken_whole_or_not_at_all(cache, length, kept):
    terminal = InputFilter().filter(b"\x1b[200~" + b"x" * length + b"\x1b[201~")
    (paste,) = [event for event in XTermParser().feed(terminal) if isinstance(event, Paste)]
    async with opened(size=(120, 36), cache=cache) as (app, pilot):
        await pilot.press("b", "enter")
        await typed(app, pilot, "Nota", "")
        app.focused.post_message(paste)
        await pilot.pause()
        assert len(app.focused.value) == kept


@pytest.mark.parametrize(("rows", "lines"), [(20, 0), (24, 5)])
async def test_a_form_shows_the_week_of_its_hours_whole_or_not_at_all(cache, rows, lines):
    async with opened(size=(40, rows), cache=cache) as (app, pilot):
        await pilot.press(*PHONE)
        await pilot.pause()
        week = panel(app, "week")
        assert len(week) == lines
        assert all(line.strip() in shown(app) for line in week)


async def test_a_long_note_leaves_the_week_out_rather_than_cut_it(tmp_path):
    note = 'note      = "' + "palabra " * 60
    book = book_of(tmp_path, DESK_TEXT.replace('note      = "', note, 1))
    async with opened(size=(80, 18), book=book) as (app, pilot):
        await pilot.press("b")
        await pilot.pause()
        assert panel(app, "week") == []
