"""What in a book's hours is allowed and still worth a second look: rules that do not do what they seem to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import combinations, pairwise
from typing import NamedTuple

from opening_hours import OpeningHours, State

from helpdesk_tui.board.wall import Stretch, days_named, wall_days
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import Problem, problem
from helpdesk_tui.book.weekly import Rule, rules
from helpdesk_tui.times.day import DAY

AHEAD = 370
"""Days from the day of the check on that are looked at."""

_ONE = timedelta(days=1)
_YEAR = re.compile(r"\b(?:19|[2-9]\d)\d\d\b")
_EVERY_OTHER_WEEK = re.compile(r"week ?\d+-\d+/2\b")


class _Worked(NamedTuple):
    """An expression worked out over the days that are looked at."""

    rules: tuple[Rule, ...]
    days: list[tuple[date, Sequence[Stretch]]]
    named: list[list[bool]]
    """Which of the days each rule names."""

    @property
    def kinds(self) -> Iterable[Sequence[Stretch]]:
        """The days' stretches, those of equal days once."""
        return {id(stretches): stretches for _, stretches in self.days}.values()


def hours_advice(book: Book, day: date) -> Iterator[Problem]:
    """Yield what to look at again in the weekly expressions of `book` on the calendar day `day`."""
    seen: dict[str, list[Problem]] = {}
    for key, weekly in _expressions(book):
        if weekly not in seen:
            seen[weekly] = list(_advice(key, _work(weekly, day)))
        yield from (found._replace(key=key) for found in seen[weekly])
    yield from _overlaps(book, day)


def _expressions(book: Book) -> Iterator[tuple[str, str]]:
    """Yield every weekly expression of the book with its key."""
    yield from ((f"hours.{name}.weekly", hours.weekly) for name, hours in book.hours.items())
    for name, request in book.requests.items():
        if request.must_cover:
            yield f"requests.{name}.must_cover", request.must_cover
    yield from (
        (f"shifts.{number}.weekly", shift.weekly) for number, shift in enumerate(book.shifts, start=1)
    )


def _work(weekly: str, day: date) -> _Worked:
    found, last = rules(weekly), day + AHEAD * _ONE
    days = list(wall_days(found, day, last))
    return _Worked(found, days, [days_named(rule, day, last) for rule in found])


def _advice(key: str, worked: _Worked) -> Iterator[Problem]:
    yield from _without_effect(key, worked)
    yield from _last_minutes(key, worked.rules)
    yield from _nights(key, worked)
    yield from _two_odd_weeks(key, worked)


def _without_effect(key: str, worked: _Worked) -> Iterator[Problem]:
    """Rules that are over, that a later one replaces on all of their days, or whose `off` closes nothing."""
    first = worked.days[0][0]
    holding = {id(stretch.rule) for day in worked.kinds for stretch in day}
    for number, rule in enumerate(worked.rules):
        if _is_over(rule, first):
            yield problem(
                key,
                "the rule {rule} is over: it names no day from {day} on",
                rule=rule.text,
                day=first.isoformat(),
            )
        elif any(worked.named[number]) and id(rule) not in holding:
            yield problem(
                key,
                "the rule {rule} never applies: rules after it hold on every day that it names",
                rule=rule.text,
            )
        elif rule.state is State.CLOSED and rule.times and _closes_nothing(worked, number):
            yield problem(
                key,
                "the rule {rule} closes nothing: off holds for all of its times, which are closed without it",
                rule=rule.text,
            )
    deliberate = all(rule.state is State.CLOSED and not rule.times for rule in worked.rules)
    if not deliberate and all(each.state is State.CLOSED for day in worked.kinds for each in day):
        yield problem(key, "is never open in the coming year")


def _is_over(rule: Rule, day: date) -> bool:
    if not _YEAR.search(rule.days):
        return False
    selectors = OpeningHours(rule.days, auto_country=False, auto_timezone=False)
    midnight = datetime.combine(day, time())
    return not selectors.is_open(midnight) and selectors.next_change(midnight) is None


def _closes_nothing(worked: _Worked, number: int) -> bool:
    without = worked.rules[:number] + worked.rules[number + 1 :]
    if not any(worked.named[number]):
        return False
    first, last = worked.days[0][0], worked.days[-1][0]
    times = worked.rules[number].times
    return not any(
        each.state is not State.CLOSED and each.start < span.end and span.start < each.end
        for named, (_, stretches) in zip(worked.named[number], wall_days(without, first, last), strict=True)
        if named
        for each in stretches
        for span in times
    )


def _last_minutes(key: str, found: Sequence[Rule]) -> Iterator[Problem]:
    for rule in found:
        if rule.state is not State.CLOSED and any(each.end % DAY == DAY - 1 for each in rule.times):
            yield problem(
                key, "the rule {rule} leaves out the last minute of the day: write 24:00", rule=rule.text
            )


def _nights(key: str, worked: _Worked) -> Iterator[Problem]:
    """Nights that a rule cuts at midnight, and those that a closed day leaves standing after it."""
    reported: set[tuple[int, bool]] = set()
    if all(time.end <= DAY for rule in worked.rules for time in rule.times):
        return
    for index, ((night, evening), (morning, day)) in enumerate(pairwise(worked.days)):
        for cut in (True, False):
            number = _cut(worked, index, evening, day) if cut else _left(worked, index, evening, day)
            if number is not None and (number, cut) not in reported:
                reported.add((number, cut))
                yield _night(key, worked.rules[number], night, morning, cut)


def _night(key: str, rule: Rule, night: date, morning: date, cut: bool) -> Problem:
    if not cut:
        return problem(
            key,
            "the rule {rule} closes {day} and not the night after it: it is open on {next} at 00:00; "
            "close those hours by a rule of their own",
            rule=rule.text,
            day=night.isoformat(),
            next=morning.isoformat(),
        )
    if rule.state is State.CLOSED:
        return problem(
            key,
            "the rule {rule} cuts the night that began on {night}",
            rule=rule.text,
            night=night.isoformat(),
        )
    return problem(
        key,
        "after ; the rule {rule} replaces its whole days and cuts the night that began on {night}; "
        "after a comma it would not",
        rule=rule.text,
        night=night.isoformat(),
    )


def _cut(worked: _Worked, index: int, evening: Sequence[Stretch], day: Sequence[Stretch]) -> int | None:
    """The rule that ends at midnight what is open in the evening of the day at `index`, if one does."""
    rule = evening[-1].rule
    if rule is None or evening[-1].state is State.CLOSED or day[0].state is not State.CLOSED:
        return None
    return _last_taking(worked, rule, index + 1) if _crosses(rule) else None


def _left(worked: _Worked, index: int, evening: Sequence[Stretch], day: Sequence[Stretch]) -> int | None:
    """The rule that closes the evening of the day at `index` and not the night that goes on from it."""
    rule = day[0].rule
    if rule is None or day[0].state is State.CLOSED or evening[-1].state is not State.CLOSED:
        return None
    if not _crosses(rule) or any(each.start == 0 for each in rule.spans):
        return None
    return _last_taking(worked, rule, index)


def _crosses(rule: Rule) -> bool:
    return any(each.start < DAY < each.end and not each.open_end for each in rule.times)


def _last_taking(worked: _Worked, rule: Rule, index: int) -> int | None:
    """The last rule after `rule` that names the day at `index` and closes it or replaces `rule` on it."""
    numbers = [
        number
        for number, each in enumerate(worked.rules)
        if worked.named[number][index] and (each.replaces or each.state is State.CLOSED)
    ]
    place = next(number for number, each in enumerate(worked.rules) if each is rule)
    return numbers[-1] if numbers and numbers[-1] > place else None


def _two_odd_weeks(key: str, worked: _Worked) -> Iterator[Problem]:
    """Every other week by its number: after a week 53 the turns of two years meet."""
    for number, rule in enumerate(worked.rules):
        if not _EVERY_OTHER_WEEK.search(rule.days):
            continue
        weeks = sorted(
            {
                day - timedelta(days=day.weekday())
                for named, (day, _) in zip(worked.named[number], worked.days, strict=True)
                if named
            }
        )
        for one, next_one in pairwise(weeks):
            apart = (next_one - one).days
            if apart in (7, 21):
                yield problem(
                    key,
                    "the rule {rule} does not alternate at the end of {year}, which has 53 weeks: "
                    "it holds in the weeks of {one} and {next}",
                    rule=rule.text,
                    year=one.isocalendar().year,
                    one=one.isoformat(),
                    next=next_one.isoformat(),
                )


def _overlaps(book: Book, day: date) -> Iterator[Problem]:
    """Shifts that are worked at the same time."""
    worked = [_work(shift.weekly, day).days for shift in book.shifts]
    for (one, ours), (other, theirs) in combinations(enumerate(worked), 2):
        for (at, mine), (_, yours) in zip(ours, theirs, strict=True):
            minute = _meet(mine, yours)
            if minute is not None:
                yield problem(
                    f"shifts.{other + 1}.weekly",
                    "overlaps with {shift} on {day} at {time}",
                    shift=book.shifts[one].name,
                    day=at.isoformat(),
                    time=f"{minute // 60:02}:{minute % 60:02}",
                )
                break


def _meet(mine: Sequence[Stretch], yours: Sequence[Stretch]) -> int | None:
    """The first minute of a day at which both are open."""
    return min(
        (
            max(one.start, other.start)
            for one in mine
            for other in yours
            if one.state is State.OPEN is other.state and one.start < other.end and other.start < one.end
        ),
        default=None,
    )
