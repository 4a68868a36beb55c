"""The problems of a book in words, `file: key.path: problem`, and those of writing an answer."""

from helpdesk_tui.book.problems import BookError, Problem
from helpdesk_tui.book.system import reason
from helpdesk_tui.phrases.language import Language


def format_problem(language: Language, problem: Problem) -> str:
    """The problem in the reader's language, without its file and key."""
    values = {name: language.gettext(value) if name == "reason" else value for name, value in problem.values}
    return language.translate(problem.message, **values)


def format_problems(language: Language, error: BookError) -> list[str]:
    """A line for every problem of the book."""
    rows = ((error.path, each.key, format_problem(language, each)) for each in error.problems)
    return [": ".join(part for part in row if part) for row in rows]


def format_output_error(language: Language, error: OSError) -> str:
    """The sentence for an answer that standard output does not take."""
    _ = language.translate
    if known := reason(error):
        return _("the answer cannot be written: {reason}", reason=_(known))
    return _("the answer cannot be written: system error {number}", number=error.errno)
