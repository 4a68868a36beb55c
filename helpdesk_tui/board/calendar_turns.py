"""The turns of a book's calendar files; each file is read once."""

from datetime import datetime
from zoneinfo import ZoneInfo

from helpdesk_tui.board.board import NOT_KNOWN, Person, Turn
from helpdesk_tui.board.calendar_file import NOT_READ, UnreadCalendarError, digest, path_of, read_calendar
from helpdesk_tui.board.duty_names import Named, Names
from helpdesk_tui.book.models import Book


class Calendars:
    """The turns of the calendars of `book` from `start` to `end`.

    `path` is the book's path; None leaves the calendars unread, and unknown who is on duty.
    """

    def __init__(self, book: Book, path: str | None, zone: ZoneInfo, start: datetime, end: datetime) -> None:
        self.people: dict[str, Person] = {}
        """People whom only the calendars name, by keys that no person of a book can have."""
        self.digests: dict[str, str] = {}
        """For each calendar its digest, or why it was not read."""
        self.turns: dict[str, list[Turn]] = {}
        """The turns of each calendar; the first is at `start`."""
        names = Names((id, person.name, person.email) for id, person in book.people.items())
        for calendar in dict.fromkeys(each.calendar for each in book.rosters.values() if each.calendar):
            try:
                if path is None:
                    raise UnreadCalendarError(NOT_READ)
                from helpdesk_tui.board.duty_calendar import read_hand_overs  # few books have a calendar

                content = read_calendar(path_of(path, calendar))
                self.digests[calendar] = digest(content)
                hand_overs = read_hand_overs(content, names, zone, start, end)
                self.turns[calendar] = [self._turn(*each) for each in hand_overs]
            except UnreadCalendarError as error:
                self.digests.setdefault(calendar, error.reason)
                self.turns[calendar] = [Turn(int(start.timestamp()), None, False, error.reason)]

    def _turn(self, start: int, named: Named | None) -> Turn:
        if named is None:
            return Turn(start, None, True, None)
        if not named.name:
            return Turn(start, None, False, NOT_KNOWN)
        if named.id is not None:
            return Turn(start, named.id, True, None)
        key = f"calendar {named.name}"
        self.people.setdefault(key, Person(None, named.name))
        return Turn(start, key, True, None)
