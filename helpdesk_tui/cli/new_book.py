"""A book that the program writes from nothing: its TOML, with comments, and the file that it goes to."""

import os
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import tomli_w

from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.problems import BookError, Problem, problem
from helpdesk_tui.book.read import read_book
from helpdesk_tui.book.save import Changed, save
from helpdesk_tui.book.system import reason
from helpdesk_tui.languages import message
from helpdesk_tui.names import fold, free_key
from helpdesk_tui.phrases.language import Language

Table = Mapping[str, object]


class Contact(NamedTuple):
    """A channel, or an escalation level, to write."""

    fields: Table
    """As in the book, but for `hours`."""
    weekly: str = ""
    on_holidays: str = ""
    id: str = ""
    line: int | None = None
    """Of the row of a CSV that it is from."""


class NewRequest(NamedTuple):
    """A request to write."""

    name: str
    channels: tuple[str, ...]
    """By name or id, in order of preference."""


class NewBook(NamedTuple):
    """What a new book is made of."""

    header: Table
    channels: tuple[Contact, ...]
    levels: tuple[Contact, ...] = ()
    requests: tuple[NewRequest, ...] = ()
    """None: one of every channel."""


def ids_of(contacts: Iterable[Contact]) -> list[str]:
    """An id for each of them: its own, or one made of its name."""
    ids: list[str] = []
    for number, contact in enumerate(contacts, start=1):
        name = fold(contact.id or str(contact.fields.get("name", "")))
        # An id of a level would be taken for that.
        name = f"channel {name}" if re.match(r"level\W", name) else name
        ids.append(free_key(name, ids, f"channel-{number}"))
    return ids


def toml_of(new: NewBook) -> str:
    """The book's text, with comments in its language."""
    _ = Language("es" if new.header.get("language") == "es" else "en").gettext
    ids = ids_of(new.channels)
    hours: dict[tuple[str, str], str] = {}
    for contact in (*new.channels, *new.levels):
        if contact.weekly:
            hours.setdefault((contact.weekly, contact.on_holidays), f"hours-{len(hours) + 1}")
    parts = [
        _comment(_("A contact book of helpdesk-tui: its README explains every key.")),
        _comment(_("After every change, ask for: helpdesk-tui check")),
        "",
        _table("book", new.header),
    ]
    if hours:
        parts.append(
            _comment(
                _("When a channel attends, in the opening_hours syntax: Mo-Fr 08:00-18:00; Sa 08:00-12:00")
            )
        )
    else:
        parts.append(_comment(_("No hours are given: whether a channel attends is shown as unconfirmed.")))
        parts.append("")
    for (weekly, on_holidays), name in hours.items():
        fields = {"weekly": weekly, **({"on_holidays": on_holidays} if on_holidays else {})}
        parts.append(_table(f"hours.{name}", fields))

    def details(contact: Contact) -> Table:
        named = hours.get((contact.weekly, contact.on_holidays))
        return {**contact.fields, **({"hours": named} if named else {})}

    parts.append(_comment(_("Ways to reach the desk.")))
    parts += [_table(f"channels.{id}", details(each)) for id, each in zip(ids, new.channels, strict=True)]
    parts.append(
        _comment(_("What people ask for: its channels in order of preference. Add one for each priority."))
    )
    if not new.requests:
        parts.append(_table("requests.support", {"name": _("Support"), "key": "1", "route": ids[:100]}))
    names = [fold(str(each.fields.get("name", ""))) for each in new.channels]
    by_name = dict(zip(reversed(names), reversed(ids), strict=True))  # of two of one name the first
    keys: list[str] = []
    for number, each in enumerate(new.requests, start=1):
        keys.append(free_key(each.name, keys, f"request-{number}"))
        route = [by_name.get(fold(channel), channel) for channel in each.channels]
        key = {"key": str(number)} if number < 10 else {}
        parts.append(_table(f"requests.{keys[-1]}", {"name": each.name, **key, "route": route}))
    if new.levels:
        parts.append(_comment(_("Whom to go to when nobody answers, level by level.")))
    parts += ["[[escalation]]\n" + tomli_w.dumps(details(each)) for each in new.levels]
    return "\n".join(parts)


def problems_of(new: NewBook) -> list[Problem]:
    """All that `check` calls an error in the new book."""
    try:
        read_book(BookFile("", toml_of(new).encode("utf-8", "surrogatepass")))
    except BookError as error:
        return error.problems
    return []


def write(path: str, text: str) -> None:
    """Write the text to a file that must not be there yet, whole or not at all. Raises BookError."""
    content = text.encode()
    try:
        if os.path.islink(path):
            raise Changed(None)  # of which only the place it leads to may be free
        save(path, content, read=None, expected=read_book(BookFile(path, content)))
    except Changed:
        raise BookError(path, [problem("", message("is there already: init overwrites nothing"))]) from None
    except OSError as error:
        known = reason(error) or error.strerror or ""
        raise BookError(path, [problem("", message("cannot be written: {reason}"), reason=known)]) from error


def _comment(text: str) -> str:
    return f"# {text}"


def _table(name: str, fields: Table) -> str:
    return f"[{name}]\n{tomli_w.dumps(fields)}"
