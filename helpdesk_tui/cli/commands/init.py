"""The command `init`: writes a new book from flags, from a CSV of contacts, or from answers to questions."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.book.problems import BookError, Problem
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.contacts_in import read_csv, typed_contact, way_of
from helpdesk_tui.cli.new_book import Contact, NewBook, NewRequest, Table, ids_of, problems_of, toml_of, write
from helpdesk_tui.languages import LANGUAGES, message
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Piece
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.phrases.problems import format_problem

_SAMPLE = Contact({"name": "-", "email": "a@example.com"})


def run(arguments: Namespace, language: Language) -> int:
    """Write the book and return the exit code. Raises UsageError and BookError; nothing is written then."""
    header = {
        "title": arguments.title,
        "language": arguments.language,
        "timezone": arguments.timezone,
        "country": arguments.country,
    }
    new = NewBook(
        header,
        tuple(typed_contact(each, arguments.hours or "") for each in arguments.channel or ()),
        requests=tuple(map(_typed_request, arguments.request or ())),
    )
    if arguments.from_csv is not None:
        found = read_csv(arguments.from_csv)
        for column, field in found.matched:
            output.remark(f"{column} → {field}")
        if found.unmatched:
            names = ", ".join(found.unmatched)
            output.remark(language.translate("columns that are not used: {names}", names=names))
        new = new._replace(channels=(*new.channels, *found.channels), levels=found.levels)
    if not (arguments.title and arguments.timezone and new.channels):
        if sys.stdin is None or not sys.stdin.isatty():
            problem = message(
                "init needs --title, --timezone, and --channel or --from-csv; or a terminal to ask"
            )
            raise UsageError(problem, language)
        new = _asked(new, language, arguments.hours)
    chosen = {name: value for name, value in new.header.items() if value}
    new = new._replace(header={"title": "", **chosen, "language": chosen.get("language", language.code)})
    if problems := problems_of(new):
        raise BookError(arguments.from_csv or arguments.file, _placed(new, problems))
    write(arguments.file, toml_of(new))
    text = language.translate(
        "{file} is written; next: helpdesk-tui check --book {file}", file=printable(arguments.file)
    )
    output.write([(Piece(text),)])
    return output.DONE


def _placed(new: NewBook, problems: list[Problem]) -> list[Problem]:
    """The problems with the line of the CSV that they are from."""
    lines = {f"channels.{id}": each.line for id, each in zip(ids_of(new.channels), new.channels, strict=True)}
    lines |= {f"escalation.{number}": each.line for number, each in enumerate(new.levels, start=1)}
    return [each._replace(line=lines.get(".".join(each.key.split(".")[:2]))) for each in problems]


def _asked(new: NewBook, language: Language, hours: str | None) -> NewBook:
    """The book with what is missing in it asked for. Raises KeyboardInterrupt at the end of the input."""
    _ = language.gettext
    header = dict(new.header)
    questions = (
        ("title", _("The service that the book is for"), ""),
        ("timezone", _("Time zone, as America/Bogota"), _zone_here()),
        ("country", _("Country whose public holidays hold, as CO; empty for none"), ""),
        ("language", _("Language of the book: es or en"), language.code),
    )
    for field, question, default in questions:
        if header[field]:
            continue
        while True:
            answer = _answer(question, default)
            if not answer and field == "country":
                break
            if not _refused(language, {field: answer}, "book." + field):
                header[field] = answer
                break
    new = new._replace(header=header, channels=new.channels or tuple(_asked_channels(language, hours or "")))
    return new if new.requests else new._replace(requests=tuple(_asked_requests(new, language)))


def _asked_channels(language: Language, hours: str) -> Iterator[Contact]:
    """Yield channels until a name is empty; there is at least one."""
    _ = language.gettext
    count = 0
    while True:
        question = _("Name of a channel, as Telephone") if not count else _("Another channel; empty to end")
        name = _answer(question, "")
        if not name and count:
            return
        contact = Contact({**_SAMPLE.fields, "name": name})
        if _refused(language, {}, "channels.", contact):
            continue
        while True:
            way = _answer(_("Its telephone (+57 601 7442727 ext 12), address or link"), "")
            contact = Contact({"name": name, **way_of(way)})
            if not _refused(language, {}, "channels.", contact):
                break
        while True:
            hours = _answer(_("When it attends, as Mo-Fr 08:00-18:00; - for not published"), hours or "-")
            weekly = "" if hours == "-" else hours
            if not _refused(language, {}, "hours.", contact._replace(weekly=weekly)):
                break
        yield contact._replace(weekly=weekly)
        count += 1


def _asked_requests(new: NewBook, language: Language) -> Iterator[NewRequest]:
    """Yield requests until a name is empty; where there is none, one stands for all channels."""
    _ = language.gettext
    names = ", ".join(str(each.fields["name"]) for each in new.channels)
    question = _("Name of a request, as Priority 1; empty for one of every channel")
    while name := _answer(question, ""):
        while True:
            route = _answer(_("Its channels, the first to call first, with commas"), names)
            request = NewRequest(name, _parts(route))
            if not _refused(language, {}, "requests.", new=new._replace(requests=(request,))):
                break
        yield request
        question = _("Another request; empty to end")


def _typed_request(text: str) -> NewRequest:
    """The request of `Priority 1=Telephone, Chat`."""
    name, _, route = text.partition("=")
    return NewRequest(name.strip(), _parts(route))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _zone_here() -> str:
    """The zone of this machine, where it has a name: from `$TZ`, or from what /etc/localtime leads to."""
    named = os.environ.get("TZ") or os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    return named if "/" in named and not named.startswith(("/", ":", "Etc/")) else ""


def _answer(question: str, default: str) -> str:
    output.remark(f"{question} [{default}]" if default else question)
    try:
        return input("> ").strip() or default
    except EOFError:
        raise KeyboardInterrupt from None


def _refused(
    language: Language, header: Table, key: str, contact: Contact = _SAMPLE, new: NewBook | None = None
) -> bool:
    """Whether the book's own check refuses the field; what it says is then written."""
    sample = {"title": "-", "timezone": "UTC", "language": LANGUAGES[0]}
    trial = NewBook({**sample, **header}, (contact,)) if new is None else new._replace(header=sample)
    found = [each for each in problems_of(trial) if not each.key or each.key.startswith(key)]
    for each in found:
        output.remark(f"  {format_problem(language, each)}")
    return bool(found)
