"""Remarks on a weekly expression: rules that do something else than they seem to."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from operator import and_
from typing import NamedTuple

from opening_hours import OpeningHours, State

from helpdesk_tui.board.wall import Stretch, day_stretches, rules_by_day, stretches_by_day
from helpdesk_tui.book.problems import Problem, finding
from helpdesk_tui.book.weekly import Rule, rules
from helpdesk_tui.times.instants import DAY

AHEAD = timedelta(days=370)
"""How far ahead of the day of the check the rules are examined."""

_YEAR = re.compile(r"\b(?:19|[2-9]\d)\d\d\b")
_EVERY_OTHER_WEEK = re.compile(r"week ?\d+-\d+/2\b")


class Year(NamedTuple):
    """A weekly expression worked out over the days that are examined."""

    rules: tuple[Rule, ...]
    by_day: list[tuple[bool, ...]]
    """For each day, from the day before the first one, which rules name it."""
    named: list[tuple[bool, ...]]
    """For each rule, which days it names."""
    days: list[tuple[date, Sequence[Stretch]]]


def year_of(weekly: str, day: date) -> Year:
    """Work out the expression from the calendar day `day` on."""
    parsed = rules(weekly)
    by_day = rules_by_day(parsed, day, day + AHEAD)
    days = list(stretches_by_day(parsed, by_day, day))
    return Year(parsed, by_day, list(zip(*by_day[1:], strict=True)), days)


def rule_advice(year: Year) -> Iterator[Problem]:
    """Yield the findings on the expression, with an empty key."""
    yield from _rules_without_effect(year)
    yield from _last_minutes(year.rules)
    yield from _nights(year)
    yield from _uneven_weeks(year)


def _rules_without_effect(year: Year) -> Iterator[Problem]:
    """Yield rules that are over, that later rules replace on every day, or whose `off` closes nothing."""
    first = year.days[0][0]
    in_force = {id(stretch.rule) for _, day in year.days for stretch in day}
    for number, rule in enumerate(year.rules):
        if _is_over(rule, first):
            yield _on(rule, "past-rule", "the rule {rule} is over: it names no day from {day} on", day=first)
        elif any(year.named[number]) and id(rule) not in in_force:
            yield _on(
                rule,
                "rule-without-effect",
                "the rule {rule} never applies: rules after it hold on every day that it names",
            )
        elif rule.state is State.CLOSED and rule.times and _closes_nothing(year, number):
            yield _on(
                rule,
                "rule-without-effect",
                "the rule {rule} closes nothing: off holds for all of its times, which are closed without it",
            )
    deliberate = all(rule.state is State.CLOSED and not rule.times for rule in year.rules)
    if not deliberate and all(each.state is State.CLOSED for _, day in year.days for each in day):
        yield finding("never-open", "", "is never open in the coming year")


def _on(rule: Rule, kind: str, message: str, **values: object) -> Problem:
    """A finding on a rule, whose text fills `{rule}` in the message."""
    return finding(kind, "", message, rule=rule.text, **values)


def _is_over(rule: Rule, day: date) -> bool:
    if not _YEAR.search(rule.days):
        return False
    selectors = OpeningHours(rule.days, auto_country=False, auto_timezone=False)
    midnight = datetime.combine(day, time())
    return not selectors.is_open(midnight) and selectors.next_change(midnight) is None


def _closes_nothing(year: Year, number: int) -> bool:
    """Whether the rule names a day, and all of its times on its days are closed without it."""
    days = {(before, today) for before, today in pairwise(year.by_day) if today[number]}
    others = [index != number for index in range(len(year.rules))]
    without = [[list(map(and_, names, others)) for names in day] for day in days]
    return bool(days) and not any(
        each.state is not State.CLOSED and each.start < span.end and span.start < each.end
        for before, today in without
        for each in day_stretches(year.rules, before, today)
        for span in year.rules[number].times
    )


def _last_minutes(parsed: Sequence[Rule]) -> Iterator[Problem]:
    """Yield rules that end at 23:59."""
    for rule in parsed:
        if rule.state is not State.CLOSED and any(each.end % DAY == DAY - 1 for each in rule.times):
            yield _on(
                rule, "last-minute", "the rule {rule} leaves out the last minute of the day: write 24:00"
            )


def _nights(year: Year) -> Iterator[Problem]:
    """Yield rules that cut a night at midnight, and rules that close a day but not the night after it."""
    reported: set[tuple[int, bool]] = set()
    for index, ((night, evening), (morning, day)) in enumerate(pairwise(year.days)):
        cut = day[0].state is State.CLOSED
        rule = evening[-1].rule if cut else day[0].rule
        if (evening[-1].state is State.CLOSED) is cut or rule is None or not _crosses_midnight(rule):
            continue
        if not cut and any(each.start == 0 for each in rule.spans):
            continue
        closing = _closing_rule(year, rule, index + cut)
        if closing is not None and (id(closing), cut) not in reported:
            reported.add((id(closing), cut))
            yield _night(closing, night, morning, cut)


def _crosses_midnight(rule: Rule) -> bool:
    return any(each.start < DAY < each.end and not each.open_end for each in rule.times)


def _closing_rule(year: Year, rule: Rule, index: int) -> Rule | None:
    """The last rule after `rule` that names the day at `index`, and closes it or replaces `rule` on it."""
    closing = None
    for each, named in zip(year.rules, year.named, strict=True):
        if each is rule:
            closing = None
        elif named[index] and (each.replaces or each.state is State.CLOSED):
            closing = each
    return closing


def _night(rule: Rule, night: date, morning: date, cut: bool) -> Problem:
    if not cut:
        return _on(
            rule,
            "open-night",
            "the rule {rule} closes {day} and not the night after it: it is open on {next} at 00:00; "
            "close those hours by a rule of their own",
            day=night,
            next=morning,
        )
    if rule.state is State.CLOSED:
        return _on(rule, "cut-night", "the rule {rule} cuts the night that began on {night}", night=night)
    return _on(
        rule,
        "cut-night",
        "after ; the rule {rule} replaces its whole days and cuts the night that began on {night}; "
        "after a comma it would not",
        night=night,
    )


def _uneven_weeks(year: Year) -> Iterator[Problem]:
    """Yield rules of every other week: after a week 53, two odd weeks follow each other."""
    for rule, named in zip(year.rules, year.named, strict=True):
        if not _EVERY_OTHER_WEEK.search(rule.days):
            continue
        days = [day for (day, _), is_named in zip(year.days, named, strict=True) if is_named]
        mondays = sorted({day - timedelta(days=day.weekday()) for day in days})
        for one, following in pairwise(mondays):
            at_its_end = one.isocalendar().year < following.isocalendar().year
            if at_its_end and (following - one).days in (7, 21):
                yield _on(
                    rule,
                    "uneven-weeks",
                    "the rule {rule} does not alternate at the end of {year}, which has 53 weeks: "
                    "it holds in the weeks of {one} and {next}",
                    year=one.isocalendar().year,
                    one=one,
                    next=following,
                )
