"""What counts as a change at a channel."""

from helpdesk_tui.answers.contact import Contact


def changed(before: Contact, now: Contact) -> bool:
    """Whether the channel opened, closed, became unconfirmed, or is about to close since `before`."""
    return before.state is not now.state or (now.closing_soon and not before.closing_soon)
