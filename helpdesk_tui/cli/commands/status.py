"""The command `status`: every channel, a line each."""

from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.contact import Contact, status
from helpdesk_tui.cli import output
from helpdesk_tui.cli.output import cells
from helpdesk_tui.cli.question import question
from helpdesk_tui.cli.rows import DOT
from helpdesk_tui.phrases.contacts import state
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Speaker


def answer(arguments: Namespace, words: Words) -> int:
    """Write the state of every channel and return the exit code."""
    asked = question(arguments, words)
    contacts = status(asked.board, asked.at)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import document, status_dict

        answer = status_dict(asked.speaker, asked.file.path, contacts)
        output.write_text(document(asked.speaker, answer))
    else:
        output.write([*lines(asked.speaker, contacts, output.columns()), asked.footer()])
    return output.DONE


def lines(speaker: Speaker, contacts: tuple[Contact, ...], columns: int | None) -> Iterator[Line]:
    """Yield a line a channel: its shape, name, state and when that changes; two where `columns` is narrow."""
    rows = [
        (*state(speaker, each), Piece(each.channel.name, "strong"), speaker.when(each)) for each in contacts
    ]
    names = max((cells(name.text) for _, _, name, _ in rows), default=0)
    words = max((cells(word.text) for _, word, _, _ in rows), default=0)
    longest = max((cells(when) for _, _, _, when in rows), default=0)
    narrow = columns is not None and columns < 2 + names + 2 + words + 2 + longest
    for shape, word, name, when in rows:
        if narrow:
            yield shape, name
            yield Piece("  "), word, Piece(DOT + when)
        else:
            gap = Piece(" " * (names - cells(name.text) + 2))
            padding = " " * (words - cells(word.text) + 2)
            yield shape, name, gap, word, Piece(padding + when)
