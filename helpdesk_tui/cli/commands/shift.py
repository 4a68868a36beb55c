"""The command `shift`: the sheet of the current or the next shift, as text, JSON or Markdown."""

from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.shift import ShiftSheet, current, following, sheet
from helpdesk_tui.board.board import Board, Shift
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError, unknown_name
from helpdesk_tui.cli.question import read_question
from helpdesk_tui.languages import message
from helpdesk_tui.names import fold
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.shift import shift_markdown, shift_sections, shift_title


def run(arguments: Namespace, language: Language) -> int:
    """Write the shift's sheet and return the exit code."""
    question = read_question(arguments, language)
    board, phrases = question.board, question.phrases
    shift = None if arguments.shift is None else _shift_named(board, arguments.shift, phrases.language)
    times = (following if arguments.next else current)(board, question.at, shift)
    if times is None:
        raise UsageError(message("no such shift begins in the coming year"), phrases.language)
    result = sheet(board, times, question.at)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import shift_dict

        question.write_json(shift_dict(phrases, result))
    elif arguments.markdown:
        output.write([(Piece(line),) for line in shift_markdown(phrases, result)])
    else:
        question.write(lines(phrases, result))
    return output.DONE


def lines(phrases: Phrases, sheet: ShiftSheet) -> Iterator[Line]:
    """Yield the title of the sheet, then each section's title and lines."""
    yield (Piece(shift_title(phrases, sheet.times), "strong"),)
    for section in shift_sections(phrases, sheet):
        yield (Piece(section.title, "key"),)
        yield from ((Piece(f"  {line}"),) for line in section.lines)


def _shift_named(board: Board, name: str, language: Language) -> Shift:
    for shift in board.shifts:
        if fold(shift.name) == fold(name):
            return shift
    names = [shift.name for shift in board.shifts]
    raise unknown_name(message("no shift is called {name}; try: {names}"), name, names, language)
