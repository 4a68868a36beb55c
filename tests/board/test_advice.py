"""Remarks on hours that are right and may not be meant, where the command's own tests have no row."""

from datetime import date

import pytest

from helpdesk_tui.board.advice import hours_advice
from tests.support import book_of, one_channel


def findings(weekly):
    found = hours_advice(book_of(one_channel(weekly)), date(2026, 11, 23))
    return [each.message.format(**dict(each.values)) for each in found]


@pytest.mark.parametrize(
    "weekly",
    [
        pytest.param("Mo-Su 20:00-06:00,08:00-16:00; Sa 10:00-12:00 off", id="a break on a day between two nights"),
        pytest.param("24/7; Fr 22:00-06:00 off; Sa 04:00-08:00 off", id="two closures that meet in a morning"),
    ],
)  # fmt: skip
def test_a_night_that_is_neither_cut_nor_left_open_is_not_findinged(weekly):
    assert [text for text in findings(weekly) if "night" in text and "never" not in text] == []


def test_each_finding_on_an_expression_stands_at_every_key_that_has_it():
    text = one_channel("00:00-23:59") + "must_cover = '00:00-23:59'\n"
    keys = [each.key for each in hours_advice(book_of(text), date(2026, 11, 23))]
    assert keys == ["hours.own.weekly", "requests.help.must_cover"]


@pytest.mark.parametrize(
    ("weekly", "uneven"),
    [("week 1-53/2 Mo-Fr 08:00-18:00", True), ("week 1-9/2,12-20/2 Mo-Fr 08:00-18:00", False)],
)
def test_weeks_are_uneven_at_the_end_of_a_year_alone(weekly, uneven):
    assert any("does not alternate" in each for each in findings(weekly)) == uneven
