"""What the tables of a book must agree on, checked on the raw TOML so that every problem shows at once."""

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from helpdesk_tui.book.problems import Problem, problem
from helpdesk_tui.names import fold

WAYS = ("telephone", "email", "url")


def is_written(way: object) -> bool:
    """Whether an e-mail address or a link takes what is written; a link may be a telephone number."""
    return isinstance(way, str) and not way.lower().startswith("tel:")


def check(raw: dict[str, Any]) -> Iterator[Problem]:
    """Yield every broken reference and clash; values of a wrong type are left to the models."""
    hours, channels = _table(raw, "hours"), _table(raw, "channels")
    for key, channel in channels.items():
        place = f"channels.{key}"
        yield from _details(place, channel, hours)
        if fold(key).startswith("level-"):
            yield problem(place, "is a name kept for escalation levels")
    for number, level in enumerate(_tables(raw.get("escalation")), start=1):
        place = f"escalation.{number}"
        if "channels" in level:
            for own in sorted({*WAYS, "menu", "extensions", "hours", "takes_messages"} & level.keys()):
                yield problem(f"{place}.{own}", "stands beside channels: a level has one or the other")
            yield from _route(f"{place}.channels", _texts(level["channels"]), channels)
        else:
            yield from _details(place, level, hours)
    yield from _requests(_table(raw, "requests"), channels)
    yield from _shifts(_tables(raw.get("shifts")))


def unknown(key: str, name: str, known: list[str]) -> Problem:
    """A problem for a name that is not known, with the nearest one that is."""
    near = get_close_matches(name, known, n=1)
    if near:
        return problem(key, "{name} is not known; did you mean {near}?", name=name, near=near[0])
    if known:
        return problem(key, "{name} is not known; known are: {known}", name=name, known=", ".join(known[:12]))
    return problem(key, "{name} is not known", name=name)


def _details(place: str, details: dict[str, Any], hours: dict[str, Any]) -> Iterator[Problem]:
    if not any(way in details for way in WAYS):
        yield problem(place, "has none of telephone, email and url")
    for part in ("menu", "extensions"):
        if details.get(part) and "telephone" not in details:
            yield problem(f"{place}.{part}", "needs a telephone beside it")
    if isinstance(name := details.get("hours"), str) and name not in hours:
        yield unknown(f"{place}.hours", name, list(hours))
    yield from _messages(f"{place}.takes_messages", details)


def _messages(place: str, details: dict[str, Any]) -> Iterator[Problem]:
    takes = details.get("takes_messages")
    if takes is True and not any(is_written(details.get(way)) for way in ("email", "url")):
        yield problem(
            place,
            "true means in writing, and there is no email or url; "
            'where the telephone takes messages: ["telephone"]',
        )
    for way in _texts(takes):
        if way in WAYS and way not in details:
            yield problem(place, "names {way}, which is not given", way=way)


def _requests(requests: dict[str, Any], channels: dict[str, Any]) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for key, request in requests.items():
        place = f"requests.{key}"
        yield from _route(f"{place}.route", _texts(request.get("route")), channels)
        names = [key, *_texts([request.get("key"), request.get("name")]), *_texts(request.get("aliases"))]
        for name in dict.fromkeys(map(fold, names)):
            if name in taken:
                yield problem(place, "answers to {name}, as {other} does", name=name, other=taken[name])
            else:
                taken[name] = place


def _route(place: str, names: list[str], channels: dict[str, Any]) -> Iterator[Problem]:
    for name, times in Counter(names).items():
        if name not in channels:
            yield unknown(place, name, list(channels))
        if times > 1:
            yield problem(place, "names {name} more than once", name=name)


def _shifts(shifts: list[dict[str, Any]]) -> Iterator[Problem]:
    names = [fold(shift["name"]) if isinstance(shift.get("name"), str) else None for shift in shifts]
    for number, name in enumerate(names, start=1):
        if name is not None and name in names[: number - 1]:
            yield problem(f"shifts.{number}.name", "is the name of another shift too")


def _table(raw: dict[str, Any], name: str) -> dict[str, Any]:
    """The table of tables `name`, without the entries that are none."""
    table = raw.get(name)
    if not isinstance(table, dict):
        return {}
    return {key: entry for key, entry in table.items() if isinstance(entry, dict)}


def _tables(value: object) -> list[dict[str, Any]]:
    """An array of tables; an entry that is none is an empty one, so that the others keep their number."""
    entries = value if isinstance(value, list) else []
    return [entry if isinstance(entry, dict) else {"channels": None} for entry in entries]


def _texts(value: object) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
