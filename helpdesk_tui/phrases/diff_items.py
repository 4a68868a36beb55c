"""Lines for the parts of a book that differ, with their fields."""

from datetime import date

from helpdesk_tui.answers.differences import BookItem, Fate, FieldChange, ItemChange, ItemKind, Value
from helpdesk_tui.board.board import Board
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_date


def item_line(phrases: Phrases, old: Board, change: ItemChange) -> str:
    """The change of an item: `Chat is new; link: https://…`, `Celular: telephone from … to …`."""
    _ = phrases.language.translate
    item, fields = change.item, change.fields
    name = item_name(phrases, item)
    if change.fate in (Fate.ADDED, Fate.REMOVED):
        side = "after" if change.fate is Fate.ADDED else "before"
        title = _("{item} is new", item=name) if side == "after" else _("{item} is gone", item=name)
        values = [
            f"{field_name(phrases.language, field.name)}: {_value(phrases, old, field.name, value)}"
            for field in fields
            if field.name != "name" and (value := getattr(field, side)) is not True
        ]
        return f"{title}: {'; '.join(values)}" if values else title
    changes = [_field(phrases, old, field) for field in fields]
    if change.fate is Fate.RENAMED:
        former = _("its id was {before} and is {after}", before=change.former, after=item.id)
        if item.kind is ItemKind.LEVEL:
            former = _("it was level {number}", number=change.former)
        changes.insert(0, former)
    return f"{name}: {'; '.join(changes)}"


def item_name(phrases: Phrases, item: BookItem) -> str:
    """The name of an item: `Chat`, `level 2 · Supervisor`, `shift Mañana`."""
    _ = phrases.language.translate
    if item.kind is ItemKind.LEVEL:
        return _("level {number} · {name}", number=item.id, name=item.name)
    return _("shift {name}", name=item.name) if item.kind is ItemKind.SHIFT else item.name


def field_name(language: Language, name: str) -> str:
    """The label of a field of the book."""
    _ = language.translate
    kind, _space, rest = name.partition(" ")
    if kind == "on_duty_from":
        return _("on duty from {time}", time=rest.replace("T", " "))
    if rest:
        return _("route while {hours} is open", hours=rest)
    return {
        "name": _("name"),
        "telephones": _("telephone"),
        "dials": _("telephone as it is shown"),
        "dialled": _("telephone as it is copied"),
        "menu": _("menu"),
        "extensions": _("extension"),
        "email": _("e-mail"),
        "url": _("link"),
        "note": _("note"),
        "takes_messages": _("takes messages by"),
        "published": _("hours published"),
        "always": _("never closes"),
        "on_duty": _("roster"),
        "key": _("key"),
        "route": _("route"),
        "order": _("order of the other routes"),
        "aliases": _("other names"),
        "must_cover": _("must be covered"),
        "channels": _("channels"),
        "title": _("title"),
        "organization": _("organization"),
        "language": _("language"),
        "timezone": _("time zone"),
        "closing_soon": _("minutes that count as closing soon"),
        "source": _("source"),
        "verified": _("verified"),
    }.get(name, name)


def _field(phrases: Phrases, old: Board, field: FieldChange) -> str:
    _ = phrases.language.translate
    before, after = (_value(phrases, old, field.name, value) for value in (field.before, field.after))
    name = field_name(phrases.language, field.name)
    if before == after and isinstance(field.before, tuple) and isinstance(field.after, tuple):
        before, after = " → ".join(field.before), " → ".join(field.after)  # ids of channels of one name
    if field.before in (None, ()):
        return _("{field}: {after} (new)", field=name, after=after)
    if field.after in (None, ()):
        return _("{field}: {before} (removed)", field=name, before=before)
    return _("{field}: from {before} to {after}", field=name, before=before, after=after)


def _value(phrases: Phrases, old: Board, name: str, value: Value) -> str:
    _ = phrases.language.gettext
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return format_date(phrases.language, value)
    if isinstance(value, tuple):
        name = name.partition(" ")[0]
        if name in ("route", "channels"):
            channels = {**old.channels, **phrases.board.channels}
            value = tuple(channels[each].name for each in value)
        if name == "takes_messages":
            labels = {"telephone": _("telephone"), "email": _("e-mail"), "url": _("link")}
            value = tuple(labels[each] for each in value)
        return (" → " if name in ("route", "order", "menu") else ", ").join(value)
    return str(value)
