"""The first coverage rule that is broken: which request, how long, and how many others."""

from datetime import timedelta

import pytest

from helpdesk_tui.answers.rules import first_breach
from tests.support import board_of, instant

BOOK = """
[book]
title = "Desk"
timezone = "America/Bogota"
[hours.office]
weekly = "Mo-Fr 08:00-17:00"
[channels.phone]
name = "Phone"
hours = "office"
telephone = "+57 601 7442727"
"""

NEVER = BOOK.replace("Mo-Fr 08:00-17:00", "off")


def rules(*weekly, book=BOOK):
    """A book with a request for each of these rules; an empty one has none."""
    requests = [
        f"[requests.r{number}]\nname = 'R{number}'\nroute = ['phone']\n"
        + (f"must_cover = '{rule}'\n" if rule else "")
        for number, rule in enumerate(weekly)
    ]
    return book + "".join(requests)


def first(text, at):
    return first_breach(*board_of(text, at))


@pytest.mark.parametrize(
    ("weekly", "at", "start", "end"),
    [
        pytest.param("Mo-Fr 08:00-18:00", "2026-11-23T10:00", "2026-11-23T17:00", "2026-11-23T18:00", id="to come"),
        pytest.param("Mo-Fr 08:00-18:00", "2026-11-23T17:30", "2026-11-23T17:30", "2026-11-23T18:00", id="from now on"),
        pytest.param("Mo-Fr 08:00-18:00", "2026-11-23T18:00", "2026-11-24T17:00", "2026-11-24T18:00", id="tomorrow's"),
        pytest.param("24/7", "2026-11-27T18:00", "2026-11-27T18:00", "2026-11-30T08:00", id="beyond the day, to its end"),
        pytest.param("Sa 08:00-18:00", "2026-11-27T08:01", "2026-11-28T08:00", "2026-11-28T18:00", id="within a day"),
    ],
)  # fmt: skip
def test_the_breach_is_the_first_of_the_coming_day_with_its_end(weekly, at, start, end):
    found = first(rules(weekly), at)
    assert (found.request.id, found.period, found.open_end, found.more) == (
        "r0",
        (instant(start), instant(end)),
        False,
        0,
    )


@pytest.mark.parametrize(
    ("weekly", "at"),
    [
        pytest.param("Mo-Fr 08:00-17:00", "2026-11-23T10:00", id="kept"),
        pytest.param("Sa 08:00-18:00", "2026-11-27T08:00", id="a day ahead and no less"),
        pytest.param("", "2026-11-23T18:00", id="no rule"),
    ],
)
def test_a_rule_that_is_kept_for_a_day_is_no_breach(weekly, at):
    assert first(rules(weekly), at) is None


@pytest.mark.parametrize(
    ("weekly", "request_id", "more"),
    [
        pytest.param(["Mo 19:00-20:00", "Mo 18:00-20:00"], "r1", 1, id="the earlier one"),
        pytest.param(["Mo 18:00-20:00", "Mo 18:00-19:00", "24/7"], "r2", 2, id="the earliest of three"),
        pytest.param(["", "Mo 18:00-19:00", "Mo 18:00-20:00", "Fr 18:00-20:00"], "r1", 1, id="the first where they begin together"),
    ],
)  # fmt: skip
def test_of_several_breaches_the_first_is_named_and_the_others_counted(weekly, request_id, more):
    found = first(rules(*weekly), "2026-11-23T10:00")
    assert (found.request.id, found.more) == (request_id, more)


@pytest.mark.parametrize(
    ("weekly", "days", "open_end"),
    [
        pytest.param("2026 Nov 20-30", 8, False, id="an end that was found"),
        pytest.param("2026 Nov 20-Dec 02", 9, True, id="longer than it is followed"),
        pytest.param("24/7", 9, True, id="for ever"),
    ],
)
def test_an_end_that_was_not_looked_for_is_told_from_one_that_was_found(weekly, days, open_end):
    found = first(rules(weekly, book=NEVER), "2026-11-23T00:00")
    assert found.period.end - found.period.start == timedelta(days=days)
    assert found.open_end is open_end
