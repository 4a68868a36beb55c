"""The command `escalate`: the ladder, or one level of it."""

from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.contact import Contact
from helpdesk_tui.answers.escalation import Step, escalation
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.question import question
from helpdesk_tui.cli.rows import row, way_rows
from helpdesk_tui.languages import message
from helpdesk_tui.phrases.contacts import state
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Speaker


def answer(arguments: Namespace, words: Words) -> int:
    """Write the levels that were asked for and return the exit code."""
    asked = question(arguments, words)
    steps = escalation(asked.board, asked.at)
    if arguments.level is not None:
        count = len(steps)
        steps = tuple(step for step in steps if str(step.number) == arguments.level)
        if not steps:
            problem = message("there is no level {level}; the book has {count}")
            raise UsageError(problem, asked.speaker.words, level=arguments.level, count=count)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import document, escalation_dict

        output.write_text(document(asked.speaker, escalation_dict(asked.speaker, steps)))
    else:
        output.write([*lines(asked.speaker, steps, output.columns()), asked.footer()])
    return output.DONE


def lines(speaker: Speaker, steps: tuple[Step, ...], columns: int | None) -> Iterator[Line]:
    """Yield the levels in order, each with its state and its contacts."""
    if not steps:
        yield (Piece(speaker.words.gettext("The book has no escalation levels")),)
    for step in steps:
        name = Piece(f"{step.number} {step.name}", "strong")
        _, word = state(speaker, step.standing)
        yield from row(columns, name, word, Piece(speaker.when(step.standing)))
        for each in step.contacts:
            about = [] if step.own else _about(speaker, step, each)
            yield from way_rows(speaker, each.channel, columns, *about, indent="  ")


def _about(speaker: Speaker, step: Step, contact: Contact) -> list[Piece]:
    """The contact's channel and state, and the reason where it is not the level's own."""
    reason = speaker.comment(contact)
    why = [Piece(reason)] if reason and reason != speaker.comment(step.standing) else []
    return [Piece(contact.channel.name), state(speaker, contact)[1], *why]
