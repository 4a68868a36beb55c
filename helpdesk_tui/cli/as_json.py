"""Answers as JSON: times in ISO 8601 with the offset of the book's zone, absent is null or []."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from helpdesk_tui.answers.contact import Contact
from helpdesk_tui.answers.escalation import Step
from helpdesk_tui.answers.who import Who
from helpdesk_tui.words.sentences import Speaker


def status(speaker: Speaker, contacts: Iterable[Contact], book: str) -> str:
    """`{"at", "book", "channels"}`; `book` is the path of the file that answers."""
    channels = [_contact(speaker, each) for each in contacts]
    return _dump({"at": _now(speaker), "book": book, "channels": channels})


def who(speaker: Speaker, answer: Who) -> str:
    """`{"at", "request", "contact", "reason", "fallbacks", "messages", "opens"}`."""
    opens = answer.opens
    return _dump(
        {
            "at": _now(speaker),
            "request": {"id": answer.request.id, "name": answer.request.name},
            "contact": answer.contact and _contact(speaker, answer.contact),
            "reason": speaker.why(answer),
            "fallbacks": [_contact(speaker, each) for each in answer.fallbacks],
            "messages": [_contact(speaker, each) for each in answer.messages],
            "opens": opens and {"id": opens.channel.id, "at": _time(speaker, opens.at)},
        }
    )


def escalation(speaker: Speaker, steps: Iterable[Step]) -> str:
    """`{"at", "levels"}`."""
    levels = [
        {
            "level": step.number,
            "name": step.name,
            "state": step.best.state,
            "comment": speaker.comment(step.best),
            "contacts": [_contact(speaker, each) for each in step.contacts],
        }
        for step in steps
    ]
    return _dump({"at": _now(speaker), "levels": levels})


def check(book: str, problems: Iterable[tuple[str, str]], remarks: Iterable[tuple[str, str]]) -> str:
    """`{"book", "problems", "remarks"}`, each of these a list of `{"key", "problem"}`."""

    def rows(found: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
        return [{"key": key, "problem": problem} for key, problem in found]

    return _dump({"book": book, "problems": rows(problems), "remarks": rows(remarks)})


def _contact(speaker: Speaker, contact: Contact) -> dict[str, Any]:
    channel = contact.channel
    return {
        "id": channel.id,
        "name": channel.name,
        "state": contact.state,
        "comment": speaker.comment(contact),
        "until": _time(speaker, contact.until),
        "opens": _time(speaker, contact.opens),
        "telephone": channel.telephone,
        "menu": channel.menu,
        "extensions": channel.extensions,
        "email": channel.email,
        "url": channel.url,
        "note": channel.note,
    }


def _now(speaker: Speaker) -> str:
    return speaker.now.isoformat()


def _time(speaker: Speaker, at: datetime | None) -> str | None:
    return None if at is None else speaker.board.local(at).isoformat()


def _dump(answer: dict[str, Any]) -> str:
    return json.dumps(answer, ensure_ascii=False, indent=2)
