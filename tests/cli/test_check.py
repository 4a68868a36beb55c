"""The command `check`."""

import re

import pytest

from tests.cli.program import book, rows
from tests.support import DESK_TEXT, one_channel

HTTP = {
    "code": "HD203",
    "name": "http-link",
    "severity": "warning",
    "line": 50,
    "key": "channels.chat.url",
    "problem": "is http, not https: what is sent there can be read on the way",
}
LEVELS = [
    {
        "code": "HD106",
        "name": "level-without-hours",
        "severity": "note",
        "key": f"escalation.{number}",
        "line": line,
        "problem": "has no hours: it is always unconfirmed",
    }
    for number, line in ((2, 102), (3, 108))
]
CHECKED = "verified = 2026-11-23"


LEFT_OUT = "[check]\nignore = ['unreachable-request', 'level-without-hours']\n"
"""Findings that nearly every small book has."""


def remarks(cli, text, *, at="2026-11-23T00:00"):
    """What `check` remarks on a good book on this day, key and text, but for what is left out."""
    text += LEFT_OUT
    ran = cli("check", "--book", book(text, "own.toml"), "--at", at, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    summary, *lines = ran.lines
    assert summary.startswith("own.toml has no errors: ")
    return [
        re.fullmatch(r"own\.toml:\d+: (?:warning|note): (.*) \[HD\d{3} [a-z-]+\]", line)[1] for line in lines
    ]


def night(weekly, **options):
    return one_channel(weekly, header=CHECKED, **options)


def test_a_good_book_has_no_errors_and_perhaps_remarks(cli, here):
    ran = cli("check", "--at", "2026-11-23T00:00", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert ran.lines == rows("""
contacts.toml has no errors: 5 channels, 5 requests, 3 levels
contacts.toml:50: warning: channels.chat.url: is http, not https: what is sent there can be read on the way [HD203 http-link]
contacts.toml:102: note: escalation.2: has no hours: it is always unconfirmed [HD106 level-without-hours]
contacts.toml:108: note: escalation.3: has no hours: it is always unconfirmed [HD106 level-without-hours]
""")
    assert cli("check", "--at", "2026-11-23T00:00").lines == rows("""
contacts.toml no tiene errores: 5 canales, 5 solicitudes, 3 niveles
contacts.toml:50: advertencia: channels.chat.url: es http, no https: lo que se envíe allí se puede leer en el camino [HD203 http-link]
contacts.toml:102: nota: escalation.2: no tiene horario: siempre queda sin confirmar [HD106 level-without-hours]
contacts.toml:108: nota: escalation.3: no tiene horario: siempre queda sin confirmar [HD106 level-without-hours]
""")


def test_json(cli, here):
    ran = cli("check", "--json", "--at", "2026-11-23T00:00", "--lang", "en")
    assert ran.data == {"book": "contacts.toml", "problems": [], "remarks": [HTTP, *LEVELS]}


def test_json_of_a_bad_book(cli):
    book("[book]\ntitle = 'x'\ntimezone = 'UTC'\nlanguage = 'fr'\n[channels.a]\nname = 'A'\n", "bad.toml")
    ran = cli("check", "--json", "--book", "bad.toml", "--lang", "en")
    problems = [
        ("book.language", 4, "must be one of: 'es', 'en'"),
        ("channels.a", 5, "has none of telephone, extensions, email, url and on_duty"),
    ]
    assert ran.code == 2
    assert ran.data == {
        "book": "bad.toml",
        "problems": [
            {
                "code": "HD003",
                "name": "invalid-value",
                "severity": "error",
                "key": key,
                "line": line,
                "problem": problem,
            }
            for key, line, problem in problems
        ],
        "remarks": [],
    }
    assert ran.err.splitlines() == [
        f"bad.toml:{line}: {key}: {problem} [HD003 invalid-value]" for key, line, problem in problems
    ]


def test_json_of_a_book_that_cannot_be_read(cli):
    ran = cli("check", "--json", "--book", "none.toml", "--lang", "en")
    assert ran.code == 2
    assert ran.data["problems"] == [
        {
            "code": "HD001",
            "name": "unreadable-book",
            "severity": "error",
            "key": "",
            "line": None,
            "problem": "there is no such file",
        }
    ]


def test_one_of_each_is_told_in_the_singular(cli):
    path = book(one_channel("24/7", header=CHECKED), "own.toml")
    summary = cli("check", "--book", path, "--at", "2026-11-23T00:00").lines
    assert summary == ["own.toml has no errors: 1 channel, 1 request, 0 levels"]
    assert (
        cli("check", "--book", path, "--lang", "es").lines[0]
        == "own.toml no tiene errores: 1 canal, 1 solicitud, 0 niveles"
    )


NEVER = "the rule {} never applies: rules after it hold on every day that it names"
LEFT = "the rule {} closes {} and not the night after it: it is open on {} at 00:00; close those hours by a rule of their own"
ODD = "the rule {} does not alternate at the end of 2026, which has 53 weeks: it holds in the weeks of {} and {}"
NOTHING = "the rule {} closes nothing: off holds for all of its times, which are closed without it"
CUT = "after ; the rule {} replaces its whole days and cuts the night that began on {}; after a comma it would not"


@pytest.mark.parametrize(
    ("weekly", "expected"),
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
            [
                "the rule Dec 25 off cuts the night that began on 2026-12-24",
                LEFT.format("Dec 25 off", "2026-12-25", "2026-12-26"),
            ],
            id="the night before a day off, and its own",
        ),
        pytest.param(
            "Mo-Su 22:00-06:00; 2026 Dec 24 off",
            [
                "the rule 2026 Dec 24 off cuts the night that began on 2026-12-23",
                LEFT.format("2026 Dec 24 off", "2026-12-24", "2026-12-25"),
            ],
            id="the night before a dated day off, and its own",
        ),
        pytest.param(
            "Fr 22:00-6:00; Sa 14:00-24:00",
            [CUT.format("Sa 14:00-24:00", "2026-11-27")],
            id="an hour of one digit",
        ),
        pytest.param(
            "Fr 22:00 - 06:00; Sa 14:00-24:00",
            [CUT.format("Sa 14:00-24:00", "2026-11-27")],
            id="spaces around the hyphen",
        ),
        pytest.param("Mo-Fr 08:00-18:00; Su 22:00-06:00", [], id="a night into a day of an earlier rule"),
        pytest.param(
            "Fr 22:00-06:00; 2026 Dec 25 10:00-12:00",
            [LEFT.format("2026 Dec 25 10:00-12:00", "2026-12-25", "2026-12-26")],
            id="a date's own hours",
        ),
        pytest.param("Fr 22:00-06:00; Sa 2:00-4:00 off", [], id="a break in another night"),
        pytest.param("Fr 18:00-24:00; Sa 14:00-24:00", [], id="until midnight"),
        pytest.param("Mo-Fr 07:00-19:00; Sa 08:00-13:00", [], id="days alone"),
        pytest.param("Fr 22:00-06:00; Su 14:00-24:00", [], id="a day between"),
        pytest.param("24/7", [], id="always"),
    ],
)
def test_a_rule_that_cuts_a_night_is_remarked(cli, weekly, expected):
    assert remarks(cli, night(weekly)) == [f"hours.own.weekly: {each}" for each in expected]


@pytest.mark.parametrize(
    ("weekly", "expected"),
    [
        pytest.param("Jul-Aug Mo-Fr 08:00-14:00; Mo-Fr 08:00-20:00", [NEVER.format("Jul-Aug Mo-Fr 08:00-14:00")],
                     id="summer before the rest of the year"),
        pytest.param("Mo-Fr 08:00-20:00; Jul-Aug Mo-Fr 08:00-14:00", [], id="summer after it"),
        pytest.param("Mo 08:00-12:00; Mo 08:00-12:00", [NEVER.format("Mo 08:00-12:00")], id="the same rule twice"),
        pytest.param("Mo 08:00-12:00, Mo 07:00-13:00", [NEVER.format("Mo 08:00-12:00")], id="covered by the next"),
        pytest.param("24/7; Feb 29 off", [], id="a day that does not come within the year"),
        pytest.param("24/7; 2031 Dec 24 off", [], id="a date of a later year"),
        pytest.param("24/7; 2026 Nov 23 off", [], id="a date of today"),
        pytest.param("24/7; 2026 Nov 22 off",
                     ["the rule 2026 Nov 22 off is over: it names no day from 2026-11-23 on"], id="a date of yesterday"),
        pytest.param("24/7; 2025 Dec 24-2026 Jan 1 off",
                     ["the rule 2025 Dec 24-2026 Jan 1 off is over: it names no day from 2026-11-23 on"], id="years gone by"),
        pytest.param("00:00-23:59", ["the rule 00:00-23:59 leaves out the last minute of the day: write 24:00"],
                     id="the last minute"),
        pytest.param("Mo-Fr 08:00-12:00; Sa 20:00-23:59",
                     ["the rule Sa 20:00-23:59 leaves out the last minute of the day: write 24:00"],
                     id="the last minute of saturday"),
        pytest.param("24/7; Sa 20:00-23:59 off", [], id="the last minute of being closed"),
        pytest.param("Mo-Fr 08:00-18:00, 12:00-13:00 off",
                     [NOTHING.format("Mo-Fr 08:00-18:00,12:00-13:00 off"), "is never open in the coming year"],
                     id="a break that takes the day with it"),
        pytest.param("Mo-Fr 08:00-18:00; Sa 10:00-12:00 off", [NOTHING.format("Sa 10:00-12:00 off")],
                     id="a break of a closed day"),
        pytest.param("Mo-Fr 08:00-18:00; We 12:00-13:00 off", [], id="a break"),
        pytest.param("Mo-Fr 08:00-18:00; Sa,Su off", [], id="a closed day in so many words"),
        pytest.param("off", [], id="closed in so many words"),
        pytest.param("week 1-53/2 Mo-Fr 08:00-12:00",
                     [ODD.format("week01-53/2 Mo-Fr 08:00-12:00", "2026-12-28", "2027-01-04")], id="odd weeks"),
        pytest.param("week 2-52/2 Mo-Fr 08:00-12:00",
                     [ODD.format("week02-52/2 Mo-Fr 08:00-12:00", "2026-12-21", "2027-01-11")], id="even weeks"),
        pytest.param("week 1-53 Mo-Fr 08:00-12:00", [], id="every week"),
    ],
)  # fmt: skip
def test_a_rule_that_does_not_do_what_it_seems_to_is_remarked(cli, weekly, expected):
    assert remarks(cli, night(weekly)) == [f"hours.own.weekly: {each}" for each in expected]


def test_alternating_weeks_are_not_remarked_while_no_year_with_53_ends(cli):
    assert (
        remarks(
            cli,
            night("week 1-53/2 Mo 08:00-12:00").replace("2026-11-23", "2027-02-01"),
            at="2027-02-01T00:00",
        )
        == []
    )


def test_a_holiday_in_the_past_is_remarked(cli):
    text = night("24/7", holidays="2026-11-22 = 'Fiesta'\n2026-11-21 = false\n2026-11-23 = 'Today'")
    over = "is over: it acts on no day from 2026-11-23 on"
    assert remarks(cli, text) == [f"holidays.2026-11-22: {over}", f"holidays.2026-11-21: {over}"]


def test_rules_of_coverage_and_of_shifts_are_looked_at_too(cli):
    text = night("24/7").replace("route = ['desk']", "route = ['desk']\nmust_cover = '00:00-23:59'")
    text += "[[shifts]]\nname = 'Day'\nweekly = 'Fr 22:00-06:00; Sa 08:00-20:00'\n"
    assert remarks(cli, text) == [
        "requests.help.must_cover: the rule 00:00-23:59 leaves out the last minute of the day: write 24:00",
        "shifts.1.weekly: " + CUT.format("Sa 08:00-20:00", "2026-11-27"),
    ]


@pytest.mark.parametrize(
    ("night_shift", "expected"),
    [
        pytest.param("Mo-Fr 22:00-06:00", [], id="one after the other"),
        pytest.param("Mo-Fr 21:30-06:00", ["shifts.2.weekly: overlaps with Day on 2026-11-23 at 21:30"], id="half an hour"),
        pytest.param("Su 22:00-06:30", ["shifts.2.weekly: overlaps with Day on 2026-11-23 at 06:00"], id="after midnight"),
    ],
)  # fmt: skip
def test_shifts_that_overlap_are_remarked(cli, night_shift, expected):
    shifts = f"[[shifts]]\nname = 'Day'\nweekly = 'Mo-Fr 06:00-22:00'\n[[shifts]]\nname = 'Night'\nweekly = '{night_shift}'\n"
    assert remarks(cli, night("24/7") + shifts) == expected


@pytest.mark.parametrize(
    ("verified", "at", "expected"),
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
def test_facts_that_were_not_checked_lately_are_remarked(cli, verified, at, expected):
    assert remarks(cli, one_channel("24/7", header=verified), at=f"{at}T00:00") == expected


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
        "hours.spare: is used by no channel, no level and no route",
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
    text = DESK_TEXT.replace("verified     = 2026-11-23", "").replace(
        'weekly      = "24/7"', 'weekly = "Fr 22:00-06:00; Sa 14:00-24:00"'
    )
    ran = cli("check", "--book", book(text), "--at", "2026-11-23T00:00", "--lang", "en")
    keys = list(dict.fromkeys(line.split(": ")[2] for line in ran.lines[1:]))
    assert ran.code == 1  # a request that must be covered is not
    assert keys == [
        "requests.p1.must_cover",
        "book.verified",
        "channels.chat.url",
        "escalation.2",
        "escalation.3",
        "hours.always.weekly",
    ]


def test_a_bad_time_is_refused_here_too(cli, here):
    ran = cli("check", "--at", "luego", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err.splitlines()[0]
        == "helpdesk-tui: luego is not a time, as sat 14:00, tomorrow 8 or 2026-12-08T10:00"
    )


def test_a_calendar_that_cannot_be_read_ends_check_with_1(cli):
    text = one_channel("24/7") + '[rosters.r]\nname = "R"\ncalendar = "nowhere.ics"\n'
    assert cli("check", "--book", book(text, "own.toml")).code == 1
    assert "check: a roster's calendar cannot be read" in " ".join(cli("--help", "--lang", "en").out.split())
