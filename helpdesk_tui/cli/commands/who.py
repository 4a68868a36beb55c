"""The command `who`: the right contact for a request, the number or address first."""

from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.contact import Contact
from helpdesk_tui.answers.who import Who, who
from helpdesk_tui.board.board import State
from helpdesk_tui.cli import output
from helpdesk_tui.cli.named import request_named
from helpdesk_tui.cli.question import question
from helpdesk_tui.cli.rows import row, way_rows
from helpdesk_tui.phrases.contacts import state
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Speaker


def answer(arguments: Namespace, words: Words) -> int:
    """Write whom to contact and return the exit code: NOBODY where no one is known to be open."""
    asked = question(arguments, words)
    request = request_named(asked.board, arguments.request, asked.speaker.words)
    found = who(asked.board, request, asked.at)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import document, who_dict

        output.write_text(document(asked.speaker, who_dict(asked.speaker, found)))
    else:
        output.write([*lines(asked.speaker, found, output.columns()), asked.footer()])
    reached = found.contact is not None and found.contact.state is State.OPEN
    return output.DONE if reached else output.NOBODY


def lines(speaker: Speaker, answer: Who, columns: int | None) -> Iterator[Line]:
    """Yield the contact on the first lines, then its state, why, and who comes next."""
    _ = speaker.words.gettext
    contact = answer.contact
    if contact is None:
        yield from row(columns, Piece(_("No channel is open now"), "alert"), Piece(answer.request.name))
    else:
        shape, word = state(speaker, contact)
        doubt = [word] if contact.state is State.UNKNOWN else []
        yield from way_rows(speaker, contact.channel, columns, *doubt)
        name = Piece(shape.text + contact.channel.name)
        yield from row(columns, name, word, Piece(speaker.when(contact)))
    yield (Piece(speaker.why(answer)),)
    if contact is not None and contact.channel.note:
        yield (Piece(contact.channel.note, "dim"),)
    yield from _others(_("If nobody answers:"), speaker, answer.fallbacks, columns)
    yield from _others(_("To leave a message:"), speaker, answer.messages, columns)
    if answer.opens is not None:
        yield (Piece(speaker.opening(answer.opens)),)


def _others(
    title: str, speaker: Speaker, contacts: tuple[Contact, ...], columns: int | None
) -> Iterator[Line]:
    if contacts:
        yield (Piece(title),)
    for each in contacts:
        about = Piece(each.channel.name), state(speaker, each)[1]
        yield from way_rows(speaker, each.channel, columns, *about, indent="  ")
