"""Books as owners write them, for hypothesis: entries in every form of TOML, with comments everywhere; and edits."""

from itertools import count
from typing import NamedTuple

from hypothesis import strategies as st

from helpdesk_tui.book.entries import Entry, entries_of, with_key
from helpdesk_tui.book.models import FIELDS


class Written(NamedTuple):
    """A book's text, and where each of its comments belongs."""

    text: str
    attached: dict
    """By comment: the table, the key or place of the entry, and the field, None for the entry itself."""
    free: list
    """Comments that belong to nothing in particular."""


NAMES = st.sampled_from(["Línea", "Chat [/]", "Mesa “7×24”", "a#b", "x = y", "'", 'say "hi"', "C:\\dir", "ñ"])
WEEKLY = st.sampled_from(
    ["24/7", "Mo-Fr 08:00-17:00", 'Mo-Fr 07:00-19:00; Dec 24 off "cierre # anual"', "22:00-06:00"]
)
NUMBERS = ["+57 601 7442727", "+57 318 7174937", "+57 601 7452141"]
IDS = ["a", "b1", "c-d", "E_f", "1", "2026-12-24"]


def _quoted(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(_quoted, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_quoted(each)}' for name, each in value.items())} }}"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


@st.composite
def channel_fields(draw, hours):
    fields = {"name": draw(NAMES)}
    if hours and draw(st.booleans()):
        fields["hours"] = draw(st.sampled_from(hours))
    ways = draw(st.sets(st.sampled_from(["telephone", "telephones", "email", "url"]), min_size=1))
    if "telephone" in ways:
        fields["telephone"] = NUMBERS[0]
    if "telephones" in ways:
        fields["telephones"] = draw(
            st.lists(st.sampled_from(NUMBERS[1:]), min_size=1, max_size=2, unique=True)
        )
    if ways & {"telephone", "telephones"}:
        fields |= draw(st.sampled_from([{}, {"menu": ["2", "5", "2"]}, {"extensions": ["0099"]}]))
    if "email" in ways:
        fields |= {"email": "a@b.co", "takes_messages": draw(st.sampled_from([True, ["email"]]))}
    if "url" in ways:
        fields["url"] = draw(st.sampled_from(["https://x.co/#a", "http://y.co"]))
    if draw(st.booleans()):
        fields["note"] = draw(NAMES)
    return fields


def other_routes(routes, *hours):
    """A route of other hours of a request."""
    return st.builds(lambda named, route: {"hours": named, "route": [*route]}, st.sampled_from(hours), routes)


@st.composite
def raws(draw):
    """A valid book, as it is parsed."""
    ids = st.lists(st.sampled_from(IDS), max_size=4, unique=True)
    hours, channels = draw(ids), draw(ids.filter(bool))
    routes = st.lists(st.sampled_from(channels), min_size=1, unique=True)
    others = (
        st.lists(other_routes(routes, *hours), max_size=3).map(
            lambda value: {"routes": value} if value else {}
        )
        if hours
        else st.just({})
    )
    raw = {
        "holidays": {each: draw(st.sampled_from(["Fiesta", False])) for each in draw(st.sampled_from([[], ["2026-12-24"], ["12-31", "2027-01-02"]]))},
        "hours": {each: {"weekly": draw(WEEKLY)} | draw(st.sampled_from([{}, {"on_holidays": "as Su"}])) for each in hours},
        "channels": {each: draw(channel_fields(hours)) for each in channels},
        "requests": {each: {"name": f"R {each}", "route": draw(routes)} | draw(others) for each in (f"r{i}" for i in range(draw(st.integers(0, 3))))},
        "escalation": [
            {"name": draw(NAMES), "channels": draw(routes)} if draw(st.booleans()) else draw(channel_fields(hours))
            for _ in range(draw(st.integers(0, 3)))
        ],
        "shifts": [{"name": f"S{i}", "weekly": draw(WEEKLY)} for i in range(draw(st.integers(0, 2)))],
    }  # fmt: skip
    return {name: value for name, value in raw.items() if value}


@st.composite
def books(draw):
    """A valid book as its owner wrote it."""
    raw, numbers, attached, free = draw(raws()), count(1), {}, []
    some, style = st.sampled_from([False, False, True]), st.sampled_from(["# ", "#", "  # "])

    def loose():
        if not draw(some):
            return []
        free.append(f"free {next(numbers)}.")
        return ["", f"{draw(style)}{free[-1]}", ""]

    def comment(*owner):
        attached[text := f"at {next(numbers)}."] = owner
        return text

    def above(*owner):
        return [f"{draw(style)}{comment(*owner)}"] if draw(some) else []

    def beside(*owner):
        return f" # {comment(*owner)}" if draw(some) else ""

    def field(table, key, name, value, prefix=""):
        lines = above(table, key, name)
        if isinstance(value, list) and draw(some):
            return [*lines, f"{prefix}{name} = [", *(f"  {_quoted(each)}," for each in value), "]"]
        return [
            *lines,
            f"{prefix}{name.ljust(draw(st.sampled_from([0, 10])))} = {_quoted(value)}{beside(table, key, name)}",
        ]

    lines = ["# head", "", "[book]", 'title = "Mesa"', 'timezone = "America/Bogota" # zone', ""]
    for table, entries in raw.items():
        lines += loose()
        if table == "holidays":
            lines += [
                "[holidays]",
                *(line for day, value in entries.items() for line in field(table, day, day, value)),
                "",
            ]
            continue
        if isinstance(entries, list):
            for place, fields in enumerate(entries):
                lines += [*loose(), *above(table, place, None), f"[[{table}]]"]
                lines += [line for name, value in fields.items() for line in field(table, place, name, value)]
                lines += draw(st.sampled_from([[], [""]]))
            continue
        form = draw(st.sampled_from(["headers", "headers", "dotted", "inline"]))
        if form == "headers":
            for key, fields in entries.items():
                lines += [*loose(), *above(table, key, None), f"[{table}.{key}]"]
                apart = fields.get("routes", []) if draw(st.booleans()) else []
                for name, value in fields.items():
                    lines += [] if value is apart else field(table, key, name, value)
                for route in apart:
                    lines += [
                        "",
                        f"[[{table}.{key}.routes]]",
                        *(f"{n} = {_quoted(v)}" for n, v in route.items()),
                    ]
                lines += draw(st.sampled_from([[], [""]]))
            continue
        lines.append(f"[{table}]")
        for key, fields in entries.items():
            if form == "inline":
                inner = ", ".join(f"{name} = {_quoted(value)}" for name, value in fields.items())
                lines += [*above(table, key, None), f"{key} = {{ {inner} }}{beside(table, key, None)}"]
            else:
                lines += [
                    line
                    for name, value in fields.items()
                    for line in field(table, key, name, value, f"{key}.")
                ]
        lines.append("")
    lines += loose()
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return Written(
        draw(st.sampled_from(["", "\ufeff"])) + end.join(lines) + draw(st.sampled_from(["", end])),
        attached,
        free,
    )


@st.composite
def edits(draw, raw):
    """The tables of a valid book after a few edits that leave it valid or not."""
    tables, fresh = entries_of(raw), count(1)
    for _ in range(draw(st.integers(1, 4))):
        table = draw(st.sampled_from(sorted(tables)))
        entries = list(tables[table])
        kinds = ["set", "set", "drop", "key", "add", "move", "remove"]
        kind = draw(st.sampled_from(["set", "drop"] if table == "book" else kinds))
        place = draw(st.integers(0, len(entries) - 1)) if entries else None
        if kind == "add":
            fields = {"value": "Día"} if table == "holidays" else draw(channel_fields([]))
            if table == "requests":
                fields |= {
                    "routes": draw(st.lists(other_routes(st.just(draw(NAMES)), draw(NAMES)), max_size=3))
                }
            key = (
                ""
                if table in ("escalation", "shifts")
                else f"2027-05-0{n}"
                if (n := next(fresh)) and table == "holidays"
                else f"new{n}"
            )
            entries.insert(draw(st.integers(0, len(entries))), Entry(key, fields))
        elif place is None:
            continue
        elif kind == "remove":
            del entries[place]
        elif kind == "move":
            entries.insert(draw(st.integers(0, len(entries) - 1)), entries.pop(place))
        elif kind == "key" and table in ("hours", "channels"):
            tables = with_key(tables, table, place, f"new{next(fresh)}")
            continue
        elif kind == "drop" and len(entries[place].fields) > 1:
            name = draw(st.sampled_from(sorted(entries[place].fields)))
            entries[place] = entries[place]._replace(
                fields={n: v for n, v in entries[place].fields.items() if n != name}
            )
        elif table == "holidays":
            entries[place] = entries[place]._replace(fields={"value": draw(NAMES)})
        else:
            name = draw(st.sampled_from(FIELDS[table]))
            value = (
                draw(st.lists(other_routes(st.just(draw(NAMES)), draw(NAMES)), max_size=3))
                if name == "routes"
                else draw(st.lists(NAMES, max_size=3))
                if name in ("route", "channels", "menu", "telephones", "extensions", "aliases")
                else draw(NAMES)
            )
            entries[place] = entries[place]._replace(fields={**entries[place].fields, name: value})
        tables[table] = tuple(entries)
    return tables
