"""The exported contacts, read back by parsers that the program does not use."""

import csv
import io
import re

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from helpdesk_tui.cli.exports.contacts import Contacts
from helpdesk_tui.cli.exports.contacts_csv import COLUMNS, table
from helpdesk_tui.cli.exports.contacts_markdown import page
from helpdesk_tui.cli.exports.contacts_vcard import cards
from helpdesk_tui.cli.exports.csv_text import unguarded
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from tests.cli.program import book
from tests.support import DESK_TEXT, board_of, book_of

HEAD = """
[book]
title = "Desk"
timezone = "Europe/Madrid"
[hours.day]
weekly = "Mo-Fr 08:00-18:00"
on_holidays = "as Su"
"""


def contacts_of(text, language="en"):
    board, at = board_of(text, "2026-11-25T10:00")
    return Contacts(book_of(text), Phrases(Language(language), board, at))


def cards_of(text, language="en"):
    return list(vobject.readComponents(cards(contacts_of(text, language)).decode()))


def unfolded(text):
    """The lines of the cards; vobject cuts a link at a comma, which RFC 6350 leaves as it is."""
    return cards(contacts_of(text)).decode().replace("\r\n ", "").split("\r\n")


def test_every_channel_and_level_has_a_card():
    found = cards_of(DESK_TEXT)
    contacts = list(contacts_of(DESK_TEXT).all())
    assert [each.fn.value for each in found] == [each.name for each in contacts]
    assert {each.version.value for each in found} == {"4.0"}
    assert len({each.uid.value for each in found}) == len(found)


def test_a_number_is_a_link_with_its_extension():
    text = HEAD + (
        '[channels.a]\nname = "A"\nhours = "day"\ntelephone = "+34 913 36 80 00"\nmenu = ["2", "5"]\n'
        'extensions = ["0099", "12"]\nemail = "a@example.com"\nurl = "https://example.com/?a=1;b=2,3"\nnote = "Say; hello, you"\n'
        '[channels.b]\nname = "B"\nextensions = ["77"]\n'
    )
    first, second = cards_of(text)
    assert [each.value for each in first.tel_list] == ["tel:+34913368000;ext=0099", "tel:+34913368000;ext=12"]
    assert {each.params["VALUE"][0] for each in first.tel_list} == {"uri"}
    assert first.email.value == "a@example.com"
    assert "URL:https://example.com/?a=1;b=2,3" in unfolded(text)
    assert first.note.value.split("\n") == [
        "Mo-Fr 08:00-18:00; on public holidays: as on Su",
        "+34 91 336 80 00 option 2 → 5 ext. 0099, 12",
        "Say; hello, you",
    ]
    assert second.tel.value == "77"
    assert second.note.value.startswith("hours not published")


def test_the_lines_of_a_card_are_short():
    for line in cards(contacts_of(DESK_TEXT)).split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no letter is cut in two


def test_a_level_that_channels_reach_has_their_ways():
    text = HEAD + (
        '[channels.a]\nname = "A"\nemail = "a@example.com"\n[channels.b]\nname = "B"\nemail = "b@example.com"\n'
        '[[escalation]]\nname = "Team"\nchannels = ["b", "a"]\n'
    )
    assert [each.value for each in cards_of(text)[2].email_list] == ["b@example.com", "a@example.com"]


def rows_of(text, **options):
    data = table(contacts_of(text), **options)
    return data, list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_a_row_for_each_contact_and_no_formula():
    data, rows = rows_of(DESK_TEXT)
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == [each.id for each in contacts_of(DESK_TEXT).all()]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    assert (
        unguarded(rows[0]["telephone"])
        == contacts_of(DESK_TEXT).phrases.board.channels[rows[0]["id"]].telephone
    )
    assert not data.startswith(b"\xef\xbb\xbf")
    assert rows_of(DESK_TEXT, excel=True)[0] == b"\xef\xbb\xbf" + data


def headings(text):
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    return [
        (token.tag, "".join(child.content for child in tokens[index + 1].children))
        for index, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def test_the_page_has_requests_channels_and_levels():
    contacts = contacts_of(DESK_TEXT, "es")
    text = "\n".join(page(contacts))
    board = contacts.phrases.board
    assert headings(text)[0][0] == "h1"
    assert [name for tag, name in headings(text) if tag == "h2"] == [
        "Solicitudes",
        "Canales",
        "Niveles de escalamiento",
    ]
    names = [name for tag, name in headings(text) if tag == "h3"]
    assert names == [each.name for each in board.channels.values()] + [
        f"{each.number}. {each.name}" for each in board.levels
    ]
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert html.count("<tr>") == 1 + len(board.requests)
    assert f'href="tel:{board.channels["phone"].telephone}"' in html


TEXT = st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=40).filter(
    lambda text: text.strip() and not re.search("[\u202a-\u202e\u2066-\u2069]", text)
)


@given(
    TEXT,
    TEXT,
    st.sampled_from(["https://example.com/a", "https://example.com/?q=a,b;c", "https://example.com/<b>"]),
)
@settings(max_examples=30)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_every_text_is_read_back_as_it_was_written(name, note, url):
    quoted = [text.replace("\\", "\\\\").replace('"', '\\"') for text in (name, note)]
    text = HEAD + f'[channels.a]\nname = "{quoted[0]}"\nnote = "{quoted[1]}"\nurl = "{url}"\n'
    (card,) = cards_of(text)
    assert card.fn.value == name
    assert card.note.value == f"hours not published\n{note}"
    assert f"URL:{url}" in unfolded(text)
    _, (row,) = rows_of(text)
    assert (unguarded(row["name"]), unguarded(row["note"]), row["url"]) == (name, note, url)
    markdown = MarkdownIt("commonmark").enable("table")
    tokens = markdown.parse("\n".join(page(contacts_of(text))))
    shown = [
        "".join(child.content for child in token.children if child.type == "text")
        for token in tokens
        if token.type == "inline"
    ]
    assert name.strip() in [each.strip() for each in shown]
    assert note.strip() in [each.strip() for each in shown]
    assert not [token for token in tokens if token.type.startswith("html")]


@pytest.mark.parametrize("form", ["vcard", "csv", "markdown"])
def test_the_command_writes_each_format(cli, form):
    book()
    ran = cli("export", "--format", form, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert "7442727" in ran.out


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        pytest.param([], "required", id="no format"),
        pytest.param(["--format", "vcard", "--excel"], "--excel works only", id="excel"),
        pytest.param(["--format", "csv", "--json"], "export does not take --json", id="JSON"),
        pytest.param(["--format", "csv", "--at", "8:00"], "export does not take --at", id="another time"),
    ],
)
def test_what_it_does_not_export_is_refused(cli, arguments, problem):
    book()
    ran = cli("export", *arguments, "--lang", "en")
    assert ran.code == 2
    assert problem in ran.err
