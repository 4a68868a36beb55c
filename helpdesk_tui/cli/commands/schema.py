"""The command `schema`: the JSON Schema of a book; it reads none."""

from argparse import Namespace

from helpdesk_tui.book.schema import schema
from helpdesk_tui.cli import output
from helpdesk_tui.phrases.language import Language


def run(arguments: Namespace, language: Language) -> int:
    """Write the schema and return the exit code."""
    output.write_text(schema())
    return output.DONE
