"""The command `check`."""

import pytest

from tests.cli.program import book, rows
from tests.support import DEFAULT_TEXT, one_channel

HTTP = {
    "key": "channels.chat.url",
    "problem": "is http, not https: what is sent there can be read on the way",
}
CHECKED = "verified = 2026-11-23"


def remarks(cli, text, *, at="2026-11-23"):
    """What `check` remarks on a good book on this day, key and text."""
    ran = cli("check", "--book", book(text, "own.toml"), "--at", at, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    summary, *found = ran.lines
    assert summary.startswith("own.toml is right: ")
    return found


def night(weekly, **options):
    return one_channel(weekly, header=CHECKED, **options)


def test_the_default_book_is_right_but_for_its_http_link(cli, here):
    ran = cli("check", "--at", "2026-11-23", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines == rows("""
contacts.toml is right: 5 channels, 5 requests, 3 levels
channels.chat.url: is http, not https: what is sent there can be read on the way
""")
    assert cli("check", "--at", "2026-11-23").lines == rows("""
contacts.toml está bien: 5 canales, 5 solicitudes, 3 niveles
channels.chat.url: es http, no https: lo que se envíe allí se puede leer en el camino
""")


def test_json(cli, here):
    ran = cli("check", "--json", "--at", "2026-11-23", "--lang", "en")
    assert ran.data == {"book": "contacts.toml", "problems": [], "remarks": [HTTP]}


def test_json_of_a_bad_book(cli):
    book("[book]\ntitle = 'x'\ntimezone = 'UTC'\nlanguage = 'fr'\n[channels.a]\nname = 'A'\n", "bad.toml")
    ran = cli("check", "--json", "--book", "bad.toml", "--lang", "en")
    problems = {
        "book.language": "must be one of: 'es', 'en'",
        "channels.a": "has none of telephone, email and url",
    }
    assert ran.code == 2
    assert ran.data == {
        "book": "bad.toml",
        "problems": [{"key": key, "problem": problem} for key, problem in problems.items()],
        "remarks": [],
    }
    assert ran.err.splitlines() == [f"bad.toml: {key}: {problem}" for key, problem in problems.items()]


def test_json_of_a_book_that_cannot_be_read(cli):
    ran = cli("check", "--json", "--book", "none.toml", "--lang", "en")
    assert ran.code == 2
    assert ran.data["problems"] == [{"key": "", "problem": "there is no such file"}]


def test_one_of_each_is_told_in_the_singular(cli):
    path = book(one_channel("24/7", header=CHECKED), "own.toml")
    summary = cli("check", "--book", path, "--at", "2026-11-23").lines
    assert summary == ["own.toml is right: 1 channel, 1 request, 0 levels"]
    assert (
        cli("check", "--book", path, "--lang", "es").lines[0]
        == "own.toml está bien: 1 canal, 1 solicitud, 0 niveles"
    )


CUT = "after ; the rule {} replaces its whole days and cuts the night that began on {}; after a comma it would not"


@pytest.mark.parametrize(
    ("weekly", "found"),
    [
        pytest.param(
            "Fr 22:00-06:00; Sa 14:00-24:00", [CUT.format("Sa 14:00-24:00", "2026-11-27")], id="a cut night"
        ),
        pytest.param("Fr 22:00-06:00, Sa 14:00-24:00", [], id="a comma"),
        pytest.param(
            "Mo-Th 22:00-06:00; Fr 22:00-06:00",
            [CUT.format("Fr 22:00-06:00", "2026-11-26")],
            id="Thursday's night",
        ),
        pytest.param(
            "Mo-Su 22:00-06:00; Dec 25 off",
            [CUT.format("Dec 25 off", "2026-12-24")],
            id="the night before a day off",
        ),
        pytest.param("Fr 18:00-24:00; Sa 14:00-24:00", [], id="until midnight"),
        pytest.param("Mo-Fr 07:00-19:00; Sa 08:00-13:00", [], id="days alone"),
        pytest.param("Fr 22:00-06:00; Su 14:00-24:00", [], id="a day between"),
        pytest.param("24/7", [], id="always"),
    ],
)
def test_a_rule_that_cuts_a_night_is_remarked(cli, weekly, found):
    assert remarks(cli, night(weekly)) == [f"hours.own.weekly: {each}" for each in found]


@pytest.mark.parametrize(
    ("verified", "at", "found"),
    [
        pytest.param(
            "",
            "2026-11-23",
            ["book.verified: is missing: nobody says when these facts were last checked"],
            id="missing",
        ),
        pytest.param("verified = 2026-05-27", "2026-11-23", [], id="180 days ago"),
        pytest.param(
            "verified = 2026-05-26",
            "2026-11-23",
            ["book.verified: was 181 days ago: check the facts again"],
            id="181 days ago",
        ),
        pytest.param(
            "verified = 2026-11-23",
            "2028-11-23",
            ["book.verified: was 731 days ago: check the facts again"],
            id="two years ago",
        ),
    ],
)
def test_facts_that_were_not_checked_lately_are_remarked(cli, verified, at, found):
    assert remarks(cli, one_channel("24/7", header=verified), at=at) == found


@pytest.mark.parametrize(
    ("time", "count"),
    [
        pytest.param("2026-05-26T23:59", 180, id="in the book's zone"),
        pytest.param("2026-05-27T04:59Z", 180, id="another day in UTC"),
        pytest.param("2026-05-27T05:00Z", 181, id="the next day"),
    ],
)
def test_the_day_of_a_check_is_the_books(cli, time, count):
    found = remarks(cli, one_channel("24/7", header="verified = 2025-11-27"), at=time)
    assert len(found) == (1 if count > 180 else 0)


def test_hours_and_channels_without_a_use_are_remarked(cli):
    text = (
        night("24/7")
        + "[hours.spare]\nweekly = '24/7'\n[channels.spare]\nname = 'Spare'\nurl = 'https://example.com'\n"
    )
    assert remarks(cli, text) == [
        "hours.spare: is used by no channel and no level",
        "channels.spare: is on the route of no request",
    ]


def test_a_channel_that_a_level_alone_reaches_has_a_use(cli):
    text = night("24/7") + (
        "[channels.spare]\nname = 'Spare'\nurl = 'https://example.com'\nhours = 'own'\n"
        "[[escalation]]\nname = 'One'\nchannels = ['spare']\n"
    )
    assert remarks(cli, text) == []


def test_a_levels_http_link_is_remarked(cli):
    text = night("24/7") + "[[escalation]]\nname = 'One'\nurl = 'http://example.com'\n"
    assert remarks(cli, text) == [f"escalation.1.url: {HTTP['problem']}"]


def test_every_remark_at_once(cli):
    text = DEFAULT_TEXT.replace("verified     = 2026-11-23", "").replace(
        'weekly      = "24/7"', 'weekly = "Fr 22:00-06:00; Sa 14:00-24:00"'
    )
    ran = cli("check", "--book", book(text), "--at", "2026-11-23", "--lang", "en")
    keys = list(dict.fromkeys(line.split(": ")[0] for line in ran.lines[1:]))
    assert ran.code == 1  # a request that must be covered is not
    assert keys == ["requests.p1.must_cover", "book.verified", "hours.always.weekly", "channels.chat.url"]


def test_a_bad_time_is_refused_here_too(cli, here):
    ran = cli("check", "--at", "ayer", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[0] == "helpdesk-tui: ayer is not a time, as 2026-12-08T10:00"
