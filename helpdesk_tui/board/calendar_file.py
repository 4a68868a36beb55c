"""Reads the calendar files of a book, with the standard library only: look-ups use it too."""

import os
import stat
from collections.abc import Iterable, Mapping

from helpdesk_tui.languages import message

LARGEST = 1024 * 1024
"""The most bytes of a calendar file; a year of 12-hour turns has 0.2 MB."""

NOT_READ = message("it is not known who is on duty: the calendar was not read")
MISSING = message("it is not known who is on duty: there is no calendar file")
UNREADABLE = message("it is not known who is on duty: the calendar file cannot be read")
TOO_LARGE = message("it is not known who is on duty: the calendar is larger than 1 MB")
BROKEN = message("it is not known who is on duty: the calendar is not valid iCalendar")
STRANGE_ZONE = message("it is not known who is on duty: the calendar has a time zone that nobody knows")
TOO_OFTEN = message("it is not known who is on duty: an event of the calendar repeats too often")
REASONS = {NOT_READ, MISSING, UNREADABLE, TOO_LARGE, BROKEN, STRANGE_ZONE, TOO_OFTEN}
"""Reasons why it is not known who is on duty; they are translated where they are shown."""


class UnreadCalendarError(Exception):
    """A calendar cannot be read; `reason` is one of REASONS."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def path_of(book: str, calendar: str) -> str:
    """The path of a calendar of the book at the path `book`, relative to the folder of the book.

    The folder of a symbolic link is that of its target.
    """
    return os.path.join(os.path.dirname(os.path.realpath(book)), calendar)


def read_calendar(path: str) -> bytes:
    """Read a calendar's bytes without waiting for a pipe or a device. Raises UnreadCalendarError."""
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnreadCalendarError(UNREADABLE)
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadCalendarError(MISSING) from None
    except (OSError, ValueError):
        raise UnreadCalendarError(UNREADABLE) from None
    if len(content) > LARGEST:
        raise UnreadCalendarError(TOO_LARGE)
    return content


def digest(content: bytes) -> str:
    """The digest of a calendar's bytes, for a kept board."""
    from hashlib import blake2b  # a book without calendars does not need it

    return blake2b(content, digest_size=32).hexdigest()


def digests(book: str, calendars: Iterable[str]) -> Mapping[str, str]:
    """For each calendar of a book on disk its digest, or why it cannot be read."""
    result = {}
    for calendar in calendars:
        try:
            result[calendar] = digest(read_calendar(path_of(book, calendar)))
        except UnreadCalendarError as error:
            result[calendar] = error.reason
    return result


def _open_without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
