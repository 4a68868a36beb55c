"""Answers as JSON: times in ISO 8601 with the offset of the book's zone; what is absent is null or []."""

import json
from collections.abc import Mapping
from datetime import datetime

from helpdesk_tui.answers.contact import Contact
from helpdesk_tui.cli.output import takes
from helpdesk_tui.words.sentences import Speaker


def document(speaker: Speaker, answer: Mapping[str, object]) -> str:
    """The answer with the instant that it holds for, as a JSON document."""
    return dump({"at": speaker.now.isoformat(), **answer})


def dump(answer: Mapping[str, object], indent: int | None = 2) -> str:
    """A JSON document, made for reading too; on one line, which is quicker made, with `indent` None.

    What a terminal would obey is escaped: a bad book or a path may hold anything.
    """
    lines = json.dumps(answer, ensure_ascii=False, indent=indent).split("\n")
    text = "\n".join(line if line.isprintable() else _escaped(line) for line in lines)
    return text if takes(text) else json.dumps(answer, indent=indent)


def _escaped(line: str) -> str:
    """A line of JSON with each character that does not print as an escape; such stand inside texts alone."""
    return "".join(each if each.isprintable() else json.dumps(each)[1:-1] for each in line)


def as_dict(speaker: Speaker, contact: Contact) -> dict[str, object]:
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
