"""A book's file that is changed keeps its comments and the lines that do not change."""

import difflib
import tomllib

import pytest

from helpdesk_tui.book.document import rewritten
from helpdesk_tui.book.entries import Entry, entries_of, raw_of, with_key
from helpdesk_tui.book.models import FIELDS
from tests.support import DESK_TEXT


def edited(change, text=DESK_TEXT):
    """The text after `change`, which gets the tables and returns those that differ."""
    content = text.encode()
    tables = entries_of(tomllib.loads(content.decode("utf-8-sig")))
    tables |= change(tables)
    new = rewritten(content, tables, FIELDS)
    assert tomllib.loads(new.decode("utf-8-sig")) == raw_of(
        tomllib.loads(content.decode("utf-8-sig")), tables
    )
    return new.decode()


def difference(change, text=DESK_TEXT):
    """The lines that `change` takes and gives."""
    lines = difflib.ndiff(text.split("\n"), edited(change, text).split("\n"))
    return [line.rstrip() for line in lines if line[0] in "+-"]


def at(table, key, **fields):
    """A change of the fields of an entry; None takes one away."""

    def change(tables):
        return {
            table: tuple(
                each._replace(fields={n: v for n, v in {**each.fields, **fields}.items() if v is not None})
                if key in (each.key, place)
                else each
                for place, each in enumerate(tables[table])
            )
        }

    return change


def order(table, *places):
    return lambda tables: {table: tuple(tables[table][place] for place in places)}


def without(table, place):
    return lambda tables: {table: (*tables[table][:place], *tables[table][place + 1 :])}


def new(table, key, place=None, **fields):
    def change(tables):
        entries = list(tables[table])
        entries.insert(len(entries) if place is None else place, Entry(key, fields))
        return {table: tuple(entries)}

    return change


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        pytest.param(
            at("channels", "chat", url="https://x.co"),
            [
                '- url   = "http://idealab.certicamara.com/CertiChat/chat.php" # http, as published',
                '+ url   = "https://x.co" # http, as published',
            ],
            id="a value keeps its comment",
        ),
        pytest.param(
            at("channels", "chat", email="a@b.co"),
            ['+ email = "a@b.co"'],
            id="a new field stands in its column",
        ),
        pytest.param(
            at("channels", "chat", takes_messages=True),
            ["+ takes_messages = true"],
            id="a long new field leaves the others as they are",
        ),
        pytest.param(
            at("requests", "p1", must_cover=None),
            ['- must_cover = "24/7" # the page publishes a mobile for it at every hour'],
            id="a field goes with its comment",
        ),
        pytest.param(
            lambda tables: with_key(tables, "channels", 1, "celular"),
            [
                "- [channels.mobile]",
                "+ [channels.celular]",
                '- route      = ["phone", "mobile"]',
                '+ route      = ["phone", "celular"]',
            ],
            id="a channel's key changes in the routes that name it",
        ),
        pytest.param(
            lambda tables: with_key(tables, "hours", 1, "quejas"),
            ["- [hours.pqrsa]", "+ [hours.quejas]", '- hours          = "pqrsa"', '+ hours          = "quejas"'],
            id="the key of hours changes in the channels that name it",
        ),
        pytest.param(
            without("requests", 0),
            [
                "- [requests.p1]",
                '- name       = "Prioridad 1 · Crítica"',
                '- key        = "1"',
                '- route      = ["phone", "mobile"]',
                '- aliases    = ["crítica", "crítico", "critical"]',
                '- must_cover = "24/7" # the page publishes a mobile for it at every hour',
                "-",
            ],
            id="a paragraph above an entry that goes stays",
        ),
        pytest.param(
            new("channels", "fax", name="Fax", telephone="+57 601 7442727"),
            ["+ [channels.fax]", '+ name      = "Fax"', '+ telephone = "+57 601 7442727"', "+"],
            id="a new channel stands among the others",
        ),
        pytest.param(
            new("holidays", "2026-12-24", value="Nochebuena"),
            ["+ [holidays]", '+ 2026-12-24 = "Nochebuena"', "+"],
            id="a table that the book lacks",
        ),
        pytest.param(
            new("shifts", "", name="Noche", weekly="22:00-06:00"),
            ["+ [[shifts]]", '+ name   = "Noche"', '+ weekly = "22:00-06:00"', "+"],
            id="an array of tables that the book lacks",
        ),
    ],
)  # fmt: skip
def test_only_what_is_meant_changes(change, lines):
    assert difference(change) == lines


@pytest.mark.parametrize(
    ("change", "paragraph", "below"),
    [
        (order("requests", 1, 0, 2, 3, 4), "# Priorities 2 to 4", "[requests.p2]"),
        (order("escalation", 0, 2, 1), "# The page publishes no hours", "[[escalation]]"),
    ],
)
def test_a_paragraph_above_entries_that_change_places_stays_above_them(change, paragraph, below):
    lines, before = edited(change).split("\n"), DESK_TEXT.split("\n")
    place = next(i for i, line in enumerate(lines) if line.startswith(paragraph))
    assert lines[place + 1 : place + 3] == ["", below]
    assert lines[:place] == before[:place]
    assert sorted(lines) == sorted(before)


def test_keys_swap_whatever_the_keys_of_other_entries():
    text = '[book]\ntitle = "Mesa"\n' + "".join(
        f'[people.{each}]\nname = "{each}"\n' for each in ("a", "-a", "b")
    )

    def swap(tables):
        one, other, two = tables["people"]
        return {"people": (one._replace(key="b"), other, two._replace(key="a"))}

    assert difference(swap, text) == ["- [people.a]", "+ [people.b]", "- [people.b]", "+ [people.a]"]


def test_keys_that_two_entries_swap():
    def swap(tables):
        tables = with_key(tables, "channels", 0, "x")
        tables = with_key(tables, "channels", 1, "phone")
        return with_key(tables, "channels", 0, "mobile")

    assert difference(swap) == [
        "- [channels.phone]",
        "+ [channels.mobile]",
        "- [channels.mobile]",
        "+ [channels.phone]",
        '- route      = ["phone", "mobile"]',
        '+ route      = ["mobile", "phone"]',
        *['- route   = ["phone", "email", "chat"]', '+ route   = ["mobile", "email", "chat"]'] * 3,
        '- channels = ["phone", "email"]',
        '+ channels = ["mobile", "email"]',
    ]  # fmt: skip


LISTS = """
[book]
title = "Mesa"
[requests.p]
route = [
  "a", # about a
  # above b
  "b", # about b
  "c",
]
"""


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (["b", "a", "c"], '[\n  # above b\n  "b", # about b\n  "a", # about a\n  "c",\n]'),
        (["b", "c"], '[\n  # above b\n  "b", # about b\n  "c",\n]'),
        (["c", "d", "b"], '[\n  "c",\n  "d",\n  # above b\n  "b", # about b\n]'),
        (["a", "b", "d"], '[\n  "a", # about a\n  # above b\n  "b", # about b\n  "d",\n]'),
    ],
)
def test_a_comment_stays_at_its_item_of_a_list(route, expected):
    assert edited(at("requests", "p", route=route), LISTS) == LISTS[: LISTS.index("[\n")] + f"{expected}\n"


ROUTES = """
[book]
title = "Mesa"

[requests.p]
name  = "P" # about p
route = ["a"]

# about the night
[[requests.p.routes]]
hours = "night" # rings long
route = ["b"]

# about the day
[[requests.p.routes]]
hours = "day"
route = ["c", "d"]

[requests.q]
name  = "Q"
route = ["a"]
"""
NIGHT = '# about the night\n[[requests.p.routes]]\nhours = "night" # rings long\nroute = ["b"]\n'
DAY = '# about the day\n[[requests.p.routes]]\nhours = "day"\nroute = ["c", "d"]\n'


def routes(*pairs):
    return [{"hours": hours, "route": route.split()} for hours, route in pairs]


@pytest.mark.parametrize(
    ("meant", "expected"),
    [
        (routes(("day", "c d"), ("night", "b")), [DAY, NIGHT]),
        (routes(("day", "c d")), [DAY]),
        (routes(("night", "b a"), ("day", "c d")), [NIGHT.replace('["b"]', '["b", "a"]'), DAY]),
        (
            routes(("night", "b"), ("feast", "d"), ("day", "c d")),
            [NIGHT, '[[requests.p.routes]]\nhours = "feast"\nroute = ["d"]\n', DAY],
        ),
        (None, []),
    ],
)
def test_routes_of_other_hours_move_change_come_and_go_with_their_comments(meant, expected):
    head, _, rest = ROUTES.partition(NIGHT)
    assert (
        edited(at("requests", "p", routes=meant), ROUTES).split()
        == (head + "".join(expected) + rest.partition(DAY)[2]).split()
    )


def test_a_requests_first_other_route_is_a_table_of_its_own():
    text = edited(at("requests", "q", routes=routes(("night", "b"))), ROUTES)
    assert text == ROUTES + '\n[[requests.q.routes]]\nhours = "night"\nroute = ["b"]\n'


def test_a_new_request_with_routes_of_other_hours_can_be_saved():
    text = edited(new("requests", "r", name="R", routes=routes(("night", "b")), route=["a"]), ROUTES)
    assert text == (
        ROUTES + '\n[requests.r]\nname  = "R"\nroute = ["a"]\n\n'
        '[[requests.r.routes]]\nhours = "night"\nroute = ["b"]\n'
    )


def test_a_new_roster_with_turns_can_be_saved():
    turns = [{"from": "2027-01-04T08:00:00", "every": "1 week", "members": ["ana"]}]
    assert edited(new("rosters", "r", name="R", turns=turns), "[book]\ntitle = 'Mesa'\n") == (
        "[book]\ntitle = 'Mesa'\n\n[rosters.r]\nname = \"R\"\n\n"
        '[[rosters.r.turns]]\nfrom    = "2027-01-04T08:00:00"\nevery   = "1 week"\nmembers = ["ana"]\n'
    )


def test_the_last_escalation_level_goes_without_a_trace():
    book, level = '[book]\ntitle = "Mesa"\n\n# about p\n[requests.p]\n# its name\nname = "P"\n', "\n# free\n"
    text = f'{book}{level}\n[[escalation]]\nname = "L"\n[[shifts]]\nname = "S"\n'
    assert edited(without("escalation", 0), text) == f'{book}{level}\n[[shifts]]\nname = "S"\n'


def test_the_books_own_fields_change_in_their_lines():
    assert difference(at("book", "", title="Otra", closing_soon=15), ROUTES) == [
        '- title = "Mesa"',
        '+ title = "Otra"',
        "+ closing_soon = 15",
    ]


@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_a_byte_order_mark_and_the_ends_of_lines_are_kept(bom):
    text = bom + DESK_TEXT.replace("\n", "\r\n")
    for change in (
        new("channels", "fax", name="Fax", telephone="+57 601 7442727"),
        at("channels", "chat", email="a@b.co"),
        without("requests", 0),
        order("escalation", 2, 1, 0),
    ):
        found = edited(change, text)
        assert found.startswith(bom + "# The book")
        assert found.count("\n") == found.count("\r\n")
