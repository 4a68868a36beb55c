"""The screen as it looks, at every layout and in the main states."""

import pytest

from tests.tui.desk import HOLIDAY, MORNING, NIGHT, SATURDAY

SIZES = {"120": (120, 36), "100": (100, 30), "80": (80, 24), "40": (40, 15)}
sizes = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)


@sizes
def test_a_weekday_morning(at_size, size):
    assert at_size(MORNING, size)


@sizes
def test_a_weekday_night_with_priority_1(at_size, size):
    assert at_size(NIGHT, size, ["1"])


@sizes
def test_a_weekday_night_when_nobody_attends(at_size, size):
    assert at_size(NIGHT, size, ["2"])


@sizes
def test_a_holiday(at_size, size):
    assert at_size(HOLIDAY, size, ["2"])


@sizes
def test_the_second_escalation_level(at_size, size):
    assert at_size(MORNING, size, ["e", "e"])


@sizes
def test_a_search(at_size, size):
    assert at_size(MORNING, size, ["slash", "c", "r", "i", "t"])


@sizes
def test_the_help(at_size, size):
    assert at_size(MORNING, size, ["question_mark"])


@pytest.mark.parametrize("size", [(100, 30), (40, 15)], ids=["100", "40"])
def test_closing_soon_in_english_and_light(at_size, size):
    assert at_size(SATURDAY, size, language="en", theme="helpdesk-light")


def test_complaints_by_number_and_address(at_size):
    assert at_size(MORNING, (100, 30), ["5"])


def test_a_window_too_small(at_size):
    assert at_size(MORNING, (30, 8))
