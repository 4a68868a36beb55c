"""Channels, requests, levels, shifts and facts of the book that were added, removed, renamed or changed."""

from collections.abc import Iterable, Iterator, Mapping

from helpdesk_tui.answers.differences import BookItem, Fate, FieldChange, ItemChange, ItemKind, Value
from helpdesk_tui.answers.pairs import Pairs, in_both
from helpdesk_tui.board.board import Board, Channel, Level, Request

Fields = Mapping[str, Value]

_BOOK = ("title", "organization", "language", "timezone", "closing_soon", "source", "verified")

_DERIVED = ("dials", "dialled", "always")
"""Fields that follow from other fields: they are listed only if no other field differs."""

_ORDER = "order"
"""The hours of a request's other routes, in order: listed only if the order alone differs."""


def item_changes(old: Board, new: Board, pairs: Pairs) -> Iterator[ItemChange]:
    """Yield the changes of items and of their details, without their hours."""
    was, now = _items(old, in_both(pairs[ItemKind.CHANNEL])), _items(new, {})
    for kind, rows in pairs.items():
        for old_id, new_id in rows:
            before, old_fields = was.get((kind, old_id), (None, {}))
            after, new_fields = now.get((kind, new_id), (None, {}))
            yield from item_change(before, after, _listed(field_changes(old_fields, new_fields)))


def item_change(
    before: BookItem | None, after: BookItem | None, fields: Iterable[FieldChange]
) -> Iterator[ItemChange]:
    """Yield the change of an item, if it or one of its fields differs."""
    fields = tuple(fields)
    if after is None:
        if before is not None:
            yield ItemChange(before, Fate.REMOVED, None, fields)
    elif before is None:
        yield ItemChange(after, Fate.ADDED, None, fields)
    elif before.id != after.id:
        yield ItemChange(after, Fate.RENAMED, before.id, fields)
    elif fields:
        yield ItemChange(after, Fate.CHANGED, None, fields)


def field_changes(was: Fields, now: Fields) -> Iterator[FieldChange]:
    """Yield the fields that differ; an empty one counts as absent."""
    for name in {**was, **now}:
        if (was.get(name) or None) != (now.get(name) or None):
            yield FieldChange(name, was.get(name), now.get(name))


def reordered(old: Board, pairs: Pairs) -> Iterator[ItemKind]:
    """Yield the kinds of items whose order differs."""
    for kind, ids in (
        (ItemKind.CHANNEL, list(old.channels)),
        (ItemKind.REQUEST, list(old.requests)),
        (ItemKind.SHIFT, [shift.name for shift in old.shifts]),
    ):
        positions = [ids.index(id) for id in in_both(pairs[kind])]
        if positions != sorted(positions):
            yield kind


def _listed(fields: Iterable[FieldChange]) -> Iterable[FieldChange]:
    """The fields without those that follow from another one."""
    kept = [field for field in fields if field.name != _ORDER or _is_reordered(field)]
    return [field for field in kept if field.name not in _DERIVED] or kept


def _is_reordered(field: FieldChange) -> bool:
    before, after = field.before, field.after
    return isinstance(before, tuple) and isinstance(after, tuple) and sorted(before) == sorted(after)


def _items(
    board: Board, new_ids: Mapping[str, str]
) -> dict[tuple[ItemKind, str | None], tuple[BookItem, Fields]]:
    """The items of a board with their fields, by kind and id; channels in fields have their new ids."""
    rows: list[tuple[ItemKind, str, str, Fields]] = [
        (ItemKind.BOOK, "book", board.title, {name: getattr(board, name) for name in _BOOK}),
        *((ItemKind.CHANNEL, id, each.name, _channel(each)) for id, each in board.channels.items()),
        *((ItemKind.REQUEST, id, each.name, _request(each, new_ids)) for id, each in board.requests.items()),
        *((ItemKind.LEVEL, str(each.number), each.name, _level(each, new_ids)) for each in board.levels),
        *((ItemKind.SHIFT, each.name, each.name, {}) for each in board.shifts),
    ]
    return {(kind, id): (BookItem(kind, id, name), fields) for kind, id, name, fields in rows}


def _channel(channel: Channel) -> Fields:
    fields: dict[str, Value] = channel._asdict()
    del fields["id"], fields["hours"]
    return {**fields, "published": channel.published is not None}


def _request(request: Request, new_ids: Mapping[str, str]) -> Fields:
    fields: dict[str, Value] = request._asdict()
    del fields["id"], fields["routes"]
    routes = {"route": request.route}
    for each in request.routes:
        routes.setdefault(f"route {each.hours}", each.channels)
    if len(request.routes) > 1:
        fields[_ORDER] = tuple(each.hours for each in request.routes)
    for name, route in routes.items():
        fields[name] = tuple(new_ids.get(id, id) for id in route)
    return {**fields, "must_cover": request.must_cover is not None}


def _level(level: Level, new_ids: Mapping[str, str]) -> Fields:
    if level.own_channel:
        return _channel(level.own_channel)
    return {"name": level.name, "channels": tuple(new_ids.get(each.id, each.id) for each in level.channels)}
