"""The command `check`: the errors of a book, or the findings on a good one."""

import os
from argparse import Namespace

from helpdesk_tui.book.file import find, read
from helpdesk_tui.book.findings import BY_NAME, kind_of
from helpdesk_tui.book.kinds import Severity
from helpdesk_tui.book.models import Book
from helpdesk_tui.book.problems import BookError
from helpdesk_tui.book.read import read_book
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError, format_of, refuse
from helpdesk_tui.cli.built import build_phrases
from helpdesk_tui.cli.exports.answer_json import check_dict, dump
from helpdesk_tui.cli.exports.check_sarif import sarif_dict
from helpdesk_tui.cli.findings import Finding, errors_of, findings_of
from helpdesk_tui.languages import message
from helpdesk_tui.names import nearest
from helpdesk_tui.phrases.findings import explain, severity_name
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.printable import printable
from helpdesk_tui.phrases.problems import format_problems

_ROLES = {Severity.ERROR: "alert", Severity.WARNING: "soon", Severity.NOTE: "dim"}


def run(arguments: Namespace, language: Language) -> int:
    """Check the book and return the exit code. Raises UsageError."""
    form = format_of(arguments, language)
    if arguments.explain is not None:
        refuse(arguments, language, "check --explain", "json", "format", "at")
        return _explain(arguments.explain, language)
    path = find(arguments.book, os.environ)
    try:
        file = read(path)
        book = read_book(file)
    except BookError as error:
        errors = errors_of(language, error.problems)
        _write(form, path, errors, [], language)
        for line, each in zip(format_problems(language, path, error.problems), errors, strict=True):
            # An error that keeps the file from being read is no finding.
            output.remark(f"{line} [{each.kind.code} {each.kind.name}]" if each.key or each.line else line)
        return output.WRONG
    phrases, at = build_phrases(book, arguments, path)
    language = phrases.language
    findings = findings_of(file, book, phrases, at)
    severities = {each.kind.severity for each in findings}
    if form == "text":
        summary = _summary(book, path, language, has_errors=Severity.ERROR in severities)
        output.write([(Piece(summary, "strong"),), *(_line(path, each, language) for each in findings)])
    else:
        _write(form, path, [], findings, language)
    failed = Severity.ERROR in severities or (arguments.strict and Severity.WARNING in severities)
    return output.UNSTAFFED if failed else output.DONE


def _explain(name: str, language: Language) -> int:
    """Write what a kind of finding means. Raises UsageError where there is no such kind."""
    if (kind := kind_of(name)) is None:
        problem = message("there is no finding {name}; did you mean {near}?")
        if (near := nearest(name.lower(), list(BY_NAME))) is None:
            problem = message("there is no finding {name}")
        raise UsageError(problem, language, name=name, near=near)
    heading, *lines = explain(language, kind)
    output.write([(Piece(heading, "strong"),), *((Piece(line),) for line in lines)])
    return output.DONE


def _write(form: str, path: str, problems: list[Finding], remarks: list[Finding], language: Language) -> None:
    """Write the findings as JSON or SARIF; as text nothing, since errors go to standard error."""
    if form == "json":
        output.write_text(dump(check_dict(path, problems, remarks)))
    elif form == "sarif":
        output.write_text(dump(sarif_dict(path, [*problems, *remarks], language)))


def _line(path: str, finding: Finding, language: Language) -> Line:
    """`contacts.toml:48: warning: channels.chat.url: is http, … [HD203 http-link]`."""
    kind = finding.kind
    line = "" if finding.line is None else f":{finding.line}"
    return (
        Piece(f"{printable(path)}{line}: "),
        Piece(severity_name(language, kind.severity), _ROLES[kind.severity]),
        Piece(": "),
        Piece(finding.key, "key"),
        Piece(f": {finding.text} "),
        Piece(f"[{kind.code} {kind.name}]", "dim"),
    )


def _summary(book: Book, path: str, language: Language, *, has_errors: bool) -> str:
    counts = (
        language.plural("{count} channel", "{count} channels", len(book.channels)),
        language.plural("{count} request", "{count} requests", len(book.requests)),
        language.plural("{count} level", "{count} levels", len(book.escalation)),
    )
    text = "{book}: {counts}" if has_errors else language.gettext("{book} has no errors: {counts}")
    return text.format(book=printable(path), counts=", ".join(counts))
