"""What is allowed in a book and still worth a second look."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from opening_hours import OpeningHours

from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import Problem, problem

STALE = timedelta(days=180)

_RULES = re.compile(r'(?:[^;"]|"[^"]*")+')
_RANGE = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
_QUOTED = re.compile(r'"[^"]*"')


def advice(book: Book, day: date) -> Iterator[Problem]:
    """Yield what to look at again in `book` on the calendar day `day`."""
    if book.book.verified is None:
        yield problem("book.verified", "is missing: nobody says when these facts were last checked")
    elif day - book.book.verified > STALE:
        yield problem(
            "book.verified",
            "was {days} days ago: check the facts again",
            days=(day - book.book.verified).days,
        )
    for name, hours in book.hours.items():
        for night, rule in _cut_nights(hours.weekly, day):
            yield problem(
                f"hours.{name}.weekly",
                "after ; the rule {rule} replaces its whole days and cuts the night that began on {night}; "
                "after a comma it would not",
                rule=rule,
                night=night.isoformat(),
            )
    yield from _links(book)
    yield from _unused(book)


def _links(book: Book) -> Iterator[Problem]:
    places = [(f"channels.{key}.url", channel.url) for key, channel in book.channels.items()]
    places += [
        (f"escalation.{number}.url", level.url) for number, level in enumerate(book.escalation, start=1)
    ]
    for place, url in places:
        if url is not None and url.startswith("http:"):
            yield problem(place, "is http, not https: what is sent there can be read on the way")


def _unused(book: Book) -> Iterator[Problem]:
    attended = {each.hours for each in (*book.channels.values(), *book.escalation)}
    for name in book.hours:
        if name not in attended:
            yield problem(f"hours.{name}", "is used by no channel and no level")
    reached = {key for request in book.requests.values() for key in request.route}
    reached |= {key for level in book.escalation for key in level.channels}
    for key in book.channels:
        if key not in reached:
            yield problem(f"channels.{key}", "is on the route of no request")


def _cut_nights(weekly: str, day: date) -> Iterator[tuple[date, str]]:
    """Yield each rule after `;` that cuts a night of an earlier one, with the first such night."""
    rules = [rule.strip() for rule in _RULES.findall(weekly)]
    for count in range(1, len(rules)):
        if not any(map(_crosses_midnight, rules[:count])):
            continue
        without, within = _hours("; ".join(rules[:count])), _hours("; ".join(rules[: count + 1]))
        for ahead in range(370):
            morning = datetime.combine(day, time()) + timedelta(days=ahead + 1)
            evening = morning - timedelta(minutes=1)
            lasts = without.is_open(evening) and without.is_open(morning)
            if lasts and within.is_open(evening) and not within.is_open(morning):
                yield evening.date(), rules[count]
                break


def _hours(rules: str) -> OpeningHours:
    return OpeningHours(rules, auto_country=False, auto_timezone=False)


def _crosses_midnight(rule: str) -> bool:
    for hour, minute, last_hour, last_minute in _RANGE.findall(_QUOTED.sub("", rule)):
        start, end = int(hour) * 60 + int(minute), int(last_hour) * 60 + int(last_minute)
        if end > 24 * 60 or (end <= start and end != 0):
            return True
    return False
