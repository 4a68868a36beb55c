"""The default book's answers, row by row from the published page."""

from datetime import timedelta

import pytest

from helpdesk_tui.answers.coverage import breaches, coverage
from helpdesk_tui.answers.escalation import escalation
from helpdesk_tui.answers.status import channel_status, statuses
from helpdesk_tui.answers.who import Why
from helpdesk_tui.board.board import State
from tests.support import DEFAULT_TEXT, ask, default_board, instant

LETTERS = {State.OPEN: "o", State.CLOSED: "c", State.UNKNOWN: "u"}
IMMACULATE = "La Inmaculada Concepción"
CHIQUINQUIRA = "Día de Nuestra Señora del Rosario de Chiquinquirá (observado)"


@pytest.mark.parametrize(
    ("at", "states"),
    [
        pytest.param("2026-11-23T00:00", "c o c c c", id="weekday, first minute"),
        pytest.param("2026-11-23T03:00", "c o c c c", id="weekday, night"),
        pytest.param("2026-11-23T06:59:59", "c o c c c", id="weekday, a second before opening"),
        pytest.param("2026-11-23T07:00", "o o o o o", id="weekday, opening"),
        pytest.param("2026-11-23T12:00", "o o o o o", id="weekday, noon"),
        pytest.param("2026-11-23T16:59", "o o o o o", id="weekday, PQRSA's last minute"),
        pytest.param("2026-11-23T17:00", "o o o o c", id="weekday, PQRSA's end"),
        pytest.param("2026-11-23T18:59:59.999", "o o o o c", id="weekday, last instant"),
        pytest.param("2026-11-23T19:00", "c o c c c", id="weekday, end"),
        pytest.param("2026-11-23T23:59", "c o c c c", id="weekday, last minute of the day"),
        pytest.param("2026-11-27T18:59", "o o o o c", id="friday evening"),
        pytest.param("2026-11-28T07:00", "c o c c c", id="saturday, at the weekday's opening"),
        pytest.param("2026-11-28T08:00", "o o o o c", id="saturday, opening"),
        pytest.param("2026-11-28T12:59", "o o o o c", id="saturday, last minute"),
        pytest.param("2026-11-28T13:00", "c o c c c", id="saturday, end"),
        pytest.param("2026-11-29T10:00", "c o c c c", id="sunday"),
        pytest.param("2026-12-08T06:59", "c o c c c", id="holiday, before the published hours"),
        pytest.param("2026-12-08T07:00", "u o u u u", id="holiday, opening"),
        pytest.param("2026-12-08T10:00", "u o u u u", id="holiday, morning"),
        pytest.param("2026-12-08T17:00", "u o u u c", id="holiday, PQRSA's end"),
        pytest.param("2026-12-08T19:00", "c o c c c", id="holiday, after the published hours"),
        pytest.param("2026-12-25T10:00", "u o u u u", id="Christmas"),
        pytest.param("2026-12-24T10:00", "o o o o o", id="Christmas Eve is no holiday"),
        pytest.param("2026-07-13T10:00", "u o u u u", id="the holiday that Ley 2578 made"),
        pytest.param("2027-05-01T10:00", "u o u u c", id="holiday on a saturday"),
        pytest.param("2027-05-01T13:00", "c o c c c", id="holiday on a saturday, after the end"),
        pytest.param("2026-01-01T00:30", "c o c c c", id="new year's night"),
    ],
)
def test_the_five_channels_stand_as_published(at, states):
    board, moment = default_board(at)
    found = statuses(board, moment)
    assert [each.channel.id for each in found] == ["phone", "mobile", "email", "chat", "pqrsa"]
    assert " ".join(LETTERS[each.state] for each in found) == states


@pytest.mark.parametrize(
    ("at", "channel", "until", "opens"),
    [
        pytest.param("2026-11-23T12:00", "phone", "2026-11-23T19:00", "2026-11-24T07:00", id="open"),
        pytest.param("2026-11-23T07:00", "pqrsa", "2026-11-23T17:00", "2026-11-24T07:00", id="just open"),
        pytest.param("2026-11-23T19:00", "chat", "2026-11-24T07:00", "2026-11-24T07:00", id="just closed"),
        pytest.param("2026-11-28T13:00", "email", "2026-11-30T07:00", "2026-11-30T07:00", id="weekend"),
        pytest.param("2026-11-27T17:00", "pqrsa", "2026-11-30T07:00", "2026-11-30T07:00", id="friday"),
        pytest.param("2026-12-07T20:00", "phone", "2026-12-08T07:00", "2026-12-09T07:00", id="holiday's eve"),
        pytest.param("2026-12-08T10:00", "phone", "2026-12-08T19:00", "2026-12-09T07:00", id="holiday"),
        pytest.param("2026-12-24T18:00", "phone", "2026-12-24T19:00", "2026-12-26T08:00", id="long weekend"),
        pytest.param("2026-12-31T20:00", "phone", "2027-01-01T07:00", "2027-01-02T08:00", id="year's end"),
        pytest.param("2026-11-23T12:00", "mobile", None, None, id="always"),
        pytest.param("2026-12-25T03:00", "mobile", None, None, id="always, on a holiday too"),
    ],
)
def test_until_is_the_next_change_and_opens_the_next_opening(at, channel, until, opens):
    board, moment = default_board(at)
    found = channel_status(board, board.channels[channel], moment)
    assert found.until == (until and instant(until))
    assert found.opens == (opens and instant(opens))


@pytest.mark.parametrize(
    ("at", "channel", "soon"),
    [
        pytest.param("2026-11-23T18:29:00", "phone", False, id="31 minutes"),
        pytest.param("2026-11-23T18:29:59", "phone", False, id="30 minutes and a second"),
        pytest.param("2026-11-23T18:30:00", "phone", True, id="30 minutes"),
        pytest.param("2026-11-23T18:59:59", "phone", True, id="a second"),
        pytest.param("2026-11-23T19:00:00", "phone", False, id="closed"),
        pytest.param("2026-11-24T06:45:00", "phone", False, id="closed, and opening soon"),
        pytest.param("2026-11-23T16:30:00", "pqrsa", True, id="PQRSA, 30 minutes"),
        pytest.param("2026-11-28T12:29:00", "chat", False, id="saturday, 31 minutes"),
        pytest.param("2026-11-28T12:30:00", "chat", True, id="saturday, 30 minutes"),
        pytest.param("2026-12-08T18:45:00", "phone", False, id="holiday: nobody knows that it is open"),
        pytest.param("2026-11-23T18:45:00", "mobile", False, id="never closes"),
    ],
)
def test_closing_soon_is_open_with_at_most_thirty_minutes_left(at, channel, soon):
    board, moment = default_board(at)
    assert channel_status(board, board.channels[channel], moment).closing_soon is soon


@pytest.mark.parametrize(
    ("at", "request_id", "chosen", "why", "passed_over", "fallbacks", "messages", "opens"),
    [
        pytest.param("2026-11-23T12:00", "p1", "phone", Why.FIRST, "", "mobile", "", None, id="p1, noon"),
        pytest.param("2026-11-23T22:00", "p1", "mobile", Why.FIRST_OPEN, "phone", "", "", None, id="p1, night"),
        pytest.param("2026-11-29T10:00", "p1", "mobile", Why.FIRST_OPEN, "phone", "", "", None, id="p1, sunday"),
        pytest.param(
            "2026-12-08T10:00", "p1", "mobile", Why.FIRST_OPEN, "phone", "phone", "", None, id="p1, holiday"
        ),
        pytest.param(
            "2026-07-13T10:00", "p1", "mobile", Why.FIRST_OPEN, "phone", "phone", "", None, id="p1, new holiday"
        ),
        pytest.param("2026-11-23T12:00", "p2", "phone", Why.FIRST, "", "email chat", "", None, id="p2, noon"),
        pytest.param(
            "2026-11-23T22:00", "p2", None, Why.NONE, "phone email chat", "", "email",
            ("phone", "2026-11-24T07:00"), id="p2, night",
        ),
        pytest.param(
            "2026-12-08T10:00", "p2", "phone", Why.UNCONFIRMED, "", "email chat", "email",
            ("phone", "2026-12-09T07:00"), id="p2, holiday",
        ),
        pytest.param(
            "2026-12-07T20:00", "p2", None, Why.NONE, "phone email chat", "", "email",
            ("phone", "2026-12-09T07:00"), id="p2, the evening before a holiday",
        ),
        pytest.param("2026-11-28T12:59", "p3", "phone", Why.FIRST, "", "email chat", "", None, id="p3, saturday"),
        pytest.param(
            "2026-11-28T13:00", "p3", None, Why.NONE, "phone email chat", "", "email",
            ("phone", "2026-11-30T07:00"), id="p3, saturday's end",
        ),
        pytest.param(
            "2027-05-01T10:00", "p3", "phone", Why.UNCONFIRMED, "", "email chat", "email",
            ("phone", "2027-05-03T07:00"), id="p3, holiday on a saturday",
        ),
        pytest.param("2026-11-23T07:00", "p4", "phone", Why.FIRST, "", "email chat", "", None, id="p4, opening"),
        pytest.param(
            "2026-11-29T10:00", "p4", None, Why.NONE, "phone email chat", "", "email",
            ("phone", "2026-11-30T07:00"), id="p4, sunday",
        ),
        pytest.param("2026-11-23T16:59", "pqrsa", "pqrsa", Why.FIRST, "", "", "", None, id="pqrsa, afternoon"),
        pytest.param(
            "2026-11-23T17:00", "pqrsa", None, Why.NONE, "pqrsa", "", "pqrsa",
            ("pqrsa", "2026-11-24T07:00"), id="pqrsa, evening",
        ),
        pytest.param(
            "2026-11-28T10:00", "pqrsa", None, Why.NONE, "pqrsa", "", "pqrsa",
            ("pqrsa", "2026-11-30T07:00"), id="pqrsa, saturday",
        ),
        pytest.param(
            "2026-12-25T10:00", "pqrsa", "pqrsa", Why.UNCONFIRMED, "", "", "pqrsa",
            ("pqrsa", "2026-12-28T07:00"), id="pqrsa, Christmas",
        ),
    ],
)  # fmt: skip
def test_the_right_contact_for_each_request(
    at, request_id, chosen, why, passed_over, fallbacks, messages, opens
):
    answer = ask(DEFAULT_TEXT, at, request_id)
    assert (answer.contact and answer.contact.channel.id) == chosen
    assert answer.why is why
    assert [each.channel.id for each in answer.passed_over] == passed_over.split()
    assert [each.channel.id for each in answer.fallbacks] == fallbacks.split()
    assert [each.channel.id for each in answer.messages] == messages.split()
    assert (answer.opens and (answer.opens.channel.id, answer.opens.at)) == (
        opens and (opens[0], instant(opens[1]))
    )


@pytest.mark.parametrize(
    ("at", "comment"),
    [
        pytest.param("2026-11-23T10:00", None, id="no holiday"),
        pytest.param("2026-12-08T10:00", IMMACULATE, id="one holiday"),
        pytest.param("2026-12-08T20:00", None, id="closed on a holiday is closed as on any day"),
        pytest.param("2026-12-25T10:00", "Navidad", id="Christmas"),
        pytest.param("2026-07-13T10:00", CHIQUINQUIRA, id="the holiday that Ley 2578 made"),
        pytest.param("2027-05-01T10:00", "Día del Trabajo", id="on a saturday"),
        pytest.param(
            "2025-06-30T10:00",
            "Sagrado Corazón (observado), San Pedro y San Pablo (observado)",
            id="two holidays on one date",
        ),
    ],
)
def test_the_comment_of_an_unknown_hour_is_the_holidays_name(at, comment):
    board, moment = default_board(at)
    assert channel_status(board, board.channels["phone"], moment).comment == comment
    assert channel_status(board, board.channels["mobile"], moment).comment is None


@pytest.mark.parametrize(
    ("at", "first_level"),
    [
        pytest.param("2026-11-23T12:00", State.OPEN, id="weekday"),
        pytest.param("2026-11-23T20:00", State.CLOSED, id="night"),
        pytest.param("2026-11-28T12:59", State.OPEN, id="saturday"),
        pytest.param("2026-11-28T13:00", State.CLOSED, id="saturday's end"),
        pytest.param("2026-11-29T12:00", State.CLOSED, id="sunday"),
        pytest.param("2026-12-08T12:00", State.UNKNOWN, id="holiday"),
    ],
)
def test_the_first_level_keeps_office_hours_and_the_others_publish_none(at, first_level):
    board, moment = default_board(at)
    first, second, third = escalation(board, moment)
    assert (first.number, first.name) == (1, "Grupo de soporte técnico")
    assert [each.channel.id for each in first.contacts] == ["phone", "email"]
    assert first.status.state is first_level
    for step in (second, third):
        (own,) = step.contacts
        assert own.channel.id == f"level-{step.number}"
        assert (own.state, own.channel.hours, own.until, own.opens) == (State.UNKNOWN, None, None, None)
        assert (step.own, step.status.state, step.status.channel.hours) == (True, State.UNKNOWN, None)


def test_priority_1_is_never_in_breach_and_no_other_must_be_covered():
    board, begin = default_board("2026-11-23T00:00")
    year = (begin, begin + timedelta(days=400))
    assert [key for key, request in board.requests.items() if request.must_cover] == ["p1"]
    assert breaches(board, board.requests["p1"], *year) == ()
    assert coverage(board, board.requests["p1"], *year).covered == timedelta(days=400)
