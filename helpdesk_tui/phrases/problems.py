"""What is wrong with a book, in words: `file: key.path: problem`; and why an answer could not be written."""

from helpdesk_tui.book.problems import BookError, Problem
from helpdesk_tui.book.system import reason
from helpdesk_tui.phrases.language import Words


def problem_in_words(words: Words, problem: Problem) -> str:
    """The problem without its place, in the reader's language."""
    values = {name: words.gettext(value) if name == "reason" else value for name, value in problem.values}
    return words.translate(problem.message, **values)


def book_lines(words: Words, error: BookError) -> list[str]:
    """Every problem of the book on a line of its own."""
    rows = ((error.path, each.key, problem_in_words(words, each)) for each in error.problems)
    return [": ".join(part for part in row if part) for row in rows]


def unwritten(words: Words, error: OSError) -> str:
    """That standard output takes no more, and why."""
    _ = words.translate
    if known := reason(error):
        return _("the answer cannot be written: {reason}", reason=_(known))
    return _("the answer cannot be written: system error {number}", number=error.errno)
