"""Remarks on the calendars of a book's rosters: those that are not read, and strangers without a number."""

from collections.abc import Iterator

from helpdesk_tui.board.board import Board
from helpdesk_tui.board.calendar_file import REASONS
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import Problem, finding


def calendar_advice(book: Book, board: Board) -> Iterator[Problem]:
    """Yield what is wrong with the calendars of `book`, as `board` has read them."""
    needy = {
        each.on_duty
        for each in (*book.channels.values(), *book.escalation)
        if not (each.telephone or each.telephones)
    }
    for key, roster in book.rosters.items():
        if roster.calendar is None:
            continue
        place, turns = f"rosters.{key}.calendar", board.rosters[key]
        unread = next(
            (each for each in (board.calendars[roster.calendar], *turns.reasons) if each in REASONS), None
        )
        if unread is not None:
            yield finding("unread-calendar", place, unread)
        people = [board.people[each] for each in dict.fromkeys(turns.people) if each is not None]
        strangers = [person.name for person in people if person.id is None]
        if strangers and key in needy:
            yield finding(
                "stranger-on-duty",
                place,
                "names people who are not in the book: {names}",
                names=", ".join(strangers[:12]),
            )
