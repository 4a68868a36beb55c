"""Text for the holes of coverage."""

from collections.abc import Iterable

from helpdesk_tui.answers.coverage import Staffing
from helpdesk_tui.answers.holes import Hole, HoleKind, Recurring, first
from helpdesk_tui.phrases.coverage import ROLES, format_day, format_period, request_names, staffing_name
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_duration, format_time, weekday_name


def kind_name(phrases: Phrases, kind: HoleKind) -> str:
    """The name of a kind of hole: `rule broken`, `unstaffed`, `messages only`, `unconfirmed`."""
    if kind is HoleKind.BREACH:
        return phrases.language.gettext("rule broken")
    return staffing_name(phrases, Staffing(kind))


def hole_line(phrases: Phrases, row: Hole | Recurring) -> Line:
    """A hole as a line: `messages only from mon 19:00 to tue 07:00 (12 h): Prioridad 3, Prioridad 4`."""
    kind, when = hole_parts(phrases, row)
    return kind, Piece(f" {when}: {request_names(first(row).requests)}")


def hole_parts(phrases: Phrases, row: Hole | Recurring) -> tuple[Piece, str]:
    """The name of a hole's kind, and its times."""
    hole = first(row)
    role = "alert" if hole.kind is HoleKind.BREACH else ROLES[Staffing(hole.kind)]
    when = _recurring(phrases, row) if isinstance(row, Recurring) else format_period(phrases, row.period)
    return Piece(kind_name(phrases, hole.kind), role), when


def _recurring(phrases: Phrases, row: Recurring) -> str:
    """When holes recur: `mon–fri 19:00 to 07:00 (12 h), 20 times from mon 23 nov to fri 18 dec`."""
    _ = phrases.language.translate
    board, (start, end) = phrases.board, row.holes[0].period
    weekdays, last = {day.weekday() for day in row.days}, format_time(board.local(end))
    if len(weekdays) == 1:
        last = f"{weekday_name(phrases.language, board.local(end))} {last}"
    text = _(
        "{days} {start} to {end} ({length}), {count} times from {first} to {last}",
        days=format_weekdays(phrases.language, weekdays),
        start=format_time(board.local(start)),
        end=last,
        length=format_duration(phrases.language, end - start),
        count=len(row.days),
        first=format_day(phrases, row.days[0]),
        last=format_day(phrases, row.days[-1]),
    )
    if row.without:
        text += _(", without {days}", days=", ".join(format_day(phrases, day) for day in row.without))
    return text


def format_weekdays(language: Language, weekdays: Iterable[int]) -> str:
    """Days of the week: `mon–fri` where three or more follow one another, else `mon, thu`."""
    names, days = language.weekdays, sorted(weekdays)
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{names[days[0]]}–{names[days[-1]]}"
    return ", ".join(names[day] for day in days)
