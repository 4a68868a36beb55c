"""The text of notifications: a coverage rule that is or will be broken, and channels that changed."""

from collections import Counter
from collections.abc import Sequence

from helpdesk_tui.answers.duty import Duty
from helpdesk_tui.answers.rules import FirstBreach
from helpdesk_tui.answers.status import Status
from helpdesk_tui.answers.who import Who
from helpdesk_tui.board.board import State
from helpdesk_tui.phrases.coverage import format_breach
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_duration, format_time

MOST = 3
"""The most changes with a sentence each; more of them are counted."""


def format_warning(phrases: Phrases, breach: FirstBreach) -> list[str]:
    """The sentences, the longest first, for a breach: no channel of its request is known to be open."""
    _ = phrases.language.translate
    request, period, more = breach.request, breach.period, breach.more
    name, start, end = request.name, phrases.moment(period.start), phrases.moment(period.end)
    if breach.unconfirmed:
        alone = _("{request}: unconfirmed", request=name)
        from_start = _("{request}: unconfirmed from {time} on", request=name, time=start)
        until_end = _("{request}: unconfirmed until {time}", request=name, time=end)
    else:
        alone = _("{request}: unstaffed", request=name)
        from_start = _("{request}: unstaffed from {time} on", request=name, time=start)
        until_end = _("{request}: unstaffed until {time}", request=name, time=end)
    texts = []
    if period.start > phrases.now:
        if not breach.open_end:
            text = _("{request}: no channel is known to be open from {start} to {end}")
            texts = [format_breach(phrases, request, period), text.format(request=name, start=start, end=end)]
        texts.append(_("{request}: no channel is known to be open from {time} on", request=name, time=start))
        texts.append(from_start)
    elif not breach.open_end:
        texts.append(_("{request}: no channel is known to be open until {time}", request=name, time=end))
        texts.append(until_end)
    texts.append(alone)
    return [f"{text} · +{more}" if more else text for text in texts]


def format_changes(phrases: Phrases, contacts: Sequence[Status]) -> list[str]:
    """A sentence for each channel that changed; for many channels, how many opened, closed and so on."""
    if len(contacts) <= MOST:
        return [_change(phrases, contact) for contact in contacts]
    plural = phrases.language.plural
    counts = Counter(map(_kind_of_change, contacts))
    texts = {
        "soon": plural("{count} channel closes soon", "{count} channels close soon", counts["soon"]),
        "soon unknown": plural(
            "{count} channel is soon unconfirmed",
            "{count} channels are soon unconfirmed",
            counts["soon unknown"],
        ),
        "closed": plural("{count} channel closed", "{count} channels closed", counts["closed"]),
        "open": plural("{count} channel opened", "{count} channels opened", counts["open"]),
        "unknown": plural(
            "{count} channel is unconfirmed", "{count} channels are unconfirmed", counts["unknown"]
        ),
    }
    return [text for state, text in texts.items() if counts[state]]


def _kind_of_change(contact: Status) -> str:
    if contact.closing_soon:
        return "soon unknown" if contact.then is State.UNKNOWN else "soon"
    return str(contact.state)


def format_reroutes(phrases: Phrases, answers: Sequence[Who]) -> list[str]:
    """A sentence for each request that has another route from now on; for many requests, how many."""
    counted = phrases.language.plural(
        "{count} request has another route now", "{count} requests have another route now", len(answers)
    )
    return [counted] if len(answers) > MOST else [_reroute(phrases, each) for each in answers]


def format_hand_overs(phrases: Phrases, duties: Sequence[Duty]) -> list[str]:
    """A sentence for each roster with another person on duty from now on; for many rosters, how many."""
    counted = phrases.language.plural(
        "{count} roster was handed over", "{count} rosters were handed over", len(duties)
    )
    return [counted] if len(duties) > MOST else [_hand_over(phrases, each) for each in duties]


def _hand_over(phrases: Phrases, duty: Duty) -> str:
    _, roster = phrases.language.translate, phrases.board.rosters[duty.roster].name
    if duty.person is None and duty.known:
        return _("{roster}: nobody is on duty", roster=roster)
    if duty.person is None:
        return _("{roster}: it is not known who is on duty", roster=roster)
    name = duty.person.name
    if duty.until is None:
        return _("{roster}: {name} is on duty", roster=roster, name=name)
    time = phrases.moment(duty.until)
    return _("{roster}: {name} is on duty until {time}", roster=roster, name=name, time=time)


def _reroute(phrases: Phrases, answer: Who) -> str:
    _, name = phrases.language.translate, answer.request.name
    if answer.contact is None:
        return _("{request}: another route from now on", request=name)
    return _("{request}: from now on {channel}", request=name, channel=answer.contact.channel.name)


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
