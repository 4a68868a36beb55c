"""The command `next`: what opens and closes in the coming hours."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import timedelta

from helpdesk_tui.answers.next_changes import NextChanges, next_changes
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import whole_number
from helpdesk_tui.cli.question import read_question
from helpdesk_tui.phrases.changes import change_time, channel_sentences, request_sentences
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Phrases

LONGEST = 31 * 24
"""The most hours that can be asked for."""


def run(arguments: Namespace, language: Language) -> int:
    """Write the changes of the coming hours and return the exit code."""
    hours = whole_number(arguments, "hours", LONGEST, language)
    question = read_question(arguments, language)
    answer = next_changes(question.board, question.at, question.at + timedelta(hours=hours))
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import next_dict

        question.write_json(next_dict(question.phrases, answer))
    else:
        question.write(lines(question.phrases, answer, hours, output.columns()))
    return output.DONE


def lines(phrases: Phrases, answer: NextChanges, hours: int, columns: int | None) -> Iterator[Line]:
    """Yield the changes in order of time, or that there are none and which are the first ones after."""
    _ = phrases.language.translate
    shown = answer.changes
    if not shown:
        if answer.first_after is None:
            yield (Piece(_("Nothing changes in the coming year")),)
            return
        yield (Piece(_("Nothing changes within {count} h; the first change after that:", count=hours)),)
        shown = (answer.first_after,)
    times = [change_time(phrases, each.at) for each in shown]
    first, second = (max(map(len, column)) for column in zip(*times, strict=True))
    sentences = [[*channel_sentences(phrases, each), *request_sentences(phrases, each)] for each in shown]
    needed = first + second + 4 + max(output.cells(text) for texts in sentences for text in texts)
    narrow = columns is not None and columns < needed
    for (time, length), texts in zip(times, sentences, strict=True):
        if narrow:
            yield Piece(time, "strong"), Piece(f" · {length}", "dim")
            yield from ((Piece(f"  {text}"),) for text in texts)
        else:
            after = " " * (first - len(time) + 2)
            yield Piece(time, "strong"), Piece(after), Piece(length.ljust(second + 2), "dim"), Piece(texts[0])
            yield from ((Piece(" " * (first + second + 4) + text),) for text in texts[1:])
