"""The labels and hints of a book's tables and fields in a form."""

from helpdesk_tui.languages import message
from helpdesk_tui.phrases.language import Language

TABLES = {
    "channels": (message("Channels"), message("channel")),
    "hours": (message("Timetables"), message("timetable")),
    "requests": (message("Requests"), message("request")),
    "escalation": (message("Escalation"), message("level")),
    "people": (message("People"), message("person")),
    "rosters": (message("Rosters"), message("roster")),
    "holidays": (message("Holidays"), message("holiday")),
    "shifts": (message("Shifts"), message("shift")),
    "book": (message("Book"), message("book")),
}
"""The title of each table and the name of one entry, in the order of the list."""

_WEEK = message("Days in English, as Mo-Fr 08:00-18:00; Sa 09:00-13:00")

_FIELDS = {
    "": (message("Identifier"), message("How the file names it: letters, digits, hyphens")),
    "name": (message("Name"), message("What people call it")),
    "hours": (message("Hours"), message("The identifier of a timetable; empty: not published")),
    "on_duty": (message("On duty"), message("The identifier of a roster; empty: nobody in turn")),
    "telephone": (message("Telephone"), message("As +57 601 7442727")),
    "telephones": (message("More numbers"), message("In the order to call them, with commas")),
    "menu": (message("Menu keys"), message("The keys to press in order, as 2, 5")),
    "extensions": (message("Extensions"), message("With commas, as 1104, 1108")),
    "email": (message("E-mail"), message("As desk@example.com")),
    "url": (message("Link"), message("As https://example.com/chat")),
    "note": (message("Note"), message("What the reader should know of it")),
    "takes_messages": (
        message("Messages"),
        message("Whether it takes them while closed: yes, no, or the ways: telephone, email, url"),
    ),
    "weekly": (message("Week"), _WEEK),
    "on_holidays": (message("On holidays"), message("open, closed, unknown, or as on another day: as Su")),
    "key": (message("Key"), message("The digit that picks it")),
    "route": (message("Route"), message("The identifiers of channels, the first to call first, with commas")),
    "aliases": (message("Other names"), message("With commas")),
    "must_cover": (message("Must cover"), _WEEK),
    "channels": (message("Channels"), message("The identifiers of channels, instead of own contact details")),
    "verified": (message("Checked"), message("The day someone last checked it, as 2026-11-23")),
    "routes": (
        message("Other routes"),
        message(
            "A timetable and its route, the first that is open first: night: mobile, phone; sunday: mobile"
        ),
    ),
    "turns": (message("Turns"), message("Who takes turns, from when on and how long each")),
    "calendar": (message("Calendar"), message("A calendar file beside the book, as guardia.ics")),
    "overrides": (message("Overrides"), message("Who is on duty instead, for a time")),
    "title": (message("Title"), message("The service that the book is for")),
    "organization": (message("Organization"), message("Who offers the service")),
    "language": (message("Language"), message("es or en, of the book and of the screen")),
    "timezone": (message("Time zone"), message("Of every hour in the book, as America/Bogota")),
    "country": (
        message("Country"),
        message("Whose public holidays hold, as CO, or DE-BY with a subdivision"),
    ),
    "closing_soon": (message("Closing soon"), message("Minutes before closing that count as soon")),
    "copied_numbers": (
        message("Copied numbers"),
        message("national, as people dial them, or international, as +57…"),
    ),
    "source": (message("Source"), message("Where these facts were published")),
    "verify_every": (message("Check every"), message("Days after which the book is to be checked again")),
    "value": (message("Holiday"), message("Its name; no: it is not a holiday here")),
}

_DATE = (message("Date"), message("As 2026-12-24, or 12-24 for every year"))


def table_title(language: Language, table: str) -> str:
    """The title of a table."""
    return language.gettext(TABLES[table][0])


def entry_kind(language: Language, table: str) -> str:
    """The name of one entry of a table: `channel`."""
    return language.gettext(TABLES[table][1])


def field_label(language: Language, table: str, field: str) -> str:
    """The label of a field; the empty field is the key of the entry."""
    return language.gettext(_texts(table, field)[0])


def field_hint(language: Language, table: str, field: str) -> str:
    """The hint what to type in a field; the empty field is the key of the entry."""
    return language.gettext(_texts(table, field)[1])


def _texts(table: str, field: str) -> tuple[str, str]:
    return _DATE if table == "holidays" and not field else _FIELDS[field]
