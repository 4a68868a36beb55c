"""A draft of a book: its changes, the way back, and what is wrong with it."""

import tomllib

import pytest

from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.problems import BookError, Problem
from helpdesk_tui.session.draft import KEY, draft_of
from helpdesk_tui.session.form import fields_of, text_of, typed, value_of
from tests.support import DESK_TEXT, problems_of

CHAT = ("channels", 3)
PHONE = ("channels", 0)


def draft(text=DESK_TEXT):
    return draft_of(BookFile("contacts.toml", text.encode()))


def keys(draft, table="channels"):
    return [entry.key for entry in draft.tables[table]]


def test_a_bad_book_has_no_draft():
    with pytest.raises(BookError):
        draft(DESK_TEXT.replace("[book]", "[bok]"))


def test_what_is_typed_in_a_field_is_one_step_and_each_field_its_own():
    first = draft()
    second = first
    for text in ("S", "So", "Soporte"):
        second = typed(second, *PHONE, "name", text)
    third = typed(second, *PHONE, "note", "Nota")
    assert third.changed
    assert third.undo().tables == second.tables
    assert third.undo().undo().tables == first.tables
    assert not third.undo().undo().changed
    assert third.undo().undo().undo().tables == first.tables
    assert third.undo().undo().redo().redo().redo().tables == third.tables


def test_a_settled_field_begins_a_new_step():
    first = typed(draft(), *PHONE, "name", "Uno").settled()
    second = typed(first, *PHONE, "name", "Dos")
    assert second.undo().entry(*PHONE).fields["name"] == "Uno"


def test_a_change_after_undo_leaves_nothing_to_redo():
    first = typed(draft(), *PHONE, "name", "Uno").undo()
    second = typed(first, *PHONE, "note", "Dos")
    assert second.redo() is second


def test_what_is_typed_back_is_no_change():
    changed = typed(draft(), *PHONE, "name", "Uno")
    assert not typed(changed, *PHONE, "name", "Telefónico").changed


@pytest.mark.parametrize(
    ("where", "name", "text"),
    [
        (PHONE, "telephone", "601 7442727"),
        (PHONE, "telephone", "+57 601 744272"),
        (PHONE, "menu", "2, x"),
        (PHONE, "hours", "ofice"),
        (PHONE, "email", "a.b.co"),
        (PHONE, "url", "www.x.co"),
        (PHONE, "name", ""),
        (PHONE, "takes_messages", "sí"),
        (PHONE, KEY, "el teléfono"),
        (("hours", 0), "weekly", "Lu-Vi 8-17"),
        (("hours", 0), "on_holidays", "perhaps"),
        (("requests", 0), "route", "phone, mobil"),
        (("requests", 0), "key", "2"),
        (("requests", 0), "aliases", "alta"),
        (("escalation", 1), "telephone", "1"),
        (("escalation", 0), "channels", ""),
    ],
)
def test_problems_are_the_very_ones_of_check(where, name, text):
    changed = typed(draft(), *where, name, text)
    found = changed.problems()
    assert found
    assert sorted(found) == sorted(each._replace(line=None) for each in problems_of(changed.content()))


def test_a_book_without_its_last_channel_cannot_be_saved():
    changed = draft()
    while changed.tables["channels"]:
        changed = changed.without("channels", 0)
    assert [each for each in changed.problems() if each.key == "channels"] == [
        each._replace(line=None) for each in problems_of(changed.content()) if each.key == "channels"
    ]
    assert "is missing" in [each.message for each in changed.problems()]


def test_a_table_cannot_have_more_entries_than_a_book_may_hold():
    changed = draft()
    for number in range(101):
        changed = changed.with_new("shifts", {"name": f"S{number}", "weekly": "24/7"})
    assert (
        changed.problems()
        == [each._replace(line=None) for each in problems_of(changed.content())]
        == [Problem("shifts", "has more than {limit} entries", (("limit", "100"),))]
    )


def test_a_key_that_is_taken_is_a_problem_and_no_route_is_changed():
    changed = typed(draft(), *PHONE, KEY, "email")
    assert [(each.key, each.message) for each in changed.problems()] == [
        ("channels.email", "the key or table stands there twice"),
        ("escalation.1.channels", "{name} is not known; known are: {known}"),
        *[(f"requests.{key}.route", "{name} is not known; known are: {known}") for key in ("p1", "p2", "p3", "p4")],
    ]  # fmt: skip


def test_a_key_changes_in_what_names_it_while_it_is_typed():
    changed = draft()
    for text in ("mobil", "mobi", "mob", "cel"):
        changed = typed(changed, "channels", 1, KEY, text)
    assert changed.entry("requests", 0).fields["route"] == ["phone", "cel"]
    assert not changed.problems()
    assert not changed.undo().changed


@pytest.mark.parametrize("settle", [False, True])
def test_a_key_that_is_that_of_another_entry_on_the_way_leaves_the_routes_of_that_one(settle):
    changed = draft()
    for text in ("e", "email", "email2"):
        changed = typed(changed, *PHONE, KEY, text)
        changed = changed.settled() if settle else changed
    for request in ("requests", 1), ("requests", 2):
        assert changed.entry(*request).fields["route"] == (
            ["e", "email", "chat"] if settle else ["email2", "email", "chat"]
        )


def test_a_new_entry_has_a_key_after_its_name_until_another_one_is_typed():
    changed = draft().with_new("channels", {"name": ""})
    new = ("channels", 5)
    assert keys(changed)[5] == "new"
    for name, key in [("Chat", "chat-2"), ("Chat en línea", "chat-en-linea"), ("¿?", "new")]:
        changed = typed(changed, *new, "name", name)
        assert keys(changed)[5] == key
    changed = typed(typed(changed, *new, KEY, "mine"), *new, "name", "Otro")
    assert keys(changed)[5] == "mine"


def test_a_route_goes_on_to_name_a_new_channel_whose_name_changes():
    changed = typed(draft().with_new("channels", {"name": "Chat"}), "requests", 0, "route", "chat-2, phone")
    for name in ("Chat", "Chat ", "Chat i", "Chat interno"):
        changed = typed(changed, "channels", 5, "name", name)
    assert keys(changed)[5] == "chat-interno"
    assert changed.entry("requests", 0).fields["route"] == ["chat-interno", "phone"]
    assert changed.undo().entry("requests", 0).fields["route"] == ["chat-2", "phone"]


def test_a_route_that_names_what_is_not_there_is_not_taken_by_a_name_that_is_being_typed():
    changed = draft().without("channels", 3).with_new("channels", {"name": ""})
    for name in ("C", "Chat", "Chat interno"):
        changed = typed(changed, "channels", 4, "name", name)
    assert keys(changed)[4] == "chat-interno"
    assert changed.entry("requests", 1).fields["route"] == ["phone", "email", "chat"]


def test_entries_move_and_go():
    changed = draft().moved("channels", 0, 2)
    assert keys(changed) == ["mobile", "email", "phone", "chat", "pqrsa"]
    changed = changed.without("channels", 2)
    assert "phone" in str(changed.problems())
    assert not changed.undo().undo().changed
    assert tomllib.loads(changed.undo().content().decode())["channels"].keys() == {
        "phone",
        "mobile",
        "email",
        "chat",
        "pqrsa",
    }


@pytest.mark.parametrize(
    "table", ["hours", "channels", "requests", "escalation", "shifts", "holidays", "book"]
)
def test_every_value_of_a_book_is_typed_as_it_is_shown(table):
    text = DESK_TEXT + '[holidays]\n2026-12-24 = "Nochebuena"\n12-31 = false\n'
    for entry in draft(text).tables[table]:
        for name in fields_of(table):
            if name != KEY and name in entry.fields:
                shown = text_of(name, entry.fields[name], "sí", "no")
                assert value_of(name, shown) == entry.fields[name]


@pytest.mark.parametrize("value", [["a, b"], ["a", 'say "hi"'], ['"', ","], ['a"b', "c"]])
def test_a_text_of_a_list_with_a_comma_or_a_quote_is_typed_in_quotes(value):
    assert value_of("aliases", text_of("aliases", value, "yes", "no")) == value


def test_other_routes_are_typed_as_a_timetable_with_its_channels_each():
    value = [{"hours": "night", "route": ["b", "a"]}, {"hours": "day", "route": ["c"]}]
    assert text_of("routes", value, "yes", "no") == "night: b, a; day: c"
    assert value_of("routes", "night:b,a;day:c;") == value
    assert value_of("routes", "night") == [{"hours": "night", "route": []}]


@pytest.mark.parametrize("value", [["a", " b"], {"a": "b"}, 3])
def test_a_value_that_cannot_be_typed_is_not_shown_as_if_it_could(value):
    assert text_of("aliases", value, "yes", "no") is None
