"""Text for the problems of a book, `file:line: key.path: problem`, and of writing a book or an answer."""

from collections.abc import Iterable

from helpdesk_tui.book.problems import Problem
from helpdesk_tui.book.system import reason
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.printable import printable


def format_problem(language: Language, problem: Problem) -> str:
    """The problem in the reader's language, without its file and key."""
    values = {name: language.gettext(value) if name == "reason" else value for name, value in problem.values}
    return language.translate(problem.message, **values)


def format_problems(language: Language, file: str, problems: Iterable[Problem]) -> list[str]:
    """A line for every problem of the book in this file."""
    return [
        ": ".join(filter(None, (_location(file, each), each.key, format_problem(language, each))))
        for each in problems
    ]


def _location(file: str, problem: Problem) -> str:
    return file if problem.line is None else f"{file}:{problem.line}"


def format_output_error(language: Language, error: OSError) -> str:
    """The sentence for an answer that cannot be written to standard output."""
    _ = language.translate
    if known := reason(error):
        return _("the answer cannot be written: {reason}", reason=_(known))
    return _("the answer cannot be written: system error {number}", number=error.errno)


def format_save_error(language: Language, path: str, error: OSError) -> str:
    """The sentence for a book that the system refuses to save."""
    _, book = language.translate, printable(path)
    if known := reason(error):
        return _("{book} was not saved and is as it was: {reason}", book=book, reason=_(known))
    return _("{book} was not saved and is as it was: system error {number}", book=book, number=error.errno)
