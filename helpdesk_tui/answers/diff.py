"""The differences between two boards in answers, details, hours and holidays."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from helpdesk_tui.answers.coverage import stretches
from helpdesk_tui.answers.differences import Answer, AnswerChange, Diff, HolidayChange, ItemKind, Times
from helpdesk_tui.answers.duty_changes import duty_changes
from helpdesk_tui.answers.hours_changes import hours_changes
from helpdesk_tui.answers.item_changes import item_changes, reordered
from helpdesk_tui.answers.pairs import Pairs, in_both, pair_items
from helpdesk_tui.answers.recurrence import Timeline, Window, differing, recurring
from helpdesk_tui.board.board import Board, Channel, Request, State

WEEKS = 52
"""How far ahead answers and hours are compared: about a year of holidays, which every board holds."""

_MARGIN = timedelta(days=7)

_Contact = tuple[str | None, State]
"""The key of a channel, the same for both books, and its state."""


def diff(old: Board, new: Board, at: datetime) -> Diff:
    """Compare two boards built around the instant `at`.

    Answers and hours are compared from the start of that day on, in the new book's zone.
    """
    today = new.local(at).date()
    days = [today + timedelta(days=ahead) for ahead in range(7 * WEEKS)]
    start, end = new.days(today, len(days))
    first, last = max(start - _MARGIN, old.start, new.start), min(end + _MARGIN, old.end, new.end)
    window = Window(first, start, end, last, days)
    pairs = pair_items(old, new)
    return Diff(
        start,
        end,
        tuple(_answers(old, new, pairs, window)),
        (*item_changes(old, new, pairs), *duty_changes(old, new, start, end)),
        tuple(hours_changes(old, new, pairs, window)),
        tuple(_holidays(old, new)),
        tuple(reordered(old, pairs)),
    )


def _answers(old: Board, new: Board, pairs: Pairs, window: Window) -> Iterator[AnswerChange]:
    """Yield the changes of the answers; requests with the same change share one."""
    new_ids = in_both(pairs[ItemKind.CHANNEL])
    # Ids hold no space, so that the key of a removed channel is not an id of the new book.
    old_keys = {id: new_ids.get(id, f"removed {id}") for id in old.channels}
    new_keys = {id: id for id in new.channels}
    old_channels = {old_keys[id]: channel for id, channel in old.channels.items()}
    shared: dict[tuple[_Contact, _Contact, Times], list[Request]] = {}
    differing_names = _differing_names(old, new)
    for before, after in in_both(pairs[ItemKind.REQUEST]).items():
        request = new.requests[after]
        names = (*request.channels, *(route.hours for route in request.routes))
        if request == old.requests[before] and differing_names.isdisjoint(names):
            continue  # most requests of a large book
        was = _contacts(old, old.requests[before], old_keys, window)
        now = _contacts(new, request, new_keys, window)
        for contacts, periods in differing(was, now, window).items():
            for times in recurring(new, periods, window):
                shared.setdefault((*contacts, times), []).append(request)
    for (was_contact, now_contact, times), requests in shared.items():
        answers = _answer(old_channels, was_contact), _answer(new.channels, now_contact)
        yield AnswerChange(tuple(requests), *answers, times)


def _differing_names(old: Board, new: Board) -> set[str]:
    """The ids of channels and the keys of timetables whose hours differ, or that only one book has."""
    tables = {
        key
        for key in {*old.timetables, *new.timetables}
        if old.timetables.get(key) != new.timetables.get(key)
    }
    was, now = ({(id, each.hours) for id, each in board.channels.items()} for board in (old, new))
    return tables | {id for id, _ in was ^ now} | {id for id, hours in was if hours in tables}


def _contacts(board: Board, request: Request, keys: Mapping[str, str], window: Window) -> Timeline[_Contact]:
    """The contact of the request over the window: the first channel in the best state."""
    return [
        (each.start, (keys[each.channels[0].id] if each.channels else None, each.state))
        for each in stretches(board, request, window.first, window.last)
    ]


def _answer(channels: Mapping[str, Channel], contact: _Contact) -> Answer:
    key, state = contact
    return Answer(None if key is None else channels[key], state)


def _holidays(old: Board, new: Board) -> Iterator[HolidayChange]:
    before, after = (board.holiday_names.get(new.language, board.holidays) for board in (old, new))
    for day in sorted({*before, *after}):
        if before.get(day) != after.get(day):
            yield HolidayChange(day, before.get(day), after.get(day))
