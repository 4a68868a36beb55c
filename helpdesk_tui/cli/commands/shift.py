"""The command `shift`: the sheet of the current shift, or the next one, as text, JSON or Markdown."""

from argparse import Namespace
from collections.abc import Iterator

from helpdesk_tui.answers.coverage import gap_look
from helpdesk_tui.answers.shift import Sheet, current, sheet
from helpdesk_tui.board.board import Board, Channel, Shift
from helpdesk_tui.cli import output
from helpdesk_tui.cli.arguments import UsageError
from helpdesk_tui.cli.question import question
from helpdesk_tui.names import fold
from helpdesk_tui.phrases.language import Words
from helpdesk_tui.phrases.lines import Line, Piece
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.shift import markdown, sections, title


def answer(arguments: Namespace, words: Words) -> int:
    """Write the shift's sheet and return the exit code."""
    asked = question(arguments, words)
    spoken = asked.speaker.words
    shift = None if arguments.shift is None else _shift(asked.board, arguments.shift, spoken)
    times = current(asked.board, asked.at, shift)
    if times is None:
        message = spoken.gettext("no such shift begins in the coming year")
        raise UsageError(message, spoken)
    found = sheet(asked.board, times)
    if arguments.json:
        from helpdesk_tui.cli.exports.answer_json import document

        output.write_text(document(asked.speaker, _as_dict(asked.speaker, found)))
    elif arguments.markdown:
        output.write([(Piece(line),) for line in markdown(asked.speaker, found)])
    else:
        output.write([*lines(asked.speaker, found), asked.footer()])
    return output.DONE


def lines(speaker: Speaker, found: Sheet) -> Iterator[Line]:
    """The sheet for a terminal."""
    yield (Piece(title(speaker, found.times), "strong"),)
    for section in sections(speaker, found):
        yield (Piece(section.title, "key"),)
        yield from ((Piece(f"  {line}"),) for line in section.lines)


def _shift(board: Board, named: str, words: Words) -> Shift:
    for shift in board.shifts:
        if fold(shift.name) == fold(named):
            return shift
    names = ", ".join(shift.name for shift in board.shifts) or "—"
    message = words.gettext("no shift is called {name}; there are: {names}")
    raise UsageError(message.format(name=named, names=names), words)


def _as_dict(speaker: Speaker, found: Sheet) -> dict[str, object]:
    from helpdesk_tui.cli.exports.answer_json import time

    def ids(channels: tuple[Channel, ...]) -> list[str]:
        return [channel.id for channel in channels]

    return {
        "shift": {
            "name": found.times.name,
            "start": time(speaker, found.times.start),
            "end": time(speaker, found.times.end),
        },
        "open": ids(found.through),
        "unknown": ids(found.unknown),
        "changes": [
            {
                "at": time(speaker, turn.at),
                "id": turn.channel.id,
                "state": turn.state,
                "comment": speaker.remark(turn.comment, speaker.board.local(turn.at).date()),
            }
            for turn in found.turns
        ],
        "requests": [
            {
                "id": each.request.id,
                "name": each.request.name,
                "gaps": [
                    {"start": time(speaker, gap.start), "end": time(speaker, gap.end)} for gap in each.gaps
                ],
                "gap_look": gap_look(speaker.board, each.request),
            }
            for each in found.coverages
        ],
        "holiday": found.holiday
        and {
            "date": found.holiday.isoformat(),
            "name": speaker.holiday(found.holiday),
        },
        "exceptions": [
            {
                "date": each.day.isoformat(),
                "comment": speaker.remark(each.comment, each.day),
                "channels": ids(each.channels),
            }
            for each in found.exceptions
        ],
    }
