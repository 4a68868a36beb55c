"""A book's fields as text in a form, and back."""

import csv
import io
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from helpdesk_tui.book.entries import BY_KEY, VALUE
from helpdesk_tui.book.models import FIELDS, OnHolidays
from helpdesk_tui.languages import LANGUAGES
from helpdesk_tui.names import fold
from helpdesk_tui.session.draft import KEY, Draft

LISTS = ("route", "channels", "menu", "extensions", "telephones", "aliases")
"""Fields that hold several texts, with commas between them in a form; one with a comma in it is in quotes."""

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
"""What a new entry of each table begins with."""

YES = ("yes", "si", "true")
NO = ("no", "false")

HOLIDAYS = tuple(OnHolidays.__args__)  # type: ignore[attr-defined]


def fields_of(table: str) -> tuple[str, ...]:
    """The fields of a table's form, in its order."""
    if table == "holidays":
        return KEY, VALUE
    own = FIELDS[table]
    if table == "hours":
        return (KEY, *own)  # which has no other name
    return (*own, KEY) if table in BY_KEY else tuple(own)


def text_of(name: str, value: object, yes: str, no: str) -> str | None:
    """A value as it is typed; None where it has a form that is not typed here."""
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
    """A text of a list, in quotes where it needs them, as in CSV."""
    row = io.StringIO()
    csv.writer(row, lineterminator="").writerow([text])
    return row.getvalue()


def value_of(name: str, text: str) -> object:
    """The value that is typed; None where nothing is."""
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
    if name in ("takes_messages", VALUE):
        if name != VALUE and fold(text) in YES:
            return True
        if fold(text) in NO:
            return False
        return text if name == VALUE else [part.strip() for part in text.split(",")]
    return text


def _parts(text: str) -> list[str]:
    (row,) = csv.reader([text], skipinitialspace=True)
    return [part.strip() for part in row if part.strip()]


def typed(draft: Draft, table: str, index: int, name: str, text: str) -> Draft:
    """The draft with what is typed in a field."""
    if name == KEY:
        return draft.with_key(table, index, text.strip())
    value = value_of(name, text)
    if name == VALUE:
        value = value if value is not None else ""
    return draft.with_field(table, index, name, value)


def weekly_of(draft: Draft, table: str, index: int) -> tuple[str, str] | None:
    """The weekly rules that an entry has or names, with what holds on holidays."""
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
    """Values to offer for a field; none where anything may be typed."""
    if field == "hours":
        return tuple(entry.key for entry in draft.tables["hours"])
    return {
        "on_holidays": HOLIDAYS,
        "takes_messages": (yes, no),
        "language": LANGUAGES,
        "copied_numbers": ("national", "international"),
    }.get(field, ())
