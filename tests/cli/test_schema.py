"""The command `schema`."""

import pytest

from tests.support import ROOT


@pytest.mark.parametrize(
    "words", ["schema", "schema --json", "schema --lang es", "schema --book nowhere.toml"]
)
def test_schema_writes_the_schema_whatever_book_there_is(cli, words):
    ran = cli(*words.split())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (ROOT / "contacts.schema.json").read_text()
