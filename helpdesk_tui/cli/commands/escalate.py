"""The command `escalate`: the escalation levels, or one of them."""

from argparse import Namespace

from helpdesk_tui.answers.escalation import escalation
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.question import read_question
from helpdesk_tui.cli.text import escalation_lines
from helpdesk_tui.languages import message
from helpdesk_tui.phrases.language import Language


def run(arguments: Namespace, language: Language) -> int:
    """Write all levels, or the one that is named, and return the exit code."""
    question = read_question(arguments, language)
    steps = escalation(question.board, question.at)
    if arguments.level is not None:
        count = len(steps)
        steps = tuple(step for step in steps if str(step.number) == arguments.level)
        if not steps:
            problem = message("there is no level {level}; the book has {count}")
            raise UsageError(problem, question.phrases.language, level=arguments.level, count=count)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import escalation_dict

        question.write_json(escalation_dict(question.phrases, steps))
    else:
        question.write(escalation_lines(question.phrases, steps, output.columns()))
    return output.DONE
