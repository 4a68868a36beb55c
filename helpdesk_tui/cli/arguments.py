"""The arguments: commands, options and their help, declared for argparse."""

import argparse
import os
from collections.abc import Iterable
from typing import Any, NoReturn

from helpdesk_tui import __version__
from helpdesk_tui.cli.output import columns, write_text
from helpdesk_tui.languages import LANGUAGES, message
from helpdesk_tui.phrases.language import Language

ARGPARSE_MESSAGES = (
    message("usage: "),
    message("argument %(argument_name)s: %(message)s"),
    message("invalid choice: %(value)r (choose from %(choices)s)"),
    message("unknown parser %(parser_name)r (choices: %(choices)s)"),
    message("the following arguments are required: %s"),
    message("unrecognized arguments: %s"),
    message("expected one argument"),
    message("ignored explicit argument %r"),
    message("ambiguous option: %(option)s could match %(matches)s"),
)
"""The messages that argparse itself writes and translates from the catalogue."""

_NO_WHOLE_NUMBER = {
    "hours": message("{hours} is not a number of hours from 1 to {most}"),
    "days": message("{days} is not a number of days from 1 to {most}"),
    "weeks": message("{weeks} is not a number of weeks from 1 to {most}"),
}


class UsageError(Exception):
    """Wrong arguments; `text` is a message of the catalogue, or is already translated."""

    def __init__(self, text: str, language: Language, **values: object) -> None:
        super().__init__(language.translate(text, **values))
        self.language = language


def parse(argv: list[str], language: Language) -> argparse.Namespace:
    """The arguments by name: `book`, `at`, `lang`, `json`, `command` (None for the screen) and its own.

    Raises UsageError, and SystemExit after `--help` and `--version`.
    """
    _ = language.gettext
    # argparse translates its messages with these two, by default from the catalogues of the system.
    argparse._, argparse.ngettext = language.gettext, language.ngettext  # type: ignore[attr-defined]

    def formatter(prog: str) -> argparse.HelpFormatter:
        # Without a width argparse loads shutil, even where no help is written.
        return argparse.RawDescriptionHelpFormatter(prog, width=(columns() or 80) - 2)

    class Parser(argparse.ArgumentParser):
        def __init__(self, **settings: Any) -> None:  # noqa: ANN401 (argparse passes its own on)
            super().__init__(**settings, add_help=False, formatter_class=formatter)

        def _print_message(self, message: str, file: object = None) -> None:
            # The method of argparse handles neither other encodings nor closed pipes.
            write_text(message.rstrip("\n"))

        def error(self, message: str) -> NoReturn:
            raise UsageError(message, language)

    everywhere = Parser(argument_default=argparse.SUPPRESS)
    options = everywhere.add_argument_group(_("for every command"))
    options.add_argument("-h", "--help", action="help", help=_("show this help and exit"))
    options.add_argument("--book", metavar=_("FILE"), help=_("the contact book to use"))
    options.add_argument(
        "--at",
        type=_typed,
        metavar=_("TIME"),
        help=_("answer for this time of the book's zone: sat 14:00, tomorrow 8, 2026-12-08T10:00"),
    )
    options.add_argument("--lang", choices=LANGUAGES, help=_("language of the answer"))
    options.add_argument("--json", action="store_true", help=_("answer in JSON"))
    version = f"helpdesk-tui {__version__}"
    options.add_argument("--version", action="version", version=version, help=_("show the version"))

    parser = Parser(
        prog="helpdesk-tui",
        parents=[everywhere],
        description=_("Tells whom to contact right now for a request. Without a command, opens the screen."),
        epilog=_examples(language),
    )
    screen = parser.add_argument_group(_("the screen"))
    screen.add_argument("--bell", action="store_true", help=_("ring when the state of a channel changes"))
    commands = parser.add_subparsers(
        prog=parser.prog, dest="command", metavar=_("COMMAND"), title=_("commands")
    )

    def command(name: str, summary: str) -> argparse._ArgumentGroup:
        added = commands.add_parser(name, parents=[everywhere], help=summary, description=summary)
        return added.add_argument_group(_("this command"))

    command("status", _("every channel: whether it is open, and until when"))
    who = command("who", _("the right contact for a request"))
    who.add_argument(
        "request", type=_typed, metavar=_("REQUEST"), help=_("its id, key, name or alias: p1, 1, crítica")
    )
    find = command("find", _("anything in the book by name, number, extension, address or note"))
    find.add_argument("words", type=_typed, metavar=_("WORDS"), nargs="+", help=_("what to search for"))
    coming = command("next", _("what opens and closes in the coming hours"))
    coming.add_argument("--hours", default="8", metavar="N", help=_("how many hours; 8 by default"))
    escalate = command("escalate", _("the escalation levels, or one of them"))
    escalate.add_argument("level", metavar=_("LEVEL"), nargs="?", help=_("the level's number"))
    coverage = command("coverage", _("when each request is staffed, and when it is not"))
    first = _("first day: monday, 8 dec, 2026-12-08; today by default")
    coverage.add_argument("--from", dest="first", type=_typed, metavar=_("DATE"), help=first)
    coverage.add_argument("--days", default="7", metavar="N", help=_("how many days; 7 by default"))
    coverage.add_argument("--gaps", action="store_true", help=_("only the gaps, worst first, a line each"))
    only = _("only these: p1,pqrsa")
    coverage.add_argument("--request", action="append", type=_typed, metavar=_("REQUEST"), help=only)
    form = _("the format; text by default")
    coverage.add_argument("--format", choices=("text", "json", "csv", "ics"), help=form)
    coverage.add_argument("--excel", action="store_true", help=_("with csv: Excel keeps the accents"))
    shift = command("shift", _("the sheet of the current shift"))
    current = _("its name; the current one by default")
    shift.add_argument("shift", type=_typed, metavar=_("SHIFT"), nargs="?", help=current)
    shift.add_argument("--next", action="store_true", help=_("the first one that begins later"))
    shift.add_argument("--markdown", action="store_true", help=_("as Markdown, to paste in a chat"))
    duty = command("duty", _("who is on duty in the coming weeks"))
    roster = _("its id or name; every roster by default")
    duty.add_argument("roster", type=_typed, metavar=_("ROSTER"), nargs="?", help=roster)
    duty.add_argument("--person", type=_typed, metavar=_("PERSON"), help=_("only the turns of this person"))
    duty.add_argument("--from", dest="first", type=_typed, metavar=_("DATE"), help=first)
    duty.add_argument("--weeks", default="12", metavar="N", help=_("how many weeks; 12 by default"))
    duty.add_argument("--format", choices=("text", "json", "ics"), help=form)
    check = command("check", _("what is wrong with the book"))
    check.add_argument("--strict", action="store_true", help=_("exit code 1 on warnings too"))
    check.add_argument("--format", choices=("text", "json", "sarif"), help=form)
    explained = _("what a finding means, by name or code, and how to mend it: stale-facts, HD302")
    check.add_argument("--explain", type=_typed, metavar=_("NAME"), help=explained)
    diff = command("diff", _("what the change from one book to another means"))
    books = _("the old book and the new one; with --git the new one alone, by default the book in use")
    diff.add_argument("books", metavar=_("FILE"), nargs="*", help=books)
    revision = _("the old book is the new one as it was in this revision of its git repository")
    diff.add_argument("--git", type=_typed, metavar=_("REVISION"), help=revision)
    diff.add_argument("--format", choices=("text", "json", "markdown"), help=form)
    export = command("export", _("the contacts for an address book, a spreadsheet or a wiki"))
    export.add_argument("--format", choices=("vcard", "csv", "markdown"), required=True, help=_("the format"))
    export.add_argument("--excel", action="store_true", help=_("with csv: Excel keeps the accents"))
    command("schema", _("the JSON Schema of a book, for an editor that knows TOML"))
    init = command("init", _("a new contact book, from these options or from answers to questions"))
    new_file = _("the file to write; contacts.toml by default")
    init.add_argument("file", metavar=_("FILE"), nargs="?", default="contacts.toml", help=new_file)
    init.add_argument("--title", type=_typed, metavar=_("TEXT"), help=_("the service that the book is for"))
    init.add_argument("--timezone", metavar=_("ZONE"), help=_("its time zone, as America/Bogota"))
    init.add_argument("--country", metavar=_("CODE"), help=_("whose public holidays hold, as CO"))
    init.add_argument("--language", choices=LANGUAGES, help=_("language of the book"))
    way = _("a channel: Telephone=+57 601 7442727 ext 12, Mail=desk@example.com, Chat=https://example.com")
    init.add_argument("--channel", action="append", type=_typed, metavar=_("NAME=CONTACT"), help=way)
    route = _("what people ask for, and its channels in order: Priority 1=Telephone, Mail")
    init.add_argument("--request", action="append", type=_typed, metavar=_("NAME=CHANNELS"), help=route)
    init.add_argument("--hours", metavar=_("HOURS"), help=_("when these channels attend: Mo-Fr 08:00-18:00"))
    init.add_argument(
        "--from-csv", metavar=_("FILE"), help=_("a CSV of contacts, its titles in the first row")
    )
    # Not as the parser's defaults: a command would overwrite with them the options that stand before it.
    defaults = argparse.Namespace(command=None, book=None, at=None, lang=None)
    defaults.json = defaults.bell = defaults.excel = False
    return parser.parse_args(argv, defaults)


def _typed(argument: str) -> str:
    """`argument` read as UTF-8, which most keyboards write even where the locale has another encoding.

    A path stays as it is: the system has it in the encoding of the locale.
    """
    try:
        return os.fsencode(argument).decode()
    except UnicodeError:
        return argument


def format_of(arguments: argparse.Namespace, language: Language) -> str:
    """The format of the answer. Raises UsageError where `--json` or `--excel` contradicts it."""
    form: str = arguments.format or ("json" if arguments.json else "text")
    if arguments.json and form != "json":
        raise UsageError(message("--json and --format {form} cannot be used together"), language, form=form)
    if arguments.excel and form != "csv":
        raise UsageError(message("--excel works only with --format csv"), language)
    return form


def refuse(arguments: argparse.Namespace, language: Language, command: str, *options: str) -> None:
    """Raise UsageError where one of these options is given, which the command has no use for."""
    for option in options:
        if getattr(arguments, option) not in (None, False):
            problem = message("{command} does not take --{option}")
            raise UsageError(problem, language, command=command, option=option)


def whole_number(arguments: argparse.Namespace, unit: str, most: int, language: Language) -> int:
    """The option `unit` as a number from 1 to `most`. Raises UsageError where it is none."""
    text = getattr(arguments, unit)
    if text.isascii() and text.isdecimal() and len(text) < 10 and 1 <= int(text) <= most:
        return int(text)
    raise UsageError(_NO_WHOLE_NUMBER[unit], language, most=most, **{unit: text})


def unknown_name(problem: str, name: str, known: Iterable[str], language: Language) -> UsageError:
    """The error for a `name` that nothing has, with those that are `known`."""
    return UsageError(problem, language, name=name, names=", ".join(known) or "—")


def _examples(language: Language) -> str:
    _ = language.gettext
    rows = (
        ("helpdesk-tui", _("the screen")),
        ("helpdesk-tui who p1", _("whom to contact for priority 1")),
        ("helpdesk-tui who queja --json", _("whom to contact for a complaint, as JSON")),
        (_('helpdesk-tui status --at "tomorrow 8"'), _("every channel at another time")),
        ("helpdesk-tui find ext 1104", _("whose extension that is")),
        ("helpdesk-tui next --hours 24", _("what opens and closes within a day")),
        ("helpdesk-tui escalate 2", _("the second escalation level")),
        ("helpdesk-tui coverage --days 1", _("when each request is staffed today")),
        ("helpdesk-tui check --book contacts.toml", _("what is wrong with this book")),
    )
    meanings_of_1 = (
        _("who: no open channel is known; coverage, check: a request that must be covered is not"),
        _("check: a roster's calendar cannot be read"),
        _("find: nothing is found"),
        _("check --strict: there is a warning"),
        _("diff: the books differ"),
    )
    codes = (
        ("0", _("done; for who: a channel is open")),
        ("1", "; ".join(meanings_of_1)),
        ("2", _("the book or the arguments are wrong")),
    )
    lines = [_("examples:"), *(f"  {example:<42} {meaning}" for example, meaning in rows)]
    lines += ["", _("exit codes:"), *(f"  {code}  {meaning}" for code, meaning in codes)]
    return "\n".join(lines)
