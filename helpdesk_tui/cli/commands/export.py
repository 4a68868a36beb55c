"""The command `export`: the contacts as vCards, CSV, or a Markdown page."""

import os
from argparse import Namespace

from helpdesk_tui.book.file import find, read
from helpdesk_tui.book.read import read_book
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import format_of, refuse
from helpdesk_tui.cli.built import build_phrases
from helpdesk_tui.cli.exports.contacts import Contacts
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Piece


def run(arguments: Namespace, language: Language) -> int:
    """Write the contacts and return the exit code. Raises BookError and UsageError."""
    refuse(arguments, language, "export", "json", "at")
    form = format_of(arguments, language)
    book = read_book(read(find(arguments.book, os.environ)))
    contacts = Contacts(book, build_phrases(book, arguments)[0])
    match form:
        case "vcard":
            from helpdesk_tui.cli.exports.contacts_vcard import cards

            output.write_data(cards(contacts))
        case "csv":
            from helpdesk_tui.cli.exports.contacts_csv import table

            output.write_data(table(contacts, excel=arguments.excel))
        case _:
            from helpdesk_tui.cli.exports.contacts_markdown import page

            output.write([(Piece(line),) for line in page(contacts)])
    return output.DONE
