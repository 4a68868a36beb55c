"""What counts as a change of a channel."""

from helpdesk_tui.answers.contact import Contact


def changed(before: Contact, now: Contact) -> bool:
    """Whether the channel opened, closed, became unconfirmed or came near its closing since `before`."""
    return before.state is not now.state or (now.closing_soon and not before.closing_soon)
