"""The differences between two books as sections of lines, for the prompt, the screen and Markdown."""

from collections.abc import Iterator

from helpdesk_tui.answers.differences import (
    Answer,
    Attendance,
    BookItem,
    Diff,
    HolidayChange,
    ItemKind,
    Times,
)
from helpdesk_tui.answers.status import RANK
from helpdesk_tui.board.board import REASONS, Board, Channel, Request, State
from helpdesk_tui.phrases.contacts import ways
from helpdesk_tui.phrases.coverage import request_names
from helpdesk_tui.phrases.diff_items import item_line, item_name
from helpdesk_tui.phrases.diff_times import format_times
from helpdesk_tui.phrases.markdown import literal, prose
from helpdesk_tui.phrases.phrases import Phrases
from helpdesk_tui.phrases.shift import Section
from helpdesk_tui.phrases.times import format_date

_MOST_HOLIDAYS = 10
"""The most holidays with a line each; another country has other holidays."""


def diff_sections(phrases: Phrases, old: Board, diff: Diff) -> list[Section]:
    """The sections of the differences that have a line. `phrases` are those of the new board."""
    _ = phrases.language.translate
    zones, before, after = [], old.timezone, phrases.board.timezone
    if before != after:
        text = _("The zones differ: {before} and {after}; every time here is that of {after}")
        zones = [text.format(before=before, after=after)]
    by_kind = {
        kind: [item_line(phrases, old, each) for each in diff.items if each.item.kind is kind]
        for kind in ItemKind
    }
    orders = {
        ItemKind.CHANNEL: _("The channels stand in another order"),
        ItemKind.REQUEST: _("The requests stand in another order"),
        ItemKind.SHIFT: _("The shifts stand in another order"),
    }
    sections = (
        Section(_("Answers that change"), [*zones, *_answers(phrases, diff)]),
        Section(_("Channels"), by_kind[ItemKind.CHANNEL]),
        Section(_("Escalation levels"), by_kind[ItemKind.LEVEL]),
        Section(_("Requests"), by_kind[ItemKind.REQUEST]),
        Section(_("Opening hours"), list(_hours(phrases, diff))),
        Section(_("Holidays"), list(_holidays(phrases, diff))),
        Section(_("Shifts"), by_kind[ItemKind.SHIFT]),
        Section(_("On duty"), [*by_kind[ItemKind.PERSON], *by_kind[ItemKind.ROSTER]]),
        Section(_("The book"), [*by_kind[ItemKind.BOOK], *(orders[kind] for kind in diff.reordered)]),
    )
    return [section for section in sections if section.lines]


def diff_markdown(phrases: Phrases, old: Board, diff: Diff) -> Iterator[str]:
    """Yield the differences as lines of Markdown, with the markup in the books' text escaped."""
    title = phrases.language.gettext("What the change of the contact book means")
    yield f"## {literal(title)}"
    if diff.same:
        yield from ("", literal(same_sentence(phrases)))
    for section in diff_sections(phrases, old, diff):
        yield from ("", f"### {literal(section.title)}", "")
        yield from (f"- {prose(line)}" for line in section.lines)


def same_sentence(phrases: Phrases) -> str:
    """The sentence for two books that do not differ."""
    return phrases.language.gettext("Both books mean the same")


def _answers(phrases: Phrases, diff: Diff) -> Iterator[str]:
    """Yield a line for the requests that change alike: `P1: from Celular to nobody, sat 19:00 to 20:00`."""
    alike: dict[tuple[tuple[Request, ...], Answer, Answer], list[Times]] = {}
    for requests, before, after, times in diff.answers:
        alike.setdefault((requests, before, after), []).append(times)

    # First the requests that reach nobody, and before others the changes that recur.
    def importance(change: tuple[tuple[object, Answer, Answer], list[Times]]) -> tuple[int, bool]:
        (_requests, _before, after), all_times = change
        return -RANK[after.state], not any(each.weekdays for each in all_times)

    for (requests, before, after), all_times in sorted(alike.items(), key=importance):
        yield phrases.language.translate(
            "{requests}: from {before} to {after}, {times}",
            requests=request_names(requests),
            before=_contact(phrases, before, after.channel),
            after=_contact(phrases, after, before.channel),
            times="; ".join(format_times(phrases, diff, each) for each in all_times),
        )


def _contact(phrases: Phrases, answer: Answer, other: Channel | None) -> str:
    """The channel of an answer, with its ways where the channel of the other answer has the same name."""
    _ = phrases.language.translate
    channel = answer.channel
    if channel is None:
        return _("nobody")
    name = channel.name
    if other is not None and other.name == name:
        own, others = (ways(phrases.language, each) for each in (channel, other))
        if own != others:
            name = f"{name} ({' / '.join(way.in_full for way in own)})"
    return _("{name} (unconfirmed)", name=name) if answer.state is State.UNKNOWN else name


def _hours(phrases: Phrases, diff: Diff) -> Iterator[str]:
    """Yield a line for the items whose hours change alike: `Chat loses sat 12:00 to 13:00`."""
    alike: dict[tuple[tuple[BookItem, ...], Attendance, Attendance], list[Times]] = {}
    for items, before, after, times in diff.hours:
        alike.setdefault((items, before, after), []).append(times)
    plural = phrases.language.ngettext
    for (items, before, after), all_times in alike.items():
        match before.state, after.state:
            case State.OPEN, State.CLOSED:
                text = plural("{names} loses {times}", "{names} lose {times}", len(items))
            case State.CLOSED, State.OPEN:
                text = plural("{names} gains {times}", "{names} gain {times}", len(items))
            case _:
                text = phrases.language.gettext("{names}: from {before} to {after}, {times}")
        yield text.format(
            names=", ".join(_owner(phrases, item) for item in items),
            before=_state(phrases, before),
            after=_state(phrases, after),
            times="; ".join(format_times(phrases, diff, each) for each in all_times),
        )


def _owner(phrases: Phrases, item: BookItem) -> str:
    """The owner of hours: `Chat`, `must_cover of Prioridad 1`, `shift Mañana`."""
    if item.kind is ItemKind.REQUEST:
        return phrases.language.translate("must_cover of {name}", name=item.name)
    return item.name if item.kind is ItemKind.CHANNEL else item_name(phrases, item)


def _state(phrases: Phrases, attendance: Attendance) -> str:
    name, comment = phrases.states()[attendance.state], attendance.comment
    if comment in REASONS:
        comment = phrases.language.gettext(comment)
    return f"{name} ({comment})" if comment else name


def _holidays(phrases: Phrases, diff: Diff) -> Iterator[str]:
    """Yield a line for each of the first holidays of the compared days, and how many others there are."""
    first, last = (phrases.board.local(at).date() for at in (diff.start, diff.end))
    coming = [each for each in diff.holidays if first <= each.day < last] or list(diff.holidays)
    yield from (_holiday(phrases, each) for each in coming[:_MOST_HOLIDAYS])
    if (more := len(diff.holidays) - min(len(coming), _MOST_HOLIDAYS)) > 0:
        yield phrases.language.translate("and {count} more", count=more)


def _holiday(phrases: Phrases, change: HolidayChange) -> str:
    _ = phrases.language.translate
    day = format_date(phrases.language, change.day)
    if change.before is None:
        return _("{day} is a holiday: {name}", day=day, name=change.after)
    if change.after is None:
        return _("{day} is no holiday any more: {name}", day=day, name=change.before)
    return _("{day}: from {before} to {after}", day=day, before=change.before, after=change.after)
