"""Runs the command that the arguments name; only the modules of that command are loaded."""

import os
from argparse import Namespace

from helpdesk_tui.book.problems import BookError
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError, parse
from helpdesk_tui.languages import LANGUAGES
from helpdesk_tui.phrases.language import Language, language_of


def run(argv: list[str]) -> int:
    """Run the command that `argv` asks for and return the exit code."""
    language = Language(_asked_language(argv) or language_of(os.environ))
    try:
        return _command(parse(argv, language), language)
    except KeyboardInterrupt:
        return output.INTERRUPTED
    except UsageError as error:
        problems = [f"helpdesk-tui: {error}", error.language.gettext("see helpdesk-tui --help")]
    except output.OutputError as error:
        from helpdesk_tui.phrases.problems import format_output_error

        problems = [f"helpdesk-tui: {format_output_error(language, error.cause)}"]
    except BookError as error:
        from helpdesk_tui.phrases.problems import format_problems

        problems = format_problems(language, error)
    for problem in problems:
        output.remark(problem)
    return output.WRONG


def _command(arguments: Namespace, language: Language) -> int:
    match arguments.command:
        case "who":
            from helpdesk_tui.cli.commands.who import run
        case "status":
            from helpdesk_tui.cli.commands.status import run
        case "escalate":
            from helpdesk_tui.cli.commands.escalate import run
        case "coverage":
            from helpdesk_tui.cli.commands.coverage import run
        case "shift":
            from helpdesk_tui.cli.commands.shift import run
        case "check":
            from helpdesk_tui.cli.commands.check import run
        case _:
            from helpdesk_tui.cli.commands.screen import run
    return run(arguments, language)


def _asked_language(argv: list[str]) -> str | None:
    """The language of `--lang`, found before the arguments are parsed: their errors are in it too."""
    for option, value in zip(argv, [*argv[1:], ""], strict=False):
        named = value if option == "--lang" else option.removeprefix("--lang=")
        if option.startswith("--lang") and named in LANGUAGES:
            return named
    return None
