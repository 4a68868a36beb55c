"""Our reading against opening_hours.js in Madrid, whose clock changes by an hour at night."""

from tests.standard.compared import check_board, check_zone

ZONE = "Europe/Madrid"


def test_every_minute_is_read_as_opening_hours_js_reads_it_or_the_difference_is_explained(record_property):
    check_zone(ZONE, record_property)


def test_a_board_of_a_year_says_what_the_timetables_say_that_are_compared():
    check_board(ZONE)
