"""Mistakes of those who write their first book: the line, and what is written instead."""

from types import SimpleNamespace

import pytest

from helpdesk_tui.book.problems import BookError
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.tui.widgets.header import problem_texts
from tests.cli.program import book, uncoded
from tests.support import problems_of

GOOD = """\
[book]
title = "Desk"
timezone = "America/Bogota"
country = "CO"
[hours.office]
weekly = "Mo-Fr 08:00-18:00"
[channels.phone]
name = "Phone"
hours = "office"
telephone = "+57 601 7442727"
extensions = ["1104"]
[[escalation]]
name = "Lead"
channels = ["phone"]
[[shifts]]
name = "Day"
weekly = "Mo-Su 06:00-14:00"
"""
WEEKLY, SYNTAX, SINTAXIS = (
    '"Mo-Fr 08:00-18:00"',
    "is not opening_hours syntax, at character",
    "no sigue la sintaxis opening_hours, en el carácter",
)
DAYS = "days in English: Mo Tu We Th Fr Sa Su; e.g. Mo-Fr 08:00-18:00"
DIAS = "días en inglés: Mo Tu We Th Fr Sa Su; p. ej. Mo-Fr 08:00-18:00"
QUOTES, COMILLAS = 'quotes must be straight: "…", not “…”', 'las comillas deben ser rectas: "…", no “…”'


def hours(written, english, spanish, name):
    return pytest.param(WEEKLY, f'"{written}"', f"6: hours.office.weekly: {SYNTAX} {english}", f"6: hours.office.weekly: {SINTAXIS} {spanish}", id=name)  # fmt: skip


def half_day(written, place, time, meant):
    return hours(
        written, f"{place}; for {time} write {meant}", f"{place}; en vez de {time} escriba {meant}", time
    )


def key(old, new, place, given, meant):
    return pytest.param(old, new, f"{place}: {given} is not known; did you mean {meant}?", f"{place}: {given} no existe; ¿quiso decir {meant}?", id=given)  # fmt: skip


def toml(old, new, line, column, english, spanish):
    return pytest.param(old, new, f"{line}: is not TOML at column {column}: {english}", f"{line}: no es TOML en la columna {column}: {spanish}", id=new)  # fmt: skip


def zero(old, new, line, column, number):
    return toml(old, new, line, column, f'a number that begins with 0 is written in quotes: "{number}"', f'un número que empieza con 0 se escribe entre comillas: "{number}"')  # fmt: skip


def array(old, new, line, name, place):
    return pytest.param(old, new, f"{line}: {place}is a list of tables: each one begins with [[{name}]], in double brackets", f"{line}: {place}es una lista de tablas: cada una empieza con [[{name}]], entre corchetes dobles", id=new)  # fmt: skip


MISTAKES = [
    hours("Lu-Vi 08:00-18:00", f"1; {DAYS}", f"1; {DIAS}", "Lu-Vi"),
    hours("Mo-Vi 08:00-18:00", f"4; {DAYS}", f"4; {DIAS}", "Mo-Vi"),
    hours("lunes a viernes 8:00-18:00", f"1; {DAYS}", f"1; {DIAS}", "lunes a viernes"),
    hours("L-V 08:00-18:00", f"1; {DAYS}", f"1; {DIAS}", "L-V"),
    hours("Mo-Fr 08:00-18:00; Sábados 9:00-12:00", f"20; {DAYS}", f"20; {DIAS}", "a later rule"),
    hours("Mon-Fri 08:00-18:00", f"3; {DAYS}", f"3; {DIAS}", "Mon-Fri"),
    hours("Mo-Fr 08.00-18.00", "7; e.g. Mo-Fr 08:00-18:00", "7; p. ej. Mo-Fr 08:00-18:00", "08.00"),
    hours("Ene 1 off", "1; e.g. Mo-Fr 08:00-18:00", "1; p. ej. Mo-Fr 08:00-18:00", "a month in Spanish"),
    hours("Mo-Fr 08:00-18:00 Sa 08:00-10:00", "19; a ; is missing before Sa", "19; falta un ; antes de Sa", "no semicolon"),
    half_day("Mo-Fr 8:00 am-6:00 pm", 11, "8:00 am", "08:00"),
    half_day("Mo-Fr 10:00-6:00 PM", 18, "6:00 PM", "18:00"),
    half_day("Mo-Fr 8 a. m. - 6 p. m.", 7, "8 a. m.", "08:00"),
    half_day("Mo-Fr 12:30 am-8:00", 12, "12:30 am", "00:30"),
    half_day("Mo-Fr 12 pm-20:00", 7, "12 pm", "12:00"),
    key('"America/Bogota"', '"Madrid"', "3: book.timezone", "Madrid", "Europe/Madrid"),
    key('"America/Bogota"', '"New York"', "3: book.timezone", "New York", "America/New_York"),
    key('"America/Bogota"', '"Bogotá"', "3: book.timezone", "Bogotá", "America/Bogota"),
    key('"CO"', '"ES-MAD"', "4: book.country", "ES-MAD", "ES-MD"),
    key('"CO"', '"ES-Madrid"', "4: book.country", "ES-Madrid", "ES-MD"),
    key('"CO"', '"DE-by"', "4: book.country", "DE-by", "DE-BY"),
    key('"CO"', '"co"', "4: book.country", "co", "CO"),
    array("[[escalation]]", "[escalation]", 12, "escalation", "escalation: "),
    array("[[shifts]]", "[shifts]", 15, "shifts", "shifts: "),
    array("[[escalation]]", "[escalation]\nname = 'x'\n[escalation]", 14, "escalation", ""),
    zero('["1104"]', "[0099]", 11, 15, "0099"),
    zero('["1104"]', '["1104", 007]', 11, 23, "007"),
    zero('"Lead"', "0099", 13, 8, "0099"),
    toml('"CO"', "2026-11-23T08:00", 4, 21, "a time has seconds: 2026-11-23T08:00:00", "una hora lleva segundos: 2026-11-23T08:00:00"),
    toml('"CO"', "2026-11-23 08:00 # x", 4, 22, "a time has seconds: 2026-11-23T08:00:00", "una hora lleva segundos: 2026-11-23T08:00:00"),
    toml('"Desk"', "“Desk”", 2, 9, QUOTES, COMILLAS),
    toml('"Desk"', '"Desk”', 2, 15, QUOTES, COMILLAS),
    toml('["1104"]', "[‘1104’]", 11, 15, QUOTES, COMILLAS),
    toml("title", "“title”", 2, 1, QUOTES, COMILLAS),
]  # fmt: skip


def test_the_book_without_mistakes_is_good():
    assert problems_of(GOOD) == []


@pytest.mark.parametrize(("old", "new", "english", "spanish"), MISTAKES)
def test_a_mistake_is_told_with_its_line_and_what_is_written_instead(cli, old, new, english, spanish):
    assert GOOD.count(old) == 1
    text = GOOD.replace(old, new)
    for language, told in (("en", english), ("es", spanish)):
        ran = cli("check", "--book", book(text, "own.toml"), "--lang", language)
        assert (ran.code, ran.out) == (2, "")
        assert uncoded(ran.err).splitlines() == [f"own.toml:{told}"]
        picture = SimpleNamespace(language=Language(language), error=BookError("own.toml", problems_of(text)))
        assert problem_texts(picture, "own.toml") == [f"own.toml:{told}"]


def test_quotes_that_are_never_closed_may_be_curly_at_one_end(cli):
    ran = cli("check", "--book", book("[book]\ntitle = 'Desk’\n", "own.toml"), "--lang", "en")
    assert uncoded(ran.err) == f"own.toml:2: is not TOML at its end: {QUOTES}\n"


def test_a_code_that_begins_several_names_is_not_guessed(cli):
    ran = cli("check", "--book", book(GOOD.replace('"CO"', '"ES-CAN"'), "own.toml"), "--lang", "en")
    assert uncoded(ran.err).endswith(
        "is not a country or subdivision whose holidays are known, as CO or DE-BY\n"
    )
