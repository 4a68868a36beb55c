"""Checks the size of a book on its raw TOML: a larger one would need minutes to be checked and answered."""

from collections.abc import Iterable, Iterator, Mapping

from helpdesk_tui.book.entries import Raw
from helpdesk_tui.book.problems import Problem, problem
from helpdesk_tui.book.tables import array_of_tables, details_of, table_of_tables, texts
from helpdesk_tui.book.turns import OVERRIDES, every_of, local_time

RULES = 40_000
"""The most characters of all weekly rules of a book."""
REACHED = 300_000
"""The most characters when the rules of an [hours] entry count again for each channel, each route in `routes`
and each step of a route that has them."""
LADDER = 20_000
"""The same for the channels of escalation levels, which are searched a year ahead."""
HAND_OVERS = 200_000
"""The most hand-overs of all rosters within a board's window, counted again for each channel's hours."""
_WINDOW = 24 * 412
"""The hours of a board's window, rounded up: 8 days before and 402 after are 410."""


def check_size(raw: Raw) -> Iterator[Problem]:
    """Yield a problem for each limit that the book exceeds; unknown names do not count."""
    requests = table_of_tables(raw, "requests").values()
    hours = {key: _length(each.get("weekly")) for key, each in table_of_tables(raw, "hours").items()}
    channels = {
        key: hours.get(str(each.get("hours")), 0) for key, each in table_of_tables(raw, "channels").items()
    }
    routes = [route for each in requests for route in array_of_tables(each, "routes")]
    chosen_by = sum(hours.get(str(each.get("hours")), 0) for each in routes)
    required = sum(_length(each.get("must_cover")) for each in requests)
    shifts = sum(_length(each.get("weekly")) for each in array_of_tables(raw, "shifts"))
    if sum(hours.values()) + required + shifts > RULES:
        yield problem("", "has more than {limit} characters of weekly rules", limit=RULES)
    reached = _reached(channels, "route", (*requests, *routes))
    if sum(channels.values()) + required + chosen_by + reached > REACHED:
        yield problem("requests", "lead to more than {limit} characters of weekly rules", limit=REACHED)
    if _reached(channels, "channels", array_of_tables(raw, "escalation")) > LADDER:
        yield problem("escalation", "leads to more than {limit} characters of weekly rules", limit=LADDER)
    if _hand_overs(raw) > HAND_OVERS:
        yield problem("rosters", "have more than {limit} hand-overs in a year", limit=HAND_OVERS)


def _hand_overs(raw: Raw) -> int:
    """The approximate number of hand-overs that a board has."""
    rosters = {key: _roster(each) for key, each in table_of_tables(raw, "rosters").items()}
    pairs = {
        (str(each.get("hours")), str(each["on_duty"])) for _, each in details_of(raw) if "on_duty" in each
    }
    return sum(rosters.values()) + sum(rosters.get(name, 0) for _, name in pairs)


def _roster(roster: Raw) -> int:
    """The number of hand-overs of its line-up with the shortest turns, and of its overrides."""
    overrides = min(len(array_of_tables(roster, "overrides")), OVERRIDES)
    turns = array_of_tables(roster, "turns")
    lengths = [every_of(each.get("every")) for each in turns if local_time(each.get("from")) is not None]
    shortest = min((each.hours for each in lengths if each is not None), default=_WINDOW)
    return 2 * overrides + len(turns) + _WINDOW // shortest


def _reached(channels: Mapping[str, int], key: str, entries: Iterable[Raw]) -> int:
    return sum(channels.get(name, 0) for entry in entries for name in texts(entry.get(key)))


def _length(weekly: object) -> int:
    return len(weekly) if isinstance(weekly, str) else 0
