"""The rosters of the coming weeks, a mark a day, and the turns of one of them."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rich.cells import cell_len

from helpdesk_tui.answers.duty_plan import DutyDay, duty_days, duty_spans
from helpdesk_tui.board.board import Person, Roster
from helpdesk_tui.phrases.duty import HOLE, NOT_KNOWN, day_mark, duty_rows
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.tui.widgets.lines import joined
from helpdesk_tui.tui.widgets.text import cut, fit, wrap

WEEKS = 12
_DAYS = WEEKS * 7
_LEAD, _NARROW_LEAD = 22, 12
"""Cells of a roster's name."""


def cells(width: int) -> int:
    """The number of days, in whole weeks, that a line of this width holds."""
    return min(max((width - _lead(width)) // 7 * 7, 7), _DAYS)


def roster_height(width: int) -> int:
    """The number of lines of a roster's weeks."""
    return -(-_DAYS // cells(width))


def weeks_line(picture: Picture, width: int) -> Line:
    """The first day of every week over the marks of the first line."""
    first, count = picture.phrases.now.date(), cells(width)
    days = (first + timedelta(days=ahead) for ahead in range(0, count, 7))
    text = "".join(fit(_short(picture, day), 7) for day in days)
    return (Piece(" " * _lead(width) + text, "dim"),)


def roster_line(
    picture: Picture, roster: Roster, person: str | None, index: int, width: int, *, marked: bool
) -> Line:
    """A line of a roster: its name, or below it the date that the line begins with; a mark a day.

    The days of `person` have capital letters on a ground of their own.
    """
    lead, count, first = _lead(width), cells(width), picture.phrases.now.date()
    below = index % roster_height(width)
    begin = below * count
    days = duty_days(picture.board, roster, first, _DAYS)[begin : begin + count]
    name = Piece(fit(roster.name, lead - 3)) if not below else _date(picture, first, begin, lead - 3)
    arrow = Piece("▸ " if marked and not below else "  ", "key")
    return (arrow, name, Piece(" "), *joined([_mark(day, person) for day in days]))


def _date(picture: Picture, first: date, begin: int, width: int) -> Piece:
    return Piece(fit(_short(picture, first + timedelta(days=begin)), width), "dim")


def _short(picture: Picture, day: date) -> str:
    """`25 nov`."""
    return f"{day.day} {picture.language.months[day.month - 1]}"


def _mark(day: DutyDay, person: str | None) -> tuple[str, str]:
    mark = day_mark(day)
    if mark == HOLE:
        return mark, "hole"
    if mark == NOT_KNOWN:
        return mark, "fill-unknown"
    own = [each for each in day.people if key_of(each) == person]
    return (own[0].name[:1].upper(), "cursor") if own else (mark, "dim")


def key_of(person: Person) -> str:
    """The identity of a person: their id, or the name that a calendar gives them."""
    return person.id or person.name


def people_of(picture: Picture, roster: Roster) -> list[Person]:
    """The people of a roster in the coming weeks, the first to come first."""
    start, end = picture.board.days(picture.phrases.now.date(), _DAYS)
    spans = duty_spans(picture.board, roster, max(start, picture.at), end)
    return list(dict.fromkeys(span.person for span in spans if span.person is not None))


def turn_lines(picture: Picture, roster: Roster, person: str | None, width: int) -> Sequence[Line]:
    """The turns of a roster from now on, those of `person` brighter."""
    _, end = picture.board.days(picture.phrases.now.date(), _DAYS)
    spans = duty_spans(picture.board, roster, picture.at, end)
    rows = duty_rows(picture.phrases, spans)
    return [
        line
        for span, row in zip(spans, rows, strict=True)
        for line in _turn(row.start, row.name, row.reason, row.role, width, own=_is(span.person, person))
    ]


def _is(person: Person | None, key: str | None) -> bool:
    return person is not None and key_of(person) == key


def _turn(start: str, name: str, reason: str, role: str, width: int, *, own: bool) -> Iterator[Line]:
    column = 20 if width >= 48 else cell_len(start) + 2
    first, *rest = wrap(f"{name} · {reason}" if reason else name, max(width - column, 10))
    yield Piece(fit(cut(start, width), column), "dim"), Piece(first, "number" if own else role)
    yield from ((Piece(" " * column), Piece(line, "dim")) for line in rest)


def _lead(width: int) -> int:
    return _LEAD if width >= 80 else _NARROW_LEAD
