"""The expressions that a book refuses: which ones, how many, and why no reading of them would be right.

https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
"""

import re
from collections.abc import Callable
from typing import NamedTuple

_SYNTAX = "is not opening_hours syntax, at character {place}"
_LIST = "has a space in a list: {list}; write {meant}"

_OTHER_FORMS = """
24/7/365
24x7
24 hours
always
Mo-Su 24/7
Mo-Fr 24/7
Mo-Fr 24:00-06:00
Mo-Fr 8-18
Mo-Fr 8h-18h
Mo-Fr 8am-5pm
Mo-Fr 08.00-18.00
Mo-Fr 0800-1800
Mo-Fr 08:00 to 18:00
Mo-Fr 08:00-18:00.
Mo-Fr 08:00-18:00 (phone)
Mo-Fr 12:00
Mo 10:00,12:00
Mo - Fr 08:00-18:00
Mo–Fr 08:00–18:00
Mon-Fri 08:00-18:00
Lu-Vi 08:00-18:00
Monday 08:00-12:00
08:00-18:00 Mo-Fr
open Mo-Fr 08:00-18:00
Mo-Fr,08:00-12:00
Mo-Fr 08:00-12:00 14:00-18:00
Mo-Fr 08:00-12:00 & 14:00-18:00
Mo-Fr 08:00-12:00 ,14:00-18:00
Mo-Fr 08:00-18:00 Sa 09:00-12:00
Mo-Fr 08:00-18:00 / Sa 09:00-12:00
Mo-Fr 08:00-18:00,Sa 09:00-12:00
Mo-Fr 08:00-18:00 ,Sa 09:00-12:00
Mo-Fr 8:00-18:00; Sa 9-13
Mo-Fr 08:00-18:00 week 1-26
Mo-Fr 18:00-08:00; Sa-Su 24/7
"summer": Mo-Fr 08:00-14:00
24/7; 25 Dec off
24/7; 2026-12-24 off
24/7; 24.12. off
Mo[1]-Fr 08:00-12:00
week 52-2 08:00-12:00
""".strip().splitlines()


class Refusal(NamedTuple):
    """Why a book refuses a kind of expression."""

    says: str
    """What the book says, without its values."""
    holds: Callable[[str], bool]
    """Whether an expression is of this kind."""
    why: str
    example: str
    """As README shows it."""
    found: int


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda expression: re.search(pattern, expression) is not None


_TIMES = r"\d+:\d\d(?: ?- ?\d+:\d\d)?"

REFUSALS = [
    Refusal(
        _SYNTAX, _matches("  "),
        "The standard's grammar has one space between the parts of a rule; the book says where the second one is.",
        "two spaces", 61,
    ),
    Refusal(
        _SYNTAX, _matches(r";$|;;"), "By the standard's grammar a separator stands between two rules, and one of them may be missing.", "`;` at the end", 63,
    ),
    Refusal(
        _SYNTAX, _matches(r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su): "),
        "The colon for readability stands after years, months and weeks, not after weekdays.", "`Mo-Fr: 08:00-18:00`", 60,
    ),
    Refusal(
        _SYNTAX, _matches(r"[A-Z][a-z]{2} \d+, ?\d+(?!:)"),
        "A date is a month and a day, also in a list.", "`Dec 24,31 off`", 23,
    ),
    Refusal(
        _SYNTAX, _matches(r"\bph\b"), "PH is written in capitals; a book would refuse it then too.", "`Mo-Fr,PH 08:00-18:00`", 1,
    ),
    Refusal(
        _SYNTAX, lambda expression: expression in _OTHER_FORMS,
        "These are no forms of the standard: other words, other signs, another order.", "`Mo-Fr 8am-5pm`", 41,
    ),
    Refusal(
        _LIST, _matches(rf"{_TIMES} +, {_TIMES}"),
        "After a time the standard goes on with the list, whatever the spaces; the package begins a rule for every day.",
        "`08:00-12:00 , 14:00-18:00`", 2,
    ),
    Refusal(
        _LIST, _matches(r"\b(?:[A-Z][a-z]|[a-z]{2}|Dec \d\d), (?:[A-Z][a-z]{1,2}|[a-z]{2})\b"),
        "The standard begins another rule after times, comments and states alone; the package takes the first days for open.",
        "`Sa, Su off`", 49,
    ),
    Refusal(
        "has times without days after ;: {rule}; to add them to the rule before, write {meant}", _matches(rf"; ?{_TIMES}"),
        "By the standard they replace every day; opening_hours.js adds them to the days before, and so do those who write them.",
        "`Mo-Fr 08:00-12:00; 14:00-18:00`", 13,
    ),
    Refusal(
        "has times without days after ;: {rule}; write Mo-Su {rule}", _matches(rf"; ?{_TIMES}"),
        "opening_hours.js adds unknown times to a rule of every day.", "`08:00-18:00; 12:00-13:00 unknown`", 3,
    ),
    Refusal(
        "has times without days after a comma: {times}; write their days too", _matches(rf'(?:"|open), ?{_TIMES}'),
        "By the standard they hold on every day; who writes them means the days before.",
        '`Mo-Fr 08:00-12:00 open "chat", 14:00-18:00 open "phone"`', 3,
    ),
    Refusal(
        "has a year before months that go into the next one: {days}; write {meant}", _matches(r"^\d{4}(?:-\d{4})? (?:Nov-Feb|Dec 24-Jan)"),
        "By the standard these are the year's first months and its last ones; who writes them means one winter.",
        "`2026 Nov-Feb`", 3,
    ),
    Refusal(
        "has a year for the first date alone: {dates}; write {meant}", _matches(r"\d{4} Dec 24,Dec 31"),
        "Both readers take the second date for every year's; by the standard's grammar the year may stand before the list.",
        "`2026 Dec 24,Dec 31 off`", 1,
    ),
    Refusal(
        "lists a date and a weekday of a month: {days}; write a rule for each", _matches(r"Dec 24,Jan Fr\[1\]"),
        "The standard's grammar has no such list, and readers differ: the weekday may be meant for both, or for the month.",
        "`Dec 24,Jan Fr[1] off`", 1,
    ),
    Refusal(
        "has a step that is too long: {range}; write {meant}", _matches(r"40-41/2|2026-2027/2"),
        "No second week or year is in the step; the package takes every one.", "`week 40-41/2`", 2,
    ),
    Refusal(
        "cannot hold ||: write the rule for those hours in full", _matches(r"\|\|"),
        "The package reads `|| unknown` as closed.", r"`Mo-Fr 08:00-18:00 \|\| unknown`", 16,
    ),
    Refusal(
        "cannot hold points in time: {times}; write when it opens and when it closes", _matches(r"\d/\d"),
        "They are moments at which something happens, and no hours.", "`10:00-16:00/01:30`", 2,
    ),
    Refusal(
        "holds a date that does not exist: {date}", _matches("Feb 30|Apr 31"),
        "The package takes it for every day.", "`Feb 30 off`", 2,
    ),
    Refusal(
        "cannot hold sunrise or sunset: a book has no place on the map", _matches("sunrise|sunset|dawn|dusk"),
        "The sun is not the same everywhere.", "`Mo-Fr sunrise-18:00`", 10,
    ),
    Refusal(
        "cannot hold PH or SH: holidays are set by on_holidays", _matches(r"\b[PS]H\b"),
        "The package's calendar is behind the law; a book has another one.", "`Mo-Fr,PH 08:00-18:00`", 41,
    ),
]  # fmt: skip
