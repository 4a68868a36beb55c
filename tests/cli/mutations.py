"""Broken and oversized contact books, chosen at random: a number always gives the same one."""

import random
import tomllib
from datetime import UTC, date, datetime, time

import tomli_w

from tests.support import DESK_TEXT

SMALL = """
[book]
title = "Desk"
timezone = "America/Bogota"
verified = 2026-11-23
[holidays]
2026-12-24 = "Eve"
2026-12-08 = false
[hours.office]
weekly = "Mo-Fr 08:00-17:00; 2026 Dec 31 off \\"year end\\""
[hours.night]
weekly = "22:00-06:00"
on_holidays = "open"
[channels.phone]
name = "Phone"
hours = "office"
telephone = "+57 601 7442727"
menu = ["2"]
[channels.mail]
name = "Mail"
hours = "night"
email = "desk@example.com"
takes_messages = true
[channels.duty]
name = "Duty"
hours = "night"
on_duty = "night"
[people.ana]
name = "Ana"
telephone = "+57 318 7174937"
[people.luis]
name = "Luis"
email = "luis@example.com"
[rosters.night]
name = "Night"
[[rosters.night.turns]]
from = 2026-10-07T08:00:00
every = "1 week"
members = ["ana", "", "luis"]
[[rosters.night.overrides]]
person = "luis"
from = 2026-11-23T18:00:00
until = 2026-11-24T08:00:00
reason = "leave"
[requests.p1]
name = "Priority 1"
key = "1"
route = ["phone", "mail"]
aliases = ["critical"]
must_cover = "Mo-Fr 08:00-18:00"
[[escalation]]
name = "First"
channels = ["phone", "mail"]
[[escalation]]
name = "Second"
url = "https://example.com/desk"
[[shifts]]
name = "Day"
weekly = "06:00-18:00"
[[shifts]]
name = "Night"
weekly = "18:00-06:00"
"""

FRAGMENTS = (
    *("[", "]", "[[", "]]", "=", '"', "'", '"""', "'''", "\n", "#", ",", ".", "{", "}", "\\", "\t", "\r", "\x00", "\x1b[2J"),
    *("\x9b31m", "\u202e", "\u2028", "\ufeff", "\ufdd0", "é", "日本", "🇨🇴", "%s", "{name}", "[b]x[/b]", "\\u001b", "\\ud800"),
    *("[channels.phone]\n", "[[shifts]]\n", "[book]\n", "route = []\n", "a.b.c = 1\n", "x = 1\n", "true", "nan", "-inf"),
    *("2026-12-08", "9999-12-31", "10:00:00", "1e999", "0x" + "f" * 400, "9" * 5000, "[" * 300, "{a=" * 100, "a." * 500),
)  # fmt: skip

TEXTS = (
    *("", " ", "x", "0", "phone", "Phone", "level-1", "office", "a" * 64, "a" * 65, "x" * 201, "x" * 2001, "x" * 100_000),
    *("\x00", "\x1b[31m", "\x9b31m", "\u202eabc", "a\nb", "\u2028", "\ufdd0", "\ud800", "日" * 300, "e\u0301" * 90, "ß", "İ"),
    *("24/7", "off", "Mo", "CO", "DE-BY", "XX", "Europe/Madrid", "../UTC", "UTC", "localtime", "es", "en", "open", "unknown"),
    *("+57 601 7442727", "+1", "+" + "9" * 190, "+57 601 7442727;ext=1", "a@b.co", "@", "a@" + "ü" * 60 + ".co", "a@" + "a." * 90),
    *("https://example.com", "http://[", "https://" + "a." * 900, "tel:1", "mailto:a@b.co", "javascript:alert(1)", "{name}", "%s"),
)  # fmt: skip

VALUES = (
    *(0, 1, -1, 10**18, -(2**63), 0.5, float("nan"), float("inf"), True, False, [], {}, [[]], {"": ""}, [{}], [""], ["phone"] * 3),
    *(date(2026, 12, 8), datetime(2026, 12, 8, 10, tzinfo=UTC), time(10), ["phone", "mail"], ["mail"], ["1"], ["level-2"], ["p1"]),
)  # fmt: skip

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

BASES = (*[SMALL] * 19, DESK_TEXT)

LARGE = 250
"""One of so many books is large."""


def mutated(number):
    """The book of this number, as bytes."""
    chance = random.Random(number)
    text = chance.choice(BASES)
    if number % LARGE == 0:
        return large(chance, number // LARGE).encode()
    if number % 4 == 0:
        return cut_up(chance, text).encode("utf-8", "surrogatepass")
    book = tomllib.loads(text)
    if number % 4 == 1:
        for table in chance.sample(
            [*book["hours"].values(), *book["requests"].values(), *book.get("shifts", ())], 2
        ):
            table["must_cover" if "route" in table else "weekly"] = weekly(chance)
        return tomli_w.dumps(book).encode()
    for _ in range(chance.choice((1, 1, 1, 1, 3))):
        altered(chance, book)
    # tomli-w writes what Unicode cannot hold as it is.
    return tomli_w.dumps(book).encode("utf-8", "surrogatepass")


def cut_up(chance, text):
    """A book's text with parts of it taken away, put elsewhere, doubled, or replaced."""
    for _ in range(chance.choice((1, 1, 1, 1, 2, 5))):
        start = chance.randrange(len(text) + 1)
        end = min(start + chance.choice((0, 1, 3, 20, 200)), len(text))
        part = chance.choice(
            (chance.choice(FRAGMENTS), text[start:end] * 2, "", chance.choice(TEXTS), weekly(chance))
        )
        text = text[:start] + part + text[end:]
        if chance.random() < 0.3:
            lines = text.split("\n")
            lines[chance.randrange(len(lines))] = lines[chance.randrange(len(lines))]
            text = "\n".join(lines)
    return text[: chance.randrange(len(text) + 1)] if chance.random() < 0.05 else text


def altered(chance, book):
    """Put something else in one place of a parsed book."""
    table = book
    while True:
        key = chance.choice(list(table) if isinstance(table, dict) else range(len(table)))
        child = table[key]
        if isinstance(child, dict | list) and child and chance.random() < 0.85:
            table = child
            continue
        break
    if isinstance(table, dict) and chance.random() < 0.15:
        table[
            chance.choice(("x", "", "hours", "channels", "name", "a b", "k" * 70, "\x9b31m", "e\u0301"))
        ] = table.pop(key)
    elif isinstance(table, dict) and chance.random() < 0.1:
        del table[key]
    elif key in ("weekly", "must_cover") and chance.random() < 0.9:
        table[key] = weekly(chance)
    else:
        table[key] = value(chance)


def value(chance, depth=0):
    """Something that may stand in a book, or nowhere."""
    kind = chance.random()
    if kind < 0.45:
        return chance.choice(TEXTS)
    if kind < 0.8 or depth > 40:
        return chance.choice(VALUES)
    if kind < 0.9:
        return [value(chance, depth + 1) for _ in range(chance.choice((1, 2, 300)) if depth == 0 else 1)]
    if kind < 0.97:
        return {chance.choice(TEXTS[:8]): value(chance, depth + 1)}
    return nested(chance.choice((2, 50, 100)))


def nested(depth):
    """A list in a list in a list."""
    found = []
    for _ in range(depth):
        found = [found]
    return found


def weekly(chance):
    """An expression of rules, mostly right, with large ranges, steps, nights, and up to 2000 characters."""
    separator = chance.choice(("; ", "; ", ", ") if chance.random() < 0.95 else (",", " || ", ";;"))
    rules = [rule(chance) for _ in range(chance.choice((1, 1, 2, 2, 3, 3, 8, 8, 20, 150)))]
    while len(separator.join(rules)) > 2000 and chance.random() < 0.97:
        rules.pop()
    return separator.join(rules)


def rule(chance):
    """A rule of an expression, wrong now and then."""
    if chance.random() < 0.003:
        return chance.choice(
            (
                "PH off",
                "sunrise-18:00",
                "Feb 30",
                "24:01-25:00",
                "Mo, Tu",
                '"x": 10:00-11:00',
                "10:00-12:00/30",
            )
        )
    day, other = chance.choice(DAYS), chance.choice(DAYS)
    month, number = chance.choice(MONTHS), chance.randrange(1, 29)
    days = chance.choice(
        (
            *("Mo-Su", f"{day}", f"{day}-{other}", f"{day},{other}", f"{day}[{chance.choice((1, 2, 5))}]", f"{month} {day}"),
            *(f"{month} {number:02}", f"2026 {month} {number:02}", f"{month} {number:02}-{chance.choice(MONTHS)} 01"),
            *(f"week 1-53/{chance.randrange(1, 27)} {day}", f"1900-9999/{chance.randrange(1, 99)} {day}", "2026-2027 Mo", "easter"),
            *(f"easter +{number} days", f"Jan 01-Dec 31 {day}", f"week {number} {day}"),
        )
    )  # fmt: skip
    times = ",".join(span(chance) for _ in range(chance.choice((1, 1, 1, 1, 1, 2, 2, 3, 24))))
    state = chance.choice(
        ("", "", "", "off", "unknown", "open", '"x"', 'open "desk 3"', '"' + "c" * 100 + '"')
    )
    return " ".join(part for part in (days, times, state) if part)


def span(chance):
    """A stretch of time."""
    start, length = chance.randrange(1440), chance.choice((1, 1, 30, 480, 720, 1380))
    end = (start + length) % 1440
    return (
        f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}{chance.choice(('', '', '', '', '+'))}"
    )


def large(chance, kind):
    """A book of thousands of entries of one kind, or of a few that are very long."""
    many = chance.choice((500, 1000, 2500)) if kind % 2 else 500
    hours = "".join(
        f"[hours.h{each}]\nweekly = '{weekly(chance)}'\n" for each in range(chance.choice((1, 30)))
    )
    head = SMALL.partition("[hours.office]")[0]
    channels = "".join(f"[channels.c{each}]\nname = 'C{each}'\nurl = 'tel:{each}'\n" for each in range(many))
    route = ", ".join(f"'c{each}'" for each in range(chance.choice((1, 100, many))))
    wrong = ", ".join(f"'channel_of_a_long_name_{each:030}'" for each in range(many))
    parts = {
        "channels": lambda: channels + "[requests.p1]\nname = 'P1'\nroute = ['c1']\n",
        "requests": lambda: "".join(
            f"[requests.p{each}]\nname = 'P{each}'\nroute = ['c1']\nmust_cover = '24/7'\n" for each in range(many)
        ) + "[channels.c1]\nname = 'C'\nurl = 'tel:1'\nhours = 'h0'\n" + hours,
        "route": lambda: channels + f"[requests.p1]\nname = 'P1'\nroute = [{route}]\n[[escalation]]\nname = 'L'\nchannels = [{route}]\n",
        "unknown": lambda: channels.replace("[channels.c", "[channels.channel_of_a_long_name_x")
        + f"[requests.p1]\nname = 'P1'\nroute = [{wrong}]\n",
        "shifts": lambda: SMALL.partition("[[shifts]]")[0].replace(head, "")
        + "".join(f"[[shifts]]\nname = 'S{each}'\nweekly = '{rule(chance)}'\n" for each in range(chance.choice((50, 90, many)))),
        "aliases": lambda: SMALL.replace(head, "").replace('["critical"]', str([f"{'abcde' * 38}{each}" for each in range(chance.choice((90, many)))])),
        "holidays": lambda: "".join(f"{1900 + each // 336}-{each // 28 % 12 + 1:02}-{each % 28 + 1:02} = 'H'\n" for each in range(many))
        + SMALL.replace(head, ""),
        "keys": lambda: "".join(f"key{each} = {each}\n" for each in range(many * 8)) + SMALL.replace(head, ""),
        "hours": lambda: "".join(f"[hours.h{each}]\nweekly = '{weekly(chance)[:50]}'\n" for each in range(many)) + SMALL.replace(head, ""),
        "dots": lambda: f"[x{'.a' * chance.choice((20, 5000))}]\n" + f"y{'.b' * chance.choice((20, 5000))} = 1\n",
        "text": lambda: SMALL.replace(head, "").replace('"Phone"', f'"{"é" * many * 100}"'),
    }  # fmt: skip
    return head + list(parts.values())[kind % len(parts)]()
