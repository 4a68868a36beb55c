"""The JSON Schema of a book: made from the models, taken by every good book, refused by one of a wrong shape."""

import json
import subprocess
import sys
import tomllib
from datetime import date

import holidays
import pytest
from jsonschema import Draft7Validator

from benchmarks.books import large_book
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.schema import NAME, schema
from tests.book.test_bad_books import GOOD
from tests.cli.mutations import SMALL, mutated
from tests.support import DEFAULT_BOOK, DEFAULT_TEXT, DESK_BOOK, DESK_TEXT, ROOT, one_channel, problems_of

COMMITTED = ROOT / NAME
VALIDATOR = Draft7Validator(json.loads(schema()))


def refused(text):
    """What the schema says of this TOML text, whose dates an editor gives it as text."""
    raw = json.loads(json.dumps(tomllib.loads(text), default=lambda value: value.isoformat()))
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(raw)]


def checked(*arguments):
    """What check-jsonschema says and its exit code."""
    command = [sys.executable, "-m", "check_jsonschema", "--no-cache", *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout


def test_the_committed_schema_is_that_of_the_models():
    made = f"run .venv/bin/helpdesk-tui schema > {NAME}"
    assert COMMITTED.read_text() == schema() + "\n", made


def test_the_default_book_names_it_from_beside_it():
    first = DEFAULT_TEXT.splitlines()[0]
    assert first == f"#:schema ./{NAME}"
    assert (DEFAULT_BOOK.parent / NAME) == COMMITTED


def test_an_independent_program_takes_the_schema_and_the_books(tmp_path):
    assert checked("--check-metaschema", COMMITTED)[0] == 0
    assert checked("--schemafile", COMMITTED, DEFAULT_BOOK, DESK_BOOK)[0] == 0
    bad = tmp_path / "bad.toml"
    bad.write_text(DESK_TEXT.replace("[channels.phone]", "[channels.phone]\nextension = '1'"))
    code, said = checked("--schemafile", COMMITTED, bad)
    assert code == 1
    assert "'extension' was unexpected" in said


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(DEFAULT_TEXT, id="the default book"),
        pytest.param(DESK_TEXT, id="the tests' own book"),
        pytest.param(GOOD, id="a small book"),
        pytest.param(SMALL, id="another"),
        pytest.param(large_book(1000, 500, 1000), id="a large book"),
        pytest.param(one_channel(None), id="a book without hours"),
        pytest.param(one_channel("24/7", on_holidays="as Su", holidays="12-24 = 'Nochebuena'\n2026-07-13 = false"), id="holidays"),
        pytest.param(GOOD.replace("email = ", "takes_messages = ['url', 'email']\nurl = 'HTTPS://example.com'\nemail = "), id="ways"),
        pytest.param(GOOD + "[[shifts]]\nname = 'Day'\nweekly = '06:00-18:00'\n", id="shifts"),
    ],
)  # fmt: skip
def test_a_good_book_is_taken(text):
    assert problems_of(text) == []
    assert refused(text) == []


def test_every_mutated_book_that_is_good_is_taken(record_property):
    good = both = 0
    for number in range(1000):
        content = mutated(number)
        try:
            text = content.decode("utf-8-sig")
            tomllib.loads(text)
        except (ValueError, RecursionError):
            continue
        found = refused(text)
        if problems_of(content):
            both += bool(found)
        else:
            good += 1
            assert not found, (number, found)
    assert good and both
    record_property(
        "figures", f"1,000 mutated books: the schema takes all {good} good ones and refuses {both} bad ones"
    )


def test_every_country_is_taken():
    for country, subdivisions in holidays.list_supported_countries(include_aliases=False).items():
        for code in (country, *(f"{country}-{each}" for each in subdivisions)):
            assert refused(one_channel("24/7", header=f"country = '{code}'")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('title = "Desk"\n', "", id="no title"),
        pytest.param('title = "Desk"', "title = 7", id="a number for a text"),
        pytest.param('title = "Desk"', 'title = " "', id="spaces alone"),
        pytest.param('title = "Desk"', f'title = "{"x" * 201}"', id="a long text"),
        pytest.param('title = "Desk"', 'titel = "Desk"\ntitle = "Desk"', id="an unknown key"),
        pytest.param("[book]", "[chanels]\n[book]", id="an unknown table"),
        pytest.param('title = "Desk"', 'title = "Desk"\nlanguage = "fr"', id="an unknown language"),
        pytest.param('title = "Desk"', 'title = "Desk"\nclosing_soon = 1441', id="too many minutes"),
        pytest.param('title = "Desk"', 'title = "Desk"\nclosing_soon = "30"', id="a text for a number"),
        pytest.param('title = "Desk"', 'title = "Desk"\nverified = 7', id="a number for a date"),
        pytest.param('title = "Desk"', 'title = "Desk"\ncountry = "Colombia"', id="a country in words"),
        pytest.param('title = "Desk"', 'title = "Desk"\ncountry = "COL"', id="a country in three letters"),
        pytest.param('"America/Bogota"', '"Bogotá time"', id="a zone in words"),
        pytest.param("[hours.office]", '[holidays]\n2026-13-24 = "H"\n[hours.office]', id="a day that is none"),
        pytest.param("[hours.office]", "[holidays]\n2026-12-24 = true\n[hours.office]", id="a holiday that is true"),
        pytest.param("[hours.office]", '[holidays]\n"24 dic" = "H"\n[hours.office]', id="a day in words"),
        pytest.param("[hours.office]", "[hours.'the office']", id="an id with a space"),
        pytest.param("[hours.office]", '[hours.office]\non_holidays = "shut"', id="an unknown rule of holidays"),
        pytest.param('weekly = "Mo-Fr 07:00-19:00"', "", id="hours without rules"),
        pytest.param('telephone = "+57 601 7442727"', "", id="a channel that nothing reaches"),
        pytest.param('"+57 601 7442727"', '"601 7442727"', id="a number without its country"),
        pytest.param('"+57 601 7442727"', "576017442727", id="a number as a number"),
        pytest.param('"+57 601 7442727"', '"+57 601 7442727"\nmenu = "2"', id="a text for a list"),
        pytest.param('"+57 601 7442727"', '"+57 601 7442727"\nmenu = ["25"]', id="two keys in one"),
        pytest.param('"+57 601 7442727"', '"+57 601 7442727"\nextensions = ["x1"]', id="an extension with a letter"),
        pytest.param('"+57 601 7442727"', '"+57 601 7442727"\ntakes_messages = ["fax"]', id="messages by an unknown way"),
        pytest.param('"desk@example.com"', '"desk at example"', id="an address without @"),
        pytest.param('email = "desk@example.com"', 'url = "example.com"', id="a link without its scheme"),
        pytest.param('key = "1"', "key = 1", id="a digit without quotes"),
        pytest.param('key = "1"', 'key = "12"', id="two digits"),
        pytest.param('route = ["phone", "mail"]', "route = []", id="an empty route"),
        pytest.param('route = ["phone", "mail"]', "", id="no route"),
        pytest.param('channels = ["phone"]', "", id="a level that nothing reaches"),
        pytest.param('[[escalation]]\nname = "Group"\nchannels = ["phone"]\n\n[[escalation]]', "[escalation]", id="a table for a list"),
    ],
)  # fmt: skip
def test_a_book_of_a_wrong_shape_is_refused(old, new):
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    assert problems_of(text)
    assert refused(text)


def test_every_key_has_a_description_and_no_key_is_null():
    made = json.loads(schema())
    tables = [made, *made["$defs"].values()]
    assert len(tables) > len(Book.model_fields) - 1
    for table in tables:
        assert table["description"]
        for key, value in table["properties"].items():
            assert value["description"], key
    assert '"null"' not in schema()


def test_a_date_is_told_as_one():
    assert json.loads(schema())["$defs"]["Header"]["properties"]["verified"]["format"] == "date"
    assert (
        refused(GOOD.replace('title = "Desk"', f'title = "Desk"\nverified = {date(2026, 11, 23)}', 1)) == []
    )
