"""Channels, requests, levels, shifts and facts of the book that were added, removed, renamed or changed."""

from collections.abc import Iterable, Iterator, Mapping

from helpdesk_tui.answers.differences import Fate, FieldChange, Item, ItemChange, Kind, Value
from helpdesk_tui.answers.hours_changes import own_channel
from helpdesk_tui.answers.pairs import Pairs
from helpdesk_tui.board.board import Board, Channel, Level, Request

Fields = dict[str, Value]

_BOOK = ("title", "organization", "language", "timezone", "closing_soon", "source", "verified")

_SHOWN = ("dials", "dialled", "always")
"""What follows from other fields: it is told only where those are the same."""

_ORDER = "order"
"""The hours of a request's other routes, in order: told only where the same ones stand in another order."""


def item_changes(old: Board, new: Board, found: Pairs) -> Iterator[ItemChange]:
    """Yield what differs in the details of two books' items; their hours are not told here."""
    book = Item(Kind.BOOK, "book", new.title)
    was, now = ({name: getattr(board, name) for name in _BOOK} for board in (old, new))
    yield from _item(book, Item(Kind.BOOK, "book", old.title), was, now)
    renamed = found.renamed()
    for before, after in found.channels:
        yield from _item(
            _named(Kind.CHANNEL, new.channels, after),
            _named(Kind.CHANNEL, old.channels, before),
            {} if before is None else _channel(old.channels[before]),
            {} if after is None else _channel(new.channels[after]),
        )
    for key_before, key_after in found.requests:
        yield from _item(
            _named(Kind.REQUEST, new.requests, key_after),
            _named(Kind.REQUEST, old.requests, key_before),
            {} if key_before is None else _request(old, old.requests[key_before], renamed),
            {} if key_after is None else _request(new, new.requests[key_after], {}),
        )
    levels = [{level.number: level for level in board.levels} for board in (old, new)]
    for number_before, number_after in found.levels:
        level_before = None if number_before is None else levels[0][number_before]
        level_after = None if number_after is None else levels[1][number_after]
        yield from _item(
            level_after and Item(Kind.LEVEL, str(level_after.number), level_after.name),
            level_before and Item(Kind.LEVEL, str(level_before.number), level_before.name),
            {} if level_before is None else _level(level_before, renamed),
            {} if level_after is None else _level(level_after, {}),
        )
    for name_before, name_after in found.shifts:
        yield from _item(
            None if name_after is None else Item(Kind.SHIFT, name_after, name_after),
            None if name_before is None else Item(Kind.SHIFT, name_before, name_before),
            {},
            {},
        )


def reordered(old: Board, new: Board, found: Pairs) -> Iterator[Kind]:
    """Yield the kinds of items that both books have, and that stand in another order."""
    for kind, rows, keys in (
        (Kind.CHANNEL, found.channels, list(old.channels)),
        (Kind.REQUEST, found.requests, list(old.requests)),
        (Kind.SHIFT, found.shifts, [shift.name for shift in old.shifts]),
    ):
        places = [keys.index(before) for before, after in rows if before is not None and after is not None]
        if places != sorted(places):
            yield kind


def _item(after: Item | None, before: Item | None, was: Fields, now: Fields) -> Iterator[ItemChange]:
    fields = tuple(
        FieldChange(name, was.get(name), now.get(name))
        for name in {**was, **now}
        if (was.get(name) or None) != (now.get(name) or None)
    )
    if after is None:
        if before is not None:
            yield ItemChange(before, Fate.REMOVED, None, _told(fields))
    elif before is None:
        yield ItemChange(after, Fate.ADDED, None, _told(fields))
    elif before.id != after.id:
        yield ItemChange(after, Fate.RENAMED, before.id, _told(fields))
    elif fields := _told(fields):
        yield ItemChange(after, Fate.CHANGED, None, fields)


def _told(fields: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    """The fields without those that follow from another one."""
    kept = tuple(field for field in fields if field.name != _ORDER or _is_reordered(field))
    others = tuple(field for field in kept if field.name not in _SHOWN)
    return others or kept


def _is_reordered(field: FieldChange) -> bool:
    before, after = field.before, field.after
    return isinstance(before, tuple) and isinstance(after, tuple) and sorted(before) == sorted(after)


def _named(kind: Kind, entries: Mapping[str, Channel] | Mapping[str, Request], id: str | None) -> Item | None:
    return None if id is None else Item(kind, id, entries[id].name)


def _channel(channel: Channel) -> Fields:
    fields: Fields = channel._asdict()
    del fields["id"], fields["hours"]
    return {**fields, "published": channel.published is not None}


def _request(board: Board, request: Request, renamed: Mapping[str, str]) -> Fields:
    fields: Fields = request._asdict()
    del fields["id"], fields["routes"]
    routes = {"route": request.route}
    for each in request.routes:
        routes.setdefault(f"route {each.hours}", each.channels)
    if len(request.routes) > 1:
        fields[_ORDER] = tuple(each.hours for each in request.routes)
    for name, route in routes.items():
        fields[name] = tuple(renamed.get(id, id) for id in route)
    return {**fields, "must_cover": request.must_cover is not None}


def _level(level: Level, renamed: Mapping[str, str]) -> Fields:
    if (channel := own_channel(level)) is not None:
        return _channel(channel)
    return {"name": level.name, "channels": tuple(renamed.get(each.id, each.id) for each in level.channels)}
