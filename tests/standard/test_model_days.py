"""The days that a rule names against the model, over all the days that a board may hold."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpdesk_tui.board.build import DAYS_AFTER, DAYS_BEFORE
from helpdesk_tui.board.wall import days_named
from helpdesk_tui.book.weekly import rules
from tests.standard.written import PLACES, rule
from tests.support import one_channel, problems_of


@settings(max_examples=400)
@given(day=st.sampled_from(sorted({day for _, day in PLACES})), data=st.data())
def test_a_rule_names_the_days_that_the_model_names(day, data):
    around = date.fromisoformat(day)
    meant = data.draw(rule(around))
    assume(not problems_of(one_channel(str(meant))))
    first, last = around - timedelta(days=DAYS_BEFORE), around + timedelta(days=DAYS_AFTER)
    (read,) = rules(str(meant))

    named = days_named(read, first, last)

    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    assert [each for each, is_named in zip(days, named, strict=True) if is_named] == [
        each for each in days if meant.names(each)
    ]
