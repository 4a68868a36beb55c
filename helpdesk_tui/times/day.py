"""How long a day is."""

DAY = 1440
"""Minutes that a wall clock shows in a day, whatever it skips or repeats."""
