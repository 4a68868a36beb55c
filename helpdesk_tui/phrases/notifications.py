"""The text of notifications: a coverage rule that is or will be broken, and channels that changed."""

from collections.abc import Sequence

from helpdesk_tui.answers.contact import Contact
from helpdesk_tui.answers.coverage import Period
from helpdesk_tui.board.board import Request, State
from helpdesk_tui.phrases.coverage import breach
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.times import clock, duration

MOST = 3
"""Changes that get a sentence each; more of them are counted."""


def warning(speaker: Speaker, request: Request, period: Period, *, open_end: bool, more: int) -> list[str]:
    """The sentences for a request that is uncovered in `period` and must not be, the longest one first.

    With `open_end` the end of the period is not known. `more` further requests have a broken rule too.
    """
    _ = speaker.words.translate
    name, start, end = request.name, speaker.moment(period.start), speaker.moment(period.end)
    texts = [_("{request}: uncovered", request=name)]
    if period.start > speaker.now:
        texts = [
            _("{request}: no channel is known to be open from {time} on", request=name, time=start),
            _("{request}: uncovered from {time} on", request=name, time=start),
            *texts,
        ]
        if not open_end:
            text = _("{request}: no channel is known to be open from {start} to {end}")
            text = text.format(request=name, start=start, end=end)
            texts = [breach(speaker, request, period), text, *texts]
    elif not open_end:
        texts = [
            _("{request}: no channel is known to be open until {time}", request=name, time=end),
            _("{request}: uncovered until {time}", request=name, time=end),
            *texts,
        ]
    return [f"{text} · +{more}" if more else text for text in texts]


def changes(speaker: Speaker, contacts: Sequence[Contact]) -> list[str]:
    """A sentence for each channel that changed; of many channels, how many opened, closed and so on."""
    if len(contacts) <= MOST:
        return [_change(speaker, contact) for contact in contacts]
    plural = speaker.words.plural
    soon = sum(contact.closing_soon for contact in contacts)
    closed, opened, unknown = (
        sum(contact.state is state and not contact.closing_soon for contact in contacts)
        for state in (State.CLOSED, State.OPEN, State.UNKNOWN)
    )
    texts = (
        (soon, plural("{count} channel closes soon", "{count} channels close soon", soon)),
        (closed, plural("{count} channel closed", "{count} channels closed", closed)),
        (opened, plural("{count} channel opened", "{count} channels opened", opened)),
        (unknown, plural("{count} channel is unconfirmed", "{count} channels are unconfirmed", unknown)),
    )
    return [text for count, text in texts if count]


def _change(speaker: Speaker, contact: Contact) -> str:
    _ = speaker.words.translate
    name, until = contact.channel.name, contact.until
    unconfirmed = contact.then is State.UNKNOWN
    if contact.closing_soon and until is not None:
        text = _("{name} closes at {time} (in {duration})")
        if unconfirmed:
            text = _("{name} is unconfirmed from {time} on (in {duration})")
        length = duration(speaker.words, until - speaker.now)
        return text.format(name=name, time=clock(speaker.board.local(until)), duration=length)
    if contact.state is State.CLOSED:
        text = _("{name} closed", name=name)
        if contact.opens is not None:
            text = _("{name} closed; opens {time}", name=name, time=speaker.moment(contact.opens))
        reason = speaker.comment(contact)
        return f"{text} ({reason})" if reason else text
    if contact.state is State.UNKNOWN:
        return speaker.unconfirmed(contact)
    if until is None:
        return _("{name} opened", name=name)
    if unconfirmed:
        return _("{name} opened; unconfirmed from {time} on", name=name, time=speaker.moment(until))
    return _("{name} opened; closes {time}", name=name, time=speaker.moment(until))
