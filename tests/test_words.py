"""The language catalogues are complete, and words of time are right at their edges."""

import re
import string
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from helpdesk_tui.phrases.language import LANGUAGES, Words, language_of
from helpdesk_tui.phrases.times import date_in_words, duration, moment, month, weekday
from tests.support import ROOT

LOCALE = ROOT / "helpdesk_tui" / "locale"
TRANSLATED = [language for language in LANGUAGES if language != "en"]


def catalogue(language, kind="po"):
    path = LOCALE / language / "LC_MESSAGES" / f"helpdesk_tui.{kind}"
    with path.open("rb") as file:
        read = read_po(file) if kind == "po" else read_mo(file)
    return {(_context(message.context), _key(message.id)): message for message in read if message.id}


def extracted():
    """Every message of the code, read with the keywords that bring the catalogues up to date."""
    words = re.findall(r"-k (\S+)", (ROOT / ".ci" / "messages").read_text())
    assert words
    keywords = {**DEFAULT_KEYWORDS, **parse_keywords(words)}
    found = {}
    for file, line, text, _comments, context in extract_from_dir(
        ROOT / "helpdesk_tui", [("**.py", "python")], keywords=keywords
    ):
        found[(context, text)] = f"{file}:{line}"
    return found


def forms(message):
    return (message,) if isinstance(message, str) else tuple(message)


def _context(context):
    return context.decode() if isinstance(context, bytes) else context  # Babel reads a compiled one as bytes


def _key(message):
    return message if isinstance(message, str) else tuple(message)


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_code_has_messages_to_translate():
    assert (None, "closing soon") in extracted()
    assert ("months", "jan feb mar apr may jun jul aug sep oct nov dec") in extracted()
    assert (None, ("{count} day", "{count} days")) in extracted()
    assert (None, "is missing") in extracted()


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_string_of_the_code_has_its_translation(language):
    known = catalogue(language)
    missing = [
        f"{place}: {text}"
        for (context, text), place in extracted().items()
        if (message := known.get((context, text))) is None or message.fuzzy or not all(forms(message.string))
    ]
    assert missing == [], "run .ci/messages and translate what it leaves empty"


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_translation_is_of_a_string_that_the_code_has(language):
    assert catalogue(language).keys() - extracted().keys() == set(), "run .ci/messages"


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_keeps_the_placeholders(language):
    for message in catalogue(language).values():
        wanted = set().union(*map(placeholders, forms(message.id)))
        for text in forms(message.string):
            assert placeholders(text) == wanted, message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_keeps_the_spaces_and_the_full_stop_at_its_ends(language):
    for message in catalogue(language).values():
        for text, translated in zip(forms(message.id), forms(message.string), strict=True):
            assert (
                translated[: len(translated) - len(translated.lstrip())]
                == text[: len(text) - len(text.lstrip())]
            )
            assert translated[len(translated.rstrip()) :] == text[len(text.rstrip()) :]
            assert translated.endswith(".") == text.endswith("."), text


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_that_of_the_source(language):
    source = {key: forms(message.string) for key, message in catalogue(language).items()}
    compiled = {key: forms(message.string) for key, message in catalogue(language, "mo").items()}
    assert compiled == source, "run .ci/messages, or install the package again"


def test_english_needs_no_catalogue():
    assert Words("en").gettext("closing soon") == "closing soon"
    assert Words("es").gettext("closing soon") == "por cerrar"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        pytest.param({}, "en", id="nothing"),
        pytest.param({"LANG": "es_CO.UTF-8"}, "es", id="LANG"),
        pytest.param({"LANG": "C.UTF-8"}, "en", id="C"),
        pytest.param({"LANG": "de_DE.UTF-8"}, "en", id="a language that it does not speak"),
        pytest.param({"LANG": "es_CO", "LC_MESSAGES": "en_US"}, "en", id="LC_MESSAGES before LANG"),
        pytest.param({"LC_MESSAGES": "en_US", "LC_ALL": "es"}, "es", id="LC_ALL before both"),
        pytest.param({"LC_ALL": "", "LANG": "es"}, "es", id="an empty name is none"),
    ],
)
def test_the_readers_language_is_the_environments(environ, language):
    assert language_of(environ) == language


@pytest.mark.parametrize(
    ("at", "english", "spanish"),
    [
        pytest.param("2026-11-23T19:00", "19:00", "19:00", id="today"),
        pytest.param("2026-11-23T00:00", "00:00", "00:00", id="today's midnight"),
        pytest.param("2026-11-24T00:00", "tomorrow 00:00", "mañana 00:00", id="tomorrow"),
        pytest.param("2026-11-25T07:05", "wed 07:05", "mié 07:05", id="in two days"),
        pytest.param("2026-11-29T23:59", "sun 23:59", "dom 23:59", id="in six days"),
        pytest.param("2026-11-30T07:00", "mon 30 nov 07:00", "lun 30 nov 07:00", id="in a week"),
        pytest.param("2026-12-31T07:00", "thu 31 dec 07:00", "jue 31 dic 07:00", id="this year"),
        pytest.param("2027-01-01T07:00", "fri 1 jan 2027 07:00", "vie 1 ene 2027 07:00", id="next year"),
    ],
)
def test_an_instant_is_said_as_it_is_at_that_time(at, english, spanish):
    now = datetime(2026, 11, 23, 16, 25, tzinfo=ZoneInfo("America/Bogota"))
    then = datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("America/Bogota"))
    assert moment(Words("en"), then, now) == english
    assert moment(Words("es"), then, now) == spanish


def test_new_years_morning_is_tomorrow_on_new_years_eve():
    now = datetime(2026, 12, 31, 23, 59, tzinfo=UTC)
    assert moment(Words("en"), now + timedelta(minutes=1), now) == "tomorrow 00:00"


@pytest.mark.parametrize(
    ("length", "english", "spanish"),
    [
        pytest.param(timedelta(0), "0 min", "0 min", id="none"),
        pytest.param(timedelta(seconds=1), "1 min", "1 min", id="a second"),
        pytest.param(timedelta(minutes=59, seconds=1), "1 h", "1 h", id="rounded up to an hour"),
        pytest.param(timedelta(hours=2, minutes=35), "2 h 35 min", "2 h 35 min", id="hours and minutes"),
        pytest.param(timedelta(hours=24), "1 day", "1 día", id="a day"),
        pytest.param(timedelta(days=3, hours=4, minutes=5), "3 days 4 h", "3 días 4 h", id="days and hours"),
        pytest.param(timedelta(days=370), "370 days", "370 días", id="the look-ahead"),
    ],
)
def test_a_length_of_time_is_rounded_up_to_the_minute(length, english, spanish):
    assert duration(Words("en"), length) == english
    assert duration(Words("es"), length) == spanish


def test_dates_are_those_of_the_language():
    spanish = Words("es")
    week = [weekday(spanish, date(2026, 11, 23) + timedelta(days=day)) for day in range(7)]
    assert week == ["lun", "mar", "mié", "jue", "vie", "sáb", "dom"]
    year = [month(spanish, date(2026, number, 1)) for number in range(1, 13)]
    assert year == ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"]
    assert date_in_words(spanish, date(2028, 2, 29)) == "mar 29 feb 2028"
