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
        self._turns: dict[str, list[Turn]] = {}
        names = Names((id, person.name, person.email) for id, person in book.people.items())
        for calendar in dict.fromkeys(each.calendar for each in book.rosters.values() if each.calendar):
            try:
                if path is None:
                    raise UnreadCalendarError(NOT_READ)
                self._read(calendar, path_of(path, calendar), names, zone, start, end)
            except UnreadCalendarError as error:
                self.digests.setdefault(calendar, error.reason)
                self._turns[calendar] = [Turn(int(start.timestamp()), None, False, error.reason)]

    def turns(self, calendar: str) -> list[Turn]:
        """The turns of a calendar of the book; the first is at `start`."""
        return self._turns[calendar]

    def _read(
        self, calendar: str, path: str, names: Names, zone: ZoneInfo, start: datetime, end: datetime
    ) -> None:
        from helpdesk_tui.board.duty_calendar import duty_of  # few books have a calendar

        content = read_calendar(path)
        self.digests[calendar] = digest(content)
        held = duty_of(content, names, zone, start, end)
        self._turns[calendar] = [self._turn(each.start, each.person) for each in held]

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
