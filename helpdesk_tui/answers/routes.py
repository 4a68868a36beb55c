"""The routes of a request: which one is in force, and the states of its channels."""

from collections.abc import Sequence

from helpdesk_tui.board.board import Board, Channel, Request, State


class Routes:
    """The routes of a request; the states of `hours` decide which one is in force."""

    def __init__(self, board: Board, request: Request) -> None:
        routes = (*(each.channels for each in request.routes), request.route)
        self._count = len(request.routes)
        index_of = {key: index for index, key in enumerate(request.channels, self._count)}
        self._indexes = [[index_of[key] for key in route] for route in routes]
        self.channels = [[board.channels[key] for key in route] for route in routes]
        """The channels of each route; the last route is in force while no other is."""
        self.hours = [
            *(each.hours for each in request.routes),
            *(board.channels[key].hours for key in request.channels),
        ]
        """Keys of the board's timetables: those of the routes, then those of all channels."""

    def in_force(self, states: Sequence[State]) -> tuple[Sequence[Channel], Sequence[State]]:
        """The channels of the route in force while `hours` have these states, and the channels' states."""
        if not self._count:
            return self.channels[0], states
        route_states = states[: self._count]
        number = route_states.index(State.OPEN) if State.OPEN in route_states else self._count
        return self.channels[number], [states[index] for index in self._indexes[number]]
