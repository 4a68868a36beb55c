"""Any book, edited at random, reads back as the edited one; its comments stay at what they belong to."""

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk_tui.book.document import rewritten
from helpdesk_tui.book.entries import BY_POSITION, TABLES, entries_of, raw_of
from helpdesk_tui.book.lines import lines_of
from helpdesk_tui.book.models import FIELDS
from tests.book.owners import books, edits
from tests.support import problems_of


@settings(max_examples=100)
@given(books())
def test_books_are_valid(book):
    assert problems_of(book.text) == []


@settings(max_examples=200)
@given(st.data())
def test_an_edited_book_reads_back_and_keeps_its_comments_and_lines(data):
    book = data.draw(books())
    content = book.text.encode()
    raw = tomllib.loads(book.text.removeprefix("\ufeff"))
    tables = data.draw(edits(raw))
    new = rewritten(content, tables, FIELDS).decode()

    bare = new.removeprefix("\ufeff")
    found = tomllib.loads(bare)
    assert {name: value for name, value in found.items() if value or name not in TABLES} == raw_of(
        raw, tables
    )
    assert new.startswith("\ufeff") == book.text.startswith("\ufeff")
    lines = bare.split("\n")
    assert {line.endswith("\r") for line in lines[:-1]} == {"\r\n" in book.text}

    for text in ("head", *(["zone"] if "timezone" in tables["book"][0].fields else []), *book.free):
        assert sum(text in line for line in lines) == 1, text
    for text, (table, key, name) in book.attached.items():
        where = [number for number, line in enumerate(lines, start=1) if text in line]
        entry = next((each for each in tables[table] if each.origin == key), None)
        if entry is None or (name not in (None, key) and name not in entry.fields):
            assert where == [], text
            continue
        assert len(where) == 1, text
        now = list(tables[table]).index(entry) + 1 if table in BY_POSITION else entry.key
        path = [table, now] if name in (None, key) else [table, now, name]
        (line,) = lines_of(bare, [".".join(map(str, path))])
        below = where[0]
        while lines[below - 1].lstrip().startswith("#"):
            below += 1
        assert below == line, text

    if tables == entries_of(raw):
        assert new == book.text
