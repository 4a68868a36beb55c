"""The types of a book's fields, checked by phonenumbers, email-validator and other packages."""

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Annotated, Literal, NamedTuple, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, Field, PlainValidator, StringConstraints, WithJsonSchema

from helpdesk_tui.book.forms import check_weekly
from helpdesk_tui.book.meant import country_meant, zone_meant
from helpdesk_tui.book.references import WAYS
from helpdesk_tui.book.refusal import bad
from helpdesk_tui.book.turns import EVERY, Every, every_of, local_time
from helpdesk_tui.languages import message
from helpdesk_tui.names import CONTROLS, DIRECTIONS

LONGEST = 200
"""Characters of a text."""
LONGEST_NOTE = 2000
"""Characters of a note, a link or a weekly rule."""
ENTRIES = 2000
"""Entries of a table."""
LIST = 100
"""Entries of a list."""

_NOT_IANA = {"localtime", "posix", "posixrules", "right"}
"""Names in a system's zone folder that are not in the IANA list: the machine's own zone, leap seconds."""
_DIALLED = re.compile(r"\+[0-9 ().-]+")
_ADDRESS_MISTAKES = (
    ("[^@]*", message("it has no @")),
    (r".*\s.*", message("it holds a space")),
    (".*@.*@.*", message("it has more than one @")),
    ("@.*", message("nothing stands before the @")),
    (".*@", message("nothing stands after the @")),
    (r".*\.\..*", message("it has two dots in a row")),
    (r".*@[^.]*", message("what stands after the @ has no dot")),
    (
        r"(?i).*[@.](local|localhost|test|invalid|onion|arpa)",
        message("its domain is reserved and receives no mail"),
    ),
    (r".*@.*([^\w.-]|_).*", message("what stands after the @ is not the name of a domain")),
)
"""Patterns of mistakes in an e-mail address; the first one that matches is reported."""


def _printable(text: str) -> str:
    """Refuse characters that a terminal obeys instead of showing them."""
    for character in text:
        if unicodedata.category(character) in CONTROLS:
            raise bad("holds a control character ({code})", code=f"U+{ord(character):04X}")
        if unicodedata.bidirectional(character) in DIRECTIONS:
            raise bad(
                "holds a character that turns the writing direction ({code})", code=f"U+{ord(character):04X}"
            )
    if not text.strip():
        raise bad("is empty")
    return text


def _telephone(text: str) -> str:
    if not text.startswith("+"):
        raise bad("must start with + and the country code, as +57 601 7442727")
    try:
        number = phonenumbers.parse(text)
    except phonenumbers.NumberParseException as error:
        raise bad("is not a telephone number") from error
    if number.extension:
        raise bad("holds an extension: write it in extensions")
    if not _DIALLED.fullmatch(text):
        # The package would read letters as their keys, and two numbers with a stroke between them as one.
        raise bad("is not a telephone number")
    if not phonenumbers.is_valid_number(number):
        if not phonenumbers.is_possible_number(number):
            raise bad(
                "is not a possible telephone number: it has too few or too many digits", kind="invalid-number"
            )
        raise bad("is not a valid telephone number of its country", kind="invalid-number")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _email(text: str) -> str:
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError as error:
        # The package explains itself in English only.
        reason = next((reason for pattern, reason in _ADDRESS_MISTAKES if re.fullmatch(pattern, text)), None)
        if reason is None:
            raise bad("is not an e-mail address") from error
        raise bad("is not an e-mail address: {reason}", reason=reason) from error


def _link(text: str) -> str:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError as error:
        raise bad("is not a link") from error
    if parts.scheme not in {"http", "https", "mailto", "tel", "msteams", "sip"}:
        raise bad("must be a link of http, https, mailto, tel, msteams or sip")
    if any(character.isspace() for character in text):
        raise bad("is a link with a space in it")
    if not (host if parts.scheme in {"http", "https"} else parts.path):
        raise bad("is a link to nowhere")
    return text


def _days(number: int) -> int:
    if not 1 <= number <= 3660:
        raise bad("must be from 1 to 3660 days")
    return number


def _zone(text: str) -> str:
    with suppress(ValueError, OSError, LookupError):
        ZoneInfo(text)
        if text.partition("/")[0] not in _NOT_IANA:
            return text
    if near := zone_meant(text, available_timezones() - _NOT_IANA):
        raise bad("{name} is not known; did you mean {near}?", name=text, near=near)
    raise bad("is not a time zone of the IANA list, as America/Bogota")


def _country(text: str) -> str:
    from holidays import list_supported_countries  # a tenth of a second, and only this field needs it

    code, _, subdivision = text.partition("-")
    known = list_supported_countries(include_aliases=False)  # phonenumbers does not know COL and UK
    if code not in known or (subdivision and subdivision not in known[code]):
        if near := country_meant(text):
            raise bad("{name} is not known; did you mean {near}?", name=text, near=near)
        raise bad("is not a country or subdivision whose holidays are known, as CO or DE-BY")
    return text


def _holiday(value: object) -> str | Literal[False]:
    if value is False:
        return False
    if not isinstance(value, str):
        raise bad("must be a holiday's name, or false")
    if len(value) > LONGEST:
        raise bad("is longer than {limit} characters", limit=LONGEST)
    return _printable(value)


def _messages(value: object) -> bool | tuple[str, ...]:
    if isinstance(value, bool):
        return value
    if isinstance(value, list) and all(way in WAYS for way in value):
        return tuple(way for way in WAYS if way in value)
    raise bad("must be true, false, or a list of telephone, email and url")


def _local_time(value: object) -> datetime:
    if (at := local_time(value)) is None:
        raise bad("must be a local date and time from 1980 to 2199, as 2026-11-23T08:00:00 without an offset")
    return at


def _every(value: object) -> Every:
    if (every := every_of(value)) is None:
        raise bad('must be a number of hours, days, weeks or months up to 999, as "12 hours" or "1 week"')
    return every


class Yearly(NamedTuple):
    """A day of every year; 29 February exists in leap years alone."""

    month: int
    day: int

    def in_year(self, year: int) -> date | None:
        """The date in `year`; None where the year lacks it."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def _day(value: object) -> date | Yearly:
    text = str(value)
    with suppress(ValueError):
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
        if re.fullmatch(r"[0-9]{2}-[0-9]{2}", text):
            day = date.fromisoformat(f"2000-{text}")  # a leap year
            return Yearly(day.month, day.day)
    raise bad("is not a date, as 2026-12-24, nor a day of every year, as 12-24")


def _schema(pattern: str, longest: int | None = None) -> WithJsonSchema:
    """The JSON Schema of a text: a pattern that every valid one matches, and its greatest length."""
    lengths = {} if longest is None else {"maxLength": longest}
    return WithJsonSchema({"type": "string", "pattern": pattern, **lengths})


Item = TypeVar("Item")
Many = Annotated[tuple[Item, ...], Field(strict=False, max_length=LIST)]
"""A list, as a tuple; TOML has no tuples, so a strict model would refuse it."""

Key = TypeVar("Key")
Table = Annotated[Mapping[Key, Item], Field(max_length=ENTRIES)]
"""A table of entries by key."""

ID, _ID_OR_EMPTY = "^[A-Za-z0-9_-]{1,64}$", "^([A-Za-z0-9_-]{1,64})?$"
_MENU_KEY, _EXTENSION, _DIGIT = "^[0-9*#]$", "^[0-9]{1,10}$", "^[0-9]$"

REFUSALS = {
    ID: message("must be 1 to 64 letters, digits, hyphens or underscores"),
    _ID_OR_EMPTY: message("must be the id of a person, or empty where nobody is on duty"),
    _MENU_KEY: message("must be one key of a telephone, in quotes: 0 to 9, * or #"),
    _EXTENSION: message("must be 1 to 10 digits, in quotes"),
    _DIGIT: message("must be one digit, in quotes"),
}
"""Messages for texts that do not match a pattern."""

Id = Annotated[str, Field(pattern=ID)]
Text = Annotated[
    str, StringConstraints(max_length=LONGEST), AfterValidator(_printable), _schema(r"\S", LONGEST)
]
LongText = Annotated[
    str, StringConstraints(max_length=LONGEST_NOTE), AfterValidator(_printable), _schema(r"\S", LONGEST_NOTE)
]
Telephone = Annotated[Text, AfterValidator(_telephone), _schema(f"^{_DIALLED.pattern}$", LONGEST)]
Email = Annotated[Text, AfterValidator(_email), _schema(r"^\S+@\S+\.\S+$", LONGEST)]
Link = Annotated[LongText, AfterValidator(_link), _schema(r"^[A-Za-z]+:\S+$", LONGEST_NOTE)]
Weekly = Annotated[LongText, AfterValidator(check_weekly)]
Zone = Annotated[Text, AfterValidator(_zone), _schema("^[A-Za-z0-9_+/-]+$", LONGEST)]
Country = Annotated[Text, AfterValidator(_country), _schema("^[A-Z]{2}(-.+)?$", LONGEST)]
MenuKey = Annotated[str, Field(pattern=_MENU_KEY)]
Extension = Annotated[str, Field(pattern=_EXTENSION)]
Digit = Annotated[str, Field(pattern=_DIGIT)]
Day = Annotated[
    date | Yearly,
    PlainValidator(_day),
    _schema("^([0-9]{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
]
Messages = Annotated[
    bool | tuple[Literal["telephone", "email", "url"], ...],
    PlainValidator(_messages),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"type": "array", "items": {"enum": list(WAYS)}}]}),
]
Holiday = Annotated[
    str | Literal[False],
    PlainValidator(_holiday),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"\S", "maxLength": LONGEST}, {"const": False}]}),
]
LocalTime = Annotated[
    datetime,
    PlainValidator(_local_time),
    _schema("^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}"),
]
EveryTurn = Annotated[Every, PlainValidator(_every), _schema(f"^{EVERY}$")]
OnDuty = Annotated[str, Field(pattern=_ID_OR_EMPTY)]
Days = Annotated[int, AfterValidator(_days)]
