"""The routes of a request over a stretch of time: which one is in force, and how its channels stand."""

from collections.abc import Sequence

from helpdesk_tui.board.board import Board, Request, State


class Routes:
    """The routes of a request; which one is in force follows from the states of `hours`."""

    def __init__(self, board: Board, request: Request) -> None:
        routes = (*(each.channels for each in request.routes), request.route)
        self._count = len(request.routes)
        place = {key: self._count + index for index, key in enumerate(request.channels)}
        self._places = [[place[key] for key in route] for route in routes]
        self.channels = [[board.channels[key] for key in route] for route in routes]
        """The channels of each route; the last one is in force while no other is."""
        self.hours = [
            *(each.hours for each in request.routes),
            *(board.channels[key].hours for key in request.channels),
        ]
        """Keys of the board's timetables: those of the routes, then those of all channels."""

    def in_force(self, states: Sequence[State]) -> tuple[int, Sequence[State]]:
        """The index of the route in force while `hours` have these states, and the states of its channels."""
        if not self._count:
            return 0, states
        of_routes = states[: self._count]
        index = of_routes.index(State.OPEN) if State.OPEN in of_routes else self._count
        return index, [states[place] for place in self._places[index]]
