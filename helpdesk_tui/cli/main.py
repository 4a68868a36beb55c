"""Runs the command that the arguments name, and loads only its modules."""

import os
from importlib import import_module

from helpdesk_tui.book.problems import BookError
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError, parse
from helpdesk_tui.languages import LANGUAGES
from helpdesk_tui.phrases.language import Language, language_of


def run(argv: list[str]) -> int:
    """Run the command that `argv` asks for and return the exit code."""
    language = Language(_language_option(argv) or language_of(os.environ))
    try:
        arguments = parse(argv, language)
        command = import_module(f"helpdesk_tui.cli.commands.{arguments.command or 'screen'}")
        code: int = command.run(arguments, language)
        return code
    except KeyboardInterrupt:
        return output.INTERRUPTED
    except UsageError as error:
        problems = [f"helpdesk-tui: {error}", error.language.gettext("see helpdesk-tui --help")]
    except output.OutputError as error:
        from helpdesk_tui.phrases.problems import format_output_error

        problems = [f"helpdesk-tui: {format_output_error(language, error.cause)}"]
    except BookError as error:
        from helpdesk_tui.phrases.problems import format_problems

        problems = format_problems(language, error.path, error.problems)
    for problem in problems:
        output.remark(problem)
    return output.WRONG


def _language_option(argv: list[str]) -> str | None:
    """The language of `--lang`, read before the arguments are parsed: their errors are in it too."""
    for option, value in zip(argv, [*argv[1:], ""], strict=False):
        code = value if option == "--lang" else option.removeprefix("--lang=")
        if option.startswith("--lang") and code in LANGUAGES:
            return code
    return None
