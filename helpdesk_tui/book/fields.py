"""The kinds of value that a book's fields take, each checked by the package that knows it."""

import re
import unicodedata
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BeforeValidator, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from helpdesk_tui.book.forms import check_weekly
from helpdesk_tui.book.problems import message
from helpdesk_tui.book.references import WAYS
from helpdesk_tui.book.refusal import bad

_OF_THE_MACHINE = {"localtime", "posix", "posixrules", "right"}
"""What a system's zone folder may hold beside the IANA list: the machine's own, or leap seconds."""
_DIALLED = re.compile(r"\+[0-9 ().-]+")


def _printable(text: str) -> str:
    """Refuse what a terminal obeys instead of showing: controls and overrides of the writing direction."""
    for character in text:
        kind = unicodedata.category(character)
        if kind in {"Cc", "Cs", "Zl", "Zp"}:
            raise bad("holds a control character ({code})", code=f"U+{ord(character):04X}")
        if unicodedata.bidirectional(character) in {
            "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI",
        }:  # fmt: skip
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
        raise bad("is not a valid telephone number of its country")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _email(text: str) -> str:
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError as error:
        reason = _no_address(text)
        if reason is None:
            raise bad("is not an e-mail address") from error
        raise bad("is not an e-mail address: {reason}", reason=reason) from error


def _no_address(text: str) -> str | None:
    """What is wrong with an address, where it is one of the usual slips; the package tells it in English."""
    name, at, domain = text.rpartition("@")
    if not at:
        return message("it has no @")
    if any(character.isspace() for character in text):
        return message("it holds a space")
    if "@" in name:
        return message("it has more than one @")
    if not name:
        return message("nothing stands before the @")
    if not domain:
        return message("nothing stands after the @")
    if ".." in text:
        return message("it has two dots in a row")
    if "." not in domain:
        return message("what stands after the @ has no dot")
    if not all(character.isalnum() or character in ".-" for character in domain):
        return message("what stands after the @ is not the name of a domain")
    return None


def _link(text: str) -> str:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError as error:
        raise bad("is not a link") from error
    if parts.scheme not in {"http", "https", "mailto", "tel"}:
        raise bad("must be a link of http, https, mailto or tel")
    if any(character.isspace() for character in text):
        raise bad("is a link with a space in it")
    if not (host if parts.scheme in {"http", "https"} else parts.path):
        raise bad("is a link to nowhere")
    return text


def _zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ValueError, OSError, LookupError) as error:
        raise _no_zone(text) from error
    if text.partition("/")[0] in _OF_THE_MACHINE:
        raise _no_zone(text)
    return text


def _no_zone(text: str) -> PydanticCustomError:
    near = get_close_matches(text, available_timezones() - _OF_THE_MACHINE, n=1, cutoff=0.75)
    if near:
        return bad("{name} is not known; did you mean {near}?", name=text, near=near[0])
    return bad("is not a time zone of the IANA list, as America/Bogota")


def _country(text: str) -> str:
    from holidays import list_supported_countries  # a tenth of a second, needed by this field alone

    code, _, subdivision = text.partition("-")
    known = list_supported_countries()
    if code not in known or (subdivision and subdivision not in known[code]):
        raise bad("is not a country or subdivision whose holidays are known, as CO or DE-BY")
    return text


def _holiday(value: object) -> str | Literal[False]:
    if value is False:
        return False
    if not isinstance(value, str):
        raise bad("must be a holiday's name, or false")
    return _printable(value)


def _messages(value: object) -> bool | tuple[str, ...]:
    if isinstance(value, bool):
        return value
    if isinstance(value, list) and all(way in WAYS for way in value):
        return tuple(way for way in WAYS if way in value)
    raise bad("must be true, false, or a list of telephone, email and url")


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
            return date.fromisoformat(str(value))
    except ValueError:
        pass
    raise bad("is not a date, as 2026-12-24")


ID = r"^[A-Za-z0-9_-]{1,64}$"
MENU_KEY = r"^[0-9*#]$"
EXTENSION = r"^[0-9]{1,10}$"
DIGIT = r"^[0-9]$"

Id = Annotated[str, StringConstraints(pattern=ID)]
Text = Annotated[str, StringConstraints(max_length=200), AfterValidator(_printable)]
LongText = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_printable)]
Telephone = Annotated[Text, AfterValidator(_telephone)]
Email = Annotated[Text, AfterValidator(_email)]
Link = Annotated[LongText, AfterValidator(_link)]
Weekly = Annotated[LongText, AfterValidator(check_weekly)]
Zone = Annotated[Text, AfterValidator(_zone)]
Country = Annotated[Text, AfterValidator(_country)]
MenuKey = Annotated[str, StringConstraints(pattern=MENU_KEY)]
Extension = Annotated[str, StringConstraints(pattern=EXTENSION)]
Digit = Annotated[str, StringConstraints(pattern=DIGIT)]
Day = Annotated[date, BeforeValidator(_day)]
Messages = Annotated[
    bool | tuple[Literal["telephone", "email", "url"], ...],
    PlainValidator(_messages),
    WithJsonSchema(
        {"anyOf": [{"type": "boolean"}, {"type": "array", "items": {"enum": list(WAYS)}}], "default": False}
    ),
]
Holiday = Annotated[
    str | Literal[False],
    PlainValidator(_holiday),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"const": False}]}),
]
