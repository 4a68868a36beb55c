"""The contacts as vCards of version 4 (RFC 6350), a card for each channel and each level."""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from icalendar import vText, vUri
from icalendar.parser import Contentline, Parameters

from helpdesk_tui.board.board import Channel
from helpdesk_tui.cli.exports.contacts import Contact, Contacts
from helpdesk_tui.phrases.contacts import ways


def cards(contacts: Contacts) -> bytes:
    """The cards, with lines folded and text escaped as the standard requires."""
    lines = (line for contact in contacts.all() for line in _card(contacts, contact))
    return b"".join(line.to_ical() + b"\r\n" for line in lines)  # type: ignore[no-untyped-call]


def _card(contacts: Contacts, contact: Contact) -> Iterator[Contentline]:
    header, language = contacts.book.book, contacts.phrases.language
    yield _line("BEGIN", "VCARD")
    yield _line("VERSION", "4.0")
    yield _line("KIND", "org")
    # The same UID in every export: by it an address book recognizes the card.
    yield _line("UID", uuid5(NAMESPACE_URL, f"{header.title} {contact.kind} {contact.id}").urn)
    yield _line("FN", vText(contact.name))
    yield _line("ORG", vText(header.organization or header.title))
    for channel in contact.channels:
        yield from _ways(channel)
    yield _line("NOTE", vText("\n".join(_notes(contacts, contact))), LANGUAGE=language.code)
    yield _line("END", "VCARD")


def _ways(channel: Channel) -> Iterator[Contentline]:
    for telephone in channel.telephones:
        # RFC 3966 allows one extension for each number.
        for extension in channel.extensions or ("",):
            number = f"tel:{telephone};ext={extension}" if extension else f"tel:{telephone}"
            yield _line("TEL", vUri(number), VALUE="uri", TYPE=["work", "voice"])
    if not channel.telephones:
        for extension in channel.extensions:
            yield _line("TEL", vText(extension), VALUE="text", TYPE=["work", "voice"])
    if channel.email:
        yield _line("EMAIL", vText(channel.email), TYPE="work")
    if channel.url:
        yield _line("URL", vUri(channel.url))


def _notes(contacts: Contacts, contact: Contact) -> Iterator[str]:
    """Yield the hours, the ways with menu keys or extensions, and the notes."""
    if contact.hours:
        yield contact.hours
    for channel in contact.channels:
        for way in ways(contacts.phrases.language, channel):
            if way.beside:
                yield way.in_full
        if channel.note:
            yield channel.note


def _line(name: str, value: object, **parameters: object) -> Contentline:
    line: Contentline = Contentline.from_parts(name, Parameters(parameters), value, sorted=False)
    return line
