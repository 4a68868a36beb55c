"""The timetable of a channel that someone on duty answers: its hours, and who is on duty."""

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
    """The key of that timetable; it holds spaces, which no entry of [hours] can have."""
    return f"{hours or ''} on duty {roster}" + ("" if own_contact else " by their own contact")


def duty_timetable(hours: Timetable | None, roster: Roster, unreached: Collection[str] = ()) -> Timetable:
    """The hours, closed while nobody is on duty and unknown while it is not known who is.

    Unknown too while one of `unreached` is on duty, keys of people by whom nobody is reached. Without hours
    they are not published: unknown while someone is on duty.
    """
    start = roster.starts[0]
    own = (
        [StateChange(start, State.UNKNOWN, NOT_PUBLISHED)]
        if hours is None
        else list(hours.from_moment(start))
    )
    turns = list(roster.from_moment(start))
    result = Timetable([], [], [])
    at_hours = at_turn = 0
    while True:
        state, comment = _together(own[at_hours], turns[at_turn], unreached)
        if not result.starts or (state, comment) != (result.states[-1], result.comments[-1]):
            result.starts.append(max(own[at_hours].start, turns[at_turn].start))
            result.states.append(state)
            result.comments.append(comment)
        coming = [own[at_hours + 1].start] if at_hours + 1 < len(own) else []
        coming += [turns[at_turn + 1].start] if at_turn + 1 < len(turns) else []
        if not coming:
            return result
        second = min(coming)
        at_hours += at_hours + 1 < len(own) and own[at_hours + 1].start == second
        at_turn += at_turn + 1 < len(turns) and turns[at_turn + 1].start == second


def _together(hours: StateChange, turn: Turn, unreached: Collection[str]) -> tuple[State, str | None]:
    if hours.state is State.CLOSED:
        return hours.state, hours.comment
    if turn.known and turn.person is not None:
        if turn.person in unreached and hours.state is State.OPEN:
            return State.UNKNOWN, NO_CONTACT
        return hours.state, hours.comment
    if turn.known:
        return State.CLOSED, turn.reason or NOBODY
    if hours.state is State.UNKNOWN and hours.comment:
        return hours.state, hours.comment
    return State.UNKNOWN, turn.reason or NOT_KNOWN
