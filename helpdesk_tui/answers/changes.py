"""What counts as a change of a channel."""

from helpdesk_tui.answers.status import Status


def changed(before: Status, now: Status) -> bool:
    """Whether the channel opened, closed, became unconfirmed or came near its closing since `before`."""
    return before.state is not now.state or (now.closing_soon and not before.closing_soon)
