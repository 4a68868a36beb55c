"""Telephone numbers as people of their country write them."""

import phonenumbers
from phonenumbers import NumberFormat, PhoneNumberFormat


def _habit(groups: str, written: str, leading: str, at_home: str | None = None) -> NumberFormat:
    """The format `written` of numbers with these `groups` of digits that begin with `leading`.

    `at_home` is the format of the first group within the country: $NP is the trunk prefix, $FG the group.
    """
    return NumberFormat(
        pattern=groups,
        format=written,
        leading_digits_pattern=[leading],
        national_prefix_formatting_rule=at_home,
    )


# By country code, where people write numbers otherwise than `phonenumbers`.
_HABITS = {
    # Spain: the provinces with a code of two digits. "91 530 86 21" is the example of the Ortografía de la
    # lengua española (2010), VIII, 4.2; Barcelona likewise in the University of Barcelona's book of style.
    34: [_habit(r"(\d{2})(\d{3})(\d{2})(\d{2})", r"\1 \2 \3 \4", "[89][13]")],
    # Peru, Lima: seven digits "divided XXX XXXX" (Wikipedia, National conventions for writing telephone
    # numbers).
    51: [_habit(r"(1)(\d{3})(\d{4})", r"\1 \2 \3", "1", "($NP$FG)")],
    # Chile: nine digits to dial everywhere since 2016, so nothing in brackets that one could leave out:
    # "2 2255 3344", "51 255 3344" (El Definido, 2014, «¿Cómo diablos se llama por teléfono ahora?»;
    # Wikipedia, Telephone numbers in Chile).
    56: [
        _habit(r"(2)(\d{4})(\d{4})", r"\1 \2 \3", "2[1-36]"),
        _habit(r"(\d{2})(\d{3})(\d{4})", r"\1 \2 \3", "3[2-5]|[47]|5[1-3578]|6[13-57]"),
    ],
    # Colombia, free of charge: "01 8000 415115" (EPM), "01 8000 948787" (Comfamiliar Risaralda).
    57: [_habit(r"(1)(8000)(\d{6})", r"\1 \2 \3", "18000", "$NP$FG")],
    # Costa Rica: "xxxxxxxx" or "xxxx-xxxx" (Wikipedia, Telephone numbers in Costa Rica).
    506: [_habit(r"(\d{4})(\d{4})", r"\1-\2", "[2-7]|8[3-9]")],
}


def dial(telephone: str, country: str | None) -> str:
    """The number (E.164) as people in the book's country write it; in full if it is of another country.

    `country` is ISO 3166, with a subdivision after a hyphen.
    """
    number = phonenumbers.parse(telephone)
    home = country is not None and (
        number.country_code == phonenumbers.country_code_for_region(country.partition("-")[0])
    )
    style = PhoneNumberFormat.NATIONAL if home else PhoneNumberFormat.INTERNATIONAL
    written = phonenumbers.format_by_pattern(number, style, _HABITS.get(number.country_code or 0, []))
    # A number that no pattern matches comes back with its digits in one piece.
    unmatched = written.endswith(phonenumbers.national_significant_number(number))
    return phonenumbers.format_number(number, style) if unmatched else written


def dialled(written: str) -> str:
    """The digits of a number, with a leading `+` if it has one."""
    return "".join(character for character in written if character.isdigit() or character == "+")
