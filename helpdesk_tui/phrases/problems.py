"""The problems of a book in words, `file:line: key.path: problem`, and those of writing it or an answer."""

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
        ": ".join(part for part in (_place(file, each), each.key, format_problem(language, each)) if part)
        for each in problems
    ]


def _place(file: str, problem: Problem) -> str:
    return file if problem.line is None else f"{file}:{problem.line}"


def format_output_error(language: Language, error: OSError) -> str:
    """The sentence for an answer that standard output does not take."""
    _ = language.translate
    if known := reason(error):
        return _("the answer cannot be written: {reason}", reason=_(known))
    return _("the answer cannot be written: system error {number}", number=error.errno)


def format_save_error(language: Language, path: str, error: OSError) -> str:
    """The sentence for a book that the system does not let save."""
    _ = language.translate
    if known := reason(error):
        return _("{book} was not saved and is as it was: {reason}", book=printable(path), reason=_(known))
    return _(
        "{book} was not saved and is as it was: system error {number}",
        book=printable(path),
        number=error.errno,
    )
