"""The command `find`: requests, channels and levels by name, number, extension, address or note."""

from argparse import Namespace

from helpdesk_tui.answers.entries import entries
from helpdesk_tui.answers.hits import hits
from helpdesk_tui.answers.search import Index
from helpdesk_tui.cli import output
from helpdesk_tui.cli.find_text import find_lines
from helpdesk_tui.cli.question import read_question
from helpdesk_tui.phrases.language import Language

MOST = 20
"""The most hits that are written as text."""


def run(arguments: Namespace, language: Language) -> int:
    """Write the hits and return the exit code: NOT_FOUND where there is none."""
    question = read_question(arguments, language)
    board, phrases = question.board, question.phrases
    matches = Index(entries(board)).search(" ".join(arguments.words))
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import find_dict

        everything = hits(board, matches, matches.entries, question.at)
        question.write_json(find_dict(phrases, matches.similar, everything))
    else:
        first, more = hits(board, matches, matches.entries[:MOST], question.at), len(matches.entries) - MOST
        question.write(find_lines(phrases, matches, first, max(more, 0), output.columns()))
    return output.DONE if matches.entries else output.NOT_FOUND
