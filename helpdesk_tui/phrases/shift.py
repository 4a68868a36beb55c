"""The shift sheet as sections with a title and lines, for the prompt, the screen and Markdown."""

from collections.abc import Iterator
from typing import NamedTuple

from helpdesk_tui.answers.coverage import Period, Staffing
from helpdesk_tui.answers.shift import ShiftSheet, ShiftTimes
from helpdesk_tui.answers.status import Status
from helpdesk_tui.board.board import Request
from helpdesk_tui.phrases.changes import sentences
from helpdesk_tui.phrases.contacts import ways
from helpdesk_tui.phrases.coverage import format_day, format_period, request_names
from helpdesk_tui.phrases.markdown import literal, prose
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_date, format_moment_by_weekday, format_time


class Section(NamedTuple):
    """A part of a sheet: its title, and its lines of plain text."""

    title: str
    lines: list[str]


def shift_title(phrases: Phrases, times: ShiftTimes) -> str:
    """The title of the sheet: `Mañana · mon 23 nov 2026 · 06:00 to 14:00 Bogotá`."""
    start, end = phrases.board.local(times.start), phrases.board.local(times.end)
    day, city = format_date(phrases.language, start), phrases.city()
    if times.name is None:
        return f"{day} · {city}"
    begins, ends = format_time(start), format_time(end)
    if end.date() != start.date():
        ends = f"{format_day(phrases, end)} {ends}"
    hours = phrases.language.translate("{start} to {end} {city}", start=begins, end=ends, city=city)
    return f"{times.name} · {day} · {hours}"


def shift_in_brief(phrases: Phrases, times: ShiftTimes) -> str:
    """The current shift, or the next one, in brief: `Mañana until 14:00`, `Noche from 22:00`."""
    _ = phrases.language.translate
    name = times.name or _("today")
    if times.start > phrases.now:
        return _("{shift} from {time}", shift=name, time=phrases.moment(times.start))
    return name if times.goes_on else _("{shift} until {time}", shift=name, time=phrases.moment(times.end))


def shift_sections(phrases: Phrases, sheet: ShiftSheet) -> Iterator[Section]:
    """Yield the sections of the sheet, the most urgent first."""
    _ = phrases.language.translate
    none = [_("none")]
    past = phrases.language.plural(
        "{count} past change is left out", "{count} past changes are left out", sheet.past
    )
    yield Section(_("Next changes"), (_changes(phrases, sheet) or none) + ([past] if sheet.past else []))
    for title, contacts in (
        (_("Open for the whole shift"), sheet.through),
        (_("Open for a part of the shift"), sheet.part),
        (_("Unconfirmed"), sheet.unknown),
        (_("Closed for the whole shift"), sheet.closed),
    ):
        if contacts:
            yield Section(title, [_channel(phrases, each) for each in contacts])
    yield Section(_("Unstaffed"), _gaps(phrases, sheet, Staffing.UNSTAFFED) or none)
    if messages := _gaps(phrases, sheet, Staffing.MESSAGES):
        yield Section(_("Messages only"), messages)
    if sheet.holiday is not None:
        day = format_date(phrases.language, sheet.holiday)
        yield Section(_("Next holiday"), [f"{day}: {phrases.holiday(sheet.holiday)}"])
    exceptions = [
        f"{format_day(phrases, each.day)}: {phrases.translate_comment(each.comment, each.day)}"
        + (f" ({', '.join(channel.name for channel in each.channels)})" if each.channels else "")
        for each in sheet.exceptions
    ]
    yield Section(_("Exceptions in the next seven days"), exceptions or none)


def shift_markdown(phrases: Phrases, sheet: ShiftSheet) -> Iterator[str]:
    """Yield the sheet as lines of Markdown, with the markup in the book's text escaped."""
    yield f"## {literal(shift_title(phrases, sheet.times))}"
    for section in shift_sections(phrases, sheet):
        yield from ("", f"**{literal(section.title)}**", "")
        yield from (f"- {prose(line)}" for line in section.lines)


def _changes(phrases: Phrases, sheet: ShiftSheet) -> list[str]:
    """A line for each sentence on a change, with its time; days other than the first are named."""
    start = phrases.board.local(sheet.times.start)
    return [
        f"{format_moment_by_weekday(phrases.language, phrases.board.local(each.at), start)} {sentence}"
        for each in sheet.changes
        for sentence in sentences(phrases, each)
    ]


def _channel(phrases: Phrases, contact: Status) -> str:
    channel = contact.channel
    ways_in_full = [way.in_full for way in ways(phrases.language, channel)]
    return " · ".join(filter(None, (channel.name, *ways_in_full, phrases.on_duty(contact))))


def _gaps(phrases: Phrases, sheet: ShiftSheet, staffing: Staffing) -> list[str]:
    """A line for each gap of this staffing, with the requests that share it."""
    gaps: dict[Period, list[Request]] = {}
    for coverage in sheet.coverages:
        for gap in coverage.gaps:
            if gap.staffing is staffing:
                gaps.setdefault(gap.period, []).append(coverage.request)
    return [f"{format_period(phrases, gap)}: {request_names(gaps[gap])}" for gap in sorted(gaps)]
