"""The command `coverage`: when each request is staffed, day by day, as text or for other programs."""

from argparse import Namespace

from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.window import read_window
from helpdesk_tui.languages import message
from helpdesk_tui.phrases.language import Language


def run(arguments: Namespace, language: Language) -> int:
    """Write the coverage of the window and return the exit code: UNSTAFFED where a rule is broken."""
    form = _format(arguments, language)
    window = read_window(arguments, language)
    match form:
        case "json":
            from helpdesk_tui.cli.exports.answer_json import coverage_dict, dump

            output.write_text(dump(coverage_dict(window), indent=None))
        case "csv":
            from helpdesk_tui.cli.exports.coverage_csv import table

            output.write_data(table(window, excel=arguments.excel))
        case "ics":
            from helpdesk_tui.cli.exports.coverage_ics import calendar

            output.write_data(calendar(window))
        case _:
            from helpdesk_tui.cli.coverage_text import lines

            window.question.write(lines(window))
    return output.UNSTAFFED if window.breaches() else output.DONE


def _format(arguments: Namespace, language: Language) -> str:
    """The format of the answer. Raises UsageError where the arguments ask for two at once."""
    named: str | None = arguments.format
    if arguments.json and named not in (None, "json"):
        problem = message("--json and --format {form} cannot be used together")
        raise UsageError(problem, language, form=named)
    form = "json" if arguments.json else named or "text"
    if arguments.excel and form != "csv":
        raise UsageError(message("--excel works only with --format csv"), language)
    return form
