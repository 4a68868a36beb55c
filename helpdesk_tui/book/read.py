"""Reads a book from TOML into models and reports every problem at once."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from itertools import chain, islice
from typing import Literal

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from helpdesk_tui.book import fields
from helpdesk_tui.book.entries import BOOK, BY_KEY, BY_POSITION, Raw
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.lines import with_lines
from helpdesk_tui.book.models import MODELS, Book, LineUp, Override, Route
from helpdesk_tui.book.problems import BookError, Problem, finding, problem
from helpdesk_tui.book.references import check
from helpdesk_tui.book.size import check_size
from helpdesk_tui.book.tables import unknown
from helpdesk_tui.book.toml import DOUBLE_BRACKETS, broken, too_many_dots
from helpdesk_tui.languages import message

MOST = 100
"""The number of problems that are reported at most."""

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

_WITHIN: dict[str, type[BaseModel]] = {"routes": Route, "turns": LineUp, "overrides": Override}
"""The models of the arrays of tables within an entry."""


def read_book(file: BookFile) -> Book:
    """Read the book of a file. Raises BookError with all of its problems."""
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
    try:
        book = Book.model_validate(raw)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    every = chain(map(_problem, errors), check(raw))
    problems = list(dict.fromkeys(islice(every, MOST)))
    if next(every, None):
        problems.append(problem("", "has more problems: these are the first {count}", count=len(problems)))
    if problems:
        raise BookError(file.path, with_lines(text, problems))
    return book


def parsed(file: BookFile) -> Raw:
    """The TOML of a valid book. Raises BookError with all of its problems."""
    read_book(file)
    return tomllib.loads(file.content.decode("utf-8-sig"))


def problems_of(raw: Raw, entries: Iterable[tuple[str, str | int]]) -> list[Problem]:
    """The problems of a parsed book in which only `entries` changed since it was valid.

    Each is a table with a key or an index. Only the fields of these are checked, which is quick.
    """
    errors: list[ErrorDetails] = []
    for table, key in entries:
        value = raw[table]
        if table != BOOK:
            value = {key: value[key]} if isinstance(key, str) else [value[key]]
        try:
            Book.model_validate({table: value})
        except ValidationError as error:
            for each in error.errors(include_url=False):
                if each["loc"][0] == table:  # the other tables are missing
                    if table != BOOK:
                        each["loc"] = (table, key, *each["loc"][2:])
                    errors.append(each)
    return list(dict.fromkeys([*_lengths(raw), *map(_problem, errors), *check_size(raw), *check(raw)]))


def _lengths(raw: Raw) -> Iterator[Problem]:
    """Yield the problems of a book without channels, and of tables with too many entries."""
    if not raw.get("channels"):
        yield problem("channels", "is missing")
    for tables, limit in ((BY_KEY, fields.ENTRIES), (BY_POSITION, fields.LIST)):
        for table in tables:
            if len(raw.get(table, ())) > limit:
                yield problem(table, "has more than {limit} entries", limit=limit)


def corrections_of(holidays: Mapping[str, object]) -> dict[date | fields.Yearly, str | Literal[False]]:
    """The valid entries of a table [holidays], by day."""
    table = TypeAdapter(fields.Table[fields.Day, fields.Holiday])
    corrections: dict[date | fields.Yearly, str | Literal[False]] = {}
    for key, value in holidays.items():
        with suppress(ValidationError):
            corrections |= table.validate_python({key: value})
    return corrections


def _problem(error: ErrorDetails) -> Problem:
    kind, location, details = error["type"], error["loc"], error.get("ctx", {})
    if location[2:] == ("[key]",) and kind != "extra_forbidden":
        location = location[:2]  # pydantic's mark for the key of an entry, not its value
    parts = [str(part + 1 if isinstance(part, int) else part) for part in location]
    key = ".".join(parts)
    if kind == "extra_forbidden":
        table: type[BaseModel] = Book if len(parts) == 1 else MODELS[parts[0]]
        if len(parts) == 5:
            table = _WITHIN[parts[2]]
        return unknown(key, parts[-1], [each.alias or name for name, each in table.model_fields.items()])
    if kind == "string_pattern_mismatch":
        template, values = fields.REFUSALS[details["pattern"]], {}
    elif kind == "book":
        template, values = details["message"], details["values"]
    elif kind == "tuple_type" and isinstance(error["input"], dict):
        template, values = DOUBLE_BRACKETS, {"name": key}
    else:
        template = _BY_TYPE.get(kind, message("is not a value that belongs here"))
        known = details.get("expected", "").replace(" or ", ", ")
        given = {"limit": details.get("max_length"), "known": known}
        values = {name: value for name, value in given.items() if value}
    return finding(details.get("kind", "invalid-value"), key, template, **values)
