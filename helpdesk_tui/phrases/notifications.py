"""The text of notifications: a coverage rule that is or will be broken, and channels that changed."""

from collections.abc import Sequence

from helpdesk_tui.answers.coverage import Period
from helpdesk_tui.answers.duty import Duty
from helpdesk_tui.answers.status import Status
from helpdesk_tui.answers.who import Who
from helpdesk_tui.board.board import Request, State
from helpdesk_tui.phrases.coverage import format_breach
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_duration, format_time

MOST = 3
"""Changes that get a sentence each; more of them are counted."""


def format_warning(
    phrases: Phrases, request: Request, period: Period, *, open_end: bool, more: int
) -> list[str]:
    """The sentences for a request that is unstaffed in `period` and must not be, the longest one first.

    With `open_end` the end of the period is not known. `more` further requests have a broken rule too.
    """
    _ = phrases.language.translate
    name, start, end = request.name, phrases.moment(period.start), phrases.moment(period.end)
    texts = [_("{request}: unstaffed", request=name)]
    if period.start > phrases.now:
        texts = [
            _("{request}: no channel is known to be open from {time} on", request=name, time=start),
            _("{request}: unstaffed from {time} on", request=name, time=start),
            *texts,
        ]
        if not open_end:
            text = _("{request}: no channel is known to be open from {start} to {end}")
            text = text.format(request=name, start=start, end=end)
            texts = [format_breach(phrases, request, period), text, *texts]
    elif not open_end:
        texts = [
            _("{request}: no channel is known to be open until {time}", request=name, time=end),
            _("{request}: unstaffed until {time}", request=name, time=end),
            *texts,
        ]
    return [f"{text} · +{more}" if more else text for text in texts]


def format_changes(phrases: Phrases, contacts: Sequence[Status]) -> list[str]:
    """A sentence for each channel that changed; of many channels, how many opened, closed and so on."""
    if len(contacts) <= MOST:
        return [_change(phrases, contact) for contact in contacts]
    plural = phrases.language.plural
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


def format_reroutes(phrases: Phrases, answers: Sequence[Who]) -> list[str]:
    """A sentence for each request that has another route from now on; of many requests, how many."""
    if len(answers) > MOST:
        return [
            phrases.language.plural(
                "{count} request has another route now",
                "{count} requests have another route now",
                len(answers),
            )
        ]
    return [_reroute(phrases, each) for each in answers]


def format_hand_overs(phrases: Phrases, duties: Sequence[Duty]) -> list[str]:
    """A sentence for each roster that somebody else has from now on; of many rosters, how many."""
    if len(duties) > MOST:
        return [
            phrases.language.plural(
                "{count} roster was handed over", "{count} rosters were handed over", len(duties)
            )
        ]
    return [_hand_over(phrases, each) for each in duties]


def _hand_over(phrases: Phrases, duty: Duty) -> str:
    _ = phrases.language.translate
    values = {"roster": phrases.board.rosters[duty.roster].name}
    if duty.person is None and duty.known:
        return _("{roster}: nobody is on duty", **values)
    if duty.person is None:
        return _("{roster}: it is not known who is on duty", **values)
    values["name"] = duty.person.name
    if duty.until is None:
        return _("{roster}: {name} is on duty", **values)
    return _("{roster}: {name} is on duty until {time}", **values, time=phrases.moment(duty.until))


def _reroute(phrases: Phrases, answer: Who) -> str:
    if answer.contact is None:
        return phrases.language.translate("{request}: another route from now on", request=answer.request.name)
    channel = answer.contact.channel
    return phrases.language.translate(
        "{request}: from now on {channel}", request=answer.request.name, channel=channel.name
    )


def _change(phrases: Phrases, contact: Status) -> str:
    _ = phrases.language.translate
    name, until = contact.channel.name, contact.until
    unconfirmed = contact.then is State.UNKNOWN
    if contact.closing_soon and until is not None:
        text = _("{name} closes at {time} ({duration})")
        if unconfirmed:
            text = _("{name} is unconfirmed from {time} on ({duration})")
        length = format_duration(phrases.language, until - phrases.now)
        return text.format(name=name, time=format_time(phrases.board.local(until)), duration=length)
    if contact.state is State.CLOSED:
        text = _("{name} closed", name=name)
        if contact.opens is not None:
            text = _("{name} closed; opens {time}", name=name, time=phrases.moment(contact.opens))
        reason = phrases.comment(contact)
        return f"{text} ({reason})" if reason else text
    if contact.state is State.UNKNOWN:
        return phrases.unconfirmed(contact)
    if until is None:
        return _("{name} opened", name=name)
    if unconfirmed:
        return _("{name} opened; unconfirmed from {time} on", name=name, time=phrases.moment(until))
    return _("{name} opened; closes {time}", name=name, time=phrases.moment(until))
