"""What is wrong with a book, in words: `file: key.path: problem`."""

from helpdesk_tui.book.problems import BookError, Problem
from helpdesk_tui.words.catalogue import Words


def problem_in_words(words: Words, problem: Problem) -> str:
    """The problem without its place, in the reader's language."""
    return words.gettext(problem.message).format(**dict(problem.values))


def book_lines(words: Words, error: BookError) -> list[str]:
    """Every problem of the book on a line of its own."""
    lines = []
    for problem in error.problems:
        parts = (error.path, problem.key, problem_in_words(words, problem))
        lines.append(": ".join(part for part in parts if part))
    return lines
