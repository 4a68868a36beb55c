"""Weekly expressions of the kind that people write in a book, made from a seed."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

COUNT = 5000
_SEED = 20261123

_T = TypeVar("_T")

_DAYS = [
    *["Mo-Fr"] * 6, *["Mo-Sa"] * 3, *["Mo-Su"] * 3, "Mo-Th", "Tu-Fr", "Tu-Sa", "Tu-Su", "Su-Th", "Su-Fr",
    "Sa-Su", "Sa,Su", "Fr-Sa", "Fr,Sa", "Fr-Mo", "Sa-Mo", "Fr-Su", "Sa-We", "Th-Tu", "Su-Mo",
    "Mo,We,Fr", "Tu,Th", "Mo-We,Fr", "Mo,Tu,Th-Sa", "Mo-Th,Sa", "We,Su",
    "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su",
]  # fmt: skip
_WORKDAYS = ["Mo-Fr", "Mo-Fr", "Mo-Fr", "Mo-Sa", "Mo-Th", "Tu-Sa", "Mo-Su", "Su-Th"]
_REST = ["Sa", "Su", "Sa-Su", "Sa,Su", "Fr", "Fr-Su", "We"]
_NTH = [
    "Mo[1]",
    "We[1]",
    "Fr[-1]",
    "Sa[1]",
    "Sa[1,3]",
    "Sa[2,4]",
    "Th[-1]",
    "Su[-1]",
    "Tu[1-2]",
    "Sa[5]",
    "Mo[-2]",
]
_MONTHS = ["Jan", "Jul-Aug", "Jun-Aug", "Aug", "Dec", "Dec-Jan", "Nov-Feb", "Oct-Mar", "Apr-Sep", "Mar", "Oct",
           "Jan,Dec", "Mar-May,Sep-Nov", "Nov-Mar", "Feb"]  # fmt: skip
_WEEKS = ["week 01-26", "week 27-53", "week 1-53/2", "week 2-52/2", "week 40", "week 40-44", "week 52", "week 53",
          "week 1", "week 10-14", "week 52-53", "week 01,53", "week 1-51/2", "week 12,13", "week 1-53", "week 9",
          "week 50-51", "week 44-52", "week 14-35"]  # fmt: skip
_DATES = ["Dec 24", "Dec 25", "Dec 31", "Jan 01", "Jan 1", "Jan 6", "Oct 25", "Nov 1", "Mar 28", "Apr 4", "Oct 12",
          "Feb 29", "Dec 24,31", "Dec 24,Dec 31", "Dec 25,Jan 01", "Mar 19", "Dec 8"]  # fmt: skip
_RANGES = ["Dec 24-26", "Dec 24-31", "Dec 24-Jan 06", "Dec 20-Jan 10", "Dec 31-Jan 01", "Oct 20-Nov 05", "Mar 14-28",
           "Mar 25-Apr 05", "Dec 22-Jan 02", "Jul 01-Aug 31", "Feb 20-29", "Feb 15-28", "Nov 15-Mar 15", "Apr 1-Oct 31",
           "Oct 01-31", "Sep 15-Jun 15", "Feb 28-Mar 01", "Dec 1-24"]  # fmt: skip
_DATED = ["2026 Dec 24", "2026 Dec 31", "2027 Jan 01", "2027 Jan 04", "2026 Oct 12", "2026 Nov 02", "2027 Mar 22",
          "2026 Dec 24-26", "2026 Dec 24-31", "2026 Dec 24-2027 Jan 06", "2026 Dec 30-2027 Jan 02", "2027 Mar 22-28",
          "2026 Oct 05-16", "2028 Feb 29", "2028 Feb 28-Mar 01", "2028 Dec 24-2029 Jan 06", "2026 Oct 20-Nov 10",
          "2027 Mar 15-Apr 02", "2026 Dec 24-Jan 06", "2027 Jan 1-10", "2028 Feb 21-25", "2025 Dec 24", "2028 Dec 31"]  # fmt: skip
_YEARS = ["2026", "2027", "2026-2027", "2027+", "2028", "2026 Dec", "2027 Mar", "2026 Oct-Nov", "2026-2027 Dec",
          "2028 Feb"]  # fmt: skip
_WORDS = [
    "by appointment",
    "ask first",
    "front desk",
    "on call",
    "year end",
    "stocktaking",
    "call ahead",
    "guardia",
]
_NO_PLACE = ["sunrise-18:00", "08:00-sunset", "dawn-dusk", "08:00-(sunset+01:00)"]
_AS_WRITTEN = """
24/7
24/7 off
24/7 unknown
24/7 "on call"
24/7 open "on call"
24/7/365
24x7
24 hours
always
open
off
closed
unknown
"by appointment"
00:00-24:00
0:00-24:00
Mo-Fr
Sa
Sa-Su open
Mo-Su 24/7
Mo-Fr 24/7
Mo-Su 00:00-23:59
Mo-Fr 00:00-00:00
Mo-Fr 17:00-00:00
Mo-Fr 18:00-24:00,00:00-02:00
Mo-Fr 22:00-30:00
Mo-Fr 24:00-06:00
Mo-Fr 08:00-25:00
Mo-Fr 20:00-24:00+
Mo-Fr 20:00-24:00+ "24:00+ 2027Mar"
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
MO-FR 08:00-18:00
Mon-Fri 08:00-18:00
Lu-Vi 08:00-18:00
Monday 08:00-12:00
Su-Sa 08:00-12:00
Mo-Mo 10:00-12:00
08:00-18:00 Mo-Fr
open Mo-Fr 08:00-18:00
Mo-Fr,08:00-12:00
Mo-Fr 08:00-12:00 14:00-18:00
Mo-Fr 08:00-12:00 & 14:00-18:00
Mo-Fr 08:00-12:00 , 14:00-18:00
Mo-Fr 08:00-12:00 ,14:00-18:00
Mo-Fr 08:00-12:00 , 14:00-18:00 off
Mo-Fr 08:00-18:00 Sa 09:00-12:00
Mo-Fr 08:00-18:00 / Sa 09:00-12:00
Mo-Fr 08:00-18:00,Sa 09:00-12:00
Mo-Fr 08:00-18:00 ,Sa 09:00-12:00
Mo-Fr 08:00-18:00 , Sa 09:00-12:00
Mo-Fr 08:00-18:00, Sa 09:00-12:00, Su off
Mo-Fr 08:00-18:00;; Sa 09:00-12:00
Mo-Fr 8:00-18:00; Sa 9-13
Mo-Fr 08:00-18:00 week 1-26
Mo-Fr 08:00-18:00, 12:00-13:00 off
Mo-Fr 08:00-18:00; 12:00-13:00 off
Mo-Fr 08:00-18:00; Mo-Fr 12:00-13:00 off
Mo-Fr 12:00-13:00 off; Mo-Fr 08:00-18:00
Mo-Fr 08:00-12:00 "chat", 14:00-18:00 "phone"
Mo-Fr 08:00-12:00 open "chat", 14:00-18:00 off
Mo-Fr 08:00-12:00 open, 14:00-18:00
08:00-12:00; 14:00-18:00
08:00-18:00; 12:00-13:00 off
08:00-18:00; 12:00-13:00 unknown
08:00-18:00; 12:00-13:00 "lunch"
24/7; 02:00-03:00 off
24/7; 02:00-03:00 unknown
24/7; off
08:00-12:00,14:00-18:00; off
08:00-18:00; Sa 09:00-12:00; 20:00-22:00
Mo-Fr 08:00-18:00; off
Mo-Fr 08:00-18:00; unknown
Mo-Fr 08:00-18:00; "ask first"
Mo-Fr 08:00-18:00, "ask first"
"ask first"; Mo-Fr 08:00-18:00
unknown; Mo-Fr 08:00-18:00
off; Mo-Fr 08:00-18:00
Mo-Fr 08:00-18:00; Sa unknown
Mo-Fr 08:00-18:00; Sa-Su "on call"
Mo-Fr 08:00-18:00 unknown; Mo-Fr 10:00-12:00
Mo-Fr 08:00-18:00 "ask first", Mo-Fr 10:00-12:00 open "front desk"
Mo-Fr 08:00-18:00 "ask, then wait; or call"
Mo-Fr 08:00-18:00; 24/7 off
Mo-Fr 17:00-08:00; Sa-Su 00:00-24:00
Mo-Fr 17:00-08:00, Sa-Su 00:00-24:00
Mo-Fr 18:00-08:00; Sa-Su 24/7
Mo-Fr 22:00-24:00; Tu-Sa 00:00-06:00
Mo-Fr 00:00-08:00,18:00-24:00; Sa-Su 00:00-24:00
Mo-Su 22:00-06:00; Su 00:00-06:00 off
Mo-Fr 08:00-18:00 || unknown
Mo-Fr 08:00-18:00 || "by appointment"
10:00-16:00/01:30
Mo-Fr 10:00-16:00/30
"summer": Mo-Fr 08:00-14:00
Feb 30 off
24/7; Apr 31 off
24/7; Dec 24,25 off
24/7; Dec 24, 25 off
24/7; Dec 24, Dec 31 off
24/7; Dec 24 off, Dec 31 off
24/7; 2026 Dec 24,25 off
24/7; 2026 Dec 24,Dec 31 off
24/7; 2026 Dec 24,2026 Dec 31 off
24/7; 25 Dec off
24/7; 2026-12-24 off
24/7; 24.12. off
24/7; Dec 24 - Jan 06 off
24/7; 2026 Dec 24 - 2027 Jan 06 off
24/7; 2026 Dec 24-Jan 06 off
24/7; Dec 24-Jan 6: off
Dec 24: 08:00-12:00
Dec 08:00-12:00
2026 Dec 08:00-12:00
Mo-Fr 08:00-18:00; 2027 Mar 08:00-14:00
Jan-Dec 08:00-12:00
Jan 1-Dec 31 08:00-12:00
Jan-Mar,Oct 10-20 Mo 08:00-12:00
Mo-Fr 08:00-18:00; Dec 24-Jan 06 unknown
Mo-Fr 08:00-18:00; Dec 24 off; Dec 24 08:00-12:00
Dec Mo-Fr 08:00-12:00; 2026 Dec 24-31 off
2026 Nov-Feb Mo-Fr 08:00-14:00
2026-2027 Nov-Feb Mo-Fr 08:00-14:00
2026-2027 Dec 24-Jan 06 08:00-12:00
2027+ Nov-Feb Mo-Fr 08:00-14:00
easter off
Mo-Fr 08:00-18:00; easter off
Mo-Fr 08:00-18:00; easter -2 days off
24/7; easter -3 days-easter +1 day off
Su[1] off
Sa[1],Su 08:00-12:00
Su,Sa[1] 08:00-12:00
Mo-Fr,Sa[1] 08:00-12:00
Sa[1],Su[1] 10:00-12:00
Sa[1] +1 day 08:00-12:00
Mo[1]-Fr 08:00-12:00
Jan,Dec We[1] off
Jan,Jul-Aug,Dec Sa[1] 10:00-12:00
Dec,Jan Mo[1],Fr[1] 10:00-12:00
24/7; Dec 24,Jan Fr[1] off
24/7; Dec 24 off; Jan Fr[1] off
Mar Su[-1]-Oct Su[-1] 08:00-12:00
Mo-Fr 08:00-18:00; Mo[1] 10:00-18:00; Mo[-1] off
week 52-2 08:00-12:00
week 1,3,40,42,53 Mo 10:00-12:00
week 1-26 08:00-12:00; week 27-53 10:00-12:00
week 40-41/2 Mo 10:00-12:00
2026-2027/2 08:00-12:00
2026-2028/2 08:00-12:00
2026 week 40-53 Mo 10:00-12:00
2027 week 1 Mo 10:00-12:00
"""
"""Expressions that stand for themselves: each a form that someone writes, or the one that it is taken for."""


class _Dice:
    """Choices that fall alike in every version of Python, which promises it of `random` alone."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random

    def chance(self, share: float) -> bool:
        return self._random() < share

    def pick(self, these: Sequence[_T]) -> _T:
        return these[int(self._random() * len(these))]

    def between(self, low: float, high: float, step: int = 30) -> int:
        """Minutes of a day from one hour to another, both included."""
        return int(low * 60) + step * int(self._random() * (int((high - low) * 60) // step + 1))


def expressions() -> list[str]:
    """`COUNT` expressions, each one once, the same ones every time."""
    dice = _Dice(_SEED)
    found = dict.fromkeys(_AS_WRITTEN.strip().splitlines())
    while len(found) < COUNT:
        found[_spaced(dice, dice.pick(_KINDS)(dice))] = None
    return list(found)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _span(start: int, end: int) -> str:
    return f"{_clock(start)}-{_clock(end)}"


def _day(dice: _Dice) -> str:
    """The hours of one day."""
    return _span(dice.between(5, 10), dice.between(12, 24))


def _split(dice: _Dice) -> str:
    """A day with a break, or two."""
    noon = dice.between(11, 14)
    text = f"{_span(dice.between(6, 10), noon)},{_span(noon + dice.pick([30, 60, 90, 120]), dice.between(17, 20))}"
    return f"{text},{_span(dice.between(20.5, 21), dice.between(22, 24))}" if dice.chance(0.15) else text


def _night(dice: _Dice) -> str:
    end = dice.between(1, 9)
    return _span(dice.between(15, 23.5), end + (1440 if dice.chance(0.1) else 0))


def _small_hours(dice: _Dice) -> str:
    """Hours in which clocks are changed."""
    start = dice.pick([0, 0, 30, 60, 90, 120, 150])
    return _span(start, start + dice.pick([30, 60, 90, 120, 180, 240]))


def _open_end(dice: _Dice) -> str:
    start = dice.between(7, 23)
    kind = dice.pick(["start", "start", "span", "span", "night", "more", "odd"])
    if kind == "start":
        return f"{_clock(start)}+"
    if kind == "span":
        return f"{_span(start, min(start + dice.pick([60, 120, 240, 360]), 1440))}+"
    if kind == "night":
        return f"{_night(dice)}+"
    if kind == "more":
        return f"{_span(dice.between(7, 9), dice.between(11, 13))},{_clock(dice.between(14, 19))}+"
    return f"{_clock(dice.between(7, 10))}+,{_span(dice.between(12, 13), dice.between(14, 18))}"


def _times(dice: _Dice) -> str:
    return dice.pick([_day, _day, _day, _split, _night, _small_hours])(dice)


def _words(dice: _Dice) -> str:
    return f'"{dice.pick(_WORDS)}"'


def _date(dice: _Dice) -> str:
    return dice.pick(dice.pick([_DATES, _RANGES, _DATED, _DATED]))


def _closure(dice: _Dice) -> str:
    return dice.pick(
        ["off", "off", "off", "closed", f"off {_words(dice)}", "unknown", _words(dice), _day(dice)]
    )


def _modifier(dice: _Dice) -> str:
    words = _words(dice)
    return dice.pick(
        [
            "unknown",
            words,
            words,
            f"unknown {words}",
            f"open {words}",
            f"open {words}",
            "open",
            f"off {words}",
        ]
    )


def _office(dice: _Dice) -> str:
    return f"{dice.pick(_DAYS)} {_day(dice)}"


def _office_and_rest(dice: _Dice) -> str:
    text = f"{dice.pick(_WORKDAYS)} {dice.pick([_day, _split])(dice)}; {dice.pick(_REST)} {_day(dice)}"
    return f"{text}; {dice.pick(_REST)} {dice.pick([_day(dice), 'off', 'off'])}" if dice.chance(0.3) else text


def _breaks(dice: _Dice) -> str:
    return f"{dice.pick(_DAYS)} {_split(dice)}"


def _nights(dice: _Dice) -> str:
    return f"{dice.pick(_DAYS)} {_night(dice)}"


def _nights_after(dice: _Dice, separator: str = "; ") -> str:
    """A night and other hours, either one first, and perhaps something more."""
    rules = [f"{dice.pick(_DAYS)} {_night(dice)}", f"{dice.pick(_DAYS)} {_times(dice)}"]
    if dice.chance(0.5):
        rules.reverse()
    if dice.chance(0.25):
        rules.append(f"{dice.pick(_DAYS)} {dice.pick([_times(dice), 'off'])}")
    return separator.join(rules)


def _nights_beside(dice: _Dice) -> str:
    return _nights_after(dice, ", ")


def _off(dice: _Dice) -> str:
    base = f"{dice.pick(_WORKDAYS)} {_times(dice)}"
    closed = dice.pick(
        [dice.pick(_REST), f"{dice.pick(_DAYS)} {_span(dice.between(10, 13), dice.between(13.5, 15))}",
         dice.pick(_NTH), dice.pick(_DATES), f"{dice.pick(_REST)} {_small_hours(dice)}", f"{dice.pick(_DAYS)} {_night(dice)}"]
    )  # fmt: skip
    return f"{base}{dice.pick(['; ', '; ', '; ', ', '])}{closed} {dice.pick(['off', 'off', 'closed'])}"


def _comments(dice: _Dice) -> str:
    text = f"{dice.pick(_DAYS)} {_times(dice)} {_modifier(dice)}"
    if dice.chance(0.6):
        other = f"{dice.pick(_DAYS)} {_times(dice)}{dice.pick(['', ' ' + _modifier(dice)])}"
        text += dice.pick(["; ", "; ", ", "]) + other
    return text


def _open_ends(dice: _Dice) -> str:
    text = f"{dice.pick([*_DAYS, ''])} {_open_end(dice)}".strip()
    if dice.chance(0.3):
        text += f"; {dice.pick(_DAYS)} {dice.pick([_times(dice), _open_end(dice), 'off'])}"
    return text


def _dates(dice: _Dice) -> str:
    text = (
        f"{dice.pick([*_WORKDAYS, '24/7'])} {_times(dice)}".replace("24/7 ", "")
        + f"; {_date(dice)} {_closure(dice)}"
    )
    if dice.chance(0.35):
        text += f"; {_date(dice)} {_closure(dice)}"
    return text


def _months(dice: _Dice) -> str:
    season = f"{dice.pick([*_MONTHS, *_RANGES[:12]])} {dice.pick([*_DAYS, ''])} {_times(dice)}".replace(
        "  ", " "
    )
    usual = f"{dice.pick(_DAYS)} {_times(dice)}"
    return dice.pick(
        [season, f"{usual}; {season}", f"{usual}; {season}", f"{season}; {usual}", f"{usual}, {season}"]
    )


def _weeks(dice: _Dice) -> str:
    rule = f"{dice.pick(_WEEKS)} {dice.pick([*_DAYS, ''])} {_times(dice)}".replace("  ", " ")
    other = f"{dice.pick(_WEEKS)} {dice.pick(_DAYS)} {dice.pick([_times(dice), 'off'])}"
    return dice.pick([rule, rule, f"{rule}; {other}", f"{dice.pick(_WORKDAYS)} {_times(dice)}; {rule}"])


def _nth(dice: _Dice) -> str:
    rule = f"{dice.pick(_NTH)} {dice.pick([_times(dice), 'off'])}"
    if dice.chance(0.2):
        rule = f"{dice.pick(_MONTHS)} {rule}"
    return (
        rule
        if dice.chance(0.3)
        else f"{dice.pick(_DAYS)} {_times(dice)}{dice.pick(['; ', '; ', ', '])}{rule}"
    )


def _always(dice: _Dice) -> str:
    text = dice.pick(["24/7", "24/7", "24/7", "Mo-Su 00:00-24:00", "00:00-24:00"])
    for _ in range(dice.pick([1, 1, 2])):
        but = dice.pick([
            f"{_date(dice)} {_closure(dice)}", f"{dice.pick(_DAYS)} {_small_hours(dice)} off", f"{dice.pick(_NTH)} off",
            f"{dice.pick(_REST)} {_closure(dice)}", f"{_date(dice)} {_times(dice)} off", f"{dice.pick(_DAYS)} {_modifier(dice)}",
        ])  # fmt: skip
        text += f"; {but}"
    return text


def _years(dice: _Dice) -> str:
    rule = f"{dice.pick(_YEARS)} {dice.pick([*_DAYS, ''])} {_times(dice)}".replace("  ", " ")
    return dice.pick(
        [rule, f"{dice.pick(_WORKDAYS)} {_times(dice)}; {rule}", f"{rule}; {_date(dice)} {_closure(dice)}"]
    )


def _clock_changes(dice: _Dice) -> str:
    text = f"{dice.pick([*_DAYS, 'Sa-Su', 'Su', 'Mo-Su'])} {_small_hours(dice)}"
    return text if dice.chance(0.5) else f"{text}; {dice.pick(_DAYS)} {_times(dice)}"


def _many(dice: _Dice) -> str:
    """Three to five rules of any kind."""
    text = ""
    for number in range(dice.pick([3, 3, 4, 5])):
        days = dice.pick(
            [*_DAYS, *_DAYS, dice.pick(_NTH), dice.pick(_MONTHS), _date(dice), dice.pick(_WEEKS)]
        )
        rest = dice.pick(
            [_times(dice)] * 6
            + ["off", f"{_times(dice)} off", f"{_times(dice)} {_modifier(dice)}", _open_end(dice)]
        )
        text += (dice.pick(["; ", "; ", ", "]) if number else "") + f"{days} {rest}"
    return text


def _refused(dice: _Dice) -> str:
    """What people write, too, and the book refuses: holidays of the syntax, the sun, lists with spaces."""
    office = f"{dice.pick(_WORKDAYS)} {_times(dice)}"
    return dice.pick([
        f"{office}; PH off", f"{office}; PH {_day(dice)}", f"Mo-Fr,PH {_day(dice)}", f"{office}; SH off",
        f"{dice.pick(_DAYS)} {dice.pick(_NO_PLACE)}", f"{office}; Sa, Su off", f"Mo-Fr, Su {_day(dice)}",
        f"Mo, We, Fr {_times(dice)}", f"{office} || unknown", f"{office}; {_times(dice)}", f"{office}, {_times(dice)}",
        f"{office}, {_times(dice)} off",
    ])  # fmt: skip


_KINDS: list[Callable[[_Dice], str]] = [
    *[_office] * 4, *[_office_and_rest] * 9, *[_breaks] * 6, *[_nights] * 4, *[_nights_after] * 14, *[_nights_beside] * 6,
    *[_off] * 9, *[_comments] * 8, *[_open_ends] * 5, *[_dates] * 13, *[_months] * 8, *[_weeks] * 5, *[_nth] * 6,
    *[_always] * 6, *[_years] * 4, *[_clock_changes] * 3, *[_many] * 8, *[_refused] * 3,
]  # fmt: skip


def _spaced(dice: _Dice, text: str) -> str:
    """`text`, in one of six spaced and spelt in another way that people use."""
    if not dice.chance(1 / 6):
        return text
    return dice.pick(_SPELLINGS)(text)


def _pairs(pattern: str, into: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, into, text)


_SPELLINGS = [
    *[_pairs(r"(\d\d:\d\d)-(\d\d:\d\d)", r"\1 - \2")] * 3,
    *[_pairs(r"\b0(\d:\d\d)", r"\1")] * 3,
    _pairs(r"(\d\d:\d\d)-0(\d:\d\d)", r"\1-\2"),
    _pairs(r"(\d\d:\d\d),(\d\d:\d\d)", r"\1, \2"),
    _pairs(r"; ", ";"),
    _pairs(r"; ", " ; "),
    _pairs(r" ", "  "),
    _pairs(r"$", ";"),
    _pairs(r"\b([A-Z][a-z](?:-[A-Z][a-z])?) (\d\d:)", r"\1: \2"),
    _pairs(r"\b([A-Z][a-z]),([A-Z][a-z])", r"\1, \2"),
    _pairs(r"\boff\b", "OFF"),
    lambda text: text if '"' in text else text.lower(),
]
