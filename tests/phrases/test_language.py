"""The language catalogues are complete, and the reader's language is that of the environment."""

import ast
import re
import string

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from helpdesk_tui.phrases.language import LANGUAGES, Language, language_of
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
    assert Language("en").gettext("closing soon") == "closing soon"
    assert Language("es").gettext("closing soon") == "por cerrar"


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


def test_a_message_is_translated_with_its_fields_filled_in():
    spanish = Language("es")
    assert spanish.translate("closes {time}", time="19:00") == "cierra 19:00"
    assert spanish.translate("open") == "abierto"
    assert [spanish.plural("{count} day", "{count} days", days) for days in (1, 2)] == ["1 día", "2 días"]


def test_what_a_value_says_is_never_a_field():
    assert Language("en").translate("closes {time}", time="{name} {0} {") == "closes {name} {0} {"


def asked_for():
    """Yield each text that the code asks to have translated, also within f-strings, where Babel reads none."""
    for path in sorted((ROOT / "helpdesk_tui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in {"gettext", "translate", "plural", "message", "_"}:
                    yield node.args[0].value


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_of_the_code_escapes_the_catalogue(language):
    known = {forms(each.id)[0] for each in catalogue(language).values()}
    assert {text for text in asked_for() if isinstance(text, str)} - known == set()
