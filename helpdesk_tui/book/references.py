"""Checks the references between the tables of a book on its raw TOML and reports every problem at once."""

import re
from collections import Counter
from collections.abc import Iterator

from helpdesk_tui.book.duty_references import check_duty
from helpdesk_tui.book.entries import Raw
from helpdesk_tui.book.findings import BY_CODE, BY_NAME
from helpdesk_tui.book.kinds import Severity
from helpdesk_tui.book.problems import Problem, finding, problem
from helpdesk_tui.book.tables import OWN_WAYS, array_of_tables, table_of_tables, texts, unknown
from helpdesk_tui.names import fold

WAYS = ("telephone", "email", "url")
"""The ways by which one leaves a message, in order."""

_OWN_DETAILS = {*OWN_WAYS, "menu", "hours", "on_duty", "takes_messages"}
"""The fields of a level that cannot stand beside its channels."""

_CALLS = ("tel:", "sip:", "msteams:/l/call/", "msteams://teams.microsoft.com/l/call/")
"""The beginnings of links that call someone."""


def is_written(way: object) -> bool:
    """Whether an e-mail address or a link accepts written messages; some links begin a call."""
    return isinstance(way, str) and not way.lower().startswith(_CALLS)


def check(raw: Raw) -> Iterator[Problem]:
    """Yield the broken references and the conflicts; the models report values of a wrong type."""
    hours, channels = table_of_tables(raw, "hours"), table_of_tables(raw, "channels")
    for name, channel in channels.items():
        yield from _details(f"channels.{name}", channel, hours)
        if fold(name).startswith("level-"):
            yield problem(f"channels.{name}", "is a name kept for escalation levels")
    for number, level in enumerate(array_of_tables(raw, "escalation"), start=1):
        yield from _level(f"escalation.{number}", level, hours, channels)
    requests = table_of_tables(raw, "requests")
    for name, request in requests.items():
        yield from _channels(f"requests.{name}.route", texts(request.get("route")), channels)
        for number, route in enumerate(array_of_tables(request, "routes"), start=1):
            key = f"requests.{name}.routes.{number}"
            yield from _hours(f"{key}.hours", route.get("hours"), hours)
            yield from _channels(f"{key}.route", texts(route.get("route")), channels)
    yield from _names(requests)
    yield from _ignored(raw.get("check"))
    yield from check_duty(raw)
    yield from _shifts(array_of_tables(raw, "shifts"))


def _ignored(table: object) -> Iterator[Problem]:
    """Yield the problems of [check] ignore."""
    key = "check.ignore"
    for name in dict.fromkeys(texts(table.get("ignore"))) if isinstance(table, dict) else ():
        kind = BY_NAME.get(name)
        if kind is None and name in BY_CODE:
            near = BY_CODE[name].name
            yield finding(
                "unknown-name", key, "{name} is a code; write its name, {near}", name=name, near=near
            )
        elif kind is None:
            yield unknown(key, name, list(BY_NAME))
        elif kind.severity is Severity.ERROR:
            yield problem(key, "{name} is an error, which cannot be left out", name=name)


def _level(key: str, level: Raw, hours: Raw, channels: Raw) -> Iterator[Problem]:
    if "channels" not in level:
        yield from _details(key, level, hours)
        return
    for own in sorted(_OWN_DETAILS & level.keys()):
        yield problem(f"{key}.{own}", "stands beside channels: a level has one or the other")
    yield from _channels(f"{key}.channels", texts(level["channels"]), channels)


def _details(key: str, details: Raw, hours: Raw) -> Iterator[Problem]:
    given = {field for field, value in details.items() if value != []}
    if not given & {*OWN_WAYS, "on_duty"}:
        yield problem(key, "has none of telephone, extensions, email, url and on_duty")
    if given & {"telephones", "extensions"}:
        given.add("telephone")  # an extension alone is dialled from within
    written = texts([details.get("telephone")]) + texts(details.get("telephones"))
    numbers = [re.sub(r"[^+\d]", "", each) for each in written]
    for index, number in enumerate(numbers):
        if number in numbers[:index]:
            yield problem(f"{key}.telephones", "names {name} more than once", name=number)
    if details.get("menu") and not numbers and "telephone" not in details:
        yield finding("menu-without-telephone", f"{key}.menu", "needs a telephone beside it")
    yield from _hours(f"{key}.hours", details.get("hours"), hours)
    messages = details.get("takes_messages")
    if messages is True and not (is_written(details.get("email")) or is_written(details.get("url"))):
        yield problem(
            f"{key}.takes_messages",
            "true means in writing, and there is no email or url; "
            'where the telephone takes messages: ["telephone"]',
        )
    for way in texts(messages):
        if way in WAYS and way not in given:
            yield problem(f"{key}.takes_messages", "names {way}, which is not given", way=way)


def _hours(key: str, name: object, hours: Raw) -> Iterator[Problem]:
    if isinstance(name, str) and name not in hours:
        yield unknown(key, name, list(hours))


def _channels(key: str, names: list[str], channels: Raw) -> Iterator[Problem]:
    for name, count in Counter(names).items():
        if name not in channels:
            yield unknown(key, name, list(channels))
        if count > 1:
            yield problem(key, "names {name} more than once", name=name)


def _names(requests: Raw) -> Iterator[Problem]:
    """Yield names that two requests share."""
    owners: dict[str, str] = {}
    for id, request in requests.items():
        key = f"requests.{id}"
        names = [id, *texts([request.get("key"), request.get("name")]), *texts(request.get("aliases"))]
        for name in dict.fromkeys(map(fold, names)):
            if owners.setdefault(name, key) != key:
                yield problem(key, "answers to {name}, as {other} does", name=name, other=owners[name])


def _shifts(shifts: list[Raw]) -> Iterator[Problem]:
    names: set[str] = set()
    for number, shift in enumerate(shifts, start=1):
        for name in map(fold, texts([shift.get("name")])):
            if name in names:
                yield problem(f"shifts.{number}.name", "is the name of another shift too")
            names.add(name)
