"""Good books as heavy as a book may be: every answer still comes within seconds."""

import time

import pytest

from helpdesk_tui.book.fields import LIST
from helpdesk_tui.book.size import LADDER, REACHED, RULES
from tests.cli.program import AT, book

HEAD = "[book]\ntitle = 'Desk'\ntimezone = 'America/Bogota'\nverified = 2026-11-23\n"
LONGEST = 5.0
"""Seconds of processor time that a command may take."""
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def clock(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


def minutes(first, state=""):
    """A weekly expression that opens for a minute 165 times a day; almost 2,000 characters."""
    times = (f"{clock(at)}-{clock(at + 1)}" for at in range(first, first + 165 * 7, 7))
    return ",".join(times) + state


def closures(first):
    """A weekly expression with 95 rules that close for nine minutes; almost 2,000 characters."""
    offs = (
        f"{DAYS[each % 7]} {clock(each * 7 + first)}-{clock(each * 7 + first + 9)} off" for each in range(95)
    )
    return "; ".join(["08:00-17:00", *offs])


def desk(*weekly, channels=1):
    """A book with these timetables, each with so many channels and a request."""
    parts = [HEAD]
    for number, each in enumerate(weekly):
        parts.append(f"[hours.h{number}]\nweekly = '{each}'\n")
        ids = [f"c{number}-{channel}" for channel in range(channels)]
        parts += [f"[channels.{id}]\nname = '{id}'\nurl = 'tel:1'\nhours = 'h{number}'\n" for id in ids]
        parts.append(f"[requests.p{number}]\nname = 'P{number}'\nroute = ['{ids[0]}']\n")
    return "".join(parts)


def shifts(*weekly):
    return "".join(
        f"[[shifts]]\nname = 'S{number}'\nweekly = '{each}'\n" for number, each in enumerate(weekly)
    )


MOST = RULES // 2000 - 1
"""Timetables of almost 2,000 characters, with room for a little more."""
FLIPS = desk(*map(minutes, range(MOST)))
SHARED = desk(minutes(0, ' "x"'), channels=REACHED // 2000 - 1)
LADDERS = "[[escalation]]\nname = 'L'\nchannels = ['all', 'c0-0']\n" * (LADDER // 2000)


@pytest.mark.parametrize(
    ("text", "command", "code"),
    [
        pytest.param(desk(*map(closures, range(MOST))), "check", 0, id="many closures"),
        pytest.param(SHARED, "status", 0, id="many channels with the same hours"),
        pytest.param(SHARED + shifts("2026 Jan 01-2027 Aug 01 00:00-24:00"), "shift --json", 0, id="a shift of months"),
        pytest.param(desk(minutes(0)) + shifts(*(minutes(first, " unknown") for first in range(MOST - 1)), "06:00-14:00"),
                     "shift", 0, id="shifts that nobody is known to work"),
        pytest.param(desk("24/7") + shifts(*(",".join(f"{clock(at)}-{clock(at + 1)}" for at in range(first, first + 1300, 60)) for first in range(LIST))),
                     "check", 0, id="many shifts"),
        pytest.param(FLIPS + "[hours.always]\nweekly = '24/7'\n[channels.all]\nname = 'All'\nurl = 'tel:1'\nhours = 'always'\n" + LADDERS,
                     "escalate", 0, id="levels that never close"),
    ],
)  # fmt: skip
def test_no_command_takes_five_seconds(cli, text, command, code):
    book(text)
    begun = time.process_time()
    ran = cli(*command.split(), "--at", AT)
    assert time.process_time() - begun < LONGEST
    assert (ran.code, ran.err) == (code, "")
    assert ran.out
