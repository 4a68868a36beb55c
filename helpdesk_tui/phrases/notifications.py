"""Notices in words: a rule of coverage that is or will be broken, and what changed at a channel."""

from collections.abc import Sequence

from helpdesk_tui.answers.coverage import Period
from helpdesk_tui.answers.status import Status
from helpdesk_tui.board.board import Request, State
from helpdesk_tui.phrases.coverage import breach
from helpdesk_tui.phrases.phrases import Speaker
from helpdesk_tui.phrases.times import clock, duration


def warning(speaker: Speaker, request: Request, period: Period, *, open_end: bool, more: int) -> list[str]:
    """That a request which must be covered is or will not be, the longest sentence first.

    With `open_end` nobody looked whether `period` ends where it does; `more` requests share its lot.
    """
    _ = speaker.words.gettext
    start, end = speaker.moment(period.start), speaker.moment(period.end)
    running = period.start <= speaker.now
    found = [_("{request}: uncovered").format(request=request.name)]
    if running and not open_end:
        found = [
            _("{request}: nobody is known to attend until {time}").format(request=request.name, time=end),
            _("{request}: uncovered until {time}").format(request=request.name, time=end),
            *found,
        ]
    if not running:
        found = [
            _("{request}: nobody is known to attend from {time} on").format(request=request.name, time=start),
            _("{request}: uncovered from {time} on").format(request=request.name, time=start),
            *found,
        ]
    if not running and not open_end:
        found = [
            breach(speaker, request, period),
            _("{request}: nobody is known to attend from {start} to {end}").format(
                request=request.name, start=start, end=end
            ),
            *found,
        ]
    return [f"{text} · +{more}" if more else text for text in found]


MOST = 3
"""Changes that are told one by one; more are counted."""


def changes(speaker: Speaker, contacts: Sequence[Status]) -> list[str]:
    """What changed at each of these channels, or how many changed in which way."""
    if len(contacts) <= MOST:
        return [_change(speaker, contact) for contact in contacts]
    soon = sum(contact.closing_soon for contact in contacts)
    closed, opened, unknown = (
        sum(contact.state is state and not contact.closing_soon for contact in contacts)
        for state in (State.CLOSED, State.OPEN, State.UNKNOWN)
    )
    ngettext = speaker.words.ngettext
    texts = (
        (ngettext("{count} channel closes soon", "{count} channels close soon", soon), soon),
        (ngettext("{count} channel closed", "{count} channels closed", closed), closed),
        (ngettext("{count} channel opened", "{count} channels opened", opened), opened),
        (ngettext("{count} channel is unconfirmed", "{count} channels are unconfirmed", unknown), unknown),
    )
    return [text.format(count=count) for text, count in texts if count]


def _change(speaker: Speaker, contact: Status) -> str:
    _ = speaker.words.gettext
    name, until, opens = contact.channel.name, contact.until, contact.opens
    if contact.closing_soon and until is not None:
        text = _("{name} closes at {time} ({duration})")
        if contact.then is State.UNKNOWN:
            text = _("{name} is unconfirmed from {time} on ({duration})")
        return text.format(
            name=name,
            time=clock(speaker.board.local(until)),
            duration=duration(speaker.words, until - speaker.now),
        )
    if contact.state is State.CLOSED:
        text = _("{name} closed").format(name=name)
        if opens is not None:
            text = _("{name} closed; opens {time}").format(name=name, time=speaker.moment(opens))
        return f"{text} ({contact.comment})" if contact.comment else text
    if contact.state is State.OPEN:
        if until is None:
            return _("{name} opened").format(name=name)
        text = _("{name} opened; closes {time}")
        if contact.then is State.UNKNOWN:
            text = _("{name} opened; unconfirmed from {time} on")
        return text.format(name=name, time=speaker.moment(until))
    reason = speaker.comment(contact)
    if reason is None:
        return _("{name} is unconfirmed now").format(name=name)
    return _("{name} is unconfirmed now: {reason}").format(name=name, reason=reason)
