"""Answers as JSON: times in ISO 8601 with the offset of the book's zone; null or [] for what is absent."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from helpdesk_tui.cli.output import can_write
from helpdesk_tui.phrases.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from helpdesk_tui.answers.coverage import Coverage, Period
    from helpdesk_tui.answers.differences import BookItem
    from helpdesk_tui.answers.duty import Duty
    from helpdesk_tui.answers.duty_plan import DutySpan
    from helpdesk_tui.answers.escalation import Step
    from helpdesk_tui.answers.hits import Hit
    from helpdesk_tui.answers.next_changes import Changes, NextChanges
    from helpdesk_tui.answers.shift import ShiftSheet, ShiftTimes
    from helpdesk_tui.answers.status import Status
    from helpdesk_tui.answers.who import Who
    from helpdesk_tui.board.board import Board, Channel, Person, Request, Roster
    from helpdesk_tui.cli.findings import Finding
    from helpdesk_tui.cli.window import Window
    from helpdesk_tui.phrases.phrases import Phrases


def status_dict(phrases: Phrases, book: str, contacts: Iterable[Status]) -> dict[str, object]:
    """The path of the book, and every channel."""
    return {"book": book, "channels": [_contact(phrases, each) for each in contacts]}


def who_dict(phrases: Phrases, answer: Who) -> dict[str, object]:
    """The contact for a request, the reason for it, and the next contacts."""
    request, opens = answer.request, answer.opens
    return {
        "request": {**named_json(request), "note": request.note},
        "contact": answer.contact and _contact(phrases, answer.contact),
        "reason": phrases.why(answer),
        "fallbacks": [_contact(phrases, each) for each in answer.fallbacks],
        "messages": [_contact(phrases, each) for each in answer.messages],
        "opens": opens and {"id": opens.channel.id, "at": time_json(phrases, opens.at)},
    }


def next_dict(phrases: Phrases, answer: NextChanges) -> dict[str, object]:
    """The changes of a stretch of time; without any, the first ones after it."""
    return {
        "until": time_json(phrases, answer.until),
        "changes": [_changes(phrases, each) for each in answer.changes],
        "first_after": answer.first_after and _changes(phrases, answer.first_after),
    }


def find_dict(phrases: Phrases, similar: bool, hits: Iterable[Hit]) -> dict[str, object]:
    """The hits, best first; with `similar`, none holds the words of the search, but similar ones."""
    from helpdesk_tui.board.board import Level

    rows = [
        {
            "kind": type(hit.item).__name__.lower(),
            "id": f"level-{hit.item.number}" if isinstance(hit.item, Level) else hit.item.id,
            "name": hit.item.name,
            "matched": {"field": hit.match.field, "text": hit.match.written},
            "state": hit.status.state if hit.status else "closed",
            "contacts": [_contact(phrases, each) for each in hit.contacts],
        }
        for hit in hits
    ]
    return {"similar": similar, "hits": rows}


def escalation_dict(phrases: Phrases, steps: Iterable[Step]) -> dict[str, object]:
    """Levels of the escalation ladder, each with its contacts."""
    levels = [
        {
            "level": step.number,
            "name": step.name,
            "state": step.status.state,
            "comment": phrases.comment(step.status),
            "contacts": [_contact(phrases, each) for each in step.contacts],
        }
        for step in steps
    ]
    return {"levels": levels}


def shift_dict(phrases: Phrases, sheet: ShiftSheet) -> dict[str, object]:
    """The sheet of a shift."""
    groups = {"open": sheet.through, "part": sheet.part, "unknown": sheet.unknown, "closed": sheet.closed}
    requests = [
        {
            **named_json(each.request),
            "gaps": [{**period_json(phrases, gap.period), "look": gap.staffing} for gap in each.gaps],
            "gap_look": _gap_look(phrases.board, each),
        }
        for each in sheet.coverages
    ]
    exceptions = [
        {
            "date": each.day.isoformat(),
            "comment": phrases.translate_comment(each.comment, each.day),
            "channels": [channel.id for channel in each.channels],
        }
        for each in sheet.exceptions
    ]
    holiday = sheet.holiday
    return {
        "shift": {"name": sheet.times.name, **period_json(phrases, sheet.times)},
        "changes": [_changes(phrases, each) for each in sheet.changes],
        "past": sheet.past,
        **{key: [each.channel.id for each in contacts] for key, contacts in groups.items()},
        "channels": [_contact(phrases, each) for contacts in groups.values() for each in contacts],
        "requests": requests,
        "holiday": holiday and {"date": holiday.isoformat(), "name": phrases.holiday(holiday)},
        "exceptions": exceptions,
    }


def coverage_dict(window: Window) -> dict[str, object]:
    """The minutes, gaps, unconfirmed stretches and breaches of each request in the window."""
    board, breaches, minute = window.question.board, window.breaches(), timedelta(minutes=1)

    @cache  # requests share most of their changes
    def time(at: datetime) -> str:
        return board.local(at).isoformat()

    def row(period: Period) -> dict[str, str]:
        return {"start": time(period.start), "end": time(period.end)}

    def rows(periods: Iterable[Period]) -> list[dict[str, str]]:
        return [row(period) for period in periods]

    requests = [
        {
            **named_json(each.request),
            "covered_minutes": each.covered // minute,
            "unknown_minutes": each.unknown // minute,
            "gap_minutes": each.gap // minute,
            "gaps": [{**row(gap.period), "look": gap.staffing} for gap in each.gaps],
            "unknown": rows(each.unknowns),
            "gap_look": _gap_look(board, each),
            "breaches": rows(breaches.get(each.request.id, ())),
        }
        for each in window.coverages()
    ]
    return {"from": time(window.start), "to": time(window.end), "requests": requests}


def gaps_dict(window: Window) -> dict[str, object]:
    """The gaps of the window, worst first, each with the requests that share it."""
    phrases = window.question.phrases
    rows = [
        {
            "look": hole.kind,
            **period_json(phrases, hole.period),
            "minutes": (hole.period.end - hole.period.start) // timedelta(minutes=1),
            "requests": [named_json(each) for each in hole.requests],
        }
        for hole in window.holes()
    ]
    return {"from": time_json(phrases, window.start), "to": time_json(phrases, window.end), "gaps": rows}


def check_dict(path: str, problems: Iterable[Finding], remarks: Iterable[Finding]) -> dict[str, object]:
    """The problems of a bad book, or the findings on a good one."""
    return {
        "book": path,
        "problems": [_finding(each) for each in problems],
        "remarks": [_finding(each) for each in remarks],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.kind.code,
        "name": finding.kind.name,
        "severity": finding.kind.severity,
        "key": finding.key,
        "line": finding.line,
        "problem": finding.text,
    }


def dump(answer: Mapping[str, object], indent: int | None = 2) -> str:
    """The answer as a JSON document; `indent` None writes one line, which is faster.

    Control characters are escaped: a bad book or a path may hold any.
    """
    lines = json.dumps(answer, ensure_ascii=False, indent=indent).split("\n")
    text = "\n".join(printable(line, lambda character: json.dumps(character)[1:-1]) for line in lines)
    return text if can_write(text) else json.dumps(answer, indent=indent)


def _contact(phrases: Phrases, contact: Status) -> dict[str, object]:
    """A contact, with the same keys in every answer."""
    channel = contact.channel
    return {
        **named_json(channel),
        "state": contact.state,
        "comment": phrases.comment(contact),
        "until": time_json(phrases, contact.until),
        "opens": time_json(phrases, contact.opens),
        "telephone": channel.telephone,
        "telephones": channel.telephones,
        "menu": channel.menu,
        "extensions": channel.extensions,
        "email": channel.email,
        "url": channel.url,
        "note": channel.note,
        "person": contact.duty and _on_duty(phrases, contact.duty),
    }


def _on_duty(phrases: Phrases, duty: Duty) -> dict[str, object] | None:
    """The person on duty; None where nobody is, or it is not known who is."""
    if duty.person is None:
        return None
    after = duty.next and named_json(duty.next)
    return {**named_json(duty.person), "until": time_json(phrases, duty.until), "next": after}


def _changes(phrases: Phrases, changes: Changes) -> dict[str, object]:
    """The channels that change at one instant, and how the requests are staffed from then on."""
    day = phrases.board.local(changes.at).date()
    return {
        "at": time_json(phrases, changes.at),
        "channels": [
            {
                **named_json(each.channel),
                "state": each.state,
                "comment": phrases.translate_comment(each.comment, day),
            }
            for each in changes.channels
        ],
        "requests": [{**named_json(each.request), "look": each.staffing} for each in changes.requests],
    }


def _gap_look(board: Board, covered: Coverage) -> str | None:
    """The staffing of all of a request's gaps, or of all its routes without gaps; None where they differ."""
    from helpdesk_tui.answers.coverage import gap_staffing
    from helpdesk_tui.answers.routes import Routes

    staffings = {gap.staffing for gap in covered.gaps} or {
        gap_staffing(channels) for channels in Routes(board, covered.request).channels
    }
    return staffings.pop() if len(staffings) == 1 else None


def period_json(phrases: Phrases, period: Period | ShiftTimes | DutySpan) -> dict[str, str | None]:
    """The start and the end of a period."""
    return {"start": time_json(phrases, period.start), "end": time_json(phrases, period.end)}


def named_json(item: Channel | BookItem | Person | Request | Roster) -> dict[str, object]:
    """The id and the name of a part of the book."""
    return {"id": item.id, "name": item.name}


def time_json(phrases: Phrases, at: datetime | None) -> str | None:
    """An instant in the book's zone."""
    return None if at is None else phrases.board.local(at).isoformat()
