"""The findings of `check`, each by a book that has it once and by one that has it not."""

import re

import pytest

from helpdesk_tui.book.findings import BY_NAME, KINDS
from helpdesk_tui.book.kinds import Severity
from tests.cli.program import book, misuse, uncoded
from tests.support import DESK_TEXT

GOOD = """\
[book]
title = "Desk"
timezone = "America/Bogota"
country = "CO"
verified = 2026-11-23

[hours.day]
weekly = "Mo-Su 08:00-18:00"

[hours.always]
weekly = "24/7"
on_holidays = "open"

[channels.phone]
name = "Phone"
hours = "always"
telephone = "+57 601 7442727"
menu = ["2"]

[channels.mail]
name = "Mail"
hours = "day"
email = "desk@example.com"

[requests.p1]
name = "Critical"
key = "1"
route = ["phone", "mail"]
aliases = ["urgent"]
must_cover = "24/7"

[requests.p2]
name = "Other"
route = ["mail", "phone"]

[[escalation]]
name = "Boss"
hours = "day"
telephone = "+57 318 7174937"

[[shifts]]
name = "Day"
weekly = "06:00-18:00"
"""
"""A book without findings."""

PHONE = 'telephone = "+57 601 7442727"\nmenu = ["2"]\n'
DAY = '"Mo-Su 08:00-18:00"'
MORE = "[channels.more]\nname = 'More'\nhours = 'day'\n"
ROUTE = 'route = ["mail", "phone"]'
MORE_ROUTE = 'route = ["mail", "phone", "more"]'
AT = ("--at", "2026-11-23T10:00", "--lang", "en")


def changed(*changes):
    text = GOOD
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def found(cli, text, *options):
    """What `check` finds: name, key and the text of the line that it names."""
    ran = cli("check", "--json", "--book", book(text, "own.toml"), *AT, *options)
    lines = text.splitlines()
    everything = ran.data["problems"] + ran.data["remarks"]
    return [(each["name"], each["key"], each["line"] and lines[each["line"] - 1]) for each in everything]


def test_a_good_book_has_no_findings(cli):
    assert found(cli, GOOD) == []
    assert found(cli, changed(("[[escalation]]", NIGHT_ROUTE.format("always") + "[[escalation]]"))) == []


LEVEL = '[[escalation]]\nname = "Boss"\nhours = "day"\n'
SHIFT = 'weekly = "06:00-18:00"\n'

NIGHT_ROUTE = '[[requests.p2.routes]]\nhours = "{}"\nroute = ["phone"]\n\n'

ROWS = [
    ("unreadable-book", None, "", None),
    ("not-toml", [("[hours.day]", "[hours.day")], "", "[hours.day"),
    ("invalid-value", [('country = "CO"', "country = 7")], "book.country", "country = 7"),
    ("unknown-name", [('hours = "day"', 'hours = "dya"')], "channels.mail.hours", 'hours = "dya"'),
    ("menu-without-telephone", [(PHONE, 'extensions = ["7"]\nmenu = ["2"]\n')], "channels.phone.menu", 'menu = ["2"]'),
    ("invalid-number", [("7442727", "744272")], "channels.phone.telephone", 'telephone = "+57 601 744272"'),
    ("unreachable-request", [(ROUTE, 'route = ["mail"]')], "requests.p2.route", 'route = ["mail"]'),
    ("uncovered-request", [('weekly = "24/7"', 'weekly = "24/7; 2026 Nov 24 19:00-20:00 off"'), ('email = "desk', 'takes_messages = true\nemail = "desk')], "requests.p1.must_cover", 'must_cover = "24/7"'),
    ("unused-channel", [("[requests.p1]", MORE + "email = 'b@example.com'\n[requests.p1]")], "channels.more", "[channels.more]"),
    ("unused-hours", [("[hours.day]", "[hours.spare]\nweekly = '24/7'\n[hours.day]")], "hours.spare", "[hours.spare]"),
    ("useless-alias", [('["urgent"]', '["CRÍTICAL"]')], "requests.p1.aliases", 'aliases = ["CRÍTICAL"]'),
    ("useless-alias", [('["urgent"]', '["urgent", "Urgent "]')], "requests.p1.aliases", 'aliases = ["urgent", "Urgent "]'),
    ("level-without-hours", [(LEVEL, '[[escalation]]\nname = "Boss"\n')], "escalation.1", "[[escalation]]"),
    ("unused-duty", [("[[escalation]]", "[people.eva]\nname = 'Eva'\n[[escalation]]")], "people.eva", "[people.eva]"),
    ("route-off-on-holidays", [("[[escalation]]", NIGHT_ROUTE.format("day") + "[[escalation]]")], "requests.p2.routes.1.hours", 'hours = "day"'),
    ("extension-without-telephone", [('email = "desk', 'extensions = ["7"]\nemail = "desk')], "channels.mail.extensions", 'extensions = ["7"]'),
    ("doubtful-number", [('email = "desk', 'url = "tel:+57601"\nemail = "desk')], "channels.mail.url", 'url = "tel:+57601"'),
    ("http-link", [('email = "desk', 'url = "http://x.example"\nemail = "desk')], "channels.mail.url", 'url = "http://x.example"'),
    ("http-link", [('email = "desk', 'url = "HTTP://x.example"\nemail = "desk')], "channels.mail.url", 'url = "HTTP://x.example"'),
    ("repeated-contact", [("[requests.p1]", MORE + "email = 'DESK@example.com'\nurl = 'https://x.example'\n[requests.p1]"), (ROUTE, MORE_ROUTE)],
     "channels.more.email", "email = 'DESK@example.com'"),
    ("unverified-facts", [("verified = 2026-11-23\n", "")], "book.verified", "[book]"),
    ("stale-facts", [("verified = 2026-11-23", "verified = 2026-11-20\nverify_every = 2")], "book.verified", "verified = 2026-11-20"),
    ("stale-facts", [("[channels.mail]", "[channels.mail]\nverified = 2026-01-01")], "channels.mail.verified", "verified = 2026-01-01"),
    ("stale-facts", [("[[escalation]]", "[[escalation]]\nverified = 2026-01-01")], "escalation.1.verified", "verified = 2026-01-01"),
    ("past-holiday", [("[hours.day]", "[holidays]\n2026-11-22 = 'Past'\n[hours.day]")], "holidays.2026-11-22", "2026-11-22 = 'Past'"),
    ("holidays-end", [('"CO"', '"LK"')], "book.country", 'country = "LK"'),
    ("past-rule", [(DAY, '"Mo-Su 08:00-18:00; 2026 Nov 22 off"')], "hours.day.weekly", 'weekly = "Mo-Su 08:00-18:00; 2026 Nov 22 off"'),
    ("rule-without-effect", [(DAY, '"Mo 09:00-10:00; Mo-Su 08:00-18:00"')], "hours.day.weekly", 'weekly = "Mo 09:00-10:00; Mo-Su 08:00-18:00"'),
    ("never-open", [(DAY, '"Mo-Su 08:00-18:00; Mo-Su off"')], "hours.day.weekly", 'weekly = "Mo-Su 08:00-18:00; Mo-Su off"'),
    ("last-minute", [(DAY, '"08:00-23:59"')], "hours.day.weekly", 'weekly = "08:00-23:59"'),
    ("cut-night", [(DAY, '"Fr 22:00-06:00; Sa 14:00-24:00"')], "hours.day.weekly", 'weekly = "Fr 22:00-06:00; Sa 14:00-24:00"'),
    ("open-night", [(DAY, '"Fr 22:00-06:00; 2026 Dec 25 10:00-12:00"')], "hours.day.weekly", 'weekly = "Fr 22:00-06:00; 2026 Dec 25 10:00-12:00"'),
    ("uneven-weeks", [(DAY, '"week 1-53/2 Mo 08:00-12:00"')], "hours.day.weekly", 'weekly = "week 1-53/2 Mo 08:00-12:00"'),
    ("overlapping-shifts", [(SHIFT, SHIFT + '[[shifts]]\nname = "Late"\nweekly = "17:00-20:00"\n')], "shifts.2.weekly", 'weekly = "17:00-20:00"'),
]  # fmt: skip
ALONE = {"never-open": "rule-without-effect"}
"""A finding that does not come without this other one."""


@pytest.mark.parametrize(
    ("name", "changes", "key", "line"), ROWS, ids=[f"{number} {row[0]}" for number, row in enumerate(ROWS)]
)
def test_a_finding_names_its_key_and_its_line(cli, name, changes, key, line):
    if changes is None:
        (one,) = cli("check", "--json", "--book", "none.toml", *AT).data["problems"]
        assert (one["name"], one["key"], one["line"]) == (name, key, line)
        return
    rows = [row for row in found(cli, changed(*changes)) if row[0] != ALONE.get(name)]
    assert rows == [(name, key, line)]


SAME = MORE + PHONE


@pytest.mark.parametrize("always", ["24/7", "00:00-24:00", "Mo-Su 00:00-24:00"])
@pytest.mark.parametrize(
    ("more", "shadowed"),
    [
        pytest.param(SAME, ["more"], id="the earlier one never closes"),
        pytest.param(SAME.replace("'day'", "'always'"), ["more"], id="the same hours"),
        pytest.param(SAME + "email = 'more@example.com'\n", [], id="an address too"),
        pytest.param(SAME + "takes_messages = ['telephone']\n", [], id="it takes messages"),
        pytest.param(SAME.replace('["2"]', '["3"]'), [], id="another menu"),
    ],
)
def test_a_channel_that_an_earlier_one_stands_for_is_found(cli, more, shadowed, always):
    text = changed(("[requests.p1]", more + "[requests.p1]"), (ROUTE, MORE_ROUTE), ("24/7", always))
    rows = [row for row in found(cli, text) if row[0] == "shadowed-channel"]
    assert rows == [("shadowed-channel", "requests.p2.route", MORE_ROUTE) for _ in shadowed]


def test_a_channel_with_longer_hours_than_the_same_contact_before_it_is_not_shadowed(cli):
    more = SAME.replace("'day'", "'always'")
    text = changed(
        ("[requests.p1]", more + "[requests.p1]"), (ROUTE, MORE_ROUTE), ('hours = "always"', 'hours = "day"')
    )
    assert "shadowed-channel" not in [name for name, _, _ in found(cli, text)]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([(ROUTE, 'route = ["mail"]'), ('email = "desk', 'takes_messages = true\nemail = "desk')], id="it takes messages"),
        pytest.param([(ROUTE, 'route = ["mail"]\nmust_cover = "Mo-Fr 09:00-12:00"')], id="must_cover names the hours"),
        pytest.param([(ROUTE, 'route = ["mail"]'), ('name = "Mail"\nhours = "day"', 'name = "Mail"')], id="unconfirmed"),
        pytest.param([('email = "desk', 'url = "https://x.example"\nemail = "desk')], id="https"),
        pytest.param([('email = "desk', 'url = "tel:+576017442727"\nemail = "desk')], id="a right number in a link"),
        pytest.param([("verified = 2026-11-23", "verified = 2026-05-27")], id="180 days ago"),
        pytest.param([("verified = 2026-11-23\n", ""), ("[channels.phone]", "[channels.phone]\nverified = 2026-11-23"),
                      ("[channels.mail]", "[channels.mail]\nverified = 2026-11-23"), ("[[escalation]]", "[[escalation]]\nverified = 2026-11-23")],
                     id="all contacts have a day of their own"),
        pytest.param([("[requests.p1]", MORE + PHONE.replace('"2"', '"3"') + "[requests.p1]"), (ROUTE, MORE_ROUTE)], id="another menu"),
    ],
)  # fmt: skip
def test_what_is_right_is_not_found(cli, changes):
    assert found(cli, changed(*changes)) == []


def test_what_the_reader_of_hours_warns_of_is_found(cli, monkeypatch):
    class Warns:
        def __init__(self, *_args, **_options):
            self.warnings = ["write it so"]

    monkeypatch.setattr("helpdesk_tui.board.advice.OpeningHours", Warns)
    names = found(cli, GOOD)
    assert names[0] == ("parser-warning", "hours.day.weekly", 'weekly = "Mo-Su 08:00-18:00"')
    assert {name for name, _, _ in names} == {"parser-warning"}


def test_every_finding_has_a_row():
    elsewhere = {"shadowed-channel", "parser-warning", "unread-calendar", "stranger-on-duty"}
    assert {row[0] for row in ROWS} | elsewhere == set(BY_NAME)


def test_names_and_codes_are_unique_and_well_formed():
    assert len({kind.name for kind in KINDS}) == len({kind.code for kind in KINDS}) == len(KINDS)
    assert all(
        re.fullmatch(r"HD\d{3}", kind.code) and re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.name) for kind in KINDS
    )


HTTP = ('email = "desk', 'url = "http://x.example"\nemail = "desk')


def test_a_finding_is_left_out_by_its_name(cli):
    assert [name for name, _, _ in found(cli, changed(HTTP))] == ["http-link"]
    assert found(cli, changed(HTTP) + "[check]\nignore = ['http-link']\n") == []
    assert cli("check", "--strict", "--book", "own.toml", *AT).code == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("http-lnk", "http-lnk is not known; did you mean http-link?", id="misspelt"),
        pytest.param("HD203", "HD203 is a code; write its name, http-link", id="a code"),
        pytest.param("invalid-value", "invalid-value is an error, which cannot be left out", id="an error of form"),
        pytest.param("uncovered-request", "uncovered-request is an error, which cannot be left out", id="a broken rule"),
    ],
)  # fmt: skip
def test_only_known_warnings_and_notes_can_be_left_out(cli, name, told):
    ran = cli("check", "--book", book(GOOD + f"[check]\nignore = ['{name}']\n"), *AT)
    assert (ran.code, ran.out) == (2, "")
    assert uncoded(ran.err).splitlines() == [
        f"contacts.toml:{len(GOOD.splitlines()) + 2}: check.ignore: {told}"
    ]


def test_errors_carry_their_code_and_name_as_other_findings_do(cli):
    ran = cli("check", "--book", book(GOOD.replace('hours = "day"', 'hours = "dya"', 1)), "--lang", "en")
    assert ran.code == 2
    assert re.fullmatch(
        r"contacts\.toml:\d+: .*did you mean day\? \[HD\d{3} unknown-name\]", ran.err.splitlines()[0]
    )


NOTE = (LEVEL, '[[escalation]]\nname = "Boss"\n')


@pytest.mark.parametrize(
    ("changes", "plain", "strict"),
    [
        pytest.param([], 0, 0, id="nothing"),
        pytest.param([NOTE], 0, 0, id="a note"),
        pytest.param([HTTP], 0, 1, id="a warning"),
        pytest.param([('weekly = "24/7"', 'weekly = "24/7; 2026 Nov 24 off"')], 1, 1, id="a broken rule"),
        pytest.param([('country = "CO"', "country = 7")], 2, 2, id="an error"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_the_exit_code_tells_the_worst_finding(cli, changes, plain, strict, form):
    words = ("check", "--format", form, "--book", book(changed(*changes)), *AT)
    assert (cli(*words).code, cli(*words, "--strict").code) == (plain, strict)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
@pytest.mark.parametrize("language", ["es", "en"])
def test_explain_says_what_it_means_by_name_and_by_code(cli, kind, language):
    ran = cli("check", "--explain", kind.name, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines[0].startswith(f"{kind.name} ({kind.code}, ")
    assert len(ran.lines) == (4 if kind.severity is Severity.ERROR else 5)
    assert (kind.means in ran.out) is (language == "en")
    assert cli("check", "--explain", kind.code.lower(), "--lang", language).out == ran.out


def test_explain_gives_the_nearest_name(cli):
    assert (
        misuse(cli("check", "--explain", "stale-fact"))
        == "there is no finding stale-fact; did you mean stale-facts?"
    )
    assert misuse(cli("check", "--explain", "??")) == "there is no finding ??"


def test_two_formats_at_once_are_refused(cli):
    assert (
        misuse(cli("check", "--json", "--format", "sarif"))
        == "--json and --format sarif cannot be used together"
    )


def test_the_book_of_the_tests_has_a_link_and_two_levels_to_look_at(cli):
    assert [name for name, _, _ in found(cli, DESK_TEXT)] == [
        "http-link",
        "level-without-hours",
        "level-without-hours",
    ]
