"""The languages that the program has, and the mark of a message that is translated where it is shown."""

LANGUAGES = ("es", "en")

SOURCE = "en"
"""The language that the messages are written in: it needs no catalogue."""


def message(text: str) -> str:
    """Mark `text` for the catalogue; it is translated where it is shown."""
    return text
