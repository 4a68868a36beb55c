"""The command `escalate`: the ladder, or one level of it."""

from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.contact import Contact
from helpdesk_tui.answers.escalation import Step, escalation
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.question import question
from helpdesk_tui.cli.rows import row, way_rows
from helpdesk_tui.phrases.contacts import state
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Speaker


def answer(arguments: Namespace, words: Words) -> int:
    """Write the levels that were asked for and return the exit code."""
    asked = question(arguments, words)
    steps = escalation(asked.board, asked.at)
    if arguments.level is not None:
        steps = tuple(step for step in steps if str(step.number) == arguments.level)
        if not steps:
            message = asked.speaker.words.gettext("there is no level {level}; the ladder has {count}")
            count = len(asked.board.levels)
            raise UsageError(message.format(level=arguments.level, count=count), asked.speaker.words)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import document

        levels = [_as_dict(asked.speaker, step) for step in steps]
        output.write_text(document(asked.speaker, {"levels": levels}))
    else:
        output.write([*lines(asked.speaker, steps, output.columns()), asked.footer()])
    return output.DONE


def lines(speaker: Speaker, steps: tuple[Step, ...], columns: int | None) -> Iterator[Line]:
    """The levels in order, each with its state and its contacts."""
    if not steps:
        yield (Piece(speaker.words.gettext("The book has no escalation levels")),)
    for step in steps:
        name = Piece(f"{step.number} {step.name}", "strong")
        when = Piece(speaker.when(step.standing))
        yield from row(columns, name, state(speaker, step.standing)[1], when)
        for each in step.contacts:
            about = [] if step.own else _about(speaker, step, each)
            yield from way_rows(speaker, each.channel, columns, *about, indent="  ")


def _about(speaker: Speaker, step: Step, contact: Contact) -> list[Piece]:
    """The contact's channel and state, and the reason where it is not the level's own."""
    reason = speaker.comment(contact)
    why = [Piece(reason)] if reason and reason != speaker.comment(step.standing) else []
    return [Piece(contact.channel.name), state(speaker, contact)[1], *why]


def _as_dict(speaker: Speaker, step: Step) -> dict[str, object]:
    from helpdesk_tui.cli.exports.answer_json import as_dict

    return {
        "level": step.number,
        "name": step.name,
        "state": step.standing.state,
        "comment": speaker.comment(step.standing),
        "contacts": [as_dict(speaker, each) for each in step.contacts],
    }
