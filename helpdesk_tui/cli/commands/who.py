"""The command `who`: the right contact for a request, the number or address first."""

from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.status import Status
from helpdesk_tui.answers.who import Who, who
from helpdesk_tui.board.board import State
from helpdesk_tui.cli import output
from helpdesk_tui.cli.named import request_named
from helpdesk_tui.cli.output import Line, Piece
from helpdesk_tui.cli.question import question
from helpdesk_tui.cli.rows import row, state_piece
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.phrases import Speaker, mark, ways


def answer(arguments: Namespace, words: Words) -> int:
    """Write whom to contact and return the exit code: NOBODY where no one is known to be open."""
    asked = question(arguments, words)
    request = request_named(asked.board, arguments.request, asked.speaker.words)
    found = who(asked.board, request, asked.at)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import document

        output.write_text(document(asked.speaker, _as_dict(asked.speaker, found)))
    else:
        output.write([*lines(asked.speaker, found, output.columns()), asked.footer()])
    reached = found.contact is not None and found.contact.state is State.OPEN
    return output.DONE if reached else output.NOBODY


def lines(speaker: Speaker, found: Who, columns: int | None) -> Iterator[Line]:
    """The contact on the first lines, then its state, why, and who comes next."""
    _ = speaker.words.gettext
    if found.contact is None:
        yield from row(columns, Piece(_("Nobody is open now"), "bold red"), Piece(found.request.name))
    else:
        doubt = [Piece(_("unconfirmed"), "yellow")] if found.contact.state is State.UNKNOWN else []
        for way in ways(speaker.words, found.contact.channel):
            yield from row(columns, Piece(way, "bold"), *doubt)
        name = Piece(f"{mark(found.contact)} {found.contact.channel.name}")
        when = Piece(speaker.when(found.contact))
        yield from row(columns, name, state_piece(speaker, found.contact), when)
    yield (Piece(speaker.why(found)),)
    if found.contact is not None and found.contact.channel.note:
        yield (Piece(found.contact.channel.note, "dim"),)
    yield from _others(_("If nobody answers:"), speaker, found.fallbacks, columns)
    yield from _others(_("Takes messages:"), speaker, found.messages, columns)
    if found.opens is not None:
        yield (Piece(speaker.opening(found.opens)),)


def _others(
    title: str, speaker: Speaker, contacts: tuple[Status, ...], columns: int | None
) -> Iterator[Line]:
    if contacts:
        yield (Piece(title),)
    for each in contacts:
        for way in ways(speaker.words, each.channel):
            name, state = Piece(each.channel.name), state_piece(speaker, each)
            yield from row(columns, Piece(way, "bold"), name, state, indent="  ")


def _as_dict(speaker: Speaker, found: Who) -> dict[str, object]:
    from helpdesk_tui.cli.exports.answer_json import as_dict, time

    return {
        "request": {"id": found.request.id, "name": found.request.name},
        "contact": found.contact and as_dict(speaker, found.contact),
        "reason": speaker.why(found),
        "fallbacks": [as_dict(speaker, each) for each in found.fallbacks],
        "messages": [as_dict(speaker, each) for each in found.messages],
        "opens": found.opens and {"id": found.opens.channel.id, "at": time(speaker, found.opens.at)},
    }
