"""Reads a book: TOML to models, every problem at once."""

import tomllib
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from helpdesk_tui.book import references
from helpdesk_tui.book.fields import DIGIT, EXTENSION, ID, MENU_KEY
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.models import Book, Channel, Header, Hours, Level, Request, Shift
from helpdesk_tui.book.problems import BookError, Problem, problem
from helpdesk_tui.book.toml import broken
from helpdesk_tui.languages import message

_BY_TYPE = {
    "missing": message("is missing"),
    "string_type": message("must be a text, in quotes"),
    "int_type": message("must be a whole number"),
    "date_type": message("must be a date, as 2026-11-23 without quotes"),
    "tuple_type": message("must be a list, in square brackets"),
    "model_type": message("must be a table"),
    "mapping_type": message("must be a table"),
    "dict_type": message("must be a table"),
    "is_instance_of": message("must be a table"),
}

_BY_PATTERN = {
    ID: message("must be 1 to 64 letters, digits, hyphens or underscores"),
    MENU_KEY: message("must be one key of a telephone, in quotes: 0 to 9, * or #"),
    EXTENSION: message("must be 1 to 10 digits, in quotes"),
    DIGIT: message("must be one digit, in quotes"),
}

_TABLES: dict[str, type[BaseModel]] = {
    "book": Header,
    "hours": Hours,
    "channels": Channel,
    "requests": Request,
    "escalation": Level,
    "shifts": Shift,
}


def read_book(file: BookFile) -> Book:
    """The book that the file holds. Raises BookError with all that is wrong with it."""
    try:
        raw = tomllib.loads(file.content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BookError(
            file.path, [problem("", "is not UTF-8 text, at byte {byte}", byte=error.start)]
        ) from error
    except (ValueError, RecursionError) as error:
        raise BookError(file.path, [broken(error)]) from error
    problems: list[Problem] = []
    book = None
    try:
        book = Book.model_validate(raw)
    except ValidationError as error:
        problems += [_problem(each) for each in error.errors(include_url=False)]
    problems += references.check(raw)
    if problems or book is None:
        raise BookError(file.path, list(dict.fromkeys(problems)))
    return book


def _problem(error: ErrorDetails) -> Problem:
    kind = error["type"]
    location = error["loc"]
    if location[2:] == ("[key]",) and kind != "extra_forbidden":
        location = location[:2]  # pydantic's mark for the key of an entry, not its value
    place = [str(part + 1 if isinstance(part, int) else part) for part in location]
    key = ".".join(place)
    details: Mapping[str, Any] = error.get("ctx", {})
    if kind == "book":
        template = details["message"]
        return problem(key, template, **details["values"])
    if kind == "extra_forbidden":
        return references.unknown(key, place[-1], _keys_of(location))
    if kind == "literal_error":
        known = details["expected"].replace(" or ", ", ")
        return problem(key, "must be one of: {known}", known=known)
    if kind == "string_too_long":
        return problem(key, "is longer than {limit} characters", limit=details["max_length"])
    if kind == "string_pattern_mismatch":
        template = _BY_PATTERN[details["pattern"]]
        return problem(key, template)
    if kind == "too_short":
        return problem(key, "must not be empty")
    if kind in {"greater_than_equal", "less_than_equal"}:
        return problem(key, "must be from 0 to 1440 minutes")
    if kind in _BY_TYPE:
        return problem(key, _BY_TYPE[kind])
    return problem(key, "is not a value that belongs here")


def _keys_of(location: tuple[int | str, ...]) -> list[str]:
    """The keys that the table of an unknown key knows."""
    table: type[BaseModel] = Book if len(location) == 1 else _TABLES[str(location[0])]
    return list(table.model_fields)
