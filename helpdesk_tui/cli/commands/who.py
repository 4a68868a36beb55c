"""The command `who`: the right contact for a request, the number or address first."""

from argparse import Namespace

from helpdesk_tui.answers.who import who
from helpdesk_tui.board.board import State
from helpdesk_tui.cli import output
from helpdesk_tui.cli.question import read_question
from helpdesk_tui.cli.text import who_lines
from helpdesk_tui.phrases.language import Language


def run(arguments: Namespace, language: Language) -> int:
    """Write whom to contact and return the exit code: UNSTAFFED where no channel is known to be open."""
    question = read_question(arguments, language)
    result = who(question.board, question.request(arguments.request), question.at)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import who_dict

        question.write_json(who_dict(question.phrases, result))
    else:
        question.write(who_lines(question.phrases, result, output.columns()))
    is_open = result.contact is not None and result.contact.state is State.OPEN
    return output.DONE if is_open else output.UNSTAFFED
