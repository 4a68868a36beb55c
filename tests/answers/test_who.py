"""Whom to contact, from hand-made books at 10:00 on a Monday."""

import pytest

from helpdesk_tui.answers.who import Why
from tests.support import ask, instant

NOW = "2026-11-23T10:00"
NUMBER = "telephone = '+57 601 7442727'"

HEAD = """
[book]
title = "Desk"
timezone = "America/Bogota"
[hours]
open = {weekly = "24/7"}
early = {weekly = "24/7; 2026 Dec 01 off"}
closed = {weekly = "off"}
monday = {weekly = "Mo 12:00-13:00"}
tuesday = {weekly = "Tu 08:00-09:00"}
maybe = {weekly = 'unknown "ask"'}
maybe_then_open = {weekly = "Mo 09:00-11:00 unknown, Mo 11:00-12:00"}
"""


def book(*channels, extra=""):
    """A book with these channels, each `id hours [details]`, in this order on the route of one request."""
    tables, route = [], []
    for channel in channels:
        key, hours, *details = channel.split(maxsplit=2)
        own = details[0] if details else f"email = '{key}@example.com'"
        attends = "" if hours == "-" else f"hours = '{hours}'"
        tables.append(f"[channels.{key}]\nname = '{key}'\n{attends}\n{own}\n")
        route.append(key)
    return f"{HEAD}{''.join(tables)}[requests.help]\nname = 'Help'\nroute = {route}\n{extra}"


@pytest.mark.parametrize(
    ("channels", "chosen", "why", "passed_over", "fallbacks"),
    [
        pytest.param(["a open", "b open"], "a", Why.FIRST, "", "b", id="the first open one"),
        pytest.param(["a closed", "b open"], "b", Why.FIRST_OPEN, "a", "", id="the second where the first is closed"),
        pytest.param(["a maybe", "b open"], "b", Why.FIRST_OPEN, "a", "a", id="open before an earlier unknown one"),
        pytest.param(["a -", "b open"], "b", Why.FIRST_OPEN, "a", "a", id="open before hours not published"),
        pytest.param(["a closed", "b maybe", "c -"], "b", Why.UNCONFIRMED, "a", "c", id="the first unknown one"),
        pytest.param(["a -"], "a", Why.UNCONFIRMED, "", "", id="hours not published"),
        pytest.param(["a closed", "b monday"], None, Why.NONE, "a b", "", id="none"),
        pytest.param(
            ["a maybe", "b open", "c -", "d open", "e closed", "f maybe"], "b", Why.FIRST_OPEN, "a", "d a c f",
            id="fallbacks: open ones, then unknown ones, each in route order",
        ),
    ],
)  # fmt: skip
def test_the_contact_is_the_first_open_then_the_first_unknown_of_the_route(
    channels, chosen, why, passed_over, fallbacks
):
    answer = ask(book(*channels), NOW, "help")
    assert (answer.contact and answer.contact.channel.id) == chosen
    assert answer.why is why
    assert [each.channel.id for each in answer.passed_over] == passed_over.split()
    assert [each.channel.id for each in answer.fallbacks] == fallbacks.split()


@pytest.mark.parametrize(
    ("channels", "fallbacks"),
    [
        pytest.param([f"a open {NUMBER}", f"b open {NUMBER}", "c open"], "c", id="the contact's own number"),
        pytest.param(["a open", f"b open {NUMBER}", f"c open {NUMBER}"], "b", id="a fallback's number"),
        pytest.param(
            [f"a open {NUMBER}", "b open telephone = '+576017442727'"], "", id="a number written in another way"
        ),
        pytest.param(
            [f"a open {NUMBER}\nmenu = ['2']", f"b open {NUMBER}\nmenu = ['3']"], "b", id="another menu"
        ),
        pytest.param(
            [f"a open {NUMBER}\nmenu = ['2']", f"b open {NUMBER}\nmenu = ['2']"], "", id="the same menu"
        ),
        pytest.param(
            [f"a open {NUMBER}\nextensions = ['01']", f"b open {NUMBER}\nextensions = ['1']"], "b",
            id="another extension: a leading zero counts",
        ),
        pytest.param(
            ["a open", f"b open {NUMBER}\nemail = 'a@example.com'"], "b", id="the same address and a number more"
        ),
        pytest.param(["a open", "b maybe email = 'a@example.com'"], "", id="the same address, unknown"),
        pytest.param(["a maybe", "b open email = 'a@example.com'"], "", id="the same address, unknown and earlier"),
        pytest.param(
            ["a open url = 'https://example.com/a'", "b open url = 'https://example.com/b'"], "b", id="another link"
        ),
    ],
)  # fmt: skip
def test_a_fallback_that_reaches_the_same_place_is_left_out(channels, fallbacks):
    answer = ask(book(*channels), NOW, "help")
    assert [each.channel.id for each in answer.fallbacks] == fallbacks.split()


TAKES = "email = 'm@example.com'\ntakes_messages = true"


@pytest.mark.parametrize(
    ("channels", "messages"),
    [
        pytest.param([f"a open {TAKES}", f"b closed {TAKES}"], "", id="not while the contact is open"),
        pytest.param([f"a closed {TAKES}", "b open"], "", id="not while another one is open"),
        pytest.param([f"a closed {TAKES}", "b closed"], "a", id="all closed"),
        pytest.param(["a closed", f"b closed {TAKES}", f"c monday {TAKES}"], "b c", id="in route order"),
        pytest.param(["a maybe", f"b closed {TAKES}"], "b", id="unconfirmed contact"),
        pytest.param([f"a maybe {TAKES}", "b closed"], "a", id="unconfirmed contact's own"),
        pytest.param(["a closed"], "", id="nobody takes messages"),
    ],
)
def test_messages_are_offered_where_nobody_is_known_to_be_open(channels, messages):
    answer = ask(book(*channels), NOW, "help")
    assert [each.channel.id for each in answer.messages] == messages.split()


LINK = "url = 'https://example.com/form'"


@pytest.mark.parametrize(
    ("details", "ways"),
    [
        pytest.param("email = 'm@example.com'\ntakes_messages = true", ["m@example.com"], id="an address"),
        pytest.param(
            f"{NUMBER}\nmenu = ['3']\nextensions = ['01']\nemail = 'm@example.com'\ntakes_messages = true",
            ["m@example.com"], id="an address, and not the number beside it",
        ),
        pytest.param(
            f"email = 'm@example.com'\n{LINK}\ntakes_messages = true",
            ["m@example.com", "https://example.com/form"], id="an address and a link",
        ),
        pytest.param(
            "email = 'm@example.com'\nurl = 'sip:1104@example.com'\ntakes_messages = true", ["m@example.com"],
            id="no call by SIP",
        ),
        pytest.param(
            "url = 'msteams:/l/chat/0/0?users=a@example.com'\ntakes_messages = true",
            ["msteams:/l/chat/0/0?users=a@example.com"], id="a chat of Teams",
        ),
        pytest.param(
            "email = 'm@example.com'\nurl = 'tel:112'\ntakes_messages = true", ["m@example.com"],
            id="not a link that calls",
        ),
        pytest.param(
            f"{NUMBER}\nmenu = ['3']\nemail = 'm@example.com'\ntakes_messages = ['telephone']",
            ["+576017442727", "3"], id="the number, where the book says so",
        ),
        pytest.param(
            f"{NUMBER}\nemail = 'm@example.com'\n{LINK}\ntakes_messages = ['email', 'telephone']",
            ["+576017442727", "m@example.com"], id="those that the book names",
        ),
        pytest.param("email = 'm@example.com'\ntakes_messages = []", None, id="none named"),
        pytest.param("email = 'm@example.com'\ntakes_messages = false", None, id="false"),
        pytest.param("email = 'm@example.com'", None, id="the book says nothing"),
    ],
)  # fmt: skip
def test_messages_are_offered_in_writing_unless_the_book_names_the_ways(details, ways):
    answer = ask(book(f"a closed {details}"), NOW, "help")
    offered = [
        [
            each
            for each in (channel.telephone, *channel.menu, *channel.extensions, channel.email, channel.url)
            if each
        ]
        for channel in (each.channel for each in answer.messages)
    ]
    assert offered == ([] if ways is None else [ways])
    assert [(each.channel.telephone is None) for each in answer.messages] == [
        each.channel.dials == () for each in answer.messages
    ]


@pytest.mark.parametrize(
    ("channels", "opens"),
    [
        pytest.param(["a open", "b monday"], None, id="not while the contact is open"),
        pytest.param(["a closed"], None, id="never"),
        pytest.param(["a tuesday", "b monday"], ("b", "2026-11-23T12:00"), id="the earliest, not the first"),
        pytest.param(["a monday", "b monday"], ("a", "2026-11-23T12:00"), id="a tie: the first of the route"),
        pytest.param(
            ["b monday", "a monday"], ("b", "2026-11-23T12:00"), id="a tie: of the route, not the name"
        ),
        pytest.param(["a maybe", "b tuesday"], ("b", "2026-11-24T08:00"), id="unconfirmed contact"),
        pytest.param(["a maybe_then_open", "b tuesday"], ("a", "2026-11-23T11:00"), id="the contact itself"),
        pytest.param(["a -"], None, id="hours not published"),
    ],
)
def test_opens_is_the_earliest_opening_of_the_route(channels, opens):
    answer = ask(book(*channels), NOW, "help")
    assert (answer.opens and (answer.opens.channel.id, answer.opens.at)) == (
        opens and (opens[0], instant(opens[1]))
    )
