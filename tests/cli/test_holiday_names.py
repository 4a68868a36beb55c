"""Public holidays by their name in the reader's language, wherever they are named."""

import pytest

from tests.cli.program import HOLIDAY, book
from tests.support import DESK_TEXT, one_channel

ES, EN = "La Inmaculada Concepción", "Immaculate Conception"
ENGLISH_TEXT = DESK_TEXT.replace('language     = "es"', 'language = "en"')
NAMES = {"es": ES, "en": EN}
COMMANDS = [
    "status",
    "status --json",
    "who p2",
    "who p2 --json",
    "escalate",
    "escalate 1 --json",
    "coverage --days 1",
    "coverage --days 1 --format ics",
    "shift",
    "shift --markdown",
    "shift --json",
]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("text", [DESK_TEXT, ENGLISH_TEXT], ids=["a Spanish book", "an English book"])
def test_a_holiday_is_named_in_the_readers_language_whatever_the_books(cli, here, command, language, text):
    book(text)
    ran = cli(*command.split(), "--at", HOLIDAY, "--lang", language)
    other = {"es": EN, "en": ES}[language]
    told = ran.out.replace("\r\n ", "")  # a folded line of a calendar
    assert other not in told
    assert NAMES[language] in told


def test_a_kept_board_names_a_holiday_as_a_new_one_does(cli, here, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for _ in range(2):
        assert EN not in cli("status", "--at", HOLIDAY).out
        assert EN in cli("status", "--at", HOLIDAY, "--lang", "en").out


def told(
    cli, language, at, *, weekly="Mo-Su 08:00-18:00", header="country = 'CO'\nlanguage = 'es'", holidays=""
):
    book(one_channel(weekly, header=header, holidays=holidays))
    (contact,) = cli("status", "--json", "--at", at, "--lang", language).data["channels"]
    return contact["comment"]


@pytest.mark.parametrize(
    ("at", "comment"),
    [
        pytest.param(
            "2026-12-25T10:00", "Christmas Day, Cierre", id="the country's and the book's on a date"
        ),
        pytest.param("2026-12-24T10:00", "Navidad", id="the book's, named as a holiday of the country is"),
        pytest.param("2026-12-08T10:00", "Immaculate Conception", id="the country's"),
    ],
)
def test_the_books_own_holidays_stay_as_they_are_written(cli, here, at, comment):
    holidays = "2026-12-25 = 'Cierre'\n2026-12-24 = 'Navidad'"
    assert told(cli, "en", at, holidays=holidays) == comment


def test_the_comment_of_a_rule_stays_as_it_is_written(cli, here):
    weekly = 'Mo-Su 08:00-18:00; 2026 Dec 31 off "La Inmaculada Concepción"'
    assert told(cli, "en", "2026-12-31T10:00", weekly=weekly) == ES


def test_two_holidays_of_the_country_on_a_date_are_both_named_in_the_readers_language(cli, here):
    header = "country = 'AR'\nlanguage = 'es'"
    spanish, english = (told(cli, language, "2026-04-02T10:00", header=header) for language in ("es", "en"))
    assert set(spanish.split(", ")) == {
        "Día del Veterano y de los Caidos en la Guerra de Malvinas",
        "Jueves Santo",
    }
    assert set(english.split(", ")) == {"Veteran's Day and the Fallen in the Malvinas War", "Maundy Thursday"}


def test_a_holiday_without_a_name_in_the_readers_language_keeps_that_of_the_books(cli, here):
    assert told(cli, "es", "2026-10-03T10:00", header="country = 'DE'\nlanguage = 'en'") == "German Unity Day"
    assert told(cli, "en", "2026-10-03T10:00", header="country = 'DE'\nlanguage = 'en'") == "German Unity Day"


def test_the_sentence_of_a_holiday_says_that_it_is_one(cli, here):
    english = cli("who", "p2", "--json", "--at", HOLIDAY, "--lang", "en").data["reason"]
    assert english == (
        "No channel for Prioridad 2 · Alta is known to be open. "
        "It is not known whether Telefónico is open on this holiday: Immaculate Conception"
    )
    spanish = cli("who", "p2", "--json", "--at", HOLIDAY, "--lang", "es").data["reason"]
    assert spanish == (
        "No se sabe de ningún canal abierto para Prioridad 2 · Alta. "
        "No se sabe si Telefónico atiende en este festivo: La Inmaculada Concepción"
    )
