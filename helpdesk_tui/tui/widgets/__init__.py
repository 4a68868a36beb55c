"""Widgets, and the lines of text that they render."""
