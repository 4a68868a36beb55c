"""The public holidays of a book: those of its country, with the book's corrections."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Literal

import holidays

from helpdesk_tui.book.fields import Yearly

DAYS_AFTER = 402
"""How far ahead a board reaches: answers search 370 days ahead, and coverage may be of 400 days."""


def last_year_of(country: str) -> int:
    """The last year whose holidays the package knows for this country."""
    return int(holidays.country_holidays(country.partition("-")[0]).end_year)


def public_holidays(
    country: str | None,
    language: str,
    years: Collection[int],
    corrections: Mapping[date | Yearly, str | Literal[False]],
) -> dict[date, str]:
    """The names of the holidays of `years` by date, in `language` if the calendar has it.

    `country` is ISO 3166, with a subdivision after a hyphen (`DE-BY`). Two holidays on one date are one
    entry with both names. A correction adds a name to its date, or removes the date (`False`). A correction
    of a date outranks one of every year.
    """
    names: dict[date, str] = {}
    if country is not None:
        code, _, subdivision = country.partition("-")
        # Without a language the package uses that of the machine.
        name = name_of(language, country) or holidays.country_holidays(code).default_language
        calendar = holidays.country_holidays(code, subdiv=subdivision or None, years=years, language=name)
        names = {day: ", ".join(calendar.get_list(day)) for day in calendar}
    for day, correction in _by_date(corrections, years).items():
        if correction is False:
            names.pop(day, None)
        else:
            names[day] = f"{names[day]}, {correction}" if day in names else correction
    return {day: name for day, name in sorted(names.items()) if day.year in years}


def _by_date(
    corrections: Mapping[date | Yearly, str | Literal[False]], years: Collection[int]
) -> dict[date, str | Literal[False]]:
    """The corrections of `years` by date."""
    yearly = {
        day: correction
        for key, correction in corrections.items()
        if isinstance(key, Yearly)
        for year in years
        if (day := key.in_year(year))
    }
    return yearly | {day: each for day, each in corrections.items() if isinstance(day, date)}


def name_of(language: str, country: str | None) -> str | None:
    """The calendar's name for `language`, as `en_US` for `en`; None if the calendar does not have it."""
    if country is None:
        return None
    known: tuple[str, ...] = holidays.country_holidays(country.partition("-")[0]).supported_languages
    return next((name for name in known if name.partition("_")[0] == language), None)
