"""How the strip of a channel's day looks: its shapes, its hours, and the cell of now."""

from datetime import timedelta

from helpdesk_tui.board.board import State

DAY = timedelta(days=1)

GLYPHS = {State.OPEN: "▆", State.UNKNOWN: "░", State.CLOSED: "·"}

NOW = "┃"


def now_cell(minute: timedelta, cells: int) -> int:
    """The cell that this much of the day by the clock on the wall falls in."""
    return min(int(minute * cells / DAY), cells - 1)


def scale(cells: int) -> str:
    """The hours over a strip: `0     6     12    18`."""
    quarter = cells // 4
    return "".join(str(hour).ljust(quarter) for hour in (0, 6, 12, 18))
