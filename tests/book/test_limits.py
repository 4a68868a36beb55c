"""How much a book may hold: more is refused, with the limit, and quickly."""

import time

import pytest

from helpdesk_tui.book.fields import ENTRIES, LIST
from helpdesk_tui.book.problems import LONGEST
from helpdesk_tui.book.read import MOST
from helpdesk_tui.book.size import LADDER, REACHED, RULES
from tests.support import DEFAULT_TEXT, problems_of

HEAD = "[book]\ntitle = 'Desk'\ntimezone = 'America/Bogota'\n"
HOURS = "[hours.office]\nweekly = 'Mo-Fr 08:00-17:00'\n"
CHANNEL = "[channels.c0]\nname = 'C'\nhours = 'office'\nemail = 'desk@example.com'\n"
REQUEST = "[requests.p1]\nname = 'P1'\nroute = ['c0']\n"
GOOD = HEAD + HOURS + CHANNEL + REQUEST

LONG = "Mo-Su 08:00-17:00; " * 100 + "Su off"
"""A weekly expression of almost 2,000 characters."""
LONG_HOURS = GOOD.replace("Mo-Fr 08:00-17:00", LONG)


def problems(content):
    """The problems as `key: sentence`, in English."""
    return [f"{each.key}: {each.message.format(**dict(each.values))}" for each in problems_of(content)]


def array(count, name):
    return "[" + ", ".join(f"'{name.format(each)}'" for each in range(count)) + "]"


def tables(kind, count, lines):
    return "".join(f"[{kind}{each}]\n{lines.format(each)}" for each in range(count))


def channels(count):
    return tables("channels.x", count, "name = 'X'\nurl = 'tel:1'\n")


def requests(count):
    return tables("requests.x", count, "name = 'X{}'\nroute = ['c0']\n")


def levels(count):
    return "[[escalation]]\nname = 'L'\nchannels = ['c0']\n" * count


def shifts(count):
    return "".join(f"[[shifts]]\nname = 'S{each}'\nweekly = '08:00-17:00'\n" for each in range(count))


def holidays(count):
    days = (
        f"{1900 + each // 336}-{each // 28 % 12 + 1:02}-{each % 28 + 1:02} = 'H'\n" for each in range(count)
    )
    return "[holidays]\n" + "".join(days)


def route(count):
    return channels(count) + f"[requests.p2]\nname = 'P2'\nroute = {array(count, 'x{}')}\n"


def menu(count):
    digits = ", ".join("'1'" for _ in range(count))
    return f"[channels.m]\nname = 'M'\ntelephone = '+57 601 7442727'\nmenu = [{digits}]\n"


@pytest.mark.parametrize(
    ("book", "limit", "problem"),
    [
        pytest.param(lambda count: GOOD + channels(count - 1), ENTRIES, "channels: has more than 2000 entries", id="channels"),
        pytest.param(lambda count: GOOD + requests(count - 1), ENTRIES, "requests: has more than 2000 entries", id="requests"),
        pytest.param(lambda count: GOOD + tables("hours.x", count - 1, "weekly = '24/7'\n"), ENTRIES,
                     "hours: has more than 2000 entries", id="timetables"),
        pytest.param(lambda count: GOOD + holidays(count), ENTRIES, "holidays: has more than 2000 entries", id="holidays"),
        pytest.param(lambda count: GOOD + levels(count), LIST, "escalation: has more than 100 entries", id="levels"),
        pytest.param(lambda count: GOOD + shifts(count), LIST, "shifts: has more than 100 entries", id="shifts"),
        pytest.param(lambda count: GOOD + route(count), LIST, "requests.p2.route: has more than 100 entries", id="a route"),
        pytest.param(lambda count: GOOD + menu(count), LIST, "channels.m.menu: has more than 100 entries", id="a menu"),
        pytest.param(lambda count: GOOD + f"aliases = {array(count, 'a{}')}\n", LIST,
                     "requests.p1.aliases: has more than 100 entries", id="aliases"),
        pytest.param(lambda count: GOOD + f"[holidays]\n2026-12-24 = '{'x' * count}'\n", 200,
                     "holidays.2026-12-24: is longer than 200 characters", id="a holiday's name"),
        pytest.param(lambda count: GOOD + f"# {'.' * 9999}\n \t# {'.' * 9999}\nx{'.y' * count} = 1\n", 100,
                     ": has more than 100 dots in a line", id="the parts of a key"),
        pytest.param(lambda count: GOOD + tables("hours.x", count, f"weekly = '{LONG}'\n"),
                     RULES // len(LONG), ": has more than 40000 characters of weekly rules", id="weekly rules"),
        pytest.param(lambda count: LONG_HOURS + requests(count - 2), REACHED // len(LONG),
                     "requests: lead to more than 300000 characters of weekly rules", id="what channels and routes lead to"),
        pytest.param(lambda count: LONG_HOURS + levels(count), LADDER // len(LONG),
                     "escalation: leads to more than 20000 characters of weekly rules", id="what levels lead to"),
    ],
)  # fmt: skip
def test_a_book_at_a_limit_is_accepted_and_a_larger_one_refused(book, limit, problem):
    assert problem not in problems(book(limit))
    assert problems(book(limit + 1)) == [problem]


def test_the_default_book_is_within_every_limit():
    assert problems(DEFAULT_TEXT) == []


def test_of_very_many_problems_the_first_are_reported():
    many = problems(GOOD + "".join(f"[channels.c0.x{each}]\n" for each in range(5000)))
    assert len(many) == MOST + 1
    assert many[0].startswith("channels.c0.x0: x0 is not known; known are: ")
    assert many[-1] == f": has more problems: these are the first {MOST}"
    assert len(problems(GOOD + "".join(f"[channels.c0.x{each}]\n" for each in range(MOST)))) == MOST


def test_of_very_long_names_the_beginning_is_reported():
    text = GOOD.replace("'office'", f"'{'x' * 900_000}'") + f"[hours.{'y' * 50_000}]\nweekly = '24/7'\n"
    found = problems(text)
    assert 2 <= len(found) < 5
    assert all(len(each) < 4 * LONGEST for each in found)
    assert any(f"{'x' * (LONGEST - 1)}… is not known" in each for each in found)
    assert any(f"{'y' * 100}…: " in each for each in found)


NAMES = [f"channel_of_a_long_name_{each:030}" for each in range(1900)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        pytest.param(HEAD + "".join(f"[channels.{each}]\nname = 'X'\nurl = 'tel:1'\n" for each in NAMES)
                     + "".join(f"[requests.p{each}]\nname = 'P{each}'\nroute = ['{NAMES[each]}x']\n" for each in range(1900)),
                     "did you mean channel_of_a_long_name_000000000000000000000000000000?", id="similar names"),
        pytest.param(HEAD + "a" + ".a" * 200_000 + " = 1\n", "more than 100 dots", id="a key of many parts"),
        pytest.param(HEAD + "[" + "a." * 2000 + "a]\n" + "".join(f"b{each} = 1\n" for each in range(90_000)),
                     "more than 100 dots", id="a table of many parts"),
        pytest.param(HEAD + "".join(f"key{each} = 1\n" for each in range(60_000)), "has more problems", id="unknown keys"),
        pytest.param(GOOD + "".join(f"[hours.x{each}]\nweekly = '{'off; ' * 395}off'\n" for each in range(450)),
                     "characters of weekly rules", id="weekly rules"),
    ],
)  # fmt: skip
def test_too_large_a_book_is_refused_within_seconds(text, problem):
    assert len(text.encode()) < 1024 * 1024
    begun = time.process_time()
    found = problems(text)
    assert time.process_time() - begun < 5
    assert any(problem in each for each in found)
