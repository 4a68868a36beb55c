"""How the strip of a channel's day looks: its shapes."""

from helpdesk_tui.board.board import State

GLYPHS = {State.OPEN: "▆", State.UNKNOWN: "░", State.CLOSED: "·"}

NOW = "┃"
