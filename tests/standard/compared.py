"""Compares our reading with the answers of opening_hours.js in a zone, minute by minute."""

from collections import Counter
from typing import NamedTuple

from tests.standard.answers import WINDOWS, kept_changes
from tests.standard.disagreements import REASONS, Disagreement, disagreements
from tests.standard.reading import changes_of_a_board, changes_of_timetables, taken


class Compared(NamedTuple):
    """What a comparison found."""

    expressions: int
    minutes: int
    differ: dict[str, set[str]]
    """By reason, the expressions in which it explains something."""
    explained: Counter[str]
    """By reason, the minutes that it explains."""
    unexplained: list[Disagreement]

    def __str__(self) -> str:
        reasons = ", ".join(
            f"{len(self.differ[name])} by {name} ({minutes:,} minutes)"
            for name, minutes in self.explained.most_common()
        )
        return (
            f"{self.expressions:,} expressions, {self.minutes:,} minutes; "
            f"{len(set().union(*self.differ.values()))} expressions differ: {reasons}; "
            f"{len(self.unexplained)} stretches unexplained"
        )


def compare(zone: str) -> Compared:
    """Compare every minute of the zone's windows."""
    theirs = kept_changes(zone)
    expressions = 0
    differ: dict[str, set[str]] = {each.name: set() for each in REASONS}
    explained: Counter[str] = Counter()
    unexplained = []
    for expression, ours in changes_of_timetables(zone, taken()):
        expressions += 1
        for window, mine, other in zip(WINDOWS[zone], ours, theirs[expression], strict=True):
            if mine == other:
                continue
            for each in disagreements(expression, zone, window, mine, other):
                reason = next((reason.name for reason in REASONS if reason.explains(each)), None)
                if reason is None:
                    unexplained.append(each)
                else:
                    differ[reason].add(expression)
                    explained[reason] += each.minutes
    minutes = expressions * sum(window.days for window in WINDOWS[zone]) * 1440
    return Compared(expressions, minutes, differ, explained, unexplained)


def check_zone(zone: str, record_property) -> None:
    """Fail on a disagreement that no reason explains, and on a reason that does not explain what it says."""
    compared = compare(zone)
    record_property("figures", f"{zone}: {compared}")
    assert compared.unexplained[:10] == []
    assert {name: len(found) for name, found in compared.differ.items()} == {
        reason.name: reason.differ.get(zone, 0) for reason in REASONS
    }


def check_board(zone: str) -> None:
    """Fail where a built board, a year long, says otherwise than the timetables that are compared."""
    some = taken()[::15]
    assert list(changes_of_a_board(zone, some)) == list(changes_of_timetables(zone, some))
