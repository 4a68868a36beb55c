"""The contacts as CSV: a row for each channel and each level."""

from collections.abc import Iterable, Iterator

from helpdesk_tui.cli.exports.contacts import Contacts
from helpdesk_tui.cli.exports.csv_text import guarded, to_csv

COLUMNS = (
    "kind", "id", "name", "telephone", "menu", "extension", "email", "url", "hours", "on_holidays", "note",
    "channels",
)  # fmt: skip


def table(contacts: Contacts, *, excel: bool = False) -> bytes:
    """The contacts, with the ids of the channels that reach a level. `excel` is as in `to_csv`."""

    def rows() -> Iterator[Iterable[str]]:
        for contact in contacts.all():
            channel = contact.own
            cells = [contact.kind, contact.id, contact.name]
            if channel is None:
                cells += [*[""] * 8, " ".join(each.id for each in contact.channels)]
                yield map(guarded, cells)
                continue
            hours = contacts.book.hours[channel.published] if channel.published else None
            cells += [
                ", ".join(channel.telephones),
                " ".join(channel.menu),
                ", ".join(channel.extensions),
                channel.email or "",
                channel.url or "",
                hours.weekly if hours else "",
                hours.on_holidays if hours else "",
                channel.note or "",
                "",
            ]
            yield map(guarded, cells)

    return to_csv(COLUMNS, rows(), excel=excel)
