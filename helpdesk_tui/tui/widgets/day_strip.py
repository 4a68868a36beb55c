"""The glyphs of a channel's day strip, and their roles."""

from helpdesk_tui.board.board import State

GLYPHS = {State.OPEN: "▆", State.UNKNOWN: "░", State.CLOSED: "·"}

BARS = {State.OPEN: "bar-open", State.UNKNOWN: "bar-unknown", State.CLOSED: "bar-closed"}

NOW = "┃"

HANDED_OVER = "╎"
"""The glyph of a hand-over."""
