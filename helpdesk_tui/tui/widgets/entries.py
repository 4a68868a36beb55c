"""A book's entries on the screen: a line of the list, and the marked one in full with its week."""

import os
from collections.abc import Mapping, Sequence
from os.path import basename
from typing import NamedTuple

from helpdesk_tui.answers.day import scale
from helpdesk_tui.book.entries import BOOK
from helpdesk_tui.book.problems import BookError, Problem
from helpdesk_tui.phrases.fields import field_hint, field_label, table_title
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.phrases.problems import format_problem, format_problems
from helpdesk_tui.phrases.times import format_date, weekday_name
from helpdesk_tui.session.draft import KEY, Draft
from helpdesk_tui.session.entry_list import Item, Problems, is_changed, name_of
from helpdesk_tui.session.form import fields_of, text_of
from helpdesk_tui.session.picture import Picture
from helpdesk_tui.session.week import holidays_of, week_of
from helpdesk_tui.tui.widgets.day_strip import BARS, GLYPHS
from helpdesk_tui.tui.widgets.lines import BLANK, joined
from helpdesk_tui.tui.widgets.text import cut, fit, hanging, paragraph, wrap

LABEL = 15
"""Columns of a field's label."""


class Row(NamedTuple):
    """A field of a form."""

    field: str
    label: str
    text: str | None
    """The text as it is typed; None if it cannot be edited in a form."""
    problem: str
    remark: str
    """The meaning of a text without a problem: the names of channels."""
    hint: str
    """A hint on what to type."""


def entry_line(
    picture: Picture, draft: Draft, problems: Problems, item: Item, marked: bool, width: int
) -> Line:
    """A line of the list: a heading, or an entry with a mark where it was changed or is wrong."""
    arrow = Piece("▸ " if marked else "  ", "key")
    if item.position is None:
        title = table_title(picture.language, item.table)
        title += "" if item.table == BOOK else f" · {len(draft.tables[item.table])}"
        mark = Piece("! ", "alert") if item in problems else Piece("")
        return (arrow, mark, Piece(cut(title, width - 4), "strong"))
    if item in problems:
        mark = Piece("! ", "alert")
    elif is_changed(draft, item):
        mark = Piece("• ", "soon")
    else:
        mark = Piece("  ")
    return (arrow, mark, Piece(cut(printable(name_of(draft, item)), width - 5)))


def rows_of(picture: Picture, draft: Draft, problems: Problems, item: Item) -> list[Row]:
    """The fields of an entry, as its form has them."""
    if item.position is None:
        return []
    language, entry = picture.language, draft.entry(item.table, item.position)
    wrong = problems.get(item, {})
    names = {each.key: each.fields.get("name") for each in draft.tables["channels"]}
    rows = []
    for field in fields_of(item.table):
        value = entry.key if field == KEY else entry.fields.get(field)
        remark = ""
        if field in ("route", "channels") and isinstance(value, list):
            remark = " → ".join(printable(str(names.get(each) or each)) for each in value)
        rows.append(
            Row(
                field,
                field_label(language, item.table, field),
                text_of(field, value, language.translate("yes"), language.translate("no")),
                format_problem(language, wrong[field]) if field in wrong else "",
                remark,
                field_hint(language, item.table, field),
            )
        )
    return rows


def row_lines(rows: Sequence[Row], cannot: str, width: int) -> list[Line]:
    """The fields of an entry that is not being edited."""
    lines: list[Line] = []
    for row in rows:
        text = cannot if row.text is None else printable(row.text)
        if not text and not row.problem:
            continue
        role = "dim" if row.text is None else "text"
        lines += hanging(Piece(fit(row.label, LABEL), "dim"), text, width, role)
        lines += below_lines(row, width)
    return lines


def below_lines(row: Row, width: int, *, hint: bool = False) -> list[Line]:
    """The lines below a field: its problem, its hint, or the meaning of its text."""
    text, role = row.remark, "dim"
    if row.problem:
        text, role = f"! {row.problem}", "alert"
    elif hint:
        text, role = row.hint, "key"
    return hanging(Piece(" " * LABEL), text, width, role) if text else []


def week_lines(
    picture: Picture, draft: Draft, weekly: tuple[str, str] | None, width: int, *, each_day: bool
) -> list[Line]:
    """The week that rules mean, days that are the same in one line unless `each_day`."""
    if weekly is None:
        return []
    holidays = holidays_of(draft, picture.board)
    cells = 48 if width >= LABEL + 48 else 24
    lead = min(LABEL, width - cells)
    days = week_of(picture.board, *weekly, holidays, cells)
    lines: list[Line] = []
    while days:
        count = 1
        while not each_day and count < len(days) and days[count][1] == days[0][1]:
            count += 1
        first, states = days[0]
        name = format_date(picture.language, first, year=False)
        if count > 1:
            names = [weekday_name(picture.language, day) for day in (first, days[count - 1][0])]
            name = " – ".join(names)
        role = "soon" if first in holidays else "dim"
        marks = [(" ", "text") if each is None else (GLYPHS[each], BARS[each]) for each in states]
        lines.append((Piece(fit(name, lead), role), *joined(marks)))
        days = days[count:]
    if lines:
        step = 3 if cells == 48 else 6
        lines = [BLANK, (Piece(" " * lead + scale(cells, step), "dim"),), *lines]
    return lines


def heading_lines(picture: Picture, item: Item, problems: Mapping[str, Problem], width: int) -> list[Line]:
    """What enter does on the heading of a table, and the problems of the whole table."""
    _ = picture.translate
    text = _("enter edits it") if item.table == BOOK else _("enter or a adds an entry")
    lines = paragraph(text, width, "dim")
    for problem in problems.values():
        lines += paragraph(format_problem(picture.language, problem), width, "alert")
    return lines


def error_lines(picture: Picture, error: BookError | None, width: int) -> list[Line]:
    """Why a book cannot be edited field by field."""
    if error is None:
        return []
    lines = paragraph(picture.translate("The book on disk is wrong: E opens its file"), width, "strong")
    for problem in format_problems(picture.language, basename(error.path), error.problems):
        lines += [BLANK, *paragraph(printable(problem), width, "alert")]
    return lines


def locked_lines(picture: Picture, locked: str | None, width: int) -> list[Line]:
    """Why the book cannot be changed."""
    if locked is None:
        return []
    home = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    text = picture.translate(locked, path=f"{home}/helpdesk-tui/contacts.toml")
    return [(Piece(fit(f" {line}", width), "fill-alert"),) for line in wrap(text, width - 2)]
