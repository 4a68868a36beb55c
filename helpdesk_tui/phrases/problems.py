"""What is wrong with a book, in words: `file: key.path: problem`; and why an answer could not be written."""

from helpdesk_tui.book.problems import BookError, Problem
from helpdesk_tui.book.system import reason
from helpdesk_tui.phrases.language import Words


def problem_in_words(words: Words, problem: Problem) -> str:
    """The problem without its place, in the reader's language."""
    values = {name: words.gettext(value) if name == "reason" else value for name, value in problem.values}
    return words.gettext(problem.message).format(**values)


def book_lines(words: Words, error: BookError) -> list[str]:
    """Every problem of the book on a line of its own."""
    lines = []
    for problem in error.problems:
        parts = (error.path, problem.key, problem_in_words(words, problem))
        lines.append(": ".join(part for part in parts if part))
    return lines


def unwritten(words: Words, error: OSError) -> str:
    """That standard output takes no more, and why."""
    _ = words.gettext
    if told := reason(error):
        return _("the answer cannot be written: {reason}").format(reason=_(told))
    text = _("the answer cannot be written: the system gives the error {number}")
    return text.format(number=error.errno)
