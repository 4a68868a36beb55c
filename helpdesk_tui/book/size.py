"""How much a book may hold, checked on the raw TOML: what is more would take minutes to check and answer."""

from collections.abc import Iterable, Iterator, Mapping

from helpdesk_tui.book.problems import Problem, problem
from helpdesk_tui.book.references import Table, array_of_tables, table_of_tables, texts

RULES = 40_000
"""Characters of all weekly rules together."""
REACHED = 300_000
"""The same, counted as often as channels and routes lead to them."""
LADDER = 20_000
"""The same, counted as often as escalation levels lead to them: a level is searched a year ahead."""


def check_size(raw: Table) -> Iterator[Problem]:
    """Yield what a book has too much of; a name that is not known counts for nothing."""
    requests = table_of_tables(raw, "requests").values()
    hours = {key: _length(each.get("weekly")) for key, each in table_of_tables(raw, "hours").items()}
    channels = {
        key: hours.get(str(each.get("hours")), 0) for key, each in table_of_tables(raw, "channels").items()
    }
    routes = [route for each in requests for route in array_of_tables(each.get("routes"))]
    chosen_by = sum(hours.get(str(each.get("hours")), 0) for each in routes)
    required = sum(_length(each.get("must_cover")) for each in requests)
    shifts = sum(_length(each.get("weekly")) for each in array_of_tables(raw.get("shifts")))
    if sum(hours.values()) + required + shifts > RULES:
        yield problem("", "has more than {limit} characters of weekly rules", limit=RULES)
    reached = _reached(channels, "route", (*requests, *routes))
    if sum(channels.values()) + required + chosen_by + reached > REACHED:
        yield problem("requests", "lead to more than {limit} characters of weekly rules", limit=REACHED)
    if _reached(channels, "channels", array_of_tables(raw.get("escalation"))) > LADDER:
        yield problem("escalation", "leads to more than {limit} characters of weekly rules", limit=LADDER)


def _reached(channels: Mapping[str, int], key: str, entries: Iterable[Table]) -> int:
    return sum(channels.get(name, 0) for entry in entries for name in texts(entry.get(key)))


def _length(weekly: object) -> int:
    return len(weekly) if isinstance(weekly, str) else 0
