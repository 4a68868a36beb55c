"""The contacts as a Markdown page for a wiki: requests with their routes, channels, escalation levels."""

from collections.abc import Iterator
from urllib.parse import quote

from helpdesk_tui.board.board import Board, Channel, Request
from helpdesk_tui.cli.exports.contacts import Contact, Contacts
from helpdesk_tui.phrases.contacts import ways
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.markdown import literal, prose
from helpdesk_tui.phrases.times import format_date


def page(contacts: Contacts) -> Iterator[str]:
    """Yield the lines of the page, with the markup in the book's text escaped."""
    book, board, language = contacts.book, contacts.phrases.board, contacts.phrases.language
    _ = language.translate
    title = " · ".join(filter(None, (book.book.organization, book.book.title)))
    yield f"# {literal(title)}"
    yield ""
    yield literal(_("Every time is that of {zone}.", zone=board.timezone))
    if book.book.verified:
        yield literal(_("Verified: {date}.", date=format_date(language, book.book.verified)))
    if book.book.source:
        yield prose(_("Source: {source}.", source=book.book.source.rstrip(".")))
    if board.requests:
        yield from ("", f"## {_('Requests')}", "")
        titles = (_("Key"), _("Request"), _("Channels, in order"), _("Note"))
        yield f"| {' | '.join(titles)} |"
        yield "| --- | --- | --- | --- |"
        for request in board.requests.values():
            cells = (request.key or "", request.name, _routes(board, language, request), request.note or "")
            yield f"| {' | '.join(map(prose, cells))} |"
    channels, levels = (
        [contact for contact in contacts.all() if contact.kind == kind] for kind in ("channel", "level")
    )
    yield from ("", f"## {_('Channels')}")
    for contact in channels:
        yield from _section(language, contact.name, contact)
    if levels:
        yield from ("", f"## {_('Escalation levels')}")
    for number, contact in enumerate(levels, start=1):
        yield from _section(language, f"{number}. {contact.name}", contact)


def _routes(board: Board, language: Language, request: Request) -> str:
    """The channels of the request's route, then those of its routes of other hours."""
    texts = [", ".join(board.channels[id].name for id in request.route)]
    for each in request.routes:
        channels = ", ".join(board.channels[id].name for id in each.channels)
        texts.append(language.translate("during {hours}: {channels}", hours=each.hours, channels=channels))
    return "; ".join(texts)


def _section(language: Language, title: str, contact: Contact) -> Iterator[str]:
    """Yield a heading, then the ways, the hours and the note, or the channels that reach a level."""
    yield from ("", f"### {literal(title)}", "")
    channel = contact.own
    if channel is None:
        yield from (f"- {prose(each.name)}: {', '.join(_ways(language, each))}" for each in contact.channels)
        return
    yield from (f"- {way}" for way in _ways(language, channel))
    hours = language.translate("Hours: {hours}", hours=contact.hours)
    yield f"- {prose(hours)}"
    if channel.note:
        yield f"- {prose(channel.note)}"


def _ways(language: Language, channel: Channel) -> Iterator[str]:
    """Yield the ways as links, with the menu keys and the extensions."""
    for way in ways(language, channel):
        # Characters that would end the link are written as their codes.
        target = quote(way.link, safe="!#$%&'()*+,/:;=?@[]~")
        text = f"[{literal(way.text)}](<{target}>)" if way.link else literal(way.text)
        yield " ".join([text, *map(literal, way.beside)])
