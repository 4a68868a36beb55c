"""Converts the fields of a book to the text of a form and back."""

import csv
import io
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import get_args

from helpdesk_tui.book.entries import BY_KEY, VALUE
from helpdesk_tui.book.models import FIELDS, OnHolidays
from helpdesk_tui.languages import LANGUAGES
from helpdesk_tui.names import fold
from helpdesk_tui.session.draft import KEY, Draft

LISTS = ("route", "channels", "menu", "extensions", "telephones", "aliases")
"""Fields with several texts, parted by commas in a form; a text that has a comma is in quotes."""

NUMBERS = ("closing_soon", "verify_every")

NEW: Mapping[str, Mapping[str, object]] = {
    "channels": {"name": ""},
    "hours": {"weekly": ""},
    "requests": {"name": "", "route": []},
    "escalation": {"name": ""},
    "people": {"name": ""},
    "rosters": {"name": ""},
    "holidays": {VALUE: ""},
    "shifts": {"name": "", "weekly": ""},
}
"""The fields of a new entry of each table."""

YES = ("yes", "si", "true")
NO = ("no", "false")

HOLIDAYS = get_args(OnHolidays)


def fields_of(table: str) -> tuple[str, ...]:
    """The fields of a table's form, in its order."""
    if table == "holidays":
        return KEY, VALUE
    if table == "hours":
        return (KEY, *FIELDS[table])  # its entries have no other name
    return (*FIELDS[table], KEY) if table in BY_KEY else FIELDS[table]


def text_of(name: str, value: object, yes: str, no: str) -> str | None:
    """The text of a value; None if it cannot be typed in a form."""
    text = _text_of(name, value, yes, no)
    return text if text is not None and (not text or value_of(name, text) == value) else None


def _text_of(name: str, value: object, yes: str, no: str) -> str | None:
    if value is None:
        return ""
    if isinstance(value, bool):
        return yes if value else no
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return ", ".join(map(_quoted, value))
    if name == "routes" and isinstance(value, list):
        return "; ".join(f"{each.get('hours')}: {', '.join(each.get('route', ()))}" for each in value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str | int) else None


def _quoted(text: str) -> str:
    """A text of a list, in quotes if it needs them, as in CSV."""
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow([text])
    return row.getvalue()


def value_of(name: str, text: str) -> object:
    """The value of a typed text; None if it is empty."""
    text = text.strip()
    if not text:
        return None
    if name == "menu":
        return re.findall(r"[^\s,]+", text)
    if name in LISTS:
        return _parts(text) or None
    if name == "routes":
        routes = (route.partition(":") for route in text.split(";") if route.strip())
        return [{"hours": hours.strip(), "route": _parts(route)} for hours, _, route in routes] or None
    if name in NUMBERS and text.isdecimal():
        return int(text)
    if name == "verified":
        with suppress(ValueError):
            return date.fromisoformat(text)
    if name in ("takes_messages", VALUE) and fold(text) in NO:
        return False
    if name == "takes_messages":
        return fold(text) in YES or [part.strip() for part in text.split(",")]
    return text


def _parts(text: str) -> list[str]:
    (row,) = csv.reader([text], skipinitialspace=True)
    return [part.strip() for part in row if part.strip()]


def typed(draft: Draft, table: str, index: int, name: str, text: str) -> Draft:
    """The draft with the text typed in a field."""
    if name == KEY:
        return draft.with_key(table, index, text.strip())
    value = value_of(name, text)
    return draft.with_field(table, index, name, "" if value is None and name == VALUE else value)


def weekly_of(draft: Draft, table: str, index: int) -> tuple[str, str] | None:
    """The weekly rules that an entry has or names, and their `on_holidays`; None if it has none."""
    fields = draft.entry(table, index).fields
    named = fields.get("hours")
    if isinstance(named, str):
        entry = next((each for each in draft.tables["hours"] if each.key == named), None)
        fields = entry.fields if entry else {}
    weekly = fields.get("weekly", fields.get("must_cover"))
    if not isinstance(weekly, str):
        return None
    default = "unknown" if table in ("hours", "channels", "escalation") else "open"
    on_holidays = fields.get("on_holidays", default)
    return weekly, on_holidays if on_holidays in HOLIDAYS else "unknown"


def suggestions(draft: Draft, field: str, yes: str, no: str) -> tuple[str, ...]:
    """The values to suggest for a field; none for a free text."""
    if field == "hours":
        return tuple(entry.key for entry in draft.tables["hours"])
    return {
        "on_holidays": HOLIDAYS,
        "takes_messages": (yes, no),
        "language": LANGUAGES,
        "copied_numbers": ("national", "international"),
    }.get(field, ())
