"""Answers, times and problems in Spanish or English, the same at the prompt and on the screen."""
