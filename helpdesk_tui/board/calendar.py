"""Public holidays of a book: the country's calendar with the book's own corrections."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

import holidays


def public_holidays(
    country: str | None, language: str, years: Iterable[int], corrections: Mapping[date, str | Literal[False]]
) -> dict[date, str]:
    """Every holiday of `years` by date, named in `language` where the calendar knows it.

    `country` is ISO 3166, with a subdivision after a hyphen (`DE-BY`). Two holidays on one date are
    one entry with both names. A correction adds a name to its date, or removes the date.
    """
    found: dict[date, str] = {}
    if country is not None:
        code, _, subdivision = country.partition("-")
        calendar = holidays.country_holidays(
            code, subdiv=subdivision or None, years=years, language=_calendar_language(code, language)
        )
        for day in calendar:
            found[day] = ", ".join(calendar.get_list(day))
    for day, name in corrections.items():
        if name is False:
            found.pop(day, None)
        else:
            found[day] = ", ".join([found[day], name]) if day in found else name
    return dict(sorted(found.items()))


def speaks(country: str | None, language: str) -> bool:
    """Whether the country's calendar has names in `language`."""
    return country is not None and _named(country.partition("-")[0], language) is not None


def _calendar_language(country: str, language: str) -> str | None:
    """The calendar's own name for `language`, or its default language."""
    default: str | None = holidays.country_holidays(country).default_language
    return _named(country, language) or default


def _named(country: str, language: str) -> str | None:
    """What the calendar calls `language`: `en` is `en_US` there; None where it does not have it."""
    known: tuple[str, ...] = holidays.country_holidays(country).supported_languages
    return next((name for name in known if name.partition("_")[0] == language), None)
