"""Weekly rules on the wall clock: which rule holds at each minute of each day, as the standard says.

https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. The rules that name a day hold on it;
where two have the same time, the later one holds. A rule after `;` replaces the earlier ones on that day, and
the rest of their last night; `off` replaces nothing outside of its own times. The rest of a rule's own last
night holds in the morning, whatever an earlier rule says of that day.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from itertools import groupby, pairwise
from typing import NamedTuple

from opening_hours import OpeningHours, State

from helpdesk_tui.book.weekly import Rule
from helpdesk_tui.times.instants import DAY

_ONE = timedelta(days=1)


class Stretch(NamedTuple):
    """Minutes [start, end) of a day's wall clock in which one rule holds, or none."""

    start: int
    end: int
    state: State
    """The rule's state; unknown in an open end, closed without a rule."""
    comment: str | None = None
    rule: Rule | None = None


def stretches_by_day(
    rules: Sequence[Rule], by_day: Iterable[tuple[bool, ...]], first: date
) -> Iterator[tuple[date, Sequence[Stretch]]]:
    """Yield each day from `first` on with its stretches, which tile it from 00:00 to 24:00.

    `by_day` is the result of `rules_by_day` for these days.
    """
    day = cache(partial(day_stretches, rules))  # most days are alike
    for index, (before, today) in enumerate(pairwise(by_day)):
        yield first + index * _ONE, day(before, today)


def rules_by_day(rules: Sequence[Rule], first: date, last: date) -> list[tuple[bool, ...]]:
    """Which rules name each day, from the day before `first` to `last`."""
    return list(zip(*(days_named(rule, first - _ONE, last) for rule in rules), strict=True))


def days_as(rules: Sequence[Rule], weekday: int, days: Collection[date]) -> dict[date, tuple[bool, ...]]:
    """Which rules name each of `days`, if it counts as `weekday` (0 is Monday).

    A rule's years, dates and weeks are tested on the day itself, its weekdays on the `weekday` of the same
    week, Monday to Sunday.
    """
    if not days:
        return {}
    first, last = min(days) - 6 * _ONE, max(days) + 6 * _ONE
    named: list[list[bool]] = []
    for rule in rules:
        own, weekdays = (days_named(rule._replace(days=part), first, last) for part in rule.days_and_weekdays)
        shifts = [((day - first).days, weekday - day.weekday()) for day in days]
        named.append([own[index] and weekdays[index + shift] for index, shift in shifts])
    return dict(zip(days, zip(*named, strict=True), strict=True))


def days_named(rule: Rule, first: date, last: date) -> list[bool]:
    """Whether the rule names each day from `first` to `last`, as `opening_hours` reads its selectors."""
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


def day_stretches(rules: Sequence[Rule], before: Sequence[bool], today: Sequence[bool]) -> Sequence[Stretch]:
    """The stretches of a day; `today` says which rules name it, `before` which ones name the day before."""
    no_rule: tuple[int | None, bool] = (None, False)
    minutes = [no_rule] * DAY
    edges = {0}
    for number, rule in enumerate(rules):
        if today[number] and rule.replaces:
            minutes = [no_rule] * DAY
        for is_named, midnight in ((today[number], 0), (before[number], -DAY)):
            for start, end, open_end in rule.spans if is_named else ():
                begin, stop = max(midnight + start, 0), min(midnight + end, DAY)
                if begin < stop:
                    minutes[begin:stop] = [(number, open_end)] * (stop - begin)
                    edges |= {begin, stop}
    starts = [next(group) for _, group in groupby(sorted(edges - {DAY}), key=minutes.__getitem__)]
    stretches = []
    for start, end in pairwise([*starts, DAY]):
        index, open_end = minutes[start]
        if index is None:
            stretches.append(Stretch(start, end, State.CLOSED))
        else:
            rule = rules[index]
            state = State.UNKNOWN if open_end and rule.state is State.OPEN else rule.state
            stretches.append(Stretch(start, end, state, rule.comment, rule))
    return stretches
