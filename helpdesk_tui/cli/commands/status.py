"""The command `status`: the state of every channel."""

from argparse import Namespace

from helpdesk_tui.answers.status import statuses
from helpdesk_tui.cli import output
from helpdesk_tui.cli.question import read_question
from helpdesk_tui.cli.text import status_lines
from helpdesk_tui.phrases.language import Language


def run(arguments: Namespace, language: Language) -> int:
    """Write the state of every channel and return the exit code."""
    question = read_question(arguments, language)
    contacts = statuses(question.board, question.at)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import status_dict

        question.write_json(status_dict(question.phrases, question.file.path, contacts))
    else:
        question.write(status_lines(question.phrases, contacts, output.columns()))
    return output.DONE
