"""What is refused in people and rosters, each named by its key; and the findings on them."""

from datetime import date

import pytest

from helpdesk_tui.book.advice import advice
from tests.support import book_of, problems_of

GOOD = """
[book]
title = "Desk"
timezone = "Europe/Madrid"

[channels.guard]
name = "Guard"
on_duty = "night"

[requests.p1]
name = "Priority 1"
route = ["guard"]

[people.ana]
name = "Ana"
telephone = "+34 600 100 200"

[people.luis]
name = "Luis"
email = "luis@example.com"

[[rosters.night.turns]]
from = 2026-11-02T08:00:00
every = "1 week"
members = ["ana", "luis", ""]

[[rosters.night.overrides]]
person = "luis"
from = 2026-11-03T08:00:00
until = 2026-11-04T08:00:00
"""
EVERY = 'must be a number of hours, days, weeks or months up to 999, as "12 hours" or "1 week"'
TIME = "must be a local date and time from 1980 to 2199, as 2026-11-23T08:00:00 without an offset"
START, UNTIL = "from = 2026-11-03T08:00:00", "until = 2026-11-04T08:00:00"
FIRST = "from = 2026-11-02T08:00:00"
MEMBERS = 'members = ["ana", "luis", ""]'
LINE_UP = f'[[rosters.night.turns]]\n{FIRST}\nevery = "1 day"\n{MEMBERS}\n'
MANY = "\n".join(
    f'[channels.c{number}]\nname = "C"\non_duty = "r{number}"\n[[rosters.r{number}.turns]]\n{FIRST}\n'
    'every = "1 hour"\nmembers = ["ana"]\n'
    for number in range(20)
)


def said(content: str) -> list[str]:
    return [f"{each.key}: {each.message.format(**dict(each.values))}" for each in problems_of(content)]


@pytest.mark.parametrize(
    "more",
    [
        f'[[rosters.night.overrides]]\nperson = ""\n{UNTIL.replace("until", "from")}\nuntil = 2026-11-05T08:00:00\n',
        "[[rosters.night.turns]]\nfrom = '2026-12-02 08:00'\nevery = '12 hours'\nmembers = ['ana']\n",
        "[rosters.other]\ncalendar = 'guard.ics'\n",
    ],
)
def test_a_good_roster_is_taken(more):
    assert said(GOOD + more) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'on_duty = "night"',
            'on_duty = "nigth"',
            "channels.guard.on_duty: nigth is not known; did you mean night?",
        ),
        ('"ana", ', '"anna", ', "rosters.night.turns.1.members: anna is not known; did you mean ana?"),
        (
            'person = "luis"',
            'person = "lui"',
            "rosters.night.overrides.1.person: lui is not known; did you mean luis?",
        ),
        ('every = "1 week"', 'every = "1 fortnight"', f"rosters.night.turns.1.every: {EVERY}"),
        ('every = "1 week"', 'every = "0 days"', f"rosters.night.turns.1.every: {EVERY}"),
        ('every = "1 week"', "every = 7", f"rosters.night.turns.1.every: {EVERY}"),
        (FIRST, "from = 2026-11-02", f"rosters.night.turns.1.from: {TIME}"),
        (FIRST, "from = 2026-11-02T08:00:00Z", f"rosters.night.turns.1.from: {TIME}"),
        (FIRST, "from = 1979-11-02T08:00:00", f"rosters.night.turns.1.from: {TIME}"),
        (FIRST, "", "rosters.night.turns.1.from: is missing"),
        (
            FIRST,
            f"{FIRST}\nuntl = 1",
            "rosters.night.turns.1.untl: untl is not known; known are: from, every, members",
        ),
        (MEMBERS, "members = []", "rosters.night.turns.1.members: must not be empty"),
        (
            MEMBERS,
            f"members = {['ana'] * 401}",
            "rosters.night.turns.1.members: has more than 400 entries",
        ),
        (UNTIL, "until = 2026-11-03T08:00:00", "rosters.night.overrides.1.until: is not after from"),
        (UNTIL, "until = 2026-11-03T07:00:00", "rosters.night.overrides.1.until: is not after from"),
        (
            UNTIL,
            f'{UNTIL}\n[[rosters.night.overrides]]\nperson = "ana"\nfrom = 2026-11-04T07:59:00\n'
            "until = 2026-11-04T09:00:00",
            "rosters.night.overrides.2: overlaps with override 1: only one can be on duty",
        ),
        (
            UNTIL,
            f"{UNTIL}\n{LINE_UP}",
            "rosters.night.turns.2.from: is not after that of the turns before it",
        ),
        (
            UNTIL,
            f'{UNTIL}\n[rosters.night]\ncalendar = "guard.ics"',
            "rosters.night.calendar: stands beside turns: a roster has one or the other",
        ),
        (UNTIL, f"{UNTIL}\n[rosters.empty]", "rosters.empty: has neither turns nor a calendar"),
        (
            'telephone = "+34 600 100 200"',
            "",
            "people.ana: has no telephone and no email, and nor has channels.guard, which they answer",
        ),
        (UNTIL, f"{UNTIL}\n{MANY}", "rosters: have more than 200000 hand-overs in a year"),
    ],
)
def test_a_bad_roster_is_named_by_its_key(old, new, problem):
    assert old in GOOD
    assert said(GOOD.replace(old, new, 1)) == [problem]


def test_every_override_within_a_longer_one_is_named():
    spans = "".join(
        f'[[rosters.night.overrides]]\nperson = "ana"\nfrom = 2027-01-{first:02}T08:00:00\n'
        f"until = 2027-01-{last:02}T08:00:00\n"
        for first, last in ((1, 30), (2, 3), (10, 13))
    )
    assert said(GOOD + spans) == [
        f"rosters.night.overrides.{number}: overlaps with override 2: only one can be on duty"
        for number in (3, 4)
    ]


def test_a_person_without_a_contact_may_hold_the_telephone_of_a_channel():
    text = GOOD.replace('telephone = "+34 600 100 200"', "").replace(
        'on_duty = "night"', 'on_duty = "night"\ntelephone = "+34 600 100 201"'
    )
    assert said(text) == []


def test_people_and_rosters_that_no_answer_names_are_found():
    text = (
        GOOD
        + f'[people.eva]\nname = "Eva"\n[[rosters.day.turns]]\n{FIRST}\nevery = "1 day"\nmembers = ["ana"]\n'
    )
    found = [each.key for each in advice(book_of(text), date(2026, 11, 25)) if each.kind == "unused-duty"]
    assert found == ["rosters.day", "people.eva"]
