"""Sentences for changes: which channels open and close, and how requests are staffed from then on."""

from datetime import datetime

from helpdesk_tui.answers.next_changes import Changes, ChannelChange
from helpdesk_tui.board.board import State
from helpdesk_tui.phrases.coverage import staffing_name
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_duration


def change_time(phrases: Phrases, at: datetime) -> tuple[str, str]:
    """When something changes, and how long that is from now: `tomorrow 07:00`, `14 h 35 min`."""
    return phrases.moment(at), format_duration(phrases.language, phrases.board.local(at) - phrases.now)


def channel_sentences(phrases: Phrases, changes: Changes) -> list[str]:
    """A sentence for the channels that change alike: `PQRSA closes`, `Telefónico, Chat online close`."""
    alike: dict[tuple[State, str | None], list[ChannelChange]] = {}
    for change in changes.channels:
        alike.setdefault((change.state, change.comment), []).append(change)
    return [_sentence(phrases, channels, changes.at) for channels in alike.values()]


def sentences(phrases: Phrases, changes: Changes) -> list[str]:
    """The sentences for the channels; where none changes, those for the requests."""
    return channel_sentences(phrases, changes) or request_sentences(phrases, changes)


def request_sentences(phrases: Phrases, changes: Changes) -> list[str]:
    """A sentence for the requests that change alike: `Prioridad 3, Prioridad 4: messages only`."""
    alike: dict[str, list[str]] = {}
    for change in changes.requests:
        alike.setdefault(staffing_name(phrases, change.staffing), []).append(change.request.name)
    return [f"{', '.join(names)}: {staffing}" for staffing, names in alike.items()]


def _sentence(phrases: Phrases, alike: list[ChannelChange], at: datetime) -> str:
    plural, count = phrases.language.ngettext, len(alike)
    text = {
        State.OPEN: plural("{names} opens", "{names} open", count),
        State.CLOSED: plural("{names} closes", "{names} close", count),
        State.UNKNOWN: plural("{names} becomes unconfirmed", "{names} become unconfirmed", count),
    }[alike[0].state]
    text = text.format(names=", ".join(change.channel.name for change in alike))
    comment = phrases.translate_comment(alike[0].comment, phrases.board.local(at).date())
    return f"{text} ({comment})" if comment else text
