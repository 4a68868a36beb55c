"""The command `init`: writes a new book from options, a CSV of contacts, or answers to questions."""

import os
from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.book.problems import Problem
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError, refuse
from helpdesk_tui.cli.contacts_in import read_csv, typed_contact, way_of
from helpdesk_tui.cli.new_book import (
    Contact,
    NewBook,
    NewRequest,
    hours_of,
    ids_of,
    problems_of,
    toml_of,
    write,
)
from helpdesk_tui.languages import LANGUAGES, message
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Piece
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.phrases.problems import format_problem, format_problems

_SAMPLE = Contact({"name": "-", "email": "a@example.com"})
_TRIAL = NewBook({"title": "-", "timezone": "UTC", "language": LANGUAGES[0]}, (_SAMPLE,))
"""A book without problems, in which each answer is checked."""


def run(arguments: Namespace, language: Language) -> int:
    """Write the book and return the exit code. Raises UsageError and BookError before it writes."""
    refuse(arguments, language, "init", "json", "at", "book")
    header = {field: getattr(arguments, field) for field in ("title", "language", "timezone", "country")}
    new = NewBook(
        header,
        tuple(typed_contact(each, arguments.hours or "") for each in arguments.channel or ()),
        requests=tuple(map(_typed_request, arguments.request or ())),
    )
    if arguments.from_csv is not None:
        contacts = read_csv(arguments.from_csv)
        for column, field in contacts.matched:
            output.remark(f"{column} → {field}")
        if contacts.unmatched:
            names = ", ".join(contacts.unmatched)
            output.remark(language.translate("columns that are not used: {names}", names=names))
        new = new._replace(channels=(*new.channels, *contacts.channels), levels=contacts.levels)
    if not (arguments.title and arguments.timezone and new.channels):
        if not output.can_ask():
            problem = message(
                "init needs --title, --timezone, and --channel or --from-csv; or a terminal to ask"
            )
            raise UsageError(problem, language)
        new = _ask_missing(new, language, arguments.hours)
    chosen = {name: value for name, value in new.header.items() if value}
    new = new._replace(header={"title": "", **chosen, "language": chosen.get("language", language.code)})
    if problems := _with_csv_lines(new, problems_of(new)):
        for each in problems:
            path = arguments.file if each.line is None else arguments.from_csv
            output.remark(*format_problems(language, path, [each]))
        return output.WRONG
    write(arguments.file, toml_of(new))
    text = language.translate(
        "{file} is written; next: helpdesk-tui check --book {file}", file=printable(arguments.file)
    )
    output.write([(Piece(text),)])
    return output.DONE


def _with_csv_lines(new: NewBook, problems: list[Problem]) -> list[Problem]:
    """The problems, each with the line of the CSV that its contact, or the first with its hours, is from."""
    lines = {f"channels.{id}": each.line for id, each in zip(ids_of(new.channels), new.channels, strict=True)}
    lines |= {f"escalation.{number}": each.line for number, each in enumerate(new.levels, start=1)}
    lines |= {f"hours.{key}": each.line for key, each in hours_of(new).items()}
    return [each._replace(line=lines.get(".".join(each.key.split(".")[:2]))) for each in problems]


def _ask_missing(new: NewBook, language: Language, hours: str | None) -> NewBook:
    """Ask for the parts that the book lacks. Raises KeyboardInterrupt at the end of the input."""
    _ = language.gettext
    header = dict(new.header)
    questions = (
        ("title", _("The service that the book is for"), ""),
        ("timezone", _("Time zone, as America/Bogota"), _zone_here()),
        ("country", _("Country whose public holidays hold, as CO; empty for none"), ""),
        ("language", _("Language of the book: es or en"), language.code),
    )
    for field, question, default in questions:
        while not header[field]:
            answer = _answer(language, question, default)
            if not answer and field == "country":
                break
            trial = _TRIAL._replace(header={**_TRIAL.header, field: answer})
            if not _refused(language, f"book.{field}", trial):
                header[field] = answer
    new = new._replace(header=header, channels=new.channels or tuple(_ask_channels(language, hours or "")))
    return new if new.requests else new._replace(requests=tuple(_ask_requests(new, language)))


def _ask_channels(language: Language, hours: str) -> Iterator[Contact]:
    """Yield channels, at least one, until a name is empty."""
    _ = language.gettext
    question, is_first = _("Name of a channel, as Telephone"), True
    while (name := _answer(language, question, "")) or is_first:
        contact = Contact({**_SAMPLE.fields, "name": name})
        if _refused(language, "channels.", _TRIAL._replace(channels=(contact,))):
            continue
        while True:
            way = _answer(language, _("Its telephone (+57 601 7442727 ext 12), address or link"), "")
            contact = Contact({"name": name, **way_of(way)})
            if not _refused(language, "channels.", _TRIAL._replace(channels=(contact,))):
                break
        while True:
            hours = _answer(
                language, _("When it attends, as Mo-Fr 08:00-18:00; - for not published"), hours or "-"
            )
            contact = contact._replace(weekly="" if hours == "-" else hours)
            if not _refused(language, "hours.", _TRIAL._replace(channels=(contact,))):
                break
        yield contact
        question, is_first = _("Another channel; empty to end"), False


def _ask_requests(new: NewBook, language: Language) -> Iterator[NewRequest]:
    """Yield requests until a name is empty."""
    _ = language.gettext
    ids = ", ".join(ids_of(new.channels))  # a name may hold a comma
    question = _("Name of a request, as Priority 1; empty for one of every channel")
    while name := _answer(language, question, ""):
        while True:
            route = _answer(language, _("Its channels, the first to call first, with commas"), ids)
            request = NewRequest(name, _split(route))
            if not _refused(language, "requests.", new._replace(header=_TRIAL.header, requests=(request,))):
                break
        yield request
        question = _("Another request; empty to end")


def _typed_request(text: str) -> NewRequest:
    """The request of `Priority 1=Telephone, Chat`."""
    name, _, route = text.partition("=")
    return NewRequest(name.strip(), _split(route))


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _zone_here() -> str:
    """The name of this machine's zone from `$TZ` or /etc/localtime; empty where it has none."""
    zone = os.environ.get("TZ") or os.path.realpath("/etc/localtime").partition("zoneinfo/")[2]
    return zone if "/" in zone and not zone.startswith(("/", ":", "Etc/")) else ""


def _answer(language: Language, question: str, default: str) -> str:
    """The answer to a question, or the default. Raises KeyboardInterrupt at the end of the input."""
    while True:
        output.remark(f"{question} [{default}]" if default else question)
        try:
            return input("> ").strip() or default
        except EOFError:
            raise KeyboardInterrupt from None
        except UnicodeDecodeError:
            output.remark(language.gettext("what was typed is not text"))


def _refused(language: Language, key: str, trial: NewBook) -> bool:
    """Write the problems of `trial` with keys that begin with `key`, and return whether there are any."""
    problems = [each for each in problems_of(trial) if not each.key or each.key.startswith(key)]
    for each in problems:
        output.remark(f"  {format_problem(language, each)}")
    return bool(problems)
