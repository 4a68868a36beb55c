"""Findings on the contact details of a book's channels and escalation levels."""

from collections.abc import Iterator

import phonenumbers

from helpdesk_tui.book.models import Book, Channel, Details
from helpdesk_tui.book.problems import Problem, finding

Contact = tuple[str, ...]
"""An address, or a number with its menu and extensions."""


def contacts_of(book: Book) -> dict[str, Details]:
    """The contact details of channels, and of levels with details of their own, by key."""
    contacts: dict[str, Details] = {f"channels.{id}": channel for id, channel in book.channels.items()}
    for number, level in enumerate(book.escalation, start=1):
        if not level.channels:
            contacts[f"escalation.{number}"] = level
    return contacts


def contact_advice(book: Book) -> Iterator[Problem]:
    """Yield the findings on contact details."""
    for key, details in contacts_of(book).items():
        yield from _link(f"{key}.url", details.url)
        if details.extensions and not _numbers(details) and (details.email or details.url):
            yield finding(
                "extension-without-telephone",
                f"{key}.extensions",
                "has no telephone beside it: it is dialled from within alone",
            )
        if not isinstance(details, Channel) and details.hours is None:
            yield finding("level-without-hours", key, "has no hours: it is always unconfirmed")
    yield from _repeated(book)
    yield from _shadowed(book)


def _link(key: str, url: str | None) -> Iterator[Problem]:
    if url is not None and url.lower().startswith("http:"):
        yield finding("http-link", key, "is http, not https: what is sent there can be read on the way")
    if url is not None and url.lower().startswith("tel:+") and not _is_valid(url[4:]):
        yield finding("doubtful-number", key, "calls a number that is not valid in its country")


def _is_valid(text: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text))
    except phonenumbers.NumberParseException:
        return False


def _repeated(book: Book) -> Iterator[Problem]:
    """Yield channels with a contact that an earlier channel has."""
    owners: dict[Contact, str] = {}
    for id, channel in book.channels.items():
        for contact, field in _contacts(channel).items():
            other = owners.setdefault(contact, id)
            if other != id:
                yield finding(
                    "repeated-contact",
                    f"channels.{id}.{field}",
                    "is the contact of {other} too",
                    other=f"channels.{other}",
                )


def _shadowed(book: Book) -> Iterator[Problem]:
    """Yield channels that are never given because of an earlier one on their route."""
    always = {name for name, hours in book.hours.items() if hours.never_closes}
    for request_id, request in book.requests.items():
        for field, route in request.all_routes().items():
            earlier: dict[tuple[object, ...], dict[str | None, str]] = {}
            for id in route:
                channel = book.channels[id]
                before = earlier.setdefault(_whole_contact(channel), {})
                same = [each for each in before if each == channel.hours]
                same = same or [each for each in before if each in always]
                if same:
                    yield finding(
                        "shadowed-channel",
                        f"requests.{request_id}.{field}",
                        "{channel} is never given: {other} stands before it with the same contact",
                        channel=id,
                        other=before[same[0]],
                    )
                before.setdefault(channel.hours, id)


def _whole_contact(channel: Channel) -> tuple[object, ...]:
    """The numbers, addresses and roster of a channel, and the ways that accept its messages."""
    return (
        _numbers(channel),
        channel.menu,
        channel.extensions,
        channel.email,
        channel.url,
        channel.message_ways(),
        channel.on_duty,
    )


def _numbers(details: Details) -> tuple[str, ...]:
    return tuple(each for each in (details.telephone, *details.telephones) if each)


def _contacts(channel: Channel) -> dict[Contact, str]:
    """The field of each address, and of each number with its menu and extensions."""
    contacts: dict[Contact, str] = {}
    for number in _numbers(channel):
        field = "telephone" if number == channel.telephone else "telephones"
        contacts.setdefault((number, "".join(channel.menu), *channel.extensions), field)
    if channel.email:
        contacts[(channel.email.casefold(),)] = "email"
    return contacts
