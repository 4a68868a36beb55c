"""What differs between two boards of a book in one week, in words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from helpdesk_tui.answers.coverage import Period
from helpdesk_tui.answers.status import Status
from helpdesk_tui.answers.week_diff import ContactDiff, contact_diffs, hours_diffs, week
from helpdesk_tui.board.board import Board, State
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.times import format_time, weekday_name

_MOST = 4
"""Stretches that are named; more of them are counted."""


def format_week_diff(old: Board, phrases: Phrases, at: datetime, keys: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each way in which the week of `phrases.board` differs from that of `old`.

    First the requests whose contact differs, then the hours of channels; `keys` has old ids by new ones.
    """
    _, new = phrases.language.translate, phrases.board
    contacts: dict[tuple[str, str, str], list[Period]] = {}
    for diff in contact_diffs(old, new, at, keys):
        contacts.setdefault((diff.request.name, *_contacts(phrases, diff)), []).append(diff.period)
    for (request, before, after), periods in contacts.items():
        when = _format_periods(phrases, periods, at)
        yield _(
            "{request}: from {before} to {after}: {when}",
            request=request,
            before=before,
            after=after,
            when=when,
        )
    lost: dict[str, list[str]] = {}
    gained: dict[str, list[str]] = {}
    for hours in hours_diffs(old, new, at, keys):
        for kinds, changed in ((lost, hours.lost), (gained, hours.gained)):
            if changed:
                kinds.setdefault(_format_periods(phrases, changed, at), []).append(hours.channel.name)
    for when, names in lost.items():
        yield _("Hours lost, {when}: {names}", names=", ".join(names), when=when)
    for when, names in gained.items():
        yield _("Hours gained, {when}: {names}", names=", ".join(names), when=when)


def _contacts(phrases: Phrases, diff: ContactDiff) -> tuple[str, str]:
    """The contact before and after, with their numbers where their names are the same."""
    before, after = _contact(phrases, diff.before), _contact(phrases, diff.after)
    if before == after:
        return _contact(phrases, diff.before, way=True), _contact(phrases, diff.after, way=True)
    return before, after


def _contact(phrases: Phrases, contact: Status | None, *, way: bool = False) -> str:
    _ = phrases.language.translate
    if contact is None:
        return _("nobody")
    channel = contact.channel
    unconfirmed = f" ({phrases.state(contact)})" if contact.state is State.UNKNOWN else ""
    if not way:
        return f"{channel.name}{unconfirmed}"
    keys = "".join(f" → {key}" for key in channel.menu)
    parts = [f"{', '.join(channel.dials)}{keys}", ", ".join(channel.extensions), channel.email, channel.url]
    return f"{channel.name} {' · '.join(part for part in parts if part)}{unconfirmed}"


def _format_periods(phrases: Phrases, periods: Iterable[Period], at: datetime) -> str:
    """When: `sat 12:00–13:00`, the same hours of several days together."""
    board, language = phrases.board, phrases.language
    whole = week(board, at)
    days: dict[str, list[str]] = {}
    for start, end in periods:
        if (start, end) == whole:
            return language.translate("the whole week")
        first, last = board.local(start), board.local(end)
        if last - first <= timedelta(days=1):
            times = f"{format_time(first)}–{format_time(last) if last.time() != last.min.time() else '24:00'}"
        else:
            times = f"{format_time(first)} – {weekday_name(language, last)} {format_time(last)}"
        days.setdefault(times, []).append(weekday_name(language, first))
    parts = [f"{', '.join(names)} {times}" for times, names in days.items()]
    if (more := len(parts) - _MOST) > 0:
        count = language.plural("and {count} more stretch", "and {count} more stretches", more)
        return f"{', '.join(parts[:_MOST])} {count}"
    return ", ".join(parts)
