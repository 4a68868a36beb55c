"""The command `coverage`: how every request is covered, day by day, and where nobody attends."""

from argparse import Namespace

from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.output import Piece
from helpdesk_tui.cli.window import window
from helpdesk_tui.words.catalogue import Words
from helpdesk_tui.words.printable import printable


def answer(arguments: Namespace, words: Words) -> int:
    """Write the coverage of the window and return the exit code: NOBODY where a coverage rule is broken."""
    form = _form(arguments, words)
    asked = window(arguments, words)
    match form:
        case "json":
            from helpdesk_tui.cli.coverage_json import document

            output.write_text(document(asked))
        case "csv":
            from helpdesk_tui.cli.coverage_csv import table

            output.write_data(table(asked, excel=arguments.excel))
        case "ics":
            from helpdesk_tui.cli.coverage_ics import calendar

            output.write_data(calendar(asked))
        case _:
            from helpdesk_tui.cli.coverage_text import lines

            stamp = asked.speaker.stamp(asked.at.astimezone())
            footer = (Piece(f"{stamp} · {printable(asked.book)}", "dim"),)
            output.write([*lines(asked, output.columns()), footer])
    return output.NOBODY if asked.breaches() else output.DONE


def _form(arguments: Namespace, words: Words) -> str:
    """How the coverage is written. Raises UsageError where the arguments ask for two forms at once."""
    named: str | None = arguments.format
    if arguments.json and named not in (None, "json"):
        message = words.gettext("--json and --format {form} cannot be asked for together").format(form=named)
        raise UsageError(message, words)
    form = "json" if arguments.json else named or "text"
    if arguments.excel and form != "csv":
        raise UsageError(words.gettext("--excel goes with --format csv alone"), words)
    return form
