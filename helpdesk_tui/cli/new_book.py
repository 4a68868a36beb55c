"""A new book: its parts, its TOML with comments, and writing it to a new file."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import tomli_w

from helpdesk_tui.book.fields import ID
from helpdesk_tui.book.file import BookFile
from helpdesk_tui.book.problems import BookError, Problem, problem
from helpdesk_tui.book.read import read_book
from helpdesk_tui.book.save import Changed, save
from helpdesk_tui.book.system import reason
from helpdesk_tui.languages import message
from helpdesk_tui.names import fold, free_key
from helpdesk_tui.phrases.language import Language

Table = Mapping[str, object]

_LEVEL = re.compile(r"level\W")
"""The beginning of an id that is kept for levels: `level-1`."""


class Contact(NamedTuple):
    """A channel, or an escalation level, to write."""

    fields: Table
    """The fields as in the book, without `hours`."""
    weekly: str = ""
    on_holidays: str = ""
    id: str = ""
    line: int | None = None
    """The line of the CSV that it is from."""


class NewRequest(NamedTuple):
    """A request to write."""

    name: str
    channels: tuple[str, ...]
    """Names or ids, in order of preference."""


class NewBook(NamedTuple):
    """The parts of a new book."""

    header: Table
    channels: tuple[Contact, ...]
    levels: tuple[Contact, ...] = ()
    requests: tuple[NewRequest, ...] = ()
    """Without any, the book has one request with every channel."""


def ids_of(contacts: Sequence[Contact]) -> list[str]:
    """The id of each contact: its own where a book takes it and it is not repeated, else one that is made."""
    own = {each.id for each in contacts if re.fullmatch(ID, each.id) and not _LEVEL.match(fold(each.id))}
    ids: list[str] = []
    for number, contact in enumerate(contacts, start=1):
        if contact.id in own and contact.id not in ids:
            ids.append(contact.id)
            continue
        name = fold(contact.id or str(contact.fields.get("name", "")))
        name = f"channel {name}" if _LEVEL.match(name) else name
        ids.append(free_key(name, own.union(ids), f"channel-{number}"))
    return ids


def hours_of(new: NewBook) -> dict[str, Contact]:
    """The first contact with each of the book's hours, by their key: `hours-1`."""
    firsts: dict[tuple[str, str], Contact] = {}
    for contact in (*new.channels, *new.levels):
        if contact.weekly:
            firsts.setdefault(_hours(contact), contact)
    return {f"hours-{number}": each for number, each in enumerate(firsts.values(), start=1)}


def _hours(contact: Contact) -> tuple[str, str]:
    return contact.weekly, contact.on_holidays


def toml_of(new: NewBook) -> str:
    """The book's text, with comments in its language."""
    return "\n".join(_parts(new, Language("es" if new.header.get("language") == "es" else "en")))


def _parts(new: NewBook, language: Language) -> Iterator[str]:
    """Yield the tables of the book, each with its comment."""
    _ = language.gettext
    hours = hours_of(new)
    keys_of_hours = {_hours(each): key for key, each in hours.items()}

    def details(contact: Contact) -> Table:
        key = keys_of_hours.get(_hours(contact))
        return {**contact.fields, **({"hours": key} if key else {})}

    yield _comment(_("A contact book of helpdesk-tui: its README explains every key."))
    yield _comment(_("After every change, ask for: helpdesk-tui check"))
    yield ""
    yield _table("book", new.header)
    if hours:
        yield _comment(
            _("When a channel attends, in the opening_hours syntax: Mo-Fr 08:00-18:00; Sa 08:00-12:00")
        )
    else:
        yield _comment(_("No hours are given: whether a channel attends is shown as unconfirmed."))
        yield ""
    for key, each in hours.items():
        on_holidays = {"on_holidays": each.on_holidays} if each.on_holidays else {}
        yield _table(f"hours.{key}", {"weekly": each.weekly, **on_holidays})
    yield _comment(_("Ways to reach the desk."))
    ids = ids_of(new.channels)
    for id, contact in zip(ids, new.channels, strict=True):
        yield _table(f"channels.{id}", details(contact))
    yield _comment(_("What people ask for: its channels in order of preference. Add one for each priority."))
    if not new.requests:
        yield _table("requests.support", {"name": _("Support"), "key": "1", "route": ids[:100]})
    names = [fold(str(each.fields.get("name", ""))) for each in new.channels]
    by_name = dict(zip(reversed(names), reversed(ids), strict=True))  # the first of two of one name
    keys: list[str] = []
    for number, request in enumerate(new.requests, start=1):
        keys.append(free_key(request.name, keys, f"request-{number}"))
        route = [each if each in ids else by_name.get(fold(each), each) for each in request.channels]
        digit = {"key": str(number)} if number < 10 else {}
        yield _table(f"requests.{keys[-1]}", {"name": request.name, **digit, "route": route})
    if new.levels:
        yield _comment(_("Whom to go to when nobody answers, level by level."))
    for level in new.levels:
        yield f"[[escalation]]\n{tomli_w.dumps(details(level))}"


def problems_of(new: NewBook) -> list[Problem]:
    """The errors that `check` finds in the new book."""
    try:
        read_book(BookFile("", toml_of(new).encode("utf-8", "surrogatepass")))
    except BookError as error:
        return error.problems
    return []


def write(path: str, text: str) -> None:
    """Write the text to a new file, whole or not at all. Raises BookError where there is a file already."""
    content = text.encode()
    try:
        if os.path.islink(path):
            raise Changed(None)  # `save` follows a link, whose target may not exist
        save(path, content, read=None, expected=read_book(BookFile(path, content)))
    except Changed:
        raise BookError(path, [problem("", message("is there already: init overwrites nothing"))]) from None
    except OSError as error:
        raise BookError(path, [_unwritable(error)]) from error


def _unwritable(error: OSError) -> Problem:
    if known := reason(error):
        return problem("", message("cannot be written: {reason}"), reason=known)
    return problem("", message("cannot be written: system error {number}"), number=error.errno)


def _comment(text: str) -> str:
    return f"# {text}"


def _table(name: str, fields: Table) -> str:
    return f"[{name}]\n{tomli_w.dumps(fields)}"
