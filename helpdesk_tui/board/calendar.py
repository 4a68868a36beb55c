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


def _calendar_language(country: str, language: str) -> str | None:
    """The calendar's own name for `language` (`en` is `en_US` there), or its default language."""
    calendar = holidays.country_holidays(country)
    near = [name for name in calendar.supported_languages if name.partition("_")[0] == language]
    default: str | None = calendar.default_language
    return next(iter(near), default)
