"""Answers and contacts as data for other programs: JSON, SARIF, CSV, iCalendar, vCard, Markdown."""
