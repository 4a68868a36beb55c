"""Compares libraries that edit TOML and keep the rest as it is; needs `pip install tomlkit`.

`python -m benchmarks.round_trips` prints what becomes of a book's comments, and how long a large one takes.
"""

import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

import tomlkit
import tomlrt

from benchmarks.books import large_book

Document = Any
"""A document of either library."""
Library = Any

LIBRARIES: dict[str, Library] = {"tomlrt": tomlrt, "tomlkit": tomlkit}

TABLES = """\
# The line in Bogotá.
[channels.phone]
name = "Phone" # as they call it

# The mobile.
[channels.mobile]
name = "Mobile"

# The mailbox.
[channels.mail]
name = "Mail"
"""
ROUTE = """\
route = [
  "phone", # first
  # then the mobile
  "mobile",
]
"""
LADDER = """\
# Who is there.
[[escalation]]
name = "Group"

# Who decides.
[[escalation]]
name = "Lead"
"""


def remove_table(document: Document) -> None:
    del document["channels"]["mobile"]


def add_to_route(document: Document) -> None:
    document["route"].append("mail")


def remove_of_route(document: Document) -> None:
    del document["route"][1]


def exchange_route(document: Document) -> None:
    route = document["route"]
    route[0], route[1] = str(route[1]), str(route[0])


def remove_level(document: Document) -> None:
    del document["escalation"][0]


def change_value(document: Document) -> None:
    document["channels"]["phone"]["name"] = "Telephone"


def set_route(document: Document) -> None:
    document["route"] = ["phone", "mail"]


class Case(NamedTuple):
    """An edit of a text, and what must be there afterwards, and what must not."""

    what: str
    text: str | bytes
    edit: Callable[[Document], None]
    kept: tuple[str, ...]
    gone: tuple[str, ...] = ()


MARKED = b"\xef\xbb\xbf" + TABLES.encode()

CASES = (
    Case("a value is changed", TABLES, change_value, ("as they call it", "The mobile."), ('"Phone"',)),
    Case("a table is removed", TABLES, remove_table, ("The mailbox.", "The line"), ("The mobile.",)),
    Case("a level is removed", LADDER, remove_level, ("Who decides.",), ("Who is there.",)),
    Case("a list gets an entry", ROUTE, add_to_route, ("# first", "# then the mobile", '"mail"')),
    Case("a list loses an entry", ROUTE, remove_of_route, ("# first",), ('"mobile"',)),
    Case("entries change places", ROUTE, exchange_route, ("# first", "# then the mobile")),
    Case("a list is set anew", ROUTE, set_route, ("# first",), ('"mobile"',)),
    Case("a byte order mark, as bytes", MARKED, change_value, ("\ufeff# The line", "Telephone")),
    Case("the same, as text", MARKED.decode(), change_value, ("\ufeff# The line", "Telephone")),
    Case("line ends of Windows", TABLES.replace("\n", "\r\n"), change_value, ("call it\r\n",)),
)


def outcome(library: Library, case: Case) -> str:
    """What the library makes of the edit, in a word or two."""
    try:
        document = library.loads(case.text)
        case.edit(document)
        out = library.dumps(document)
        tomllib.loads(out.removeprefix("\ufeff"))
    except (ValueError, TypeError, KeyError, IndexError) as error:
        return f"fails: {type(error).__name__}"
    lost = [each for each in case.kept if each not in out]
    left = [each for each in case.gone if each in out]
    return ", ".join([*(f"lost {each!r}" for each in lost), *(f"left {each!r}" for each in left)]) or "right"


def speeds(library: Library) -> Iterator[float]:
    """Milliseconds to read a book of 1,000 channels, to edit one value, and to write it."""
    text = large_book(1000, 500, 1000)
    taken = []
    for _ in range(5):
        marks = [perf_counter()]
        document = library.loads(text)
        marks.append(perf_counter())
        document["channels"]["c500"]["name"] = "Another"
        marks.append(perf_counter())
        library.dumps(document)
        marks.append(perf_counter())
        taken.append([(after - before) * 1000 for before, after in pairwise(marks)])
    yield from map(median, zip(*taken, strict=True))


def main() -> None:
    """Print both tables."""
    names = list(LIBRARIES)
    print("| edit |", " | ".join(names), "|\n| --- |", "--- |" * len(names))
    for case in CASES:
        found = [outcome(each, case) for each in LIBRARIES.values()]
        print(f"| {case.what} |", " | ".join(found), "|")
    for name, library in LIBRARIES.items():
        read, edited, written = speeds(library)
        print(f"1,000 channels, {name}: read {read:.0f} ms, edit {edited:.2f} ms, write {written:.0f} ms")


if __name__ == "__main__":
    main()
