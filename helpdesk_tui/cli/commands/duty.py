"""The command `duty`: the turns of every roster in the coming weeks, as text, JSON or iCalendar."""

from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.duty_plan import DutySpan, duty_spans
from helpdesk_tui.board.board import Board, Roster
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import format_of, unknown_name, whole_number
from helpdesk_tui.cli.window import LONGEST, read_window
from helpdesk_tui.languages import message
from helpdesk_tui.names import named
from helpdesk_tui.phrases.duty import duty_rows
from helpdesk_tui.phrases.language import Language
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Phrases


def run(arguments: Namespace, language: Language) -> int:
    """Write the turns of the coming weeks and return the exit code. Raises BookError and UsageError."""
    form = format_of(arguments, language)
    weeks = whole_number(arguments, "weeks", LONGEST // 7, language)
    window = read_window(arguments, language, weeks * 7)
    board, phrases = window.question.board, window.question.phrases
    key = None if arguments.person is None else _person_key(board, arguments.person, phrases.language)
    rosters = _rosters(board, arguments.roster, phrases.language)
    if form == "ics":
        from helpdesk_tui.cli.exports.duty_ics import duty_calendar

        output.write_data(duty_calendar(board, rosters, window.start, window.end, window.question.at, key))
        return output.DONE
    plans = []
    for roster in rosters:
        spans = duty_spans(board, roster, window.start, window.end)
        plans.append((roster, [each for each in spans if key is None or each.person == board.people[key]]))
    if form == "json":
        from helpdesk_tui.cli.exports.duty_json import duty_dict

        window.question.write_json(duty_dict(window, plans))
    else:
        window.question.write(_lines(phrases, plans))
    return output.DONE


def _lines(phrases: Phrases, plans: list[tuple[Roster, list[DutySpan]]]) -> Iterator[Line]:
    """Yield each roster's name and its turns."""
    if not plans:
        yield (Piece(phrases.language.gettext("The book has no rosters"), "dim"),)
    for roster, spans in plans:
        yield (Piece(roster.name, "strong"),)
        rows = list(duty_rows(phrases, spans))
        for row in rows:
            times = Piece(f"  {row.start} – {row.end}  ", "dim")
            yield (times, Piece(row.name, row.role), Piece(f" · {row.reason}" if row.reason else "", "dim"))
        if not rows:
            yield Piece("  "), Piece(phrases.language.gettext("no turns"), "dim")


def _rosters(board: Board, name: str | None, language: Language) -> list[Roster]:
    """The rosters of this id or name, or all of them. Raises UsageError."""
    rosters = [*board.rosters.values()]
    if name is None:
        return rosters
    if found := named(rosters, name):
        return found
    raise unknown_name(message("no roster is called {name}; try: {names}"), name, board.rosters, language)


def _person_key(board: Board, name: str, language: Language) -> str:
    """The key of the person of this id or name. Raises UsageError."""
    found = named(board.people.values(), name)
    if not found:
        names = [each.name for each in board.people.values()]
        raise unknown_name(message("no person is called {name}; try: {names}"), name, names, language)
    if len(found) > 1:
        ids = [each.id or each.name for each in found]
        raise unknown_name(message("several people are called {name}; try: {names}"), name, ids, language)
    return next(key for key, person in board.people.items() if person == found[0])
