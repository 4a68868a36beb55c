"""How long a day is."""

DAY = 1440
"""Minutes that the clock on the wall shows in a day, whatever it skips or repeats."""
