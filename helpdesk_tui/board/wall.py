"""Weekly rules on the wall clock: which rule holds at each minute of each day, as the standard says.

https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. On a day the rules that name it hold, the
later one before the earlier where both have a time. One after `;` replaces the earlier ones on that day, what
comes from their last night included; `off` replaces nothing outside of its own times. What a rule's own last
night brings into the morning stands, whatever an earlier rule says of that day.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import groupby
from typing import NamedTuple

from opening_hours import OpeningHours, State

from helpdesk_tui.book.weekly import DAY, Rule

_ONE = timedelta(days=1)


class Stretch(NamedTuple):
    """Minutes [start, end) of a day's wall clock in which one rule holds, or none."""

    start: int
    end: int
    rule: Rule | None
    open_end: bool
    """Whether they lie in a time of the rule that has no end."""

    @property
    def state(self) -> State:
        """The rule's state; unknown in an open end, closed without a rule."""
        if self.rule is None:
            return State.CLOSED
        unsure = self.open_end and self.rule.state is State.OPEN
        return State.UNKNOWN if unsure else self.rule.state

    @property
    def comment(self) -> str | None:
        """Why, where the rule says so."""
        return self.rule and self.rule.comment


def wall_days(rules: Sequence[Rule], first: date, last: date) -> Iterator[tuple[date, Sequence[Stretch]]]:
    """Yield each day from `first` to `last` with its stretches, which tile it from 00:00 to 24:00."""
    named = [_days(rule, first - _ONE, last) for rule in rules]

    @cache  # most days are alike
    def day(today: tuple[bool, ...], before: tuple[bool, ...]) -> tuple[Stretch, ...]:
        return tuple(_stretches(rules, today, before))

    before = tuple(days[0] for days in named)
    for index in range((last - first).days + 1):
        today = tuple(days[index + 1] for days in named)
        yield first + index * _ONE, day(today, before)
        before = today


def _days(rule: Rule, first: date, last: date) -> list[bool]:
    """Whether the rule names each day from `first` to `last`, as the package reads its selectors."""
    count = (last - first).days + 1
    if not rule.days:
        return [True] * count
    selectors = OpeningHours(rule.days, auto_country=False, auto_timezone=False)
    midnight = datetime.combine(first, time())
    named = [False] * count
    for start, end, state, _ in selectors.intervals(midnight, midnight + count * _ONE):
        if state is State.OPEN:
            begin, stop = (start - midnight).days, (end - midnight).days
            named[begin:stop] = [True] * (stop - begin)
    return named


def _stretches(rules: Sequence[Rule], today: Sequence[bool], before: Sequence[bool]) -> Iterator[Stretch]:
    """Yield the stretches of a day that the rules in `today` name, and those in `before` the day before."""
    minutes: list[tuple[int, bool] | None] = [None] * DAY

    def hold(number: int, start: int, end: int, open_end: bool) -> None:
        start, end = max(start, 0), min(end, DAY)
        if start < end:
            minutes[start:end] = [(number, open_end)] * (end - start)

    for number, rule in enumerate(rules):
        if today[number]:
            if rule.replaces:
                minutes[:] = [None] * DAY
            for start, end, open_end in rule.spans:
                hold(number, start, end, open_end)
        if before[number]:
            for start, end, open_end in rule.spans:
                hold(number, start - DAY, end - DAY, open_end)
    start = 0
    for holds, group in groupby(minutes):
        end = start + sum(1 for _ in group)
        yield (
            Stretch(start, end, None, False)
            if holds is None
            else Stretch(start, end, rules[holds[0]], holds[1])
        )
        start = end
