"""What counts as a change at a channel between two instants."""

import pytest

from helpdesk_tui.answers.status import changed, channel_status
from tests.support import board_of, one_channel

HOURS = 'Mo-Fr 09:00-17:00, Sa 10:00-12:00 open "desk 3", Sa 12:00-14:00 open "desk 4", Su 10:00-12:00 unknown "ask"'


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        pytest.param("2026-11-23T08:59", "2026-11-23T09:00", True, id="it opens"),
        pytest.param("2026-11-23T16:59", "2026-11-23T17:00", True, id="it closes"),
        pytest.param("2026-11-29T09:59", "2026-11-29T10:00", True, id="it becomes unconfirmed"),
        pytest.param("2026-11-29T11:59", "2026-11-29T12:00", True, id="it is known to be closed again"),
        pytest.param("2026-11-23T16:29:59", "2026-11-23T16:30", True, id="it is about to close"),
        pytest.param("2026-11-23T16:30", "2026-11-23T16:31", False, id="it is about to close still"),
        pytest.param("2026-11-23T10:00", "2026-11-23T10:01", False, id="it stays open"),
        pytest.param("2026-11-23T16:45", "2026-11-24T10:00", False, id="it was about to close, and is open"),
        pytest.param("2026-11-23T10:00", "2026-11-24T10:00", False, id="a night passed"),
        pytest.param("2026-11-28T11:59", "2026-11-28T12:00", False, id="the reason alone"),
        pytest.param("2026-11-23T10:00", "2026-11-23T20:00", True, id="it closed some time ago"),
    ],
)
def test_a_change_is_of_state_or_closing_soon(before, now, told):
    board, _ = board_of(one_channel(HOURS), "2026-11-25T12:00")
    channel = board.channels["desk"]
    at = [board_of(one_channel(HOURS), each)[1] for each in (before, now)]
    assert changed(*(channel_status(board, channel, each) for each in at)) is told
