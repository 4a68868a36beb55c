"""What opening_hours.js answers to the expressions, as it is kept beside this file.

    NODE_PATH=FOLDER/node_modules python -m tests.standard.answers

asks Node for all of it anew, in a few minutes. FOLDER is where `npm install opening_hours@3.15.0` was run.
"""

import calendar
import gzip
import json
import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from tests.standard.expressions import expressions

VERSION = "3.15.0"
_KEPT = Path(__file__).with_name("answers.json.gz")
_SCRIPT = Path(__file__).with_name("answers.js")
_DAY = 1440
_LETTERS = {"open": "o", "closed": "c", "unknown": "u"}
_STATES = {letter: state for state, letter in _LETTERS.items()}
_MONTHS = list(calendar.month_abbr)
_MONTH = f"(?:{'|'.join(_MONTHS[1:])})"

Change = tuple[int, str, str | None]
"""A minute of a window, and what holds from it on: a state and a comment."""


class Window(NamedTuple):
    """Days of a zone in which every minute is compared."""

    first: str
    days: int

    def start(self, zone: str) -> int:
        """Its first second of the epoch."""
        return int(datetime.fromisoformat(self.first).replace(tzinfo=ZoneInfo(zone)).timestamp())


WINDOWS = {
    "America/Bogota": [Window("2028-02-20", 14), Window("2028-10-15", 14), Window("2028-12-20", 21)],
    "America/Havana": [Window("2026-10-25", 14), Window("2026-12-20", 21), Window("2027-03-07", 14)],
    "Australia/Lord_Howe": [Window("2026-09-27", 14), Window("2026-12-20", 21), Window("2027-03-28", 14)],
    "Europe/Madrid": [Window("2026-10-18", 14), Window("2026-12-20", 21), Window("2027-03-21", 14)],
}
"""By zone: two weeks around both changes of its clock, and three around a new year.

Bogotá's clock does not change; its weeks are of a leap year, with a 29 February.
"""


class Answers(NamedTuple):
    """What opening_hours.js answers to the expressions."""

    version: str
    expressions: list[str]
    errors: dict[str, str]
    """By expression, why opening_hours.js refuses it as it is written."""
    warnings: dict[str, list[str]]
    offsets: dict[str, list[list[list[int]]]]
    """By zone, and by window: [minute, minutes ahead of UTC]."""


def respelt(expression: str) -> str:
    """The expression in the spelling that opening_hours.js takes, where it refuses a form of the standard.

    It wants both years of a range, and a colon between a month and what it takes for its days.
    """
    text = re.sub(rf"\b(\d{{4}}) ({_MONTH}) (\d+)-({_MONTH}) (\d+)", _with_both_years, expression, flags=re.I)
    text = re.sub(rf"\b({_MONTH}) (?=[a-z]{{2}}\[\d+[,-]\d)", r"\1: ", text, flags=re.I)
    return re.sub(rf"\b(\d{{4}} {_MONTH}) (?=\d+:\d\d)", r"\1: ", text, flags=re.I)


def _with_both_years(found: re.Match[str]) -> str:
    year, month, day, last_month, last_day = found.groups()
    over = _MONTHS.index(last_month.title()) < _MONTHS.index(month.title())
    return f"{year} {month} {day}-{int(year) + over} {last_month} {last_day}"


def ask(zone: str, asked: Sequence[str], *, step: int = 15) -> dict[str, Any]:
    """What opening_hours.js answers now, as the script writes it. Raises CalledProcessError without it.

    It is asked at every so many minutes of a day, at every time that the expression names, at the minute before
    each of these, and at all between two of them where it gives two answers.
    """
    windows = [[window.start(zone), window.days * _DAY] for window in WINDOWS[zone]]
    ran = subprocess.run(
        ["node", _SCRIPT],
        input=json.dumps({"windows": windows, "expressions": asked, "step": step}),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TZ": zone},
    )
    return json.loads(ran.stdout)


def clock_offsets(zone: str) -> list[list[list[int]]]:
    """By window, what the zone's clock is ahead of UTC: [minute, minutes ahead], as the script writes it."""
    found = []
    for window in WINDOWS[zone]:
        ahead: list[list[int]] = []
        for minute in range(window.days * _DAY):
            at = datetime.fromtimestamp(window.start(zone) + minute * 60, ZoneInfo(zone))
            offset = round((at.utcoffset() or timedelta()).total_seconds()) // 60
            if not ahead or ahead[-1][1] != offset:
                ahead.append([minute, offset])
        found.append(ahead)
    return found


@cache
def kept() -> Answers:
    """The answers as they are kept, without the changes."""
    data = _data()
    asked = data["expressions"]
    return Answers(
        version=data["version"],
        expressions=asked,
        errors={asked[int(number)]: error for number, error in data["errors"].items()},
        warnings={asked[int(number)]: found for number, found in data["warnings"].items()},
        offsets={zone: of_zone["offsets"] for zone, of_zone in data["zones"].items()},
    )


@cache
def kept_changes(zone: str) -> dict[str, list[list[Change]]]:
    """By expression, and by window, the changes that are kept; none of an expression that is refused."""
    data = _data()
    of_zone = data["zones"][zone]
    days = [_parts(day, data["comments"]) for day in of_zone["days"]]
    timelines = [list(_windows(WINDOWS[zone], numbers, days)) for numbers in of_zone["timelines"]]
    return {
        each: timelines[number]
        for each, number in zip(data["expressions"], of_zone["of"], strict=True)
        if number is not None
    }


@cache
def _data() -> dict[str, Any]:
    return json.loads(gzip.decompress(_KEPT.read_bytes()))


def _parts(day: str, comments: Sequence[str]) -> list[Change]:
    found = re.findall(r"(\d+)([ocu])(?:\"(\d+))?", day)
    return [
        (int(start), _STATES[letter], comments[int(comment)] if comment else None)
        for start, letter, comment in found
    ]


def _windows(
    windows: Sequence[Window], numbers: Sequence[int], days: Sequence[Sequence[Change]]
) -> Iterator[list[Change]]:
    """Yield each window's changes, put together from its days: stretches of 24 hours, each with its number."""
    rest = iter(numbers)
    for window in windows:
        changes: list[Change] = []
        for day in range(window.days):
            for start, *held in days[next(rest)]:
                if not changes or changes[-1][1:] != tuple(held):
                    changes.append((day * _DAY + start, *held))
        yield changes


def _day_texts(window: Window, changes: Sequence[Change], comments: dict[str, int]) -> Iterator[str]:
    """Yield the days of a window as texts, as in `0c 480o 1080c`: what holds from each of its minutes on."""
    ends = [*(change[0] for change in changes[1:]), window.days * _DAY]
    days: list[list[str]] = [[] for _ in range(window.days)]
    for (start, state, comment), end in zip(changes, ends, strict=True):
        words = "" if comment is None else f'"{comments.setdefault(comment, len(comments))}'
        for day in range(start // _DAY, (end - 1) // _DAY + 1):
            days[day].append(f"{max(start - day * _DAY, 0)}{_LETTERS[state]}{words}")
    yield from map(" ".join, days)


def _make() -> None:
    """Ask for everything, and keep it."""
    asked = expressions()
    found = {zone: _answers(zone, asked) for zone in WINDOWS}
    first = next(iter(found.values()))
    comments: dict[str, int] = {}
    data = {
        "version": first["version"],
        "expressions": asked,
        "errors": {number: text for number, text in enumerate(first["errors"]) if text is not None},
        "warnings": {
            number: each["warnings"] for number, each in enumerate(first["answers"]) if each.get("warnings")
        },
        "zones": {zone: _zone(zone, answers, comments) for zone, answers in found.items()},
        "comments": list(comments),
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    _KEPT.write_bytes(gzip.compress(text.encode(), mtime=0))


def _answers(zone: str, asked: Sequence[str]) -> dict[str, Any]:
    """What the script writes, with the answers to the respelt expression where one is refused, and the errors beside."""
    found = ask(zone, asked)
    found["errors"] = [each.get("error") for each in found["answers"]]
    again = [
        number
        for number, error in enumerate(found["errors"])
        if error and respelt(asked[number]) != asked[number]
    ]
    answers = ask(zone, [respelt(asked[number]) for number in again])["answers"]
    for number, each in zip(again, answers, strict=True):
        found["answers"][number] = each
    return found


def _zone(zone: str, found: dict[str, Any], comments: dict[str, int]) -> dict[str, Any]:
    days: dict[str, int] = {}
    timelines: dict[tuple[int, ...], int] = {}
    of: list[int | None] = []
    for each in found["answers"]:
        if "error" in each:
            of.append(None)
            continue
        texts = [
            text
            for window, changes in zip(WINDOWS[zone], each["changes"], strict=True)
            for text in _day_texts(window, changes, comments)
        ]
        timeline = tuple(days.setdefault(text, len(days)) for text in texts)
        of.append(timelines.setdefault(timeline, len(timelines)))
    return {"offsets": found["offsets"], "days": list(days), "timelines": list(timelines), "of": of}


if __name__ == "__main__":
    _make()
