"""The line of each key of a book."""

import tomllib

import pytest

from helpdesk_tui.book.lines import lines_of_keys
from tests.support import DEFAULT_TEXT, DESK_TEXT, problems_of

ROWS = [
    pytest.param("a = 1\n\nb = 2", {"a": 1, "b": 3}, id="keys"),
    pytest.param("# a = 1\nb = '#' # c = 1\r\nd = 1", {"b": 2, "d": 3}, id="comments and CRLF"),
    pytest.param("[a]\n[a.b]\nc = 1\n[d]\n", {"a": 1, "a.b": 2, "a.b.c": 3, "d": 4}, id="tables"),
    pytest.param("[a.b]\n[a]\nc = 1", {"a": 1, "a.b": 1, "a.c": 3}, id="a table before the one around it"),
    pytest.param(" [ a . 'b c' ]\n\"d\\u00e9\" . e = 1", {"a": 1, "a.b c": 1, "a.b c.dé": 2, "a.b c.dé.e": 2}, id="quoted keys and spaces"),
    pytest.param("'' = 1\n'[x]' = 2", {"": 1, "[x]": 2}, id="an empty key, and one in brackets"),
    pytest.param("a.b = 1\na.c = 2", {"a": 1, "a.b": 1, "a.c": 2}, id="dotted keys"),
    pytest.param("[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 1", {"a": 1, "a.1": 1, "a.1.b": 2, "a.2": 3, "a.2.b": 4, "a.2.c": 5, "a.2.c.d": 6}, id="arrays of tables"),
    pytest.param("[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]\n[[a.b]]\nc = 1", {"a": 1, "a.1": 1, "a.1.b": 2, "a.1.b.1": 2, "a.1.b.2": 3, "a.2": 4, "a.2.b": 5, "a.2.b.1": 5, "a.2.b.1.c": 6}, id="arrays in arrays of tables"),
    pytest.param('a = """\nb = 1\n[c]\n\\""" ""\n""""\nd = 1', {"a": 1, "d": 6}, id="a text of several lines"),
    pytest.param("a = '''\nb = 1\n'' \\'''\nd = 1", {"a": 1, "d": 4}, id="a literal text of several lines"),
    pytest.param('a = "\\" # = ["\nb = "\\\\"\nc = 1', {"a": 1, "b": 2, "c": 3}, id="escapes"),
    pytest.param("a = [\n  'x', # y,\n  'z',\n]\nb = []", {"a": 1, "a.1": 2, "a.2": 3, "b": 5}, id="a list of several lines"),
    pytest.param("a = [[1, 2],\n[3]]\nb = 1", {"a": 1, "a.1": 1, "a.1.1": 1, "a.1.2": 1, "a.2": 2, "a.2.1": 2, "b": 3}, id="lists in a list"),
    pytest.param("a = {b = 1, c.d = [1,\n2], e = {}}\nf = 1", {"a": 1, "a.b": 1, "a.c": 1, "a.c.d": 1, "a.c.d.1": 1, "a.c.d.2": 2, "a.e": 2, "f": 3}, id="tables in braces"),
    pytest.param("a = [\n{b = 1},\n{b = 2}, {}]\nc = 1", {"a": 1, "a.1": 2, "a.1.b": 2, "a.2": 3, "a.2.b": 3, "a.3": 3, "c": 4}, id="tables in a list"),
    pytest.param("a = 2026-11-23 10:00:00\nb = +1.5e3\nc = 00:15:00", {"a": 1, "b": 2, "c": 3}, id="dates and numbers"),
    pytest.param("", {}, id="nothing"),
]  # fmt: skip


def paths(value, path=""):
    """The path of each key, table and list entry that tomllib reads."""
    rows = value.items() if isinstance(value, dict) else enumerate(value, start=1)
    for key, each in rows if isinstance(value, (dict, list)) else ():
        inner = f"{path}.{key}" if path else str(key)
        yield inner
        if isinstance(each, (dict, list)):
            yield from paths(each, inner)


@pytest.mark.parametrize(("text", "lines"), ROWS)
def test_every_key_has_its_line(text, lines):
    assert lines_of_keys(text) == lines
    assert set(lines) == set(paths(tomllib.loads(text)))


@pytest.mark.parametrize("text", [DEFAULT_TEXT, DESK_TEXT], ids=["default", "desk"])
def test_the_keys_of_a_whole_book_are_those_that_tomllib_reads(text):
    assert set(lines_of_keys(text)) == set(paths(tomllib.loads(text)))


def test_a_key_that_is_too_long_to_be_named_is_left_out():
    long = "k" * 600
    assert lines_of_keys(f"[a]\n{long} = [1, 2]\nb = 1\n[{long}]\nc = 1") == {"a": 1, "a.b": 3}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        pytest.param("[book]\n[channels]\n", 2, id="a table that is empty"),
        pytest.param("[book]\ntitle = 'x'\n\n[channels.a]\nname = 'A'\nextensions = [\n  '1',\n  'b',\n]\n", 8, id="an entry of a list"),
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
