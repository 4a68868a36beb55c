"""What the program says is in the reader's language to its end: no words of a library, a system or the other one."""

import os
import re

import pytest

from helpdesk_tui.phrases.language import Language
from tests.cli.program import book, misuse


def words_of(text):
    return set(text.split())


ENGLISH = words_of(
    "a after address allowed already an and any are argument array at be before boolean by cannot character "
    "characters choice choose closed could date declare denied directory document does duplicate email error "
    "exist expected file following for found from greater ignored in input integer invalid is it key known less "
    "line link list many match missing must name no not number of on open option or output overwrite permission "
    "port range required should statement string than that the there this to too type unclosed unexpected "
    "unrecognized unterminated url valid value with"
) - {"a", "no", "error"}  # Spanish too
SPANISH = words_of(
    "abierto ahora al archivo archivos antes argumento cerrado clave coma como con contiene correo de debe del "
    "demasiado demasiados desde después dígitos dirección disco donde el en enlace entre es escriba está falta "
    "fecha hay la le línea llave los más muchos ni no nombre número o opción para permiso por que reconoce según "
    "ser sin son su tabla tecla texto tiene una un valor y"
) - {"no"}
FOREIGN = {"es": ENGLISH, "en": SPANISH}

HEAD = '[book]\ntitle = "X1"\ntimezone = "America/Bogota"\n'
CHANNEL = '[channels.c1]\nname = "C1"\n'

BROKEN = [
    "[book", "[[escalation]", "x1", "x1 = ", "x1 = y1", "x1 = 'y1", 'x1 = "y1', 'x1 = """y1', "x1 = '''y1",
    "x1 = 'y1\nz1'", 'x1 = "y1\n"', "x1 = 1\nx1 = 2", "[x1]\n[x1]", "x1 = 1\n[x1]", "x1 = 1\n[[x1]]", "= 1",
    "x1 = [1 2]", "x1 = [1", "x1 = {a1 = 1 b1 = 2}", "x1 = {a1 = 1", "x1 = {a1 = 1, a1 = 2}", 'x1 = "\\q"',
    'x1 = "\\u12"', 'x1 = "\\uD800"', 'x1 = """\\ y1"""', "x1 = 2026-02-30", "x1 = 1 y1 = 2", "x1.y1 = 1\nx1 = 2",
    "x1 = {a1 = 1}\nx1.b1 = 2", "x1 = []\n[[x1]]", "[x1]\ny1.z1 = 1\n[x1.y1]", "[x1.y1]\n[x1]\ny1.z1 = 1",
    'x1 = "\x01"', "# \x01", "x1 = {a1 = {}, a1.b1 = 1}", "x1. = 1", "\x00", "{}", "x1 = 1\r", "é = 1", "[é]",
]  # fmt: skip
"""What tomllib has a message for, and more."""

BROKEN_WITHOUT_A_PLACE = {
    "x1 = " + "9" * 5000: "no es TOML: tiene un número demasiado largo",
    "x1 = " + "[" * 100_000: "tiene demasiados niveles anidados",
}
"""What Python itself refuses, and where it does not say."""

VALUES = ["1", "1.5", "true", "'x1'", "''", "' '", "[]", "[1]", "['x1', 'x1']", "{}", "{x1 = 1}", "2026-11-23",
          "2026-11-23T10:00:00", "10:00:00", "'\\u0007'", '"\\u0007"', '"\\u202e"', "-1", "99999",
          "99999999999999999999", "inf", f"'{'x' * 3000}'", "'+57 1'", "'601 7442727 ext. 3'",
          "'+57 601 7442727 ext. 3'", "'@example.com'", "'x1@'", "'x1@x1'", "'x1@-x1.co'", "'x1 y1@x1.co'",
          "'x1..y1@x1.co'", "'https://[::1'", "'https://[x1]'", "'https://'", "'x1://y1'", "'https://x1 y1'",
          "'Mo-Fr'", "'Mo-Fr 08:00-'", "'PH off'", "'sunrise-sunset'", "'24/7 || off'", "'Feb 30 off'",
          "'CO'", "'X1'", "'America/Bogotá'", "'America/X1'", "'2026-13-45'"]  # fmt: skip
FIELDS = {
    "book": [
        "title",
        "organization",
        "language",
        "timezone",
        "country",
        "closing_soon",
        "source",
        "verified",
    ],
    "channels.c1": [
        "name",
        "hours",
        "telephone",
        "telephones",
        "menu",
        "extensions",
        "email",
        "url",
        "note",
        "takes_messages",
    ],
    "hours.h1": ["weekly", "on_holidays"],
    "requests.r1": ["name", "key", "route", "aliases", "must_cover", "note"],
    "[escalation]": ["name", "channels", "email", "hours"],
    "[shifts]": ["name", "weekly"],
    "holidays": ["2026-12-24", "12-24", "x1"],
}


def bare(text):
    """The program's own words: without keys, paths, what is quoted, and what the book says."""
    text = re.sub(r"'[^']*'|\"[^\"]*\"|\\[a-z]\w*", " ", text)
    text = re.sub(r"\S*(?:\.toml|c1|h1|r1|x1|X1|y1|z1|\d|/|_|--|DE-BY)\S*", " ", text)
    text = re.sub(r"(?:existen|known are|one of|uno de|mean|decir|telephone,|no tiene telephone,|answers to"
                  r"|responde a)[ :].*", " ", text)  # fmt: skip
    return set(re.findall(r"[^\W\d_]+", text.lower()))


def check(language, line):
    """The words of a line that belong to the other language."""
    return bare(line) & FOREIGN[language]


def problems(ran):
    """Each problem without its file and key."""
    assert ran.code == 2
    return [row["problem"] for row in ran.data["problems"]]


@pytest.mark.parametrize("language", ["es", "en"])
def test_toml_that_cannot_be_read_is_told_in_one_language(cli, here, language):
    for text in [*BROKEN, *BROKEN_WITHOUT_A_PLACE]:
        (told,) = problems(cli("check", "--json", "--lang", language, "--book", book(text)))
        assert not check(language, told), (text[:40], told)


def test_every_reason_of_broken_toml_is_known_and_stands_with_its_place(cli, here):
    for text in BROKEN:
        (told,) = problems(cli("check", "--json", "--lang", "es", "--book", book(text)))
        assert re.fullmatch(r"no es TOML (?:en la columna \d+|al final): .+", told), (text, told)
    for text, expected in BROKEN_WITHOUT_A_PLACE.items():
        assert problems(cli("check", "--json", "--lang", "es", "--book", book(text))) == [expected]


def values():
    """A book for each value that a field may hold, most of them wrong."""
    for table, fields in FIELDS.items():
        for field in fields:
            rest = "" if table == "book" else HEAD
            rest += "" if table == "channels.c1" else CHANNEL + "email = 'x1@example.com'\n"
            for value in VALUES:
                own = HEAD.replace("[book]\n", "") if table == "book" else ""
                own = "".join(line for line in own.splitlines(True) if not line.startswith(field))
                yield f"{rest}[{table}]\n{field} = {value}\n{own}"


@pytest.fixture(scope="module")
def refused():
    """Every problem of those books, once each by its message and its values."""
    from tests.support import problems_of

    found = {}
    for text in values():
        for each in problems_of(text):
            found.setdefault((each.message, each.values), (text, each))
    return list(found.values())


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_problem_of_a_book_is_told_in_one_language(refused, language):
    from helpdesk_tui.phrases.problems import format_problem

    words = Language(language)
    assert len({each.message for _, each in refused}) > 40
    for text, each in refused:
        told = format_problem(words, each)
        assert not check(language, told), (text, told)


def test_every_problem_of_a_book_is_translated(refused):
    from helpdesk_tui.phrases.problems import format_problem

    for text, each in refused:
        assert format_problem(Language("es"), each) != format_problem(Language("en"), each), text


LINES = [
    "frobnicate", "who", "who --at", "who p1 --at", "who p1 --at soon", "who p1 --at 0001-01-01", "who p1 --lang fr",
    "who p1 --lang", "who p1 p2", "who p1 --json=yes", "--version=3", "status --frob", "status --b",
    "--b x1.toml status", "who x1 --frob -z", "escalate 9", "escalate x1", "coverage --days", "coverage --days 0",
    "coverage --days x1", "coverage --from x1", "status --at 3/4", "coverage --from 3/4", "coverage --from 0001-01-01", "coverage --format xml",
    "coverage --format", "shift x1", "shift x1 y1", "shift --markdown=1", "check x1", "--book", "--bell=1",
    "--lang=fr status", "who x1",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_wrong_command_line_is_told_in_one_language(cli, here, monkeypatch, line, language):
    monkeypatch.setenv("LC_ALL", f"{language}_CO.UTF-8")
    from tests.support import DESK_TEXT

    book(DESK_TEXT.replace('language     = "es"', f'language = "{language}"'))
    told = misuse(cli(*line.split()))
    for name in (
        "status",
        "who",
        "escalate",
        "coverage",
        "shift",
        "check",
        "text",
        "json",
        "csv",
        "ics",
        "frob",
    ):
        told = re.sub(rf"\b{name}\b", "", told)
    told = re.sub(r"(?:pruebe con|try): .*", "", told)
    told = re.sub(r"\bfr\b|\bes\b,? ?(?:or )?\ben\b|soon|xml|frobnicate|yes", "", told)
    assert not check(language, told), told


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("command", ["", "status", "who", "escalate", "coverage", "shift", "check"])
def test_the_help_is_in_one_language(cli, language, command):
    lines = cli(*command.split(), "--help", "--lang", language).out
    told = re.sub(r"helpdesk-tui .*?(?=  |$)|\{.*?\}|\[.*?\]|-\w, |--\w+", " ", lines, flags=re.M)
    told = re.sub(r"^ +(?:status|who|escalate|coverage|shift|check)\b", " ", told, flags=re.M)
    told = re.sub(r"\b(?:who|coverage|check)\b[,:]?", " ", told)
    assert not check(language, told), told


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("number", [1, 2, 5, 6, 9, 11, 13, 19, 20, 23, 24, 27, 28, 30, 36, 40, 122, 9999])
def test_an_error_of_the_system_is_told_in_one_language(cli, here, monkeypatch, language, number):
    from helpdesk_tui.phrases.problems import format_output_error

    monkeypatch.setenv("LC_ALL", f"{language}_CO.UTF-8")

    def fails(*_, **__):
        raise OSError(number, os.strerror(number))

    assert not check(language, format_output_error(Language(language), OSError(number, "x")))
    monkeypatch.setattr("builtins.open", fails)
    from helpdesk_tui.book.file import read
    from helpdesk_tui.book.problems import BookError
    from helpdesk_tui.phrases.problems import format_problem

    with pytest.raises(BookError) as error:
        read("contacts.toml")
    monkeypatch.undo()
    (problem,) = error.value.problems
    told = format_problem(Language(language), problem)
    assert not check(language, told)
    assert os.strerror(number) not in told


def test_what_the_standard_parser_says_is_all_in_the_catalogue():
    """Of each version of Python: what its argparse can say of arguments like ours."""
    import argparse
    import inspect

    from helpdesk_tui.cli.arguments import ARGPARSE_MESSAGES

    of_users = re.compile(r"invalid choice|unrecog|the following|ambig|ignored|unknown")
    said = re.findall(r"_\('([^']*%[^']*)'\)", inspect.getsource(argparse))
    assert {text for text in said if of_users.match(text)} <= set(ARGPARSE_MESSAGES)
