"""The command `export`: the contacts as vCards, CSV, or a Markdown page."""

import os
from argparse import Namespace
from datetime import UTC, datetime

from helpdesk_tui.board.build import build
from helpdesk_tui.book.file import find, read
from helpdesk_tui.book.read import read_book
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.exports.contacts import Contacts
from helpdesk_tui.languages import message
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Piece
from helpdesk_tui.phrases.phrases import Phrases


def run(arguments: Namespace, language: Language) -> int:
    """Write the contacts in the format that was asked for and return the exit code."""
    if arguments.json or arguments.at is not None:
        raise UsageError(message("export takes neither --json nor --at"), language)
    if arguments.excel and arguments.format != "csv":
        raise UsageError(message("--excel works only with --format csv"), language)
    book = read_book(read(find(arguments.book, os.environ)))
    board = build(book, at := datetime.now(UTC))
    contacts = Contacts(book, board, Phrases(Language(arguments.lang or board.language), board, at))
    match arguments.format:
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
