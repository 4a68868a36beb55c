"""Reads a book: from TOML to models, with every problem reported at once."""

import tomllib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from itertools import chain, islice
from typing import Any, Literal

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from helpdesk_tui.book import fields
from helpdesk_tui.book.entries import BOOK
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.lines import with_lines
from helpdesk_tui.book.models import (
    Book,
    Channel,
    Check,
    Header,
    Hours,
    Level,
    Override,
    Person,
    Request,
    Roster,
    Route,
    Shift,
    Turns,
)
from helpdesk_tui.book.problems import BookError, Problem, finding, problem
from helpdesk_tui.book.references import check
from helpdesk_tui.book.size import check_size
from helpdesk_tui.book.tables import unknown
from helpdesk_tui.book.toml import DOUBLE_BRACKETS, broken, too_many_dots
from helpdesk_tui.languages import message

MOST = 100
"""How many problems of a book are reported."""

_BY_TYPE = {
    "missing": message("is missing"),
    "string_type": message("must be a text, in quotes"),
    "string_too_long": message("is longer than {limit} characters"),
    "int_type": message("must be a whole number"),
    "greater_than_equal": message("must be from 0 to 1440 minutes"),
    "less_than_equal": message("must be from 0 to 1440 minutes"),
    "date_type": message("must be a date, as 2026-11-23 without quotes"),
    "literal_error": message("must be one of: {known}"),
    "tuple_type": message("must be a list, in square brackets"),
    "too_short": message("must not be empty"),
    "too_long": message("has more than {limit} entries"),
    "model_type": message("must be a table"),
    "mapping_type": message("must be a table"),
    "dict_type": message("must be a table"),
    "is_instance_of": message("must be a table"),
}
"""Messages by pydantic's type of error."""

_TABLES: dict[str, type[BaseModel]] = {
    "book": Header,
    "hours": Hours,
    "channels": Channel,
    "requests": Request,
    "escalation": Level,
    "people": Person,
    "rosters": Roster,
    "shifts": Shift,
    "check": Check,
}

_WITHIN: dict[str, type[BaseModel]] = {"routes": Route, "turns": Turns, "overrides": Override}
"""The arrays of tables within an entry."""


def read_book(file: BookFile) -> Book:
    """The book that the file holds. Raises BookError with all that is wrong with it."""
    try:
        text = file.content.decode("utf-8-sig")
        if dots := too_many_dots(text):
            raise BookError(file.path, [dots])
        raw = tomllib.loads(text)
    except UnicodeDecodeError as error:
        not_text = finding("not-toml", "", "is not UTF-8 text, at byte {byte}", byte=error.start)
        line = file.content.count(b"\n", 0, error.start) + 1
        raise BookError(file.path, [not_text._replace(line=line)]) from error
    except (ValueError, RecursionError) as error:
        raise BookError(file.path, [broken(error, text)]) from error
    if too_much := list(check_size(raw)):
        raise BookError(file.path, with_lines(text, too_much))
    errors: list[ErrorDetails] = []
    book = None
    try:
        book = Book.model_validate(raw)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    found = chain(map(_problem, errors), check(raw))
    problems = list(dict.fromkeys(islice(found, MOST)))
    if next(found, None):
        problems.append(problem("", "has more problems: these are the first {count}", count=len(problems)))
    if problems or book is None:
        raise BookError(file.path, with_lines(text, problems))
    return book


def parsed(file: BookFile) -> dict[str, Any]:
    """The TOML of a good book. Raises BookError with all that is wrong with it."""
    read_book(file)
    return tomllib.loads(file.content.decode("utf-8-sig"))


def problems_of(raw: dict[str, Any], entries: Iterable[tuple[str, str | int]]) -> list[Problem]:
    """What is wrong with a parsed book that was valid but for these entries, of a table and its key or place.

    It is quick: only these are checked field by field.
    """
    errors: list[ErrorDetails] = []
    for table, key in entries:
        value = raw[table] if table == BOOK else raw[table][key]
        if table != BOOK:
            value = {key: value} if isinstance(key, str) else [value]
        try:
            Book.model_validate({table: value})
        except ValidationError as error:
            for each in error.errors(include_url=False):
                if each["loc"][0] == table:  # the other tables are missing
                    if table != BOOK:
                        each["loc"] = (table, key, *each["loc"][2:])
                    errors.append(each)
    return list(dict.fromkeys([*map(_problem, errors), *check_size(raw), *check(raw)]))


def corrections_of(holidays: Mapping[str, object]) -> dict[date | fields.Yearly, str | Literal[False]]:
    """The entries of a table [holidays] by day, without those that are wrong."""
    one = TypeAdapter(fields.Table[fields.Day, fields.Holiday])
    found: dict[date | fields.Yearly, str | Literal[False]] = {}
    for key, value in holidays.items():
        with suppress(ValidationError):
            found |= one.validate_python({key: value})
    return found


def _problem(error: ErrorDetails) -> Problem:
    kind, location, details = error["type"], error["loc"], error.get("ctx", {})
    if location[2:] == ("[key]",) and kind != "extra_forbidden":
        location = location[:2]  # pydantic's mark for the key of an entry, not its value
    parts = [str(part + 1 if isinstance(part, int) else part) for part in location]
    key = ".".join(parts)
    if kind == "extra_forbidden":
        if len(parts) == 1:
            table: type[BaseModel] = Book
        else:
            table = (_WITHIN.get(parts[2]) if len(parts) == 5 else None) or _TABLES[parts[0]]
        return unknown(key, parts[-1], [each.alias or name for name, each in table.model_fields.items()])
    if kind == "book":
        template, values = details["message"], details["values"]
    elif kind == "tuple_type" and isinstance(error["input"], dict):
        template, values = DOUBLE_BRACKETS, {"name": key}
    else:
        template = _BY_TYPE.get(kind, message("is not a value that belongs here"))
        known = details.get("expected", "").replace(" or ", ", ")
        values = {"limit": details.get("max_length", ""), "known": known}
    return finding(details.get("kind", "invalid-value"), key, template, **values)
