"""Checks the references between people, rosters and channels of a book on its raw TOML."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from helpdesk_tui.book.entries import Raw
from helpdesk_tui.book.problems import Problem, problem
from helpdesk_tui.book.tables import OWN_WAYS, array_of_tables, details_of, table_of_tables, texts, unknown
from helpdesk_tui.book.turns import local_time


class _Span(NamedTuple):
    start: datetime
    until: datetime
    number: int
    """The number of the override, from 1."""


def check_duty(raw: Raw) -> Iterator[Problem]:
    """Yield the broken references and the conflicts of people and rosters."""
    people, rosters = table_of_tables(raw, "people"), table_of_tables(raw, "rosters")
    for id, roster in rosters.items():
        yield from _roster(f"rosters.{id}", roster, people)
    reached: dict[str, list[str]] = {}
    for key, details in details_of(raw):
        name = details.get("on_duty")
        if not isinstance(name, str):
            continue
        if name not in rosters:
            yield unknown(f"{key}.on_duty", name, list(rosters))
        elif not any(details.get(way) for way in OWN_WAYS):
            reached.setdefault(name, []).append(key)
    for name, keys in reached.items():
        for person in _members(rosters[name]):
            if person in people and not people[person].keys() & {"telephone", "email"}:
                yield problem(
                    f"people.{person}",
                    "has no telephone and no email, and nor has {name}, which they answer",
                    name=keys[0],
                )


def _members(roster: Raw) -> list[str]:
    """The members of a roster's turns and the people of its overrides, each once."""
    members = [name for each in array_of_tables(roster, "turns") for name in texts(each.get("members"))]
    members += texts([each.get("person") for each in array_of_tables(roster, "overrides")])
    return list(dict.fromkeys(members))


def _roster(key: str, roster: Raw, people: Raw) -> Iterator[Problem]:
    turns = array_of_tables(roster, "turns")
    if "calendar" in roster and turns:
        yield problem(f"{key}.calendar", "stands beside turns: a roster has one or the other")
    if "calendar" not in roster and not turns:
        yield problem(key, "has neither turns nor a calendar")
    for number, line_up in enumerate(turns, start=1):
        yield from _people(f"{key}.turns.{number}.members", texts(line_up.get("members")), people)
    begins = [local_time(each.get("from")) for each in turns]
    for number, (before, after) in enumerate(pairwise(begins), start=2):
        if before is not None and after is not None and after <= before:
            yield problem(f"{key}.turns.{number}.from", "is not after that of the turns before it")
    spans: list[_Span] = []
    for number, override in enumerate(array_of_tables(roster, "overrides"), start=1):
        yield from _people(f"{key}.overrides.{number}.person", texts([override.get("person")]), people)
        start, until = local_time(override.get("from")), local_time(override.get("until"))
        if start is None or until is None:
            continue
        if until <= start:
            yield problem(f"{key}.overrides.{number}.until", "is not after from")
        else:
            spans.append(_Span(start, until, number))
    yield from _overlaps(key, spans)


def _overlaps(key: str, spans: Iterable[_Span]) -> Iterator[Problem]:
    """Yield each override that begins before the last end of those that began earlier."""
    longest: _Span | None = None
    for span in sorted(spans):
        if longest and span.start < longest.until:
            yield problem(
                f"{key}.overrides.{max(span.number, longest.number)}",
                "overlaps with override {number}: only one can be on duty",
                number=min(span.number, longest.number),
            )
        if longest is None or span.until > longest.until:
            longest = span


def _people(key: str, names: list[str], people: Raw) -> Iterator[Problem]:
    for name in dict.fromkeys(names):
        if name and name not in people:
            yield unknown(key, name, list(people))
