"""Answers as JSON: times in ISO 8601 with the offset of the book's zone; what is absent is null or []."""

import json
from collections.abc import Mapping
from datetime import datetime

from helpdesk_tui.answers.status import Status
from helpdesk_tui.cli.output import takes
from helpdesk_tui.phrases.phrases import Speaker


def document(speaker: Speaker, answer: Mapping[str, object]) -> str:
    """The answer with the instant that it holds for, as a JSON document."""
    return dump({"at": speaker.now.isoformat(), **answer})


def dump(answer: Mapping[str, object], indent: int | None = 2) -> str:
    """A JSON document, made for reading too; on one line, which is quicker made, with `indent` None."""
    text = json.dumps(answer, ensure_ascii=False, indent=indent)
    return text if takes(text) else json.dumps(answer, indent=indent)


def as_dict(speaker: Speaker, contact: Status) -> dict[str, object]:
    """A contact, always with the same keys."""
    channel = contact.channel
    return {
        "id": channel.id,
        "name": channel.name,
        "state": contact.state,
        "comment": speaker.comment(contact),
        "until": time(speaker, contact.until),
        "opens": time(speaker, contact.opens),
        "telephone": channel.telephone,
        "menu": channel.menu,
        "extensions": channel.extensions,
        "email": channel.email,
        "url": channel.url,
        "note": channel.note,
    }


def time(speaker: Speaker, at: datetime | None) -> str | None:
    """An instant in the book's zone."""
    return None if at is None else speaker.board.local(at).isoformat()
