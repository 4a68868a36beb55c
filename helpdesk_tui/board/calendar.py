"""Public holidays of a book: the country's calendar with the book's own corrections."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Literal

import holidays


def public_holidays(
    country: str | None,
    language: str,
    years: Collection[int],
    corrections: Mapping[date, str | Literal[False]],
) -> dict[date, str]:
    """Every holiday of `years` by date, named in `language` where the calendar knows it.

    `country` is ISO 3166, with a subdivision after a hyphen (`DE-BY`). Two holidays on one date are
    one entry with both names. A correction adds a name to its date, or removes the date.
    """
    found: dict[date, str] = {}
    if country is not None:
        code, _, subdivision = country.partition("-")
        # Without a language the package would take the machine's.
        name = name_of(language, country) or holidays.country_holidays(code).default_language
        calendar = holidays.country_holidays(code, subdiv=subdivision or None, years=years, language=name)
        found = {day: ", ".join(calendar.get_list(day)) for day in calendar}
    for day, correction in corrections.items():
        if correction is False:
            found.pop(day, None)
        else:
            found[day] = f"{found[day]}, {correction}" if day in found else correction
    return {day: name for day, name in sorted(found.items()) if day.year in years}


def name_of(language: str, country: str | None) -> str | None:
    """What the country's calendar calls `language`: `en` is `en_US` there; None where it does not have it."""
    if country is None:
        return None
    known: tuple[str, ...] = holidays.country_holidays(country.partition("-")[0]).supported_languages
    return next((name for name in known if name.partition("_")[0] == language), None)
