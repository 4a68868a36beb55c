"""What a change of a book means: the answers, details, hours and holidays that differ between two boards."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from helpdesk_tui.answers.coverage import stretches
from helpdesk_tui.answers.differences import Answer, AnswerChange, Diff, HolidayChange, Times
from helpdesk_tui.answers.duty_changes import duty_changes
from helpdesk_tui.answers.hours_changes import hours_changes
from helpdesk_tui.answers.item_changes import item_changes, reordered
from helpdesk_tui.answers.pairs import Pairs, pairs
from helpdesk_tui.answers.recurrence import Timeline, Window, differing, recurring
from helpdesk_tui.board.board import Board, Channel, Request, State

WEEKS = 52
"""How far ahead answers and hours are compared: a year of holidays, within what every board holds."""

_MARGIN = timedelta(days=7)

_Contact = tuple[str | None, State]
"""The key of a channel in both books, and its state."""


def diff(old: Board, new: Board, at: datetime) -> Diff:
    """What differs between two boards, both built around the instant `at`.

    Answers and hours are compared from the start of that day on, in the new book's zone.
    """
    start, end = new.days(new.local(at).date(), 7 * WEEKS)
    first, last = max(start - _MARGIN, old.start, new.start), min(end + _MARGIN, old.end, new.end)
    window = Window(first, start, end, last)
    found = pairs(old, new)
    return Diff(
        start,
        end,
        tuple(_answers(old, new, found, window)),
        (*item_changes(old, new, found), *duty_changes(old, new, start, end)),
        tuple(hours_changes(old, new, found, window)),
        tuple(_holidays(old, new)),
        tuple(reordered(old, new, found)),
    )


def _answers(old: Board, new: Board, found: Pairs, window: Window) -> Iterator[AnswerChange]:
    """Yield the changes of the answers; requests that share one stand in it."""
    renamed = found.renamed()
    # No id holds a space: that of a removed channel is no id of the new book.
    old_keys = {id: renamed.get(id, f"removed {id}") for id in old.channels}
    new_keys = {id: id for id in new.channels}
    old_channels = {old_keys[id]: channel for id, channel in old.channels.items()}
    alike: dict[tuple[_Contact, _Contact, Times], list[Request]] = {}
    differ = _names_that_differ(old, new)
    for before, after in found.requests:
        if before is not None and after is not None:
            request = new.requests[after]
            if request == old.requests[before] and differ.isdisjoint(_texts(request)):
                continue  # most requests of a large book
            was = _contacts(old, old.requests[before], old_keys, window)
            now = _contacts(new, request, new_keys, window)
            for contacts, periods in differing(was, now, window).items():
                for times in recurring(new, periods, window):
                    alike.setdefault((*contacts, times), []).append(request)
    for (was_contact, now_contact, times), requests in alike.items():
        answers = _answer(old_channels, was_contact), _answer(new.channels, now_contact)
        yield AnswerChange(tuple(requests), *answers, times)


def _names_that_differ(old: Board, new: Board) -> set[str]:
    """The ids of channels, and the keys of timetables, that only one book has or that have other hours."""
    tables = {
        key
        for key in {*old.timetables, *new.timetables}
        if old.timetables.get(key) != new.timetables.get(key)
    }
    channels = {*old.channels} ^ {*new.channels}
    for id in {*old.channels} & {*new.channels}:
        was, now = old.channels[id].hours, new.channels[id].hours
        if was != now or was in tables:
            channels.add(id)
    return tables | channels


def _texts(value: object) -> Iterator[str]:
    """Yield every text of a request: the names of its channels and timetables are among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts((*value.keys(), *value.values()))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each)


def _contacts(board: Board, request: Request, keys: Mapping[str, str], window: Window) -> Timeline[_Contact]:
    """Whom the answer to the request names over the window; of the channels in one state it is the first."""
    return [
        (each.start, (keys[each.channels[0].id] if each.channels else None, each.state))
        for each in stretches(board, request, window.first, window.last)
    ]


def _answer(channels: Mapping[str, Channel], contact: _Contact) -> Answer:
    key, state = contact
    return Answer(None if key is None else channels[key], state)


def _holidays(old: Board, new: Board) -> Iterator[HolidayChange]:
    before, after = (_names(board, new.language) for board in (old, new))
    for day in sorted({*before, *after}):
        if before.get(day) != after.get(day):
            yield HolidayChange(day, before.get(day), after.get(day))


def _names(board: Board, language: str) -> Mapping[date, str]:
    return board.holidays if board.language == language else board.holiday_names.get(language, board.holidays)
