"""The line of each key of a book."""

import tomllib

import pytest

from helpdesk_tui.book.lines import lines_of
from tests.support import DEFAULT_TEXT, DESK_TEXT, problems_of

ROWS = [
    pytest.param("a = 1\n\nb = 2", {"a": 1, "b": 3}, id="keys"),
    pytest.param("# a = 1\n# b\nb = '#' # c = 1\r\nd = 1", {"b": 3, "d": 4}, id="comments and CRLF"),
    pytest.param("[a]\n[a.b]\nc = 1\n[d]\n", {"a": 1, "a.b": 2, "a.b.c": 3, "d": 4}, id="tables"),
    pytest.param("[a.b]\n\n[a]\nc = 1", {"a": 3, "a.b": 1, "a.c": 4}, id="a table before the one around it"),
    pytest.param(" [ a . 'b c' ]\n\"d\\u00e9\" . e = 1", {"a.b c": 1, "a.b c.dé.e": 2}, id="quoted keys and spaces"),
    pytest.param("a = {}\n[b]\n'c.d' = 1\nc.e = 2", {"b.c.d": 3, "b.c.e": 4}, id="a key that holds dots"),
    pytest.param("[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 1", {"a.1": 1, "a.1.b": 2, "a.2": 3, "a.2.b": 4, "a.2.c": 5, "a.2.c.d": 6}, id="arrays of tables"),
    pytest.param('a = """\nb = 1\n[c]\n\\""" ""\n""""\nd = 1', {"a": 1, "d": 6}, id="a text of several lines"),
    pytest.param('key = "# key 0"\nb = 1', {"key": 1, "b": 2}, id="text that looks like the comments that are set"),
    pytest.param("a = [\n  'x', # y,\n  'z',\n]\nb = []", {"a": 1, "a.2": 1, "b": 5}, id="a list of several lines"),
    pytest.param("\na = {b = 1, c = [1,\n2]}\nf = 1", {"a.b": 2, "a.c.2": 2, "f": 4}, id="tables in braces"),
    pytest.param("[a]\nb = 1\n[c]", {"a.x": 1, "a.b.c.d": 2, "x": None, "c.1": 3}, id="keys that are not there"),
    pytest.param("a = ", {"a": None}, id="not TOML"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), ROWS)
def test_every_key_has_its_line(text, lines):
    assert dict(zip(lines, lines_of(text, list(lines)), strict=True)) == lines


@pytest.mark.parametrize("text", [DEFAULT_TEXT, DESK_TEXT], ids=["default", "desk"])
def test_each_line_of_a_whole_book_holds_its_key(text):
    keys = [
        f"{table}.{name}.{key}"
        for table in ("hours", "channels", "requests")
        for name, row in tomllib.loads(text)[table].items()
        for key in row
    ]
    rows = text.split("\n")
    lines = lines_of(text, keys)
    assert len(set(lines)) == len(keys)
    assert all(
        rows[line - 1].startswith(key.rpartition(".")[2]) for key, line in zip(keys, lines, strict=True)
    )


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param("[book]\n[channels]\n", 2, id="a table that is empty"),
        pytest.param("[book]\ntitle = 'x'\n\n[channels.a]\nname = 'A'\nextensions = [\n  '1',\n  'b',\n]\n", 6, id="an entry of a list"),
        pytest.param("\n[book]\ntitle = 'x'\ntitle = 'y'\n", 4, id="TOML, a key twice"),
        pytest.param("[book]\ntitle = 'x\n", 2, id="TOML, quotes that are not closed"),
        pytest.param("[book]\ntitle = '''x\n\n", 2, id="TOML, quotes of several lines that are not closed"),
        pytest.param("[book]\na = [1,\n\n2\n\n", 4, id="TOML, a list that is not closed"),
        pytest.param(f"[book]\n{'a.' * 200}b = 1", 2, id="TOML, dots"),
        pytest.param("[book]\n\ntitle = 'é'".encode("latin-1"), 3, id="not UTF-8"),
        pytest.param(b"\xef\xbb\xbf[book]\r\ntitle = 7\r\n[channels]\r\n", 3, id="CRLF and a byte order mark"),
    ],
)  # fmt: skip
def test_a_problem_has_the_line_where_it_is_mended(content, line):
    assert problems_of(content)[-1].line == line


@pytest.mark.parametrize(
    "content", ["a = " + "[" * 5000, f"a = {'9' * 5000}", ""], ids=["nested", "number", "empty"]
)
def test_a_problem_that_has_no_line_names_none(content):
    assert {each.line for each in problems_of(content)} == {None}
