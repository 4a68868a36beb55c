"""The timetable of a channel that someone on duty answers, from its hours and its roster."""

from collections.abc import Collection

from helpdesk_tui.board.board import (
    NO_CONTACT,
    NOBODY,
    NOT_KNOWN,
    NOT_PUBLISHED,
    Roster,
    State,
    StateChange,
    Timetable,
    Turn,
)


def duty_key(hours: str | None, roster: str, *, own_contact: bool) -> str:
    """The key of the timetable; it holds spaces, which no entry of [hours] can have."""
    return f"{hours or ''} on duty {roster}" + ("" if own_contact else " by their own contact")


def duty_timetable(hours: Timetable | None, roster: Roster, unreached: Collection[str] = ()) -> Timetable:
    """The hours, but closed while nobody is on duty, and unknown while it is not known who is.

    They are also unknown while someone without a contact is on duty; `unreached` holds the keys of these
    people. Hours that are not published (None) are unknown while someone is on duty.
    """
    turns = {turn.start: turn for turn in roster.turns}
    start = roster.turns[0].start
    changes = {start: StateChange(start, State.UNKNOWN, NOT_PUBLISHED)}
    if hours is not None:
        changes = {change.start: change for change in hours.from_moment(start)}
    turn, change = turns[start], changes[start]
    result = Timetable([], [], [])
    for second in sorted({*turns, *changes}):
        turn, change = turns.get(second, turn), changes.get(second, change)
        result.append(second, *_attendance(change, turn, unreached))
    return result


def _attendance(hours: StateChange, turn: Turn, unreached: Collection[str]) -> tuple[State, str | None]:
    """The state and the comment that these hours have during this turn."""
    if hours.state is not State.CLOSED:
        if turn.known and turn.person is None:
            return State.CLOSED, turn.reason or NOBODY
        if turn.person in unreached and hours.state is State.OPEN:
            return State.UNKNOWN, NO_CONTACT
        if not (turn.known or (hours.state is State.UNKNOWN and hours.comment)):
            return State.UNKNOWN, turn.reason or NOT_KNOWN
    return hours.state, hours.comment
