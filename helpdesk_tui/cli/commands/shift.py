"""The command `shift`: the sheet of the current shift, or the next one, as text, JSON or Markdown."""

from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.shift import Sheet, current, sheet
from helpdesk_tui.board.board import Board, Shift
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.question import question
from helpdesk_tui.languages import message
from helpdesk_tui.names import fold
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.shift import markdown, sections, title


def answer(arguments: Namespace, words: Words) -> int:
    """Write the shift's sheet and return the exit code."""
    asked = question(arguments, words)
    spoken = asked.speaker.words
    shift = None if arguments.shift is None else _shift_named(asked.board, arguments.shift, spoken)
    times = current(asked.board, asked.at, shift)
    if times is None:
        raise UsageError(message("no such shift begins in the coming year"), spoken)
    found = sheet(asked.board, times)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import document, shift_dict

        output.write_text(document(asked.speaker, shift_dict(asked.speaker, found)))
    elif arguments.markdown:
        output.write([(Piece(line),) for line in markdown(asked.speaker, found)])
    else:
        output.write([*lines(asked.speaker, found), asked.footer()])
    return output.DONE


def lines(speaker: Speaker, found: Sheet) -> Iterator[Line]:
    """Yield the sheet's title, then each section's title and lines."""
    yield (Piece(title(speaker, found.times), "strong"),)
    for section in sections(speaker, found):
        yield (Piece(section.title, "key"),)
        yield from ((Piece(f"  {line}"),) for line in section.lines)


def _shift_named(board: Board, name: str, words: Words) -> Shift:
    for shift in board.shifts:
        if fold(shift.name) == fold(name):
            return shift
    names = ", ".join(shift.name for shift in board.shifts) or "—"
    raise UsageError(message("no shift is called {name}; try: {names}"), words, name=name, names=names)
