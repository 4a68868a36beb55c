"""Answers and times in words of one language."""
