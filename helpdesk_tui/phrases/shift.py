"""The shift sheet in words: sections with a title and lines, for the prompt, the screen and Markdown."""

from collections.abc import Iterator
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Look, Period, gap_look
from helpdesk_tui.answers.shift import Sheet, ShiftTimes, Turn
from helpdesk_tui.board.board import Channel, Request, State
from helpdesk_tui.phrases import coverage as say
from helpdesk_tui.phrases.contacts import ways
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.times import clock, date_in_words


class Section(NamedTuple):
    """A part of the sheet: its title, and its lines of plain text."""

    title: str
    lines: list[str]


def title(speaker: Speaker, times: ShiftTimes) -> str:
    """The title of the sheet: `Mañana · mon 23 nov 2026 · 06:00 to 14:00 Bogotá`."""
    start, end = speaker.board.local(times.start), speaker.board.local(times.end)
    day, city = date_in_words(speaker.words, start), speaker.city()
    if times.name is None:
        return f"{day} · {city}"
    until = clock(end) if end.date() == start.date() else f"{say.day(speaker, end)} {clock(end)}"
    hours = speaker.words.translate("{start} to {end} {city}", start=clock(start), end=until, city=city)
    return f"{times.name} · {day} · {hours}"


def standing(speaker: Speaker, times: ShiftTimes) -> str:
    """The current shift, or the next one, in brief: `Mañana until 14:00`, `Noche from 22:00`."""
    _ = speaker.words.translate
    name = times.name or _("today")
    if times.start > speaker.now:
        return _("{shift} from {time}", shift=name, time=speaker.moment(times.start))
    return _("{shift} until {time}", shift=name, time=speaker.moment(times.end))


def sections(speaker: Speaker, sheet: Sheet) -> Iterator[Section]:
    """Yield the sections of the sheet, what the people of the shift need first at the top."""
    _ = speaker.words.translate
    none = [_("none")]
    through = [_channel(speaker, each) for each in sheet.through]
    yield Section(_("Open for the whole shift"), through or none)
    if sheet.unknown:
        yield Section(_("Unconfirmed"), [_channel(speaker, each) for each in sheet.unknown])
    yield Section(_("Openings and closings"), [_turn(speaker, turn) for turn in sheet.turns] or none)
    yield Section(_("Unstaffed"), _gaps(speaker, sheet, Look.NOBODY) or none)
    if messages := _gaps(speaker, sheet, Look.MESSAGE):
        yield Section(_("Messages only"), messages)
    if sheet.holiday is not None:
        day = date_in_words(speaker.words, sheet.holiday)
        yield Section(_("Next holiday"), [f"{day}: {speaker.holiday(sheet.holiday)}"])
    exceptions = [
        f"{say.day(speaker, each.day)}: {speaker.remark(each.comment, each.day)}"
        + (f" ({', '.join(channel.name for channel in each.channels)})" if each.channels else "")
        for each in sheet.exceptions
    ]
    yield Section(_("Exceptions in the next seven days"), exceptions or none)


def markdown(speaker: Speaker, sheet: Sheet) -> Iterator[str]:
    """Yield the sheet as lines of Markdown; the text of the book is never markup."""
    yield f"## {_literal(title(speaker, sheet.times))}"
    for section in sections(speaker, sheet):
        yield from ("", f"**{_literal(section.title)}**", "")
        yield from (f"- {_literal(line)}" for line in section.lines)


def _literal(text: str) -> str:
    """`text` with the markup of Markdown escaped."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>#|~" else character for character in text)


def _channel(speaker: Speaker, channel: Channel) -> str:
    return " · ".join([channel.name, *(way.in_full for way in ways(speaker.words, channel))])


def _gaps(speaker: Speaker, sheet: Sheet, look: Look) -> list[str]:
    """A line for each gap that is staffed in this way, with the requests that share it."""
    gaps: dict[Period, list[Request]] = {}
    for coverage in sheet.coverages:
        if gap_look(speaker.board, coverage.request) is look:
            for gap in coverage.gaps:
                gaps.setdefault(gap, []).append(coverage.request)
    return [f"{say.lasting(speaker, gap)}: {say.names(gaps[gap])}" for gap in sorted(gaps)]


def _turn(speaker: Speaker, turn: Turn) -> str:
    _ = speaker.words.translate
    text = {
        State.OPEN: _("{time} {name} opens"),
        State.CLOSED: _("{time} {name} closes"),
        State.UNKNOWN: _("{time} {name} becomes unconfirmed"),
    }[turn.state]
    at = speaker.board.local(turn.at)
    text = text.format(time=clock(at), name=turn.channel.name)
    remark = speaker.remark(turn.comment, at.date())
    return f"{text} ({remark})" if remark else text
