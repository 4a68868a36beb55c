"""The command `status`: every channel, a line each."""

from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.status import Status, statuses
from helpdesk_tui.cli import output
from helpdesk_tui.cli.output import Line, Piece, cells
from helpdesk_tui.cli.question import question
from helpdesk_tui.cli.rows import DOT, state_piece, style
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.phrases import Speaker, mark


def answer(arguments: Namespace, words: Words) -> int:
    """Write the state of every channel and return the exit code."""
    asked = question(arguments, words)
    contacts = statuses(asked.board, asked.at)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import as_dict, document

        channels = [as_dict(asked.speaker, each) for each in contacts]
        output.write_text(document(asked.speaker, {"book": asked.book, "channels": channels}))
    else:
        output.write([*lines(asked.speaker, contacts, output.columns()), asked.footer()])
    return output.DONE


def lines(speaker: Speaker, contacts: tuple[Status, ...], columns: int | None) -> Iterator[Line]:
    """A line a channel: its mark, name, state and when that changes; two where `columns` is narrow."""
    rows = [(each, each.channel.name, state_piece(speaker, each), speaker.when(each)) for each in contacts]
    names = max((cells(name) for _, name, _, _ in rows), default=0)
    states = max((cells(state.text) for _, _, state, _ in rows), default=0)
    longest = max((cells(when) for _, _, _, when in rows), default=0)
    narrow = columns is not None and columns < 2 + names + 2 + states + 2 + longest
    for each, name, state, when in rows:
        head = Piece(f"{mark(each)} ", style(each))
        if narrow:
            yield (head, Piece(name, "bold"))
            yield (Piece("  "), state, Piece(DOT + when))
        else:
            gap = Piece(" " * (names - cells(name) + 2))
            padding = " " * (states - cells(state.text) + 2)
            yield (head, Piece(name, "bold"), gap, state, Piece(padding + when))
