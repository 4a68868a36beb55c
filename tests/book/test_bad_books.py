"""Each way in which a book can be wrong, with the key and the words that say so."""

import re
from datetime import date
from itertools import product

import pytest

from helpdesk_tui.board.wall import days_named
from helpdesk_tui.book.weekly import rules
from tests.support import DESK_TEXT, problems_of

GOOD = """
[book]
title = "Desk"
timezone = "America/Bogota"

[hours.office]
weekly = "Mo-Fr 07:00-19:00"

[channels.phone]
name = "Phone"
hours = "office"
telephone = "+57 601 7442727"

[channels.mail]
name = "Mail"
email = "desk@example.com"

[requests.p1]
name = "Priority 1"
key = "1"
route = ["phone", "mail"]
aliases = ["critical"]

[[escalation]]
name = "Group"
channels = ["phone"]

[[escalation]]
name = "Lead"
email = "lead@example.com"
"""

ZONE = 'timezone = "America/Bogota"'
WEEKLY = 'weekly = "Mo-Fr 07:00-19:00"'
PHONE = 'telephone = "+57 601 7442727"'
MAIL = 'email = "desk@example.com"'
LEAD = 'email = "lead@example.com"'
ROUTE = 'route = ["phone", "mail"]'
ALIASES = 'aliases = ["critical"]'
NO_DAY = "is not a date, as 2026-12-24, nor a day of every year, as 12-24"
WAYS = "must be true, false, or a list of telephone, email and url"
IN_WRITING = (
    'true means in writing, and there is no email or url; where the telephone takes messages: ["telephone"]'
)


def said(content):
    """The problems as `key: words`, in English."""
    return [f"{each.key}: {each.message.format(**dict(each.values))}" for each in problems_of(content)]


def changed(old, new, *more):
    text = GOOD
    for before, after in [(old, new), *more]:
        assert before in text
        text = text.replace(before, after, 1)
    return text


def test_the_good_book_is_good():
    assert said(GOOD) == []
    assert said(DESK_TEXT) == []
    assert said(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == []


@pytest.mark.parametrize(
    "link",
    [
        "https://example.com",
        "mailto:desk@example.com",
        "tel:112",
        "sip:1104@pbx.example.com",
        "msteams:/l/chat/0/0?users=desk@example.com",
        "msteams://teams.microsoft.com/l/call/0/0?users=desk@example.com",
    ],
)
def test_links_of_the_web_of_mail_and_of_calls_are_taken(link):
    assert said(changed(MAIL, f'url = "{link}"')) == []


@pytest.mark.parametrize(
    "dates", ["2026+ Dec 24,Dec 31", "2026-2028 Dec 24,Dec 31", "2026,2028 Feb 29", "2027 easter,2027 Dec 25"]
)
def test_dates_whose_years_are_plain_are_taken(dates):
    assert said(changed(WEEKLY, f'weekly = "24/7; {dates} off"')) == []


DATES = [
    "Jan 4",
    "Jan 4-10",
    "Nov 20-Dec 3",
    "Feb",
    "Mar-May",
    "Apr Mo[1]",
    "May Fr[-1]",
    "easter",
    "easter -2 days",
]


@pytest.mark.parametrize("first", DATES)
def test_what_is_taken_after_a_date_with_a_year_holds_in_that_year_alone(first):
    for second, third in product(DATES, ["", *(f",{each}" for each in DATES)]):
        text = f"2027 {first},{second}{third} off"
        if said(changed(WEEKLY, f'weekly = "{text}"')) == []:
            (rule,) = rules(text)
            assert not any(days_named(rule, date(2034, 1, 1), date(2034, 12, 31))), text


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        pytest.param(ALIASES, '[[requests.p1.routes]]\nhours = "ofice"\nroute = ["mail"]',
                     "requests.p1.routes.1.hours: ofice is not known; did you mean office?", id="a route's hours"),
        pytest.param(ALIASES, '[[requests.p1.routes]]\nhours = "office"\nroute = ["fone"]',
                     "requests.p1.routes.1.route: fone is not known; did you mean phone?", id="a route's channel"),
        pytest.param(ALIASES, '[[requests.p1.routes]]\nhours = "office"\nroute = []',
                     "requests.p1.routes.1.route: must not be empty", id="an empty route of some hours"),
        pytest.param(ALIASES, '[[requests.p1.routes]]\nhour = "office"\nhours = "office"\nroute = ["mail"]',
                     "requests.p1.routes.1.hour: hour is not known; did you mean hours?", id="a route's key"),
        pytest.param(ALIASES, '[[requests.p1.routes]]\nroute = ["mail"]',
                     "requests.p1.routes.1.hours: is missing", id="a route without hours"),
        pytest.param('title = "Desk"\n', "", "book.title: is missing", id="no title"),
        pytest.param(ZONE, "", "book.timezone: is missing", id="no zone"),
        pytest.param('title = "Desk"', 'titel = "Desk"\ntitle = "Desk"',
                     "book.titel: titel is not known; did you mean title?", id="misspelt key"),
        pytest.param('title = "Desk"', 'title = "Desk"\nqqq = 1',
                     "book.qqq: qqq is not known; known are: title, organization, language, timezone, country, "
                     "closing_soon, copied_numbers, source, verified, verify_every", id="unknown key like no other"),
        pytest.param("[book]", "chanels = 1\n[book]", "chanels: chanels is not known; did you mean channels?",
                     id="misspelt table"),
        pytest.param('title = "Desk"', "title = 7", "book.title: must be a text, in quotes", id="number for text"),
        pytest.param('title = "Desk"', 'title = ""', "book.title: is empty", id="empty text"),
        pytest.param('title = "Desk"', 'title = " \u00a0 "', "book.title: is empty", id="spaces alone"),
        pytest.param('title = "Desk"', f'title = "{"x" * 201}"', "book.title: is longer than 200 characters",
                     id="long text"),
        pytest.param('title = "Desk"', f'title = "Desk"\nsource = "{"x" * 2001}"',
                     "book.source: is longer than 2000 characters", id="very long text"),
        pytest.param('title = "Desk"', r'title = "a\u001b[31mb"',
                     "book.title: holds a control character (U+001B)", id="escape"),
        pytest.param('title = "Desk"', r'title = "a\nb"', "book.title: holds a control character (U+000A)",
                     id="line break"),
        pytest.param('title = "Desk"', r'title = "a\tb"', "book.title: holds a control character (U+0009)", id="tab"),
        pytest.param('title = "Desk"', r'title = "a\u0085b"', "book.title: holds a control character (U+0085)",
                     id="C1 control"),
        pytest.param('title = "Desk"', r'title = "a\u2028b"', "book.title: holds a control character (U+2028)",
                     id="line separator"),
        pytest.param('title = "Desk"', r'title = "a\u202eb"',
                     "book.title: holds a character that turns the writing direction (U+202E)", id="bidi override"),
        pytest.param('title = "Desk"', r'title = "a\u2066b"',
                     "book.title: holds a character that turns the writing direction (U+2066)", id="bidi isolate"),
        pytest.param('title = "Desk"', 'title = "Desk"\nlanguage = "fr"',
                     "book.language: must be one of: 'es', 'en'", id="language"),
        pytest.param(ZONE, 'timezone = "America/Bogotá"',
                     "book.timezone: America/Bogotá is not known; did you mean America/Bogota?", id="zone"),
        pytest.param(ZONE, 'timezone = "europe/madrid"',
                     "book.timezone: europe/madrid is not known; did you mean Europe/Madrid?", id="zone, its case"),
        pytest.param(ZONE, 'timezone = "COT"',
                     "book.timezone: is not a time zone of the IANA list, as America/Bogota", id="zone, an abbreviation"),
        pytest.param(ZONE, 'timezone = "../../../etc/passwd"',
                     "book.timezone: is not a time zone of the IANA list, as America/Bogota", id="zone, a path"),
        pytest.param(ZONE, 'timezone = "localtime"',
                     "book.timezone: is not a time zone of the IANA list, as America/Bogota",
                     id="zone, whatever the machine's is"),
        pytest.param(ZONE, 'timezone = "right/America/Bogota"',
                     "book.timezone: right/America/Bogota is not known; did you mean America/Bogota?",
                     id="zone, with leap seconds"),
        pytest.param(ZONE, 'timezone = "America"',
                     "book.timezone: is not a time zone of the IANA list, as America/Bogota", id="zone, a folder"),
        pytest.param(ZONE, ZONE + '\ncountry = "XX"',
                     "book.country: is not a country or subdivision whose holidays are known, as CO or DE-BY",
                     id="country"),
        pytest.param(ZONE, ZONE + '\ncountry = "COL"', "book.country: COL is not known; did you mean CO?",
                     id="country in three letters"),
        pytest.param(ZONE, ZONE + '\ncountry = "UK"', "book.country: UK is not known; did you mean GB?",
                     id="country by another code"),
        pytest.param(ZONE, ZONE + '\ncountry = "DE-XX"',
                     "book.country: is not a country or subdivision whose holidays are known, as CO or DE-BY",
                     id="subdivision"),
        pytest.param(ZONE, ZONE + "\nclosing_soon = 30.0", "book.closing_soon: must be a whole number", id="float"),
        pytest.param(ZONE, ZONE + "\nclosing_soon = true", "book.closing_soon: must be a whole number", id="bool"),
        pytest.param(ZONE, ZONE + "\nclosing_soon = -1", "book.closing_soon: must be from 0 to 1440 minutes",
                     id="too few minutes"),
        pytest.param(ZONE, ZONE + "\nclosing_soon = 1441", "book.closing_soon: must be from 0 to 1440 minutes",
                     id="too many minutes"),
        pytest.param(ZONE, ZONE + '\nverified = "2026-11-23"',
                     "book.verified: must be a date, as 2026-11-23 without quotes", id="date in quotes"),
        pytest.param(ZONE, ZONE + "\nverified = 2026-11-23T10:00:00",
                     "book.verified: must be a date, as 2026-11-23 without quotes", id="date with a time"),
        pytest.param("[hours.office]", '[holidays]\n2026-02-30 = "x"\n[hours.office]',
                     f"holidays.2026-02-30: {NO_DAY}", id="holiday on no date"),
        pytest.param("[hours.office]", '[holidays]\n"24 Dec" = "x"\n[hours.office]',
                     f"holidays.24 Dec: {NO_DAY}", id="holiday's date in words"),
        pytest.param("[hours.office]", "[holidays]\n24-12 = 'x'\n[hours.office]",
                     f"holidays.24-12: {NO_DAY}", id="holiday of every year, day first"),
        pytest.param("[hours.office]", "[holidays]\n02-30 = 'x'\n[hours.office]",
                     f"holidays.02-30: {NO_DAY}", id="holiday of every year that no year has"),
        pytest.param("[hours.office]", "[holidays]\n'2-9' = 'x'\n[hours.office]",
                     f"holidays.2-9: {NO_DAY}", id="holiday of every year with one digit"),
        pytest.param("[hours.office]", "[holidays]\n12-24 = true\n[hours.office]",
                     "holidays.12-24: must be a holiday's name, or false", id="holiday of every year true"),
        pytest.param("[hours.office]", "[holidays]\n2026-12-24 = true\n[hours.office]",
                     "holidays.2026-12-24: must be a holiday's name, or false", id="holiday true"),
        pytest.param("[hours.office]", "[holidays]\n2026-12-24 = ''\n[hours.office]",
                     "holidays.2026-12-24: is empty", id="holiday without a name"),
        pytest.param(WEEKLY, 'weekly = "Mo-Fr 7am"', "hours.office.weekly: is not opening_hours syntax, at character 7; for 7am write 07:00",
                     id="weekly, syntax"),
        pytest.param(WEEKLY, 'weekly = "Mo-Fr 09:00-17:00; PH off"',
                     "hours.office.weekly: cannot hold PH or SH: holidays are set by on_holidays", id="weekly, PH"),
        pytest.param(WEEKLY, 'weekly = "SH off; Mo-Fr 09:00-17:00"',
                     "hours.office.weekly: cannot hold PH or SH: holidays are set by on_holidays", id="weekly, SH"),
        pytest.param(WEEKLY, 'weekly = "Mo-Fr sunrise-sunset"',
                     "hours.office.weekly: cannot hold sunrise or sunset: a book has no place on the map",
                     id="weekly, sun"),
        pytest.param(WEEKLY, 'weekly = "Mo-Fr (dawn+01:00)-18:00"',
                     "hours.office.weekly: cannot hold sunrise or sunset: a book has no place on the map",
                     id="weekly, before dawn"),
        pytest.param(WEEKLY, 'weekly = "Mo-Fr 09:00-17:00 || unknown"',
                     "hours.office.weekly: cannot hold ||: write the rule for those hours in full",
                     id="weekly, fallback"),
        pytest.param(WEEKLY, 'weekly = "Mo-Fr 08:00-18:00; Sa, Su off"',
                     "hours.office.weekly: has a space in a list: Sa, Su off; write Sa,Su off", id="weekly, list"),
        pytest.param(WEEKLY, 'weekly = "Mo, We, Fr 08:00-12:00"',
                     "hours.office.weekly: has a space in a list: Mo, We, Fr 08:00-12:00; write Mo,We,Fr 08:00-12:00",
                     id="weekly, list of three"),
        pytest.param(WEEKLY, 'weekly = "Mo-Fr, Su 08:00-12:00"',
                     "hours.office.weekly: has a space in a list: Mo-Fr, Su 08:00-12:00; write Mo-Fr,Su 08:00-12:00",
                     id="weekly, list of a range and a day"),
        pytest.param(WEEKLY, """weekly = 'Tu, Th 08:00-12:00 open "front desk"'""",
                     'hours.office.weekly: has a space in a list: Tu, Th 08:00-12:00 open "front desk"; '
                     'write Tu,Th 08:00-12:00 open "front desk"', id="weekly, list with a comment"),
        pytest.param(WEEKLY, 'weekly = "Mo-Fr 08:00-12:00 , 14:00-18:00"',
                     "hours.office.weekly: has a space in a list: 08:00-12:00 , 14:00-18:00; "
                     "write 08:00-12:00,14:00-18:00", id="weekly, list of times with a space before the comma"),
        pytest.param(WEEKLY, 'weekly = "Jan 1, Mo 08:00-12:00"',
                     "hours.office.weekly: has a space in a list: Jan 1, Mo 08:00-12:00; "
                     "write Jan 1 00:00-24:00, Mo 08:00-12:00", id="weekly, no list"),
        pytest.param(WEEKLY, 'weekly = "Mo-Fr 08:00-12:00; 14:00-18:00"',
                     "hours.office.weekly: has times without days after ;: 14:00-18:00; to add them to the rule before, "
                     "write Mo-Fr 08:00-12:00,14:00-18:00", id="weekly, times without days"),
        pytest.param(WEEKLY, """weekly = 'Mo-Fr 08:00-12:00 open "chat"; 14:00-18:00'""",
                     "hours.office.weekly: has times without days after ;: 14:00-18:00; to add them to the rule before, "
                     'write Mo-Fr 08:00-12:00 open "chat", Mo-Fr 14:00-18:00', id="weekly, times without days after a comment"),
        pytest.param(WEEKLY, 'weekly = "08:00-18:00; 12:00-13:00 unknown"',
                     "hours.office.weekly: has times without days after ;: 12:00-13:00 unknown; "
                     "write Mo-Su 12:00-13:00 unknown", id="weekly, unknown times without days"),
        pytest.param(WEEKLY, """weekly = 'Mo-Fr 08:00-12:00 open "chat", 14:00-18:00 open "phone"'""",
                     "hours.office.weekly: has times without days after a comma: 14:00-18:00; write their days too",
                     id="weekly, times without days after a comment and a comma"),
        pytest.param(WEEKLY, 'weekly = "2026 Nov-Feb Mo-Fr 08:00-14:00"',
                     "hours.office.weekly: has a year before months that go into the next one: 2026 Nov-Feb; "
                     "write 2026 Nov 1-2027 Feb 28", id="weekly, a winter of one year"),
        pytest.param(WEEKLY, 'weekly = "2026-2027 Dec 24-Jan 06 off"',
                     "hours.office.weekly: has a year before months that go into the next one: "
                     "2026-2027 Dec 24-Jan 6; write 2026 Dec 24-2027 Jan 6", id="weekly, a new year of two years"),
        pytest.param(WEEKLY, 'weekly = "2026-2028 Nov-Feb 08:00-14:00"',
                     "hours.office.weekly: has a year before months that go into the next one: 2026-2028 Nov-Feb; "
                     "write 2026 Nov 1-2027 Feb 28,2027 Nov 1-2028 Feb 29", id="weekly, the winters of three years"),
        pytest.param(WEEKLY, 'weekly = "24/7; 2026 Dec 24,Dec 31 off"',
                     "hours.office.weekly: has a year for the first date alone: 2026 Dec 24,Dec 31; "
                     "write 2026 Dec 24,2026 Dec 31", id="weekly, a year for one date of two"),
        pytest.param(WEEKLY, 'weekly = "24/7; 2026 Dec 24-26,Jan 06 off"',
                     "hours.office.weekly: has a year for the first date alone: 2026 Dec 24-2026 Dec 26,Jan 6; "
                     "write 2026 Dec 24-2026 Dec 26,2027 Jan 6", id="weekly, a year for one range of dates"),
        pytest.param(WEEKLY, 'weekly = "24/7; 2027 easter,Dec 25 off"',
                     "hours.office.weekly: has a year for the first date alone: 2027 easter,Dec 25; "
                     "write a rule with its year for each", id="weekly, a year for Easter alone"),
        pytest.param(WEEKLY, 'weekly = "24/7; 2027 Mar Mo[1],Apr Mo[1] off"',
                     "hours.office.weekly: has a year for the first date alone: 2027 Mar Mo[1],Apr Mo[1]; "
                     "write a rule with its year for each", id="weekly, a year for one weekday of a month"),
        pytest.param(WEEKLY, 'weekly = "24/7; 2027 Jan 4,Feb off"',
                     "hours.office.weekly: has a year for the first date alone: 2027 Jan 4,Feb; "
                     "write a rule with its year for each", id="weekly, a year for a date before a month"),
        pytest.param(WEEKLY, 'weekly = "24/7; Dec 24,Jan Fr[1] off"',
                     "hours.office.weekly: lists a date and a weekday of a month: Dec 24,Jan Fr[1]; "
                     "write a rule for each", id="weekly, a date and a weekday of a month"),
        pytest.param(WEEKLY, 'weekly = "24/7; Feb,Dec Sa[1]: Sa off"',
                     "hours.office.weekly: lists a date and a weekday of a month: Feb,Dec Sa[1] Sa off; "
                     "write a rule for each", id="months, a weekday of a month and a weekday"),
        pytest.param(WEEKLY, 'weekly = "week 40-41/2 Mo 08:00-12:00"',
                     "hours.office.weekly: has a step that is too long: 40-41/2; write 40", id="weekly, step"),
        pytest.param(WEEKLY, 'weekly = "10:00-16:00/01:30"',
                     "hours.office.weekly: cannot hold points in time: 10:00-16:00/01:30; "
                     "write when it opens and when it closes", id="weekly, points in time"),
        pytest.param(WEEKLY, """weekly = '"summer":Mo 08:00-12:00'""",
                     "hours.office.weekly: cannot hold a comment before the days: write it after the times",
                     id="weekly, comment before the days"),
        pytest.param(WEEKLY, 'weekly = "24/7; Feb 30 off"',
                     "hours.office.weekly: holds a date that does not exist: Feb 30", id="weekly, 30 February"),
        pytest.param(WEEKLY, 'weekly = "24/7; 2027 Feb 29 off"',
                     "hours.office.weekly: holds a date that does not exist: 2027 Feb 29", id="weekly, 29 February of a year"),
        pytest.param(WEEKLY, 'weekly = "24/7; 2026 Apr 28-31 off"',
                     "hours.office.weekly: holds a date that does not exist: 2026 Apr 31", id="weekly, end of a range"),
        pytest.param(WEEKLY, "", "hours.office.weekly: is missing", id="no weekly"),
        pytest.param(WEEKLY, WEEKLY + '\non_holidays = "shut"',
                     "hours.office.on_holidays: must be one of: 'open', 'closed', 'unknown', 'as Mo', "
                     "'as Tu', 'as We', 'as Th', 'as Fr', 'as Sa', 'as Su'", id="on_holidays"),
        pytest.param("[hours.office]", '[hours."the office"]\nweekly = "24/7"\n[hours.office]',
                     "hours.the office: must be 1 to 64 letters, digits, hyphens or underscores", id="id"),
        pytest.param('hours = "office"', 'hours = "ofice"',
                     "channels.phone.hours: ofice is not known; did you mean office?", id="hours misspelt"),
        pytest.param('hours = "office"', 'hours = "zzz"',
                     "channels.phone.hours: zzz is not known; known are: office", id="hours like no other"),
        pytest.param(PHONE, 'telephone = "601 7442727"',
                     "channels.phone.telephone: must start with + and the country code, as +57 601 7442727",
                     id="national number"),
        pytest.param(PHONE, 'telephone = "+"', "channels.phone.telephone: is not a telephone number", id="no number"),
        pytest.param(PHONE, 'telephone = "+57 601 744272"',
                     "channels.phone.telephone: is not a possible telephone number: it has too few or too many digits", id="digit missing"),
        pytest.param(PHONE, 'telephone = "+57 601 7442727 / 3187174937"',
                     "channels.phone.telephone: is not a telephone number", id="two numbers"),
        pytest.param(PHONE, 'telephone = "+57 601 7442727 ext 5"',
                     "channels.phone.telephone: holds an extension: write it in extensions", id="extension"),
        pytest.param('"+57 601 7442727"', '"+49 89 123456 / 79"',
                     "channels.phone.telephone: is not a telephone number", id="two numbers"),
        pytest.param('"+57 601 7442727"', '"+1 800 FLOWERS"',
                     "channels.phone.telephone: is not a telephone number", id="letters for digits"),
        pytest.param(PHONE, PHONE + '\nmenu = ["25"]',
                     "channels.phone.menu.1: must be one key of a telephone, in quotes: 0 to 9, * or #",
                     id="menu, two keys in one"),
        pytest.param(PHONE, PHONE + '\nmenu = ["2", 5]', "channels.phone.menu.2: must be a text, in quotes",
                     id="menu, a number"),
        pytest.param(PHONE, PHONE + '\nmenu = "2"', "channels.phone.menu: must be a list, in square brackets",
                     id="menu, no list"),
        pytest.param(PHONE, PHONE + '\nextensions = ["1104a"]',
                     "channels.phone.extensions.1: must be 1 to 10 digits, in quotes", id="extension, letters"),
        pytest.param(PHONE, PHONE + '\nextensions = ["١١"]',
                     "channels.phone.extensions.1: must be 1 to 10 digits, in quotes", id="extension, other digits"),
        pytest.param("[channels.mail]", "'[key]' = 1\n[channels.mail]",
                     "channels.phone.[key]: [key] is not known; known are: hours, telephone, telephones, menu, extensions, email, "
                     "url, on_duty, note, takes_messages, verified, name", id="a key that is called as pydantic marks keys"),
        pytest.param(MAIL, MAIL + '\nmenu = ["2"]', "channels.mail.menu: needs a telephone beside it",
                     id="menu without a telephone"),
        pytest.param(PHONE, PHONE + "\ntelephones = ['+57 318 7174937', '+57 601 744 27 27']",
                     "channels.phone.telephones: names +576017442727 more than once", id="a number given twice"),
        pytest.param(PHONE, "telephones = ['+57 601 7442727', '+57 (601) 744-2727']",
                     "channels.phone.telephones: names +576017442727 more than once", id="a number twice in its list"),
        pytest.param(PHONE, "telephones = ['+57 601 7442727', '7442727']",
                     "channels.phone.telephones.2: must start with + and the country code, as +57 601 7442727",
                     id="a second number of the wrong form"),
        pytest.param(MAIL, "telephones = []", "channels.mail: has none of telephone, extensions, email, url and on_duty",
                     id="an empty list of numbers alone"),
        pytest.param('channels = ["phone"]', "channels = ['phone']\ntelephones = ['+57 601 7442727']",
                     "escalation.1.telephones: stands beside channels: a level has one or the other",
                     id="level with channels and numbers"),
        pytest.param(MAIL, "extensions = []", "channels.mail: has none of telephone, extensions, email, url and on_duty",
                     id="an empty list of extensions alone"),
        pytest.param(MAIL, 'extensions = ["1104"]\nmenu = ["2"]', "channels.mail.menu: needs a telephone beside it",
                     id="menu with an extension alone"),
        pytest.param(MAIL, 'extensions = ["1104"]\ntakes_messages = true', f"channels.mail.takes_messages: {IN_WRITING}",
                     id="messages in writing with an extension alone"),
        pytest.param(MAIL, "", "channels.mail: has none of telephone, extensions, email, url and on_duty", id="channel without a way"),
        pytest.param(MAIL, 'url = "ftp://example.com"', "channels.mail.url: must be a link of http, https, mailto, tel, msteams or sip",
                     id="link, scheme"),
        pytest.param(MAIL, 'url = "javascript:alert(1)"',
                     "channels.mail.url: must be a link of http, https, mailto, tel, msteams or sip", id="link, script"),
        pytest.param(MAIL, 'url = "https://"', "channels.mail.url: is a link to nowhere", id="link, no host"),
        pytest.param(MAIL, 'url = "tel:"', "channels.mail.url: is a link to nowhere", id="link, no number"),
        pytest.param(MAIL, 'url = "https://example.com/a b"', "channels.mail.url: is a link with a space in it",
                     id="link, space"),
        pytest.param(MAIL, 'url = "https://[::1"', "channels.mail.url: is not a link",
                     id="link, broken"),
        pytest.param(MAIL, MAIL + "\ntakes_messages = 1", f"channels.mail.takes_messages: {WAYS}",
                     id="takes_messages"),
        pytest.param(MAIL, MAIL + '\ntakes_messages = "email"', f"channels.mail.takes_messages: {WAYS}",
                     id="takes_messages, no list"),
        pytest.param(MAIL, MAIL + '\ntakes_messages = ["mail"]', f"channels.mail.takes_messages: {WAYS}",
                     id="takes_messages, another way"),
        pytest.param(MAIL, MAIL + '\ntakes_messages = [["email"]]', f"channels.mail.takes_messages: {WAYS}",
                     id="takes_messages, a list of lists"),
        pytest.param(MAIL, MAIL + '\ntakes_messages = ["email", "telephone"]',
                     "channels.mail.takes_messages: names telephone, which is not given",
                     id="takes_messages, a way that the channel has not"),
        pytest.param(PHONE, PHONE + "\ntakes_messages = true", f"channels.phone.takes_messages: {IN_WRITING}",
                     id="takes_messages, a telephone alone"),
        pytest.param(PHONE, PHONE + '\nurl = "TEL:112"\ntakes_messages = true',
                     f"channels.phone.takes_messages: {IN_WRITING}", id="takes_messages, a link that calls"),
        pytest.param(MAIL, "url = 'sip:1104@example.com'\ntakes_messages = true",
                     f"channels.mail.takes_messages: {IN_WRITING}", id="takes_messages, a call by SIP"),
        pytest.param(MAIL, "url = 'msteams:/l/call/0/0?users=a@example.com'\ntakes_messages = true",
                     f"channels.mail.takes_messages: {IN_WRITING}", id="takes_messages, a call by Teams"),
        pytest.param(MAIL, 'url = "sip:"', "channels.mail.url: is a link to nowhere", id="link, SIP to nobody"),
        pytest.param(MAIL, 'url = "msteams:"', "channels.mail.url: is a link to nowhere", id="link, no chat"),
        pytest.param(MAIL, MAIL + '\n[channels.level-1]\nname = "x"\nemail = "x@example.com"',
                     "channels.level-1: is a name kept for escalation levels", id="an id of a level"),
        pytest.param(MAIL, MAIL + '\n[channels.LEVEL-9]\nname = "x"\nemail = "x@example.com"',
                     "channels.LEVEL-9: is a name kept for escalation levels", id="an id of a level, in capitals"),
        pytest.param('name = "Priority 1"\n', "", "requests.p1.name: is missing", id="request without a name"),
        pytest.param('key = "1"', 'key = "12"', "requests.p1.key: must be one digit, in quotes", id="key, two digits"),
        pytest.param('key = "1"', 'key = "a"', "requests.p1.key: must be one digit, in quotes", id="key, letter"),
        pytest.param('key = "1"', "key = 1", "requests.p1.key: must be a text, in quotes", id="key, number"),
        pytest.param(ROUTE, "route = []", "requests.p1.route: must not be empty", id="empty route"),
        pytest.param(ROUTE, "", "requests.p1.route: is missing", id="no route"),
        pytest.param(ROUTE, 'route = ["phon"]', "requests.p1.route: phon is not known; did you mean phone?",
                     id="route misspelt"),
        pytest.param(ROUTE, 'route = ["Phone"]', "requests.p1.route: Phone is not known; did you mean phone?",
                     id="route in capitals"),
        pytest.param(ROUTE, 'route = ["phone", "mail", "phone"]', "requests.p1.route: names phone more than once",
                     id="route, one channel twice"),
        pytest.param(ALIASES, ALIASES + '\n[requests.p2]\nname = "Two"\nkey = "1"\nroute = ["mail"]',
                     "requests.p2: answers to 1, as requests.p1 does", id="key reused"),
        pytest.param(ALIASES, ALIASES + '\n[requests.p2]\nname = "Two"\naliases = ["CRÍTICAL"]\nroute = ["mail"]',
                     "requests.p2: answers to critical, as requests.p1 does", id="alias reused"),
        pytest.param(ALIASES, ALIASES + '\n[requests.p2]\nname = "P1"\nroute = ["mail"]',
                     "requests.p2: answers to p1, as requests.p1 does", id="name that is another's id"),
        pytest.param(ALIASES, ALIASES + '\n[requests.P1]\nname = "Two"\nroute = ["mail"]',
                     "requests.P1: answers to p1, as requests.p1 does", id="ids that differ by case"),
        pytest.param('channels = ["phone"]', 'channels = ["phon"]',
                     "escalation.1.channels: phon is not known; did you mean phone?", id="level's channel misspelt"),
        pytest.param('channels = ["phone"]', "channels = []", "escalation.1.channels: must not be empty",
                     id="level with an empty list of channels"),
        pytest.param('channels = ["phone"]', 'channels = ["phone", "phone"]',
                     "escalation.1.channels: names phone more than once", id="level, one channel twice"),
        pytest.param(LEAD, LEAD + '\nchannels = ["phone"]',
                     "escalation.2.email: stands beside channels: a level has one or the other",
                     id="level with channels and its own details"),
        pytest.param('channels = ["phone"]', 'channels = ["phone"]\nhours = "office"',
                     "escalation.1.hours: stands beside channels: a level has one or the other",
                     id="level with channels and hours"),
        pytest.param(ALIASES, ALIASES + '\nmust_cover = "PH"',
                     "requests.p1.must_cover: cannot hold PH or SH: holidays are set by on_holidays",
                     id="must_cover, PH"),
        pytest.param(LEAD, LEAD + "\n[[shifts]]\nname = 'Day'", "shifts.1.weekly: is missing", id="shift without hours"),
        pytest.param(LEAD, LEAD + "\n[[shifts]]\nname = 'Day'\nweekly = '24/7'\nhours = 'office'",
                     "shifts.1.hours: hours is not known; known are: name, weekly", id="shift with a key too many"),
        pytest.param(LEAD, LEAD + "\n[[shifts]]\nname = 'Dia'\nweekly = '24/7'\n[[shifts]]\nname = 'día'\nweekly = '24/7'",
                     "shifts.2.name: is the name of another shift too", id="two shifts of one name"),
        pytest.param(LEAD, "", "escalation.2: has none of telephone, extensions, email, url and on_duty", id="level without a way"),
        pytest.param(LEAD, LEAD + "\nhours = 'offic'", "escalation.2.hours: offic is not known; did you mean office?",
                     id="level's hours misspelt"),
    ],
)  # fmt: skip
def test_a_bad_value_is_named_by_its_key_and_its_line(old, new, problem):
    text = changed(old, new)
    assert said(text) == [problem]
    (found,) = problems_of(text)
    written = text.split("\n")[: found.line]
    key = [part for part in found.key.split(".") if not part.isdigit()]
    if found.message == "is missing":
        key.pop()  # the line is that of the table that lacks it
    assert re.sub("[\"']", "", written[-1].partition("=")[0]).strip("[] ") in (
        key[-1].strip("[]"),
        ".".join(key),
    )
    if key[0] in ("escalation", "shifts"):
        assert str(written.count(f"[[{key[0]}]]")) == found.key.split(".")[1]


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        pytest.param("", ["book: is missing", "channels: is missing"], id="empty file"),
        pytest.param("[book]\ntitle = 'x'\ntimezone = 'UTC'\n[channels]\n", ["channels: must not be empty"],
                     id="no channel"),
        pytest.param("book = 1\nholidays = 2\nhours = 3\nchannels = 4\nrequests = 5\nescalation = 6",
                     ["book: must be a table", "holidays: must be a table", "hours: must be a table",
                      "channels: must be a table", "requests: must be a table",
                      "escalation: must be a list, in square brackets"], id="no tables"),
        pytest.param("book = []\nholidays = []\nhours = [[]]\nchannels = [1]\nrequests = ['x']\nescalation = [1]",
                     ["book: must be a table", "holidays: must be a table", "hours: must be a table",
                      "channels: must be a table", "requests: must be a table", "escalation.1: must be a table"],
                     id="lists for tables"),
        pytest.param("[book]\ntitle = 'x'\ntimezone = 'UTC'\n[channels]\na = 1\n[requests]\nb = 2\n[hours]\nc = 3",
                     ["hours.c: must be a table", "channels.a: must be a table", "requests.b: must be a table"],
                     id="entries that are no tables"),
        pytest.param("[book\n", [": is not TOML at column 6: the name of the table lacks its closing bracket"],
                     id="TOML broken at the first line"),
        pytest.param("[book]\ntitle = 'x'\n\ntitle = 'y'\n", [": is not TOML at column 12: the key or table stands there twice"],
                     id="TOML with a key twice"),
        pytest.param("a = '", [": is not TOML at its end: a text in quotes is not closed"], id="TOML cut off"),
        pytest.param("a = 2026-02-30", [": is not TOML at column 5: the date or time does not exist"], id="TOML, no date"),
        pytest.param("a = " + "[" * 5000, [": is nested too deeply"], id="nested lists"),
        pytest.param("a = " + "{b=" * 5000, [": is nested too deeply"], id="nested tables"),
        pytest.param(b"a = '\xff'", [": is not UTF-8 text, at byte 5"], id="Latin-1"),
        pytest.param("[book]".encode("utf-16"), [": is not UTF-8 text, at byte 0"], id="UTF-16"),
        pytest.param("'[key]' = 1\n[book]\n'[key]' = 1\n[channels]\n'[key]' = 1\n[holidays]\n'[key]' = 1",
                     ["book.title: is missing", "book.timezone: is missing",
                      "book.[key]: [key] is not known; known are: title, organization, language, timezone, country, "
                      "closing_soon, copied_numbers, source, verified, verify_every",
                      f"holidays.[key]: {NO_DAY}",
                      "holidays.[key]: must be a holiday's name, or false",
                      "channels.[key]: must be 1 to 64 letters, digits, hyphens or underscores",
                      "channels.[key]: must be a table", "[key]: [key] is not known; known are: book, holidays, hours, channels, requests, escalation, people, rosters, shifts, check"],
                     id="keys that are called as pydantic marks keys"),
        pytest.param(b"\x00\x01\x02", [": is not TOML at column 1: the line is neither a key with its value nor a table in brackets"], id="binary"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_book_says_why(content, problems):
    assert said(content) == problems


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("title", "the key lacks its ="),
        ("= 1", "the line is neither a key with its value nor a table in brackets"),
        ("a = 1 b = 2", "more follows where the line must end"),
        ("a = 'x", "a text in quotes is not closed"),
        ('a = "x', "a text in quotes is not closed"),
        ('a = """x', "a text in quotes is not closed"),
        ("a = 'x\ty\x01'", "a control character stands there"),
        ("# \x01", "a control character stands there"),
        ("a = 1\na = 2", "the key or table stands there twice"),
        ("[a]\n[a]", "the key or table stands there twice"),
        ("a = {b = 1, b = 2}", "the key or table stands there twice"),
        ("a = {b = {c = 1}, b.d = 2}", "the table is complete already and takes no more keys"),
        ("a = [{b = 1}]\n[[a]]", "the table is complete already and takes no more keys"),
        ("[a", "the name of the table lacks its closing bracket"),
        ("[[a]", "the name of the table lacks its closing bracket"),
        ("[]", "a key is missing, or needs quotes"),
        ("a. = 1", "a key is missing, or needs quotes"),
        ("a = [1 2]", "the list lacks a comma or its closing bracket"),
        ("a = {b = 1 c = 2}", "the table in braces lacks a comma or its closing brace"),
        (r'a = "C:\d"', r"what follows a backslash in a text is wrong; a backslash itself is written \\"),
        (r'a = "\u12"', r"what follows a backslash in a text is wrong; a backslash itself is written \\"),
        (r'a = "\ud800"', r"what follows a backslash in a text is wrong; a backslash itself is written \\"),
        ("a = 2026-02-30", "the date or time does not exist"),
        ("a = desk", "the value is missing, or is a text without quotes"),
        ("a = \nb = 1", "the value is missing, or is a text without quotes"),
    ],
)
def test_a_line_that_is_not_toml_is_refused_with_the_reason(line, reason):
    (problem,) = said(f"{line}\n")
    assert problem.removeprefix(": is not TOML at ").partition(": ")[2] == reason


def test_a_number_of_more_digits_than_python_takes_is_no_traceback():
    (problem,) = said(f"a = {'9' * 5000}")
    assert problem == ": is not TOML: a number in it is too long"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("desk", ": it has no @"),
        ("desk@", ": nothing stands after the @"),
        ("@example.com", ": nothing stands before the @"),
        ("a b@example.com", ": it holds a space"),
        ("desk@example", ": what stands after the @ has no dot"),
        ("desk@exa_mple.com", ": what stands after the @ is not the name of a domain"),
        ("a@b@example.com", ": it has more than one @"),
        ("a..b@example.com", ": it has two dots in a row"),
        ("desk@example.local", ": its domain is reserved and receives no mail"),
        ("desk@-example.com", ""),
    ],
)
def test_what_is_no_address_is_refused_with_the_reason(address, reason):
    (problem,) = said(changed(MAIL, f'email = "{address}"'))
    assert problem == f"channels.mail.email: is not an e-mail address{reason}"


def test_every_problem_of_a_book_is_told_at_once():
    bad = changed(
        'title = "Desk"',
        "titel = 'x'",
        (ZONE, 'timezone = "Bogota"\nclosing_soon = "x"'),
        (WEEKLY, 'weekly = "PH off"'),
        ('hours = "office"', 'hours = "offices"'),
        (PHONE, 'telephone = "12"\nmenu = [2]'),
        (MAIL, "mail = 'x'"),
        ('key = "1"', "key = 'x'"),
        (ROUTE, 'route = ["fone", "mail", "mail"]'),
        ('channels = ["phone"]', 'channels = ["phones"]\nemail = "x"'),
        (LEAD, ""),
    )
    assert sorted(said(bad)) == sorted(
        [
            "book.title: is missing",
            "book.titel: titel is not known; did you mean title?",
            "book.timezone: Bogota is not known; did you mean America/Bogota?",
            "book.closing_soon: must be a whole number",
            "hours.office.weekly: cannot hold PH or SH: holidays are set by on_holidays",
            "channels.phone.hours: offices is not known; did you mean office?",
            "channels.phone.telephone: must start with + and the country code, as +57 601 7442727",
            "channels.phone.menu.1: must be a text, in quotes",
            "channels.mail.mail: mail is not known; did you mean email?",
            "channels.mail: has none of telephone, extensions, email, url and on_duty",
            "requests.p1.key: must be one digit, in quotes",
            "requests.p1.route: fone is not known; did you mean phone?",
            "requests.p1.route: names mail more than once",
            "escalation.1.channels: phones is not known; did you mean phone?",
            "escalation.1.email: stands beside channels: a level has one or the other",
            "escalation.1.email: is not an e-mail address: it has no @",
            "escalation.2: has none of telephone, extensions, email, url and on_duty",
        ]
    )


@pytest.mark.parametrize(
    "title",
    [
        "Desk [/] 24",
        "Ask [Sam]",
        "[bold red]x[/]",
        "日本語サポート",
        "مكتب المساعدة",
        "e\u0301\u0323",
        "👩‍💻 desk",
        "a\u200fb",
    ],
)
def test_text_that_a_terminal_shows_is_kept_as_it_is_written(title):
    assert said(changed('title = "Desk"', f'title = "{title}"')) == []
