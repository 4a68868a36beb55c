"""The command `shift`: the sheet of the current shift, or the next one, as text, JSON or Markdown."""

from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.shift import Sheet, current, sheet
from helpdesk_tui.board.board import Board, Shift
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.question import read_question
from helpdesk_tui.languages import message
from helpdesk_tui.names import fold
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.shift import markdown, sections, title


def answer(arguments: Namespace, words: Words) -> int:
    """Write the shift's sheet and return the exit code."""
    question = read_question(arguments, words)
    board, speaker = question.board, question.speaker
    shift = None if arguments.shift is None else _shift_named(board, arguments.shift, speaker.words)
    times = current(board, question.at, shift)
    if times is None:
        raise UsageError(message("no such shift begins in the coming year"), speaker.words)
    result = sheet(board, times)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import shift_dict

        question.write_json(shift_dict(speaker, result))
    elif arguments.markdown:
        output.write([(Piece(line),) for line in markdown(speaker, result)])
    else:
        question.write(lines(speaker, result))
    return output.DONE


def lines(speaker: Speaker, sheet: Sheet) -> Iterator[Line]:
    """Yield the title of the sheet, then each section's title and lines."""
    yield (Piece(title(speaker, sheet.times), "strong"),)
    for section in sections(speaker, sheet):
        yield (Piece(section.title, "key"),)
        yield from ((Piece(f"  {line}"),) for line in section.lines)


def _shift_named(board: Board, name: str, words: Words) -> Shift:
    for shift in board.shifts:
        if fold(shift.name) == fold(name):
            return shift
    names = ", ".join(shift.name for shift in board.shifts) or "—"
    raise UsageError(message("no shift is called {name}; try: {names}"), words, name=name, names=names)
