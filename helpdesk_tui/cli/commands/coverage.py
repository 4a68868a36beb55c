"""The command `coverage`: when each request is staffed, day by day, or only the gaps."""

from argparse import Namespace

from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import format_of, whole_number
from helpdesk_tui.cli.window import LONGEST, read_window
from helpdesk_tui.phrases.language import Language


def run(arguments: Namespace, language: Language) -> int:
    """Write the coverage of the window and return the exit code: UNSTAFFED where a rule is broken."""
    form = format_of(arguments, language)
    days = whole_number(arguments, "days", LONGEST, language)
    window = read_window(arguments, language, days, arguments.request)
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
