"""Answers to questions about a board at an instant: pure functions, none of which reads the clock."""
