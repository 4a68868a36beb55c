"""The contacts as CSV: a row for each channel and each level."""

from collections.abc import Iterator

from helpdesk_tui.cli.exports.contacts import Contacts
from helpdesk_tui.cli.exports.csv_text import guarded, to_csv

COLUMNS = (
    "kind", "id", "name", "telephone", "menu", "extension", "email", "url", "hours", "on_holidays", "note",
    "channels",
)  # fmt: skip


def table(contacts: Contacts, *, excel: bool = False) -> bytes:
    """The contacts; `channels` are the ids of those that reach a level. `excel` as in `to_csv`."""

    def rows() -> Iterator[list[str]]:
        for contact in contacts.all():
            channel = contact.channels[0]
            start = [contact.kind, contact.id, contact.name]
            if contact.kind == "level" and channel.id != contact.id:
                ids = " ".join(each.id for each in contact.channels)
                yield [guarded(cell) for cell in (*start, *[""] * 8, ids)]
                continue
            hours = contacts.book.hours[channel.published] if channel.published else None
            cells = (
                *start,
                ", ".join(channel.telephones),
                " ".join(channel.menu),
                ", ".join(channel.extensions),
                channel.email or "",
                channel.url or "",
                hours.weekly if hours else "",
                hours.on_holidays if hours else "",
                channel.note or "",
                "",
            )
            yield [guarded(cell) for cell in cells]

    return to_csv(COLUMNS, rows(), excel=excel)
