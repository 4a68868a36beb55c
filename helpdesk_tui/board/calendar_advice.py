"""Findings on the calendars of a book's rosters: unread ones, and people who are not in the book."""

from collections.abc import Iterator

from helpdesk_tui.board.board import Board
from helpdesk_tui.board.calendar_file import REASONS
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import Problem, finding


def calendar_advice(book: Book, board: Board) -> Iterator[Problem]:
    """Yield the findings on the calendars of `book`, from which `board` was built."""
    details = (*book.channels.values(), *book.escalation)
    without_telephone = {each.on_duty for each in details if not (each.telephone or each.telephones)}
    for key, roster in book.rosters.items():
        if roster.calendar is None:
            continue
        path, turns = f"rosters.{key}.calendar", board.rosters[key].turns
        reasons = (board.calendars[roster.calendar], *(turn.reason for turn in turns))
        if unread := next((each for each in reasons if each in REASONS), None):
            yield finding("unread-calendar", path, unread)
        people = [board.people[each] for each in dict.fromkeys(turn.person for turn in turns) if each]
        strangers = [person.name for person in people if person.id is None]
        if strangers and key in without_telephone:
            yield finding(
                "stranger-on-duty",
                path,
                "names people who are not in the book: {names}",
                names=", ".join(strangers[:12]),
            )
