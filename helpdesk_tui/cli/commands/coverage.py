"""The command `coverage`: when each request is staffed, day by day, or its gaps alone."""

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
            from helpdesk_tui.cli.exports.answer_json import coverage_dict, dump, gaps_dict

            answer = gaps_dict(window) if arguments.gaps else coverage_dict(window)
            output.write_text(dump(answer, indent=None))
        case "csv":
            from helpdesk_tui.cli.exports.coverage_csv import gaps_table, table

            output.write_data((gaps_table if arguments.gaps else table)(window, excel=arguments.excel))
        case "ics":
            from helpdesk_tui.cli.exports.coverage_ics import calendar

            output.write_data(calendar(window))
        case _:
            from helpdesk_tui.cli.coverage_text import gap_lines, lines

            window.question.write((gap_lines if arguments.gaps else lines)(window))
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
