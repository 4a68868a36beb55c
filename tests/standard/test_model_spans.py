"""A board's spans against the model, minute by minute, where clocks, months and years change."""

from datetime import date, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from helpdesk_tui.board.build import build
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.read import read_book
from tests.standard.model import WEEKDAYS, day_of, text_of, with_holiday
from tests.standard.written import DAYS, PLACES, rules, spelt
from tests.support import instant, one_channel, problems_of

_MINUTE = timedelta(minutes=1)
_HOLIDAYS = st.dictionaries(st.integers(-1, DAYS), st.sampled_from(["Rest", "Feast"]), max_size=2)


@settings(max_examples=300)
@given(
    place=st.sampled_from(PLACES),
    on_holidays=st.sampled_from(["open", "closed", "unknown", *(f"as {each}" for each in WEEKDAYS)]),
    holidays=_HOLIDAYS,
    data=st.data(),
)
def test_spans_say_what_the_model_says_at_every_minute(place, on_holidays, holidays, data):
    name, day = place
    first = date.fromisoformat(day)
    timetable = data.draw(rules(first))
    weekly = data.draw(spelt(text_of(timetable)))
    feasts = {first + timedelta(days=days): feast for days, feast in holidays.items()}
    read_as = {}
    if on_holidays.startswith("as "):
        weekday = WEEKDAYS.index(on_holidays.removeprefix("as "))
        read_as = {each: each + timedelta(days=weekday - each.weekday()) for each in feasts}
    text = one_channel(
        weekly,
        zone=name,
        on_holidays=on_holidays,
        holidays="\n".join(f"{each} = '{feast}'" for each, feast in feasts.items()),
    )
    assume(not problems_of(text))
    start = instant(f"{day}T00:00", name)
    board = build(read_book(BookFile("contacts.toml", text.encode())), start)

    spans = board.spans(board.channels["desk"], start, start + timedelta(days=DAYS))

    assert spans[0].start == start
    assert spans[-1].end == start + timedelta(days=DAYS)
    for one, next_one in pairwise(spans):
        assert one.start < one.end == next_one.start
        assert (one.state, one.comment) != (next_one.state, next_one.comment)
    said = [
        (span.state.value, span.comment) for span in spans for _ in range((span.end - span.start) // _MINUTE)
    ]
    days = {}
    for minute, found in enumerate(said):
        wall = (start + minute * _MINUTE).astimezone(ZoneInfo(name))
        today = wall.date()
        if today not in days:
            days[today] = with_holiday(day_of(timetable, today, read_as), feasts.get(today), on_holidays)
        assert found == days[today][wall.hour * 60 + wall.minute], wall
